//! Closed rounds with answers, made by the store's commands: forms would take a hundred requests a round.

use domain::figures::Figure;
use domain::ids::{OrganisationId, ResponseId, RoundId, TeamId};
use domain::instrument::Instrument;
use domain::links::{ManageSecret, RespondentSecret};
use domain::round::Mode;
use store::{Change, JoinRound, Joining, SaveAnswers, StartRound, Turn, TurnRound, Turned};
use uuid::Uuid;

use crate::helpers::{Answer, Browser, TestApp};

/// A round of a team, closed, with people of whom each gives one stage to every question. `number` is different for
/// every round of a test, and a later round has a greater one.
pub async fn closed(
    app: &TestApp,
    place: (OrganisationId, TeamId),
    number: u16,
    mode: Mode,
    stages: &[&str],
) -> RoundId {
    closed_with(app, place, number, mode, stages, &[]).await
}

/// The same with what everybody gives to delivery metrics.
pub async fn closed_with(
    app: &TestApp,
    place: (OrganisationId, TeamId),
    number: u16,
    mode: Mode,
    stages: &[&str],
    metrics: &[(&str, &str)],
) -> RoundId {
    let id = opened_with(app, place, number, mode, stages, metrics).await;
    let close = TurnRound { round_id: id, turn: Turn::Close, by: None, at: app.app.now() + i64::from(number) };
    assert_eq!(app.store.execute(close).await.unwrap(), Turned::Turned);
    id
}

/// The same as [`closed`], still open.
pub async fn opened(
    app: &TestApp,
    place: (OrganisationId, TeamId),
    number: u16,
    mode: Mode,
    stages: &[&str],
) -> RoundId {
    opened_with(app, place, number, mode, stages, &[]).await
}

/// The same as [`closed_with`], still open.
pub async fn opened_with(
    app: &TestApp,
    (organisation_id, team_id): (OrganisationId, TeamId),
    number: u16,
    mode: Mode,
    stages: &[&str],
    metrics: &[(&str, &str)],
) -> RoundId {
    let instrument = Instrument::builtin();
    let secret = |kind: u8, place: u8| {
        let [high, low] = number.to_be_bytes();
        let mut bytes = [kind; 20];
        bytes[..3].copy_from_slice(&[high, low, place]);
        bytes
    };
    let manage = ManageSecret::from_random(secret(1, 0));
    let round_id = RoundId::new(Uuid::from_u128(0x0193_0000_0000_7000_9000_0000_0000_0000 + u128::from(number)));
    let start = StartRound {
        organisation_id,
        team_id,
        team_name: String::new(),
        round_id,
        round_name: format!("Round {number}"),
        subject: String::new(),
        mode,
        instrument_id: instrument.id.clone(),
        instrument_version: instrument.version.clone(),
        manage_key: manage.key(),
        join_key: manage.join_secret().key(),
        at: app.app.now() + i64::from(number),
    };
    app.store.execute(start).await.unwrap();
    for (stage, place) in stages.iter().zip(1_u8..) {
        let respondent = RespondentSecret::from_random(secret(2, place));
        let join = JoinRound {
            join_key: manage.join_secret().key(),
            invitation_key: respondent.invitation_key(),
            response_id: ResponseId::new(Uuid::from_u128(u128::from(number) << 16 | u128::from(place))),
            response_key: respondent.response_key(),
            label: format!("Person {place}"),
            day: 0,
        };
        assert!(matches!(app.store.execute(join).await.unwrap(), Joining::Joined { .. }));
        let stages = instrument.items.iter().map(|item| (item.id.as_str(), *stage));
        let changes = stages.chain(metrics.iter().copied()).map(|(field, value)| Change {
            field: field.to_owned(),
            value: value.to_owned(),
            seen_version: None,
        });
        let save = SaveAnswers {
            response_key: respondent.response_key(),
            idempotency_key: None,
            changes: changes.collect(),
            pace: None,
            day: 0,
        };
        app.store.execute(save).await.unwrap();
    }
    round_id
}

/// What a round has published.
pub async fn figures(app: &TestApp, round: RoundId) -> Vec<Figure> {
    let kept = app.store.snapshot().await.unwrap().publication(round).await.unwrap().unwrap();
    Figure::all(&kept.published.scores)
}

/// The cells of the row that begins with this name, as text without tags, one a cell.
pub fn row(page: &str, name: &str) -> Vec<String> {
    let rows = page.split("<tr").map(|row| row.split("</tr>").next().unwrap());
    let cells = rows.map(|row| row.split("<t").skip(1).map(text).collect::<Vec<_>>());
    let found = cells.into_iter().find(|cells| cells.first().is_some_and(|first| first == name));
    found.unwrap_or_else(|| panic!("no row {name} in {page}"))
}

/// What is read of a piece of a page that begins within a tag.
fn text(piece: &str) -> String {
    let mut words = String::new();
    let mut within = true;
    for letter in piece.chars() {
        match letter {
            '<' => within = true,
            '>' => {
                within = false;
                words.push(' ');
            }
            _ if within => {}
            letter => words.push(letter),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page that is there.
pub async fn page(app: &TestApp, who: &Browser, path: &str) -> Answer {
    let answer = app.get_as(who, path).await;
    assert_eq!(answer.status, axum::http::StatusCode::OK, "{path}: {}", answer.text());
    answer
}
