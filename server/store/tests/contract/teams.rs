//! Teams as an import finds them.

use domain::ids::UnitId;
use store::{AddUnit, ArchiveTeam, ChangeTeam, Placing, TeamPlace};

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
