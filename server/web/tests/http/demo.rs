//! Demonstration data: what is in them, which databases they go into, and that every page says so.

use axum::http::StatusCode;
use domain::account::{Email, Password};
use domain::audit::{Deed, FIRST, Filter, Link, first_break};
use domain::ids::{AccountId, OrganisationId, RoundId, TeamId};
use domain::rights::Right;
use domain::round::{ResponseState, RoundState};
use store::{Account, AddTeam, Holdings, PasswordHash};
use usecases::demo::{Filled, Size, keys, load, made_up_password, seed};
use usecases::passwords;
use uuid::Uuid;
use web::Settings;

use crate::helpers::{NOON, TestApp};

fn hash(text: &str) -> PasswordHash {
    PasswordHash(text.to_owned())
}

async fn account(app: &TestApp, email: &str) -> Option<Account> {
    app.store.snapshot().await.unwrap().account_by_email(&Email::parse(email).unwrap()).await.unwrap()
}

async fn log(app: &TestApp, organisation: OrganisationId) -> Vec<Link> {
    let mut links = app
        .store
        .snapshot()
        .await
        .unwrap()
        .audit_entries(organisation, Filter::default(), i64::MAX, 1_000)
        .await
        .unwrap();
    links.reverse();
    links
}

/// The ids of what the log says was made.
fn made<T: std::str::FromStr>(log: &[Link], deed: Deed) -> Vec<T> {
    let entries = log.iter().filter(|link| link.entry.deed == deed.into());
    let ids = entries.map(|link| link.entry.subject.split_once(' ').unwrap().1);
    ids.map(|id| id.parse().unwrap_or_else(|_| panic!("{id}"))).collect()
}

#[tokio::test]
async fn a_demonstration_has_two_organisations_to_sign_in_to() {
    let app = TestApp::new().await;
    assert_eq!(load(&app.app, &hash("shared")).await.unwrap(), Filled::Fresh(()));
    let mut organisations = Vec::new();
    for key in keys(&app.app) {
        let account = account(&app, key.email).await.unwrap();
        assert_eq!((account.right, account.active, account.name.as_str()), (key.right, true, key.name));
        organisations.push(account.organisation_id);
    }
    let rights: Vec<Right> = keys(&app.app).iter().map(|key| key.right).collect();
    assert_eq!(rights, [Right::Owner, Right::Lead, Right::Member, Right::Viewer, Right::Owner]);
    assert!(organisations[..4].iter().all(|one| *one == organisations[0]) && organisations[4] != organisations[0]);
}

