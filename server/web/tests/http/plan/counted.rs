//! Pages of plans ask the database as often for many actions as for few.

use domain::round::Mode;

use super::Place;
use crate::published::closed;
use crate::statements::statements;

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_actions() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let first = closed(&place.app, home, 1, Mode::Named, &["2"; 3]).await;
    closed(&place.app, home, 2, Mode::Named, &["3"; 3]).await;
    place.add("The first", &[("round", &first.to_string())]).await;
    let counted = async || {
        let all = statements(&place.app, &place.viewer, "/plan").await;
        [all, statements(&place.app, &place.viewer, &place.plan()).await]
    };
    let few = counted().await;
    assert!((1..=3).contains(&few[0]) && (1..=12).contains(&few[1]), "{few:?}");
    for number in 0..20 {
        place.add(&format!("Action {number}"), &[("round", &first.to_string())]).await;
    }
    assert_eq!(counted().await, few);
}
