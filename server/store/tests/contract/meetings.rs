//! Meetings: telephones, votes and steps.

use domain::ids::RoundId;
use domain::links::{PhoneKey, PhoneSecret, VoteSecret};
use domain::meeting::Phase;
use domain::round::Mode;
use store::{
    CastVote, CloseRound, EndMeeting, JoinMeeting, MeetingStarted, MeetingStep, Present, Seated, StartMeeting,
    StepMeeting, Stepped, Store, Tidy, VoteTaken,
};

use crate::db::Db;
use crate::fixture::{DAY, organisation, round, start};

fn vote(number: u8) -> VoteSecret {
    VoteSecret::from_random([number; 10])
}

fn phone(number: u8) -> PhoneKey {
    PhoneSecret::from_random([number; 20]).key(&vote(1))
}

fn starting(round_id: RoundId, number: u8) -> StartMeeting {
    StartMeeting { round_id, vote: vote(number), item: "TE1-1".to_owned(), at: DAY }
}

/// A meeting on TE1-1 with three telephones.
async fn meeting(store: &Store) -> RoundId {
    organisation(store).await;
    let round = start(1, Mode::OneAnswer);
    let round_id = round.round_id;
    store.execute(round).await.unwrap();
    assert_eq!(store.execute(starting(round_id, 1)).await.unwrap(), MeetingStarted::GoingOn);
    for number in 1..=3 {
        assert_eq!(joins(store, number).await, Seated::Seated);
    }
    round_id
}

async fn joins(store: &Store, number: u8) -> Seated {
    store.execute(JoinMeeting { vote_key: vote(1).key(), phone_key: phone(number) }).await.unwrap()
}

fn casting(number: u8, item: &str, value: &str) -> CastVote {
    CastVote { vote_key: vote(1).key(), phone_key: phone(number), item: item.to_owned(), value: value.to_owned() }
}

async fn votes(store: &Store, number: u8, value: &str) -> VoteTaken {
    store.execute(casting(number, "TE1-1", value)).await.unwrap()
}

async fn steps(store: &Store, round_id: RoundId, seen_version: i64, step: MeetingStep) -> Stepped {
    store.execute(StepMeeting { round_id, seen_version, step }).await.unwrap()
}

async fn shown(store: &Store, round: RoundId) -> Vec<(String, i64)> {
    store.snapshot().await.unwrap().shown_votes(round).await.unwrap()
}

async fn present(store: &Store, round: RoundId) -> (i64, i64) {
    let Present { phones, voted } = store.snapshot().await.unwrap().present(round).await.unwrap();
    (phones, voted)
}

pub async fn votes_are_hidden_until_all_are_shown(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    for (number, value) in [(1, "2"), (2, "2"), (3, "DK")] {
        assert_eq!(votes(&store, number, value).await, VoteTaken::Taken);
    }
    assert_eq!(present(&store, round).await, (3, 3));
    assert_eq!(shown(&store, round).await, []);
    assert_eq!(steps(&store, round, 1, MeetingStep::Reveal).await, Stepped::Stepped);
    assert_eq!(shown(&store, round).await, [("2".to_owned(), 2), ("DK".to_owned(), 1)]);
}

pub async fn a_telephone_has_one_vote_and_may_change_it(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    for value in ["2", "2", "5"] {
        votes(&store, 1, value).await;
    }
    assert_eq!(joins(&store, 1).await, Seated::Seated);
    assert_eq!(present(&store, round).await, (3, 1));
    let own = store.snapshot().await.unwrap().own_vote(round, &phone(1)).await.unwrap();
    assert_eq!(own.as_deref(), Some("5"), "joining again keeps the vote");
    assert_eq!(votes(&store, 9, "1").await, VoteTaken::NotSeated);
    assert_eq!(present(&store, round).await, (3, 1));
}

pub async fn no_vote_comes_in_late(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    votes(&store, 1, "2").await;
    assert_eq!(store.execute(casting(2, "TE1-2", "4")).await.unwrap(), VoteTaken::Late, "another question");
    steps(&store, round, 1, MeetingStep::Reveal).await;
    assert_eq!(votes(&store, 1, "5").await, VoteTaken::Late);
    assert_eq!(votes(&store, 2, "5").await, VoteTaken::Late);
    assert_eq!(shown(&store, round).await, [("2".to_owned(), 1)]);
}