#[tokio::test]
async fn its_accounts_are_signed_in_to_with_the_password() {
    let app = TestApp::new().await;
    let hash = passwords::hash(&app.app, &Password::parse("four plumb bobs").unwrap()).await.unwrap();
    load(&app.app, &hash).await.unwrap();
    for key in keys(&app.app) {
        let sign_in = async |password| {
            app.post("/login", &[("email", key.email), ("password", password), ("action", "next")]).await
        };
        assert_eq!(sign_in("five plumb bobs").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(sign_in("four plumb bobs").await.leads_to(), "/dashboard");
    }
}

#[tokio::test]
async fn its_rounds_are_in_the_right_state_and_have_answers() {
    let app = TestApp::new().await;
    load(&app.app, &hash("shared")).await.unwrap();
    let (lead, member) =
        (account(&app, "lead@demo.example").await.unwrap(), account(&app, "member@demo.example").await.unwrap());
    let log = log(&app, lead.organisation_id).await;
    let rounds: Vec<RoundId> = made(&log, Deed::RoundMade);
    assert_eq!(rounds.len(), 18);
    let mut snapshot = app.store.snapshot().await.unwrap();
    let (mut open, mut own, mut unfinished) = (0, 0, 0);
    for id in rounds {
        let (round, belongs) =
            snapshot.round_of_organisation(lead.organisation_id, id, lead.id).await.unwrap().unwrap();
        own += usize::from(belongs);
        let is_open = round.state == RoundState::Open;
        open += usize::from(is_open);
        let responses = snapshot.responses_of_round(id).await.unwrap();
        assert!(responses.len() >= 2 && responses.iter().all(|response| response.answered >= 8), "{}", round.team_name);
        let begun = responses.iter().filter(|response| response.state == ResponseState::Open).count();
        assert!(is_open || begun == 0, "a closed round has whole responses");
        unfinished += begun;
        // Somebody is still to answer in the open round of the team that everybody looks at first.
        let waits = round.team_name == "Claims Triage" && is_open;
        let there = responses.iter().any(|response| response.label == member.name);
        assert!(!(waits && there));
    }
    assert_eq!((open, own), (6, 6));
    assert!(unfinished > 5, "{unfinished}");
}

#[tokio::test]
async fn its_log_is_a_whole_chain_in_the_order_of_things() {
    let app = TestApp::new().await;
    load(&app.app, &hash("shared")).await.unwrap();
    let owner = account(&app, "owner@demo.example").await.unwrap();
    let log = log(&app, owner.organisation_id).await;
    assert_eq!(first_break(owner.organisation_id, FIRST, &log), None);
    assert_eq!(log[0].entry.deed, Deed::OrganisationMade.into());
    assert!(log.windows(2).all(|pair| pair[0].entry.at <= pair[1].entry.at));
    assert!(log.iter().all(|link| link.entry.at <= NOON && link.entry.actor.is_some()));
    assert_eq!(made::<Uuid>(&log, Deed::RoundClosed).len(), 12);
}

#[tokio::test]
async fn the_other_organisation_lies_behind_a_wall() {
    let app = TestApp::new().await;
    load(&app.app, &hash("shared")).await.unwrap();
    let (ours, other) =
        (account(&app, "owner@demo.example").await.unwrap(), account(&app, "owner@other.example").await.unwrap());
    let log = log(&app, other.organisation_id).await;
    let (teams, rounds): (Vec<TeamId>, Vec<RoundId>) = (made(&log, Deed::TeamMade), made(&log, Deed::RoundMade));
    assert_eq!((teams.len(), rounds.len(), made::<Uuid>(&log, Deed::UnitMade).len()), (2, 1, 1));
    let mut snapshot = app.store.snapshot().await.unwrap();
    assert!(snapshot.team(other.organisation_id, teams[0], other.id).await.unwrap().unwrap().belongs);
    assert_eq!(snapshot.team(ours.organisation_id, teams[0], ours.id).await.unwrap(), None);
}

async fn password(app: &TestApp, account: AccountId) -> Option<String> {
    app.store.snapshot().await.unwrap().factor(account).await.unwrap().unwrap().password_hash
}

#[tokio::test]
async fn loading_again_keeps_what_was_changed_and_gives_the_new_password() {
    let app = TestApp::new().await;
    load(&app.app, &hash("first")).await.unwrap();
    let owner = account(&app, "owner@demo.example").await.unwrap();
    let id = TeamId::new(Uuid::from_u128(1));
    let add = AddTeam { id, organisation_id: owner.organisation_id, unit_id: None, name: "Mine".to_owned(), at: NOON };
    app.store.execute(add).await.unwrap();
    assert_eq!(load(&app.app, &hash("second")).await.unwrap(), Filled::Again);
    assert!(app.store.snapshot().await.unwrap().team(owner.organisation_id, id, owner.id).await.unwrap().is_some());
    assert_eq!(account(&app, "owner@demo.example").await.unwrap().id, owner.id);
    assert_eq!(password(&app, owner.id).await.as_deref(), Some("second"));
}

#[tokio::test]
async fn other_data_are_left_alone() {
    let app = TestApp::new().await;
    app.round().await;
    let size = Size { people: 4, teams: 2, rounds: 2, respondents: 1 };
    assert_eq!(load(&app.app, &hash("shared")).await.unwrap(), Filled::Refused);
    assert_eq!(seed(&app.app, size, &hash("shared")).await.unwrap(), Filled::Refused);
    assert_eq!(app.store.snapshot().await.unwrap().holdings().await.unwrap(), Holdings::Other);
    assert!(account(&app, "owner@demo.example").await.is_none());

    let app = TestApp::new().await;
    app.organisation("Ours").await;
    assert_eq!(load(&app.app, &hash("shared")).await.unwrap(), Filled::Refused);
}

#[tokio::test]
async fn a_large_organisation_has_what_was_asked_for() {
    let app = TestApp::new().await;
    let size = Size { people: 61, teams: 7, rounds: 23, respondents: 3 };
    let Filled::Fresh(seeded) = seed(&app.app, size, &hash("shared")).await.unwrap() else { panic!("not fresh") };
    let owner = account(&app, "owner@demo.example").await.unwrap();
    assert_eq!((owner.id, owner.organisation_id, owner.right), (seeded.owner, seeded.organisation, Right::Owner));
    let teams: Vec<TeamId> = made(&log(&app, seeded.organisation).await, Deed::TeamMade);
    assert_eq!((teams.len(), teams[3]), (7, seeded.team));
    let mut snapshot = app.store.snapshot().await.unwrap();
    let lead = snapshot.account_by_email(&Email::parse("lead@demo.example").unwrap()).await.unwrap().unwrap();
    let mut own = 0;
    for team in teams {
        own += usize::from(snapshot.team(seeded.organisation, team, lead.id).await.unwrap().unwrap().belongs);
    }
    assert_eq!(own, 6);
    drop(snapshot);
    assert_eq!(load(&app.app, &hash("another")).await.unwrap(), Filled::Again);
    assert_eq!(password(&app, owner.id).await.as_deref(), Some("another"));
}

#[tokio::test]
async fn every_page_of_a_demonstration_says_so() {
    const WORDS: &str = "Organisations, people and answers here are invented.";
    let app = TestApp::with(Settings { demo: true, ..Settings::default() }).await;
    let (manage, share) = app.round().await;
    for path in ["/", "/check", "/sample", "/no-such-page", manage.as_str(), share.as_str()] {
        let page = app.get(path).await;
        assert_eq!(page.text().matches(WORDS).count(), 1, "{path}");
    }
    let refused = app.post(&share, &[("name", &"x".repeat(1_000))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(WORDS));
    assert!(!TestApp::new().await.get("/").await.text().contains(WORDS));
}

#[tokio::test]
async fn a_made_up_password_is_long_enough_and_another_each_time() {
    let app = TestApp::new().await;
    let [one, other] = [(); 2].map(|()| made_up_password(&app.app));
    assert_ne!(one, other);
    assert!(Password::parse(&one).is_ok());
    assert_eq!((one.len(), one.matches('-').count()), (19, 3), "{one}");
}
