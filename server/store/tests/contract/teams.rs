//! Teams as an import finds them.

use domain::ids::{TeamId, UnitId};
use domain::round::RoundState;
use store::{AddTeam, AddUnit, ArchiveTeam, ChangeTeam, Part, Placing, TeamPlace, View};

use crate::claiming::home;
use crate::db::Db;
use crate::fixture::{DAY, id};

pub async fn every_team_has_its_place_put_away_or_not(Db { store, .. }: Db) {
    let (organisation_id, _, team_id) = home(&store, 1).await;
    home(&store, 2).await;
    let place = |unit_id, archived| TeamPlace { id: team_id, name: "Home 1".to_owned(), unit_id, archived };
    let places = async || store.snapshot().await.unwrap().team_places(organisation_id).await.unwrap();
    assert_eq!(places().await, [place(None, false)]);
    let unit = UnitId::new(id(7_001));
    store.execute(AddUnit { id: unit, organisation_id, parent: None, name: "Risk".to_owned(), at: DAY }).await.unwrap();
    let (name, placing) = ("Home 1".to_owned(), Placing::Into(Some(unit)));
    store.execute(ChangeTeam { organisation_id, team_id, name, placing }).await.unwrap();
    store.execute(ArchiveTeam { organisation_id, team_id, archived: true, at: DAY }).await.unwrap();
    assert_eq!(places().await, [place(Some(unit), true)]);
}

pub async fn every_page_tells_how_many_there_are_in_all(Db { store, .. }: Db) {
    let (organisation_id, account_id, _) = home(&store, 1).await;
    home(&store, 2).await;
    for number in 1..=4 {
        let (team, name) = (TeamId::new(id(8_000 + number)), format!("Another {number}"));
        store.execute(AddTeam { id: team, organisation_id, unit_id: None, name, at: DAY }).await.unwrap();
    }
    let view = View { organisation_id, account_id, everything: true };
    let mut snapshot = store.snapshot().await.unwrap();
    for (offset, lines, total) in [(0, 2, 5), (4, 1, 5), (6, 0, 0)] {
        let (found, all) = snapshot.team_lines(view, "%", false, Part { offset, limit: 2 }).await.unwrap();
        assert_eq!((found.len(), all), (lines, total), "{offset}");
    }
    assert_eq!(snapshot.count_teams(view, "%", false).await.unwrap(), 5);
    let part = Part { offset: 0, limit: 2 };
    assert_eq!(snapshot.rounds_in_state(view, RoundState::Open, part).await.unwrap(), (Vec::new(), 0));
}