pub async fn votes_and_showing_them_at_once_leave_no_vote_uncounted(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    for number in 4..=30 {
        joins(&store, number).await;
    }
    // Often, since the two have to meet.
    for turn in 0..20 {
        let cast = (1..=30).map(|number| {
            let store = store.clone();
            tokio::spawn(async move { votes(&store, number, "3").await })
        });
        let cast: Vec<_> = cast.collect();
        // Some votes are in before.
        while turn % 2 == 1 && present(&store, round).await.1 == 0 {
            tokio::task::yield_now().await;
        }
        steps(&store, round, 2 * turn + 1, MeetingStep::Reveal).await;
        let at_once = shown(&store, round).await;
        let mut taken = 0;
        for vote in cast {
            taken += i64::from(vote.await.unwrap() == VoteTaken::Taken);
        }
        assert_eq!(at_once.first().map_or(0, |(_, n)| *n), taken);
        assert_eq!(shown(&store, round).await, at_once, "what is shown does not change any more");
        steps(&store, round, 2 * turn + 2, MeetingStep::Again).await;
    }
}

pub async fn going_on_forgets_the_votes(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    let ways = [MeetingStep::Again, MeetingStep::Ask("TE1-2".to_owned())];
    for (step, version) in ways.into_iter().zip([1, 3]) {
        let item = store.snapshot().await.unwrap().meeting(round).await.unwrap().unwrap().item;
        assert_eq!(store.execute(casting(1, &item, "4")).await.unwrap(), VoteTaken::Taken);
        steps(&store, round, version, MeetingStep::Reveal).await;
        assert_eq!(steps(&store, round, version + 1, step).await, Stepped::Stepped);
        assert_eq!(present(&store, round).await, (3, 0));
        steps(&store, round, version + 2, MeetingStep::Again).await;
    }
    let found = store.snapshot().await.unwrap().meeting(round).await.unwrap().unwrap();
    assert_eq!((found.item.as_str(), found.phase), ("TE1-2", Phase::Voting));
    store.execute(EndMeeting { round_id: round }).await.unwrap();
    assert_eq!(present(&store, round).await, (0, 0));
    assert_eq!(votes(&store, 1, "3").await, VoteTaken::Over);
    assert_eq!(joins(&store, 1).await, Seated::Over);
    assert_eq!(steps(&store, round, 6, MeetingStep::Reveal).await, Stepped::Stale);
}

pub async fn a_step_that_two_take_at_once_is_taken_once(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    let step = || MeetingStep::Ask("TE1-2".to_owned());
    let both = tokio::join!(steps(&store, round, 1, step()), steps(&store, round, 1, step()));
    assert!(matches!(both, (Stepped::Stepped, Stepped::Stale) | (Stepped::Stale, Stepped::Stepped)), "{both:?}");
    assert_eq!(store.snapshot().await.unwrap().meeting(round).await.unwrap().unwrap().version, 2);
}

pub async fn a_meeting_ends_with_its_round_and_after_its_day(Db { store, .. }: Db) {
    let round = meeting(&store).await;
    votes(&store, 1, "2").await;
    let tidy = |at| Tidy {
        sessions_before: 0,
        addresses_before: 0,
        links_before: 0,
        done_before: 0,
        failed_before: 0,
        meetings_before: at,
        checks_before: None,
    };
    assert_eq!(store.execute(tidy(DAY)).await.unwrap().meetings, 0);
    store.execute(CloseRound { round_id: round }).await.unwrap();
    assert_eq!((votes(&store, 1, "3").await, present(&store, round).await), (VoteTaken::Over, (0, 0)));
    assert_eq!(store.execute(starting(round, 1)).await.unwrap(), MeetingStarted::NotOpen);

    let mut other = start(2, Mode::OneAnswer);
    other.subject.clear();
    let other_id = other.round_id;
    store.execute(other).await.unwrap();
    store.execute(starting(other_id, 2)).await.unwrap();
    assert_eq!(store.execute(tidy(DAY + 1)).await.unwrap().meetings, 1);
    assert_eq!(store.snapshot().await.unwrap().meeting(other_id).await.unwrap(), None);
}

pub async fn a_meeting_is_found_by_its_link_and_begins_once(Db { store, .. }: Db) {
    let round_id = meeting(&store).await;
    assert_eq!(store.execute(starting(round_id, 2)).await.unwrap(), MeetingStarted::GoingOn);
    let mut snapshot = store.snapshot().await.unwrap();
    let found = snapshot.meeting_by_vote_key(&vote(1).key()).await.unwrap();
    assert_eq!(found.as_ref().map(|meeting| (meeting.round_id, meeting.version)), Some((round_id, 1)));
    assert_eq!(found, snapshot.meeting(round_id).await.unwrap());
    assert_eq!(snapshot.meeting_by_vote_key(&vote(2).key()).await.unwrap(), None);
    drop(snapshot);
    let named = round(&store, 3).await;
    assert_eq!(store.execute(starting(named, 3)).await.unwrap(), MeetingStarted::NotHere);
}
