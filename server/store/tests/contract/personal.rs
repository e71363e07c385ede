//! Personal links: one response each, and the way back to it.

use domain::ids::{InvitationId, ResponseId, RoundId};
use domain::round::Mode;
use store::{
    CloseRound, InvitePeople, Inviting, Joining, NewInvitation, ReplaceInvitation, Store, UseInvitation,
    WithdrawInvitation,
};

use crate::db::Db;
use crate::fixture::{DAY, change, id, organisation, person, respondent, round, start};

pub fn invite(round_id: RoundId, numbers: &[u64]) -> InvitePeople {
    let person = |number: &u64| NewInvitation {
        id: invitation(*number),
        key: respondent(*number).invitation_key(),
        name: format!("Guest {number}"),
        email: String::new(),
    };
    InvitePeople { round_id, people: numbers.iter().map(person).collect(), day: DAY }
}

fn invitation(number: u64) -> InvitationId {
    InvitationId::new(id(6_000 + number))
}

pub fn using(number: u64) -> UseInvitation {
    UseInvitation {
        invitation_key: respondent(number).invitation_key(),
        response_key: respondent(number).response_key(),
        response_id: ResponseId::new(id(7_000 + number)),
        day: DAY,
    }
}

fn replace(round_id: RoundId, number: u64, by: u64) -> ReplaceInvitation {
    ReplaceInvitation { round_id, id: invitation(number), key: respondent(by).invitation_key() }
}

fn withdraw(round_id: RoundId, number: u64) -> WithdrawInvitation {
    WithdrawInvitation { round_id, id: invitation(number) }
}

async fn labels(store: &Store, round: RoundId) -> Vec<String> {
    let found = store.snapshot().await.unwrap().responses_of_round(round).await.unwrap();
    found.into_iter().map(|response| response.label).collect()
}

pub async fn a_personal_link_makes_one_response_and_leads_back_to_it(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    assert_eq!(store.execute(invite(round_id, &[1, 2])).await.unwrap(), Inviting::Invited(2));
    for _ in 0..2 {
        let joined = store.execute(using(1)).await.unwrap();
        assert_eq!(joined, Joining::Joined { round_id, number: 1 });
    }
    assert_eq!(labels(&store, round_id).await, ["Guest 1"]);
    let mut snapshot = store.snapshot().await.unwrap();
    assert!(snapshot.response_by_key(&respondent(1).response_key()).await.unwrap().is_some());
    let used: Vec<_> = snapshot.invitations_of_round(round_id).await.unwrap();
    let used: Vec<_> = used.iter().map(|one| (one.name.as_str(), one.used)).collect();
    assert_eq!(used, [("Guest 1", true), ("Guest 2", false)]);
    let (found, of) = snapshot.invitation_by_key(&respondent(2).invitation_key()).await.unwrap().unwrap();
    assert_eq!((found.id, of), (invitation(2), round_id));
    drop(snapshot);
    // The way back outlasts the round, and nobody new comes in.
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(store.execute(using(1)).await.unwrap(), Joining::Joined { round_id, number: 1 });
    assert_eq!(store.execute(using(2)).await.unwrap(), Joining::NotOpen);
    assert_eq!(store.execute(using(3)).await.unwrap(), Joining::Unknown);
}

pub async fn inviting_twice_invites_once(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    store.execute(invite(round_id, &[1])).await.unwrap();
    assert_eq!(store.execute(invite(round_id, &[1, 2])).await.unwrap(), Inviting::Invited(1));
    // Somebody of that name, by another form.
    let mut again = invite(round_id, &[3]);
    "Guest 1".clone_into(&mut again.people[0].name);
    assert_eq!(store.execute(again).await.unwrap(), Inviting::Known(vec!["Guest 1".to_owned()]));
    let many: Vec<u64> = (10..1_010).collect();
    assert_eq!(store.execute(invite(round_id, &many)).await.unwrap(), Inviting::TooMany);
    assert_eq!(store.snapshot().await.unwrap().invitations_of_round(round_id).await.unwrap().len(), 2);
}

