//! Many at once: nothing is lost, doubled or late.

use std::time::Duration;

use domain::links::ResponseKey;
use store::{
    CloseRound, Closed, Command, Joining, RenameResponse, Renamed, Saved, Store, StoreError, Submission,
    SubmitResponse, Tx,
};

use crate::db::{Db, at_once};
use crate::fixture::{DAY, Person, change, join, one, person, round, saved};

pub async fn no_increment_is_lost_or_doubled(Db { store, .. }: Db) {
    const PEOPLE: usize = 8;
    const EACH: i64 = 100;
    let person = one(&store).await;
    let wins = at_once(PEOPLE, |number| {
        let (store, person) = (store.clone(), person.clone());
        async move {
            // Every one writes values of its own, so that each success is a version of its own.
            let (mut seen, mut won) = (0, Vec::new());
            while won.len() < usize::try_from(EACH).unwrap() {
                let value = format!("{number}/{}", won.len());
                match person.save(&store, &[change("counter", &value, Some(seen))]).await {
                    Saved::Saved(kept) => {
                        seen = kept[0].version;
                        won.push((seen, value));
                    }
                    Saved::Stale(fields) => seen = fields[0].current_version,
                    other => panic!("{other:?}"),
                }
            }
            won
        }
    })
    .await;
    let mut acknowledged: Vec<_> = wins.into_iter().flatten().collect();
    acknowledged.sort();
    let versions: Vec<i64> = acknowledged.iter().map(|(version, _)| *version).collect();
    assert_eq!(versions, (1..=800).collect::<Vec<i64>>());
    assert_eq!(person.history(&store, "counter").await, acknowledged);
    assert_eq!(person.answers(&store).await[0].2, 800);
}

pub async fn every_joiner_gets_a_number(Db { store, .. }: Db) {
    round(&store, 1).await;
    let joined = at_once(40, |number| {
        let store = store.clone();
        async move { store.execute(join(1, u64::try_from(number).unwrap())).await.unwrap() }
    })
    .await;
    let mut numbers: Vec<i64> = joined
        .into_iter()
        .map(|joining| match joining {
            Joining::Joined { number, .. } => number,
            other => panic!("{other:?}"),
        })
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=40).collect::<Vec<i64>>());
}

pub async fn one_name_has_one_effect_however_often_it_is_sent(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-1", "1", None)]).await;
    let outcomes = at_once(20, |_| {
        let mut save = person.saving(&[change("TE1-1", "2", Some(1))]);
        save.idempotency_key = Some("n1".to_owned());
        let store = store.clone();
        async move { store.execute(save).await.unwrap() }
    })
    .await;
    assert!(outcomes.iter().all(|outcome| *outcome == saved(&[("TE1-1", 2)])));
    assert_eq!(person.history(&store, "TE1-1").await.len(), 2);
}

/// Saves until it is told that it is too late; how often that succeeded.
async fn save_until_refused(store: Store, person: Person, refusal: Saved) -> usize {
    let mut count = 0;
    loop {
        match person.save(&store, &[change("TE1-1", &format!("value {count}"), None)]).await {
            Saved::Saved(_) => count += 1,
            other if other == refusal => return count,
            other => panic!("{other:?}"),
        }
    }
}

pub async fn nothing_is_saved_behind_a_submission(Db { store, .. }: Db) {
    let person = one(&store).await;
    let saving = tokio::spawn(save_until_refused(store.clone(), person.clone(), Saved::Submitted));
    tokio::time::sleep(Duration::from_millis(50)).await;
    let submit = SubmitResponse { response_key: person.key.clone(), too_fast: false, day: DAY };
    assert_eq!(store.execute(submit).await.unwrap(), Submission::Submitted);
    let there = person.history(&store, "TE1-1").await.len();
    assert_eq!(saving.await.unwrap(), there);
    assert_eq!(person.history(&store, "TE1-1").await.len(), there);
}

pub async fn nothing_is_saved_behind_a_closure(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let (first, second) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    let saving = [&first, &second]
        .map(|person| tokio::spawn(save_until_refused(store.clone(), person.clone(), Saved::RoundClosed)));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(store.execute(CloseRound { round_id }).await.unwrap(), Closed::Closed);
    let there = [first.history(&store, "TE1-1").await.len(), second.history(&store, "TE1-1").await.len()];
    for (saving, there) in saving.into_iter().zip(there) {
        assert_eq!(saving.await.unwrap(), there);
    }
}

/// Renames two responses, with a pause between them: two of these in opposite orders wait for each other.
#[derive(Clone)]
struct RenameBoth([ResponseKey; 2], String);

impl Command for RenameBoth {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        for response_key in self.0.clone() {
            let renamed = RenameResponse { response_key, label: self.1.clone() }.run(tx).await?;
            assert_eq!(renamed, Renamed::Renamed);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }
}

pub async fn commands_in_each_others_way_all_succeed(Db { store, .. }: Db) {
    round(&store, 1).await;
    let (a, b) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    at_once(2, |number| {
        let mut keys = [a.key.clone(), b.key.clone()];
        keys.rotate_left(number);
        let (store, label) = (store.clone(), format!("from {number}"));
        async move { store.execute(RenameBoth(keys, label)).await.unwrap() }
    })
    .await;
    let labels = [a.response(&store).await.unwrap().0.label, b.response(&store).await.unwrap().0.label];
    assert_eq!(labels[0], labels[1], "one of them was last with both");
}
