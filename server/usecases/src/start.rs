//! Starting a round without an account.

use domain::answer::one_line;
use domain::links::ManageSecret;
use domain::round::{Mode, UNNAMED_TEAM};
use store::StartRound;

use crate::{App, Error, env};

/// What the person may say about the round; everything may be left empty.
#[derive(Clone, Debug, Default)]
pub struct NewRound {
    /// The team's name.
    pub team: String,
    /// The model or service that the delivery metrics speak of.
    pub subject: String,
}

/// Makes a named round and gives the secret of its manage link, which is shown once and kept nowhere.
///
/// # Errors
/// [`Error::Invalid`] for a name that is too long; [`Error::Unavailable`] when nothing could be saved.
pub async fn start(app: &App, new: &NewRound) -> Result<ManageSecret, Error> {
    let secret = ManageSecret::from_random(app.mint().secret());
    app.store.execute(starting(app, new, &secret)?).await?;
    Ok(secret)
}

/// What makes a named round that is managed by this secret.
pub(crate) fn starting(app: &App, new: &NewRound, secret: &ManageSecret) -> Result<StartRound, Error> {
    let team = one_line("team", &new.team);
    let subject = one_line("subject", &new.subject);
    let (team, subject) = match (team, subject) {
        (Ok(team), Ok(subject)) => (team, subject),
        (team, subject) => return Err(Error::Invalid([team.err(), subject.err()].into_iter().flatten().collect())),
    };
    let now = app.clock.now();
    let mint = app.mint();
    Ok(StartRound {
        organisation_id: env::IMPLICIT,
        team_id: mint.team(now),
        team_name: if team.is_empty() { UNNAMED_TEAM.to_owned() } else { team },
        round_id: mint.round(now),
        round_name: month_of(now),
        subject,
        mode: Mode::Named,
        instrument_id: app.instrument.id.clone(),
        instrument_version: app.instrument.version.clone(),
        manage_key: secret.key(),
        join_key: secret.join_secret().key(),
        at: now,
    })
}

/// The month as a round's name: "November 2026".
pub(crate) fn month_of(now: i64) -> String {
    time::OffsetDateTime::from_unix_timestamp(now / 1_000_000)
        .map_or_else(|_| "Round".to_owned(), |date| format!("{} {}", date.month(), date.year()))
}
