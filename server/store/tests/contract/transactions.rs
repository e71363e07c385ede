//! Snapshots, transactions and shared commits.

use domain::ids::OrganisationId;
use domain::round::Mode;
use store::{Command, EnsureOrganisation, StartRound, StoreError, Tx};

use crate::db::{Db, at_once};
use crate::fixture::{DAY, change, id, manage, one, organisation, person, round, start};

pub async fn a_snapshot_does_not_change(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    person(&store, 1, 1).await;
    let mut before = store.snapshot().await.unwrap();
    assert_eq!(before.responses_of_round(round_id).await.unwrap().len(), 1);
    let second = person(&store, 1, 2).await;
    assert_eq!(before.responses_of_round(round_id).await.unwrap().len(), 1);
    assert_eq!(before.response_by_key(&second.key).await.unwrap(), None);
    drop(before);
    assert_eq!(store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap().len(), 2);
}

pub async fn a_dropped_transaction_leaves_nothing(Db { store, .. }: Db) {
    organisation(&store).await;
    for _ in 0..3 {
        let mut tx = store.begin().await.unwrap();
        start(1, Mode::Named).run(&mut tx).await.unwrap();
        assert!(tx.round_by_manage_key(&manage(1).key()).await.unwrap().is_some());
        drop(tx);
        assert_eq!(store.snapshot().await.unwrap().round_by_manage_key(&manage(1).key()).await.unwrap(), None);
    }
    round(&store, 1).await;
}

pub async fn a_saved_transaction_reads_its_own_writes(Db { store, .. }: Db) {
    let person = one(&store).await;
    let mut tx = store.begin().await.unwrap();
    person.saving(&[change("TE1-1", "3", None)]).run(&mut tx).await.unwrap();
    assert_eq!(tx.answers_of_response(person.id).await.unwrap().len(), 1);
    assert_eq!(person.answers(&store).await, []);
    tx.save().await.unwrap();
    assert_eq!(person.answers(&store).await.len(), 1);
}

/// Starts a round, and then fails if its number is odd.
#[derive(Clone)]
struct FailsIfOdd(StartRound, usize);

impl Command for FailsIfOdd {
    type Outcome = usize;

    async fn run(&self, tx: &mut Tx) -> Result<usize, StoreError> {
        self.0.run(tx).await?;
        if self.1 % 2 == 1 { Err(StoreError::Inconsistent { what: "odd" }) } else { Ok(self.1) }
    }
}

pub async fn a_failing_command_leaves_the_others(Db { store, .. }: Db) {
    organisation(&store).await;
    // While the writing connection is taken everything queues, to be committed together.
    let holder = store.begin().await.unwrap();
    let running = {
        let store = store.clone();
        tokio::spawn(async move {
            at_once(60, |number| {
                let command = FailsIfOdd(start(u64::try_from(number).unwrap(), Mode::Named), number);
                let store = store.clone();
                async move { store.execute(command).await }
            })
            .await
        })
    };
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    drop(holder);
    for (number, outcome) in running.await.unwrap().into_iter().enumerate() {
        let key = manage(u64::try_from(number).unwrap()).key();
        let found = store.snapshot().await.unwrap().round_by_manage_key(&key).await.unwrap();
        if number % 2 == 1 {
            assert!(matches!(outcome, Err(StoreError::Inconsistent { what: "odd" })), "{outcome:?}");
            assert_eq!(found, None);
        } else {
            assert_eq!(outcome.unwrap(), number);
            assert!(found.is_some());
        }
    }
}

pub async fn what_was_acknowledged_is_there_after_closing(db: Db) {
    let organisations = at_once(20, |number| {
        let id = OrganisationId::new(id(u64::try_from(number).unwrap()));
        let (store, command) = (db.store.clone(), EnsureOrganisation { id, name: "One".to_owned(), at: DAY });
        async move { store.execute(command).await.map(|()| id).unwrap() }
    })
    .await;
    db.store.close().await;
    let store = db.reopen().await;
    for (number, organisation_id) in (0..).zip(organisations) {
        // A round can only be started in an organisation that is there.
        let mut start = start(number, Mode::Named);
        start.organisation_id = organisation_id;
        store.execute(start).await.unwrap();
    }
    store.close().await;
}