pub async fn a_link_is_replaced_or_withdrawn_until_it_is_used(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let other = round(&store, 2).await;
    store.execute(invite(round_id, &[1, 2])).await.unwrap();
    // Not by whoever runs another round.
    assert!(!store.execute(replace(other, 1, 11)).await.unwrap());
    assert!(!store.execute(withdraw(other, 1)).await.unwrap());
    for _ in 0..2 {
        assert!(store.execute(replace(round_id, 1, 11)).await.unwrap());
    }
    assert_eq!(store.execute(using(1)).await.unwrap(), Joining::Unknown, "the old link");
    assert!(matches!(store.execute(using(11)).await.unwrap(), Joining::Joined { .. }));
    assert!(!store.execute(replace(round_id, 1, 12)).await.unwrap(), "used");
    assert!(!store.execute(withdraw(round_id, 1)).await.unwrap(), "used");
    assert!(store.execute(withdraw(round_id, 2)).await.unwrap());
    assert_eq!(store.execute(using(2)).await.unwrap(), Joining::Unknown);
    assert_eq!(labels(&store, round_id).await, ["Guest 1"]);
}

pub async fn a_closed_round_invites_replaces_and_withdraws_nobody(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    store.execute(invite(round_id, &[1])).await.unwrap();
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(store.execute(invite(round_id, &[2])).await.unwrap(), Inviting::NotOpen);
    assert!(!store.execute(replace(round_id, 1, 11)).await.unwrap());
    assert!(!store.execute(withdraw(round_id, 1)).await.unwrap());
    assert_eq!(store.snapshot().await.unwrap().invitations_of_round(round_id).await.unwrap().len(), 1);
}

pub async fn personal_links_of_one_answer_for_the_team_open_the_same(Db { store, .. }: Db) {
    organisation(&store).await;
    let start = start(1, Mode::OneAnswer);
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    store.execute(invite(round_id, &[1, 2])).await.unwrap();
    for number in [1, 2, 2] {
        assert_eq!(store.execute(using(number)).await.unwrap(), Joining::Joined { round_id, number: 1 });
    }
    assert_eq!(labels(&store, round_id).await, ["The team"]);
    let mut snapshot = store.snapshot().await.unwrap();
    assert!(snapshot.response_by_key(&respondent(2).response_key()).await.unwrap().is_some());
    assert!(snapshot.invitations_of_round(round_id).await.unwrap().iter().all(|one| one.used));
}

pub async fn a_link_that_is_used_many_times_at_once_makes_one_response(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    store.execute(invite(round_id, &[1])).await.unwrap();
    let attempts = (0..8).map(|number| {
        let command = UseInvitation { response_id: ResponseId::new(id(7_500 + number)), ..using(1) };
        let store = store.clone();
        tokio::spawn(async move { store.execute(command).await.unwrap() })
    });
    for attempt in attempts.collect::<Vec<_>>() {
        assert_eq!(attempt.await.unwrap(), Joining::Joined { round_id, number: 1 });
    }
}

pub async fn job_roles_are_told_of_named_rounds_only(Db { store, .. }: Db) {
    let named = round(&store, 1).await;
    let apart = start(2, Mode::Confidential { k: 3 });
    let confidential = apart.round_id;
    store.execute(apart).await.unwrap();
    for (round, number, roles) in
        [(1, 1, "OPS"), (1, 2, "DS;MLE"), (1, 3, ""), (2, 11, "OPS"), (2, 12, "OPS"), (2, 13, "OPS")]
    {
        person(&store, round, number).await.save(&store, &[change("job_role", roles, Some(0))]).await;
    }
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.job_roles_of_round(named).await.unwrap(), ["DS;MLE", "OPS"]);
    assert!(snapshot.job_roles_of_round(confidential).await.unwrap().is_empty());
}
