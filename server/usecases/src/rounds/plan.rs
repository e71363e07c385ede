//! Making rounds, and changing what is said of them.

use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::{RoundId, TeamId};
use domain::links::JoinSecret;
use domain::rights::{Action, Reach};
use domain::round::{Mode, RoundState};
use store::{Audited, ChangeRound, Part, PlanRounds, PlannedRound, RoundLine, TeamLine, Terms};
use time::OffsetDateTime;
use time::macros::format_description;

use crate::accounts::{Caller, ManageRounds, RoundAccess};
use crate::lists::refused;
use crate::moment::day_from;
use crate::{App, Conflict, Error, FieldError};

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;
/// How many people are behind a figure of a confidential round at least, unless its maker says otherwise.
const USUAL_K: u8 = 5;
/// From so many members on a confidential round is suggested: with fewer there would be nothing to show.
const LARGE: i64 = 5;
/// Rounds of a team whose names are not suggested again.
const ROUNDS: i64 = 100;
/// Teams that a form offers at most.
const TEAMS: i64 = 1_000;

/// What is filled in.
#[derive(Clone, Debug, Default)]
pub struct PlanTyped {
    /// The teams that are asked, by the ids in the form.
    pub teams: Vec<String>,
    /// The name.
    pub name: String,
    /// The model or service that is meant; may be empty.
    pub subject: String,
    /// `one_answer`, `named` or `confidential`.
    pub mode: String,
    /// Of a confidential round the smallest number of people behind a figure; empty for the usual five.
    pub k: String,
    /// The first day, as `2026-11-30`; may be empty.
    pub opens: String,
    /// The last day; may be empty.
    pub closes: String,
    /// Days after closing until answers are deleted; may be empty.
    pub retention: String,
    /// Whether respondents start from the last round's answers.
    pub carry: bool,
}

/// What a new round's form begins with: the month as its name, how long the organisation keeps answers, and the mode that
/// suits the size of `team`, an id or empty.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn suggested(app: &App, caller: &Caller, team: &str) -> Result<PlanTyped, Error> {
    let mut snapshot = app.store.snapshot().await?;
    let settings = snapshot.settings(caller.organisation()).await?;
    let team_id = team.parse::<TeamId>().ok();
    let members = match team_id {
        Some(team) => snapshot.count_members(caller.organisation(), team).await?,
        None => 0,
    };
    // A team of another organisation has no members here, and its rounds are not looked at.
    let before = match team_id.filter(|_| members > 0) {
        Some(team) => snapshot.rounds_of_team(team, Part { offset: 0, limit: ROUNDS }).await?,
        None => Vec::new(),
    };
    let mode = if members >= LARGE { Mode::Confidential { k: USUAL_K } } else { Mode::Named };
    let days = settings.and_then(|settings| settings.retention_days);
    let retention = days.map(|days| days.to_string()).unwrap_or_default();
    Ok(PlanTyped {
        teams: vec![team.to_owned()],
        name: unused(&crate::start::month_of(app.now()), &before),
        mode: mode.word().to_owned(),
        k: USUAL_K.to_string(),
        retention,
        ..PlanTyped::default()
    })
}

/// The name, or where a round has it the name with the first number that none has: two of one name cannot be told apart.
fn unused(name: &str, rounds: &[RoundLine]) -> String {
    let taken = |name: &str| rounds.iter().any(|round| round.name == name);
    let numbered = (2..).map(|number| format!("{name}, {number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// The teams that the caller may make rounds for.
///
/// # Errors
/// [`Error::NotAllowed`] if that is none by right; [`Error::Unavailable`].
pub async fn teams_to_ask(app: &App, caller: &Caller) -> Result<Vec<TeamLine>, Error> {
    if caller.right().reach(Action::ManageRounds) == Reach::Nothing {
        return Err(Error::NotAllowed);
    }
    Ok(app.store.snapshot().await?.team_lines(caller.view(), "%", false, Part { offset: 0, limit: TEAMS }).await?.0)
}

/// Makes a round for each team that was chosen, open at once or as drafts.
///
/// # Errors
/// [`Error::Invalid`] with messages at the fields; [`Error::NotFound`] or [`Error::NotAllowed`] for a team that the
/// caller may not ask.
pub async fn plan(app: &App, caller: &Caller, typed: &PlanTyped, open: bool) -> Result<Vec<RoundId>, Error> {
    let terms = terms(typed, app.now()).and_then(|terms| match terms.opens_at {
        Some(_) if open => Err(vec![fault(
            "opens",
            "A round that opens now has no first day. Leave it empty, or keep the round as a draft that opens then.",
        )]),
        Some(opens) if opens + DAY <= app.now() => {
            Err(vec![fault("opens", "This day is over. Choose today or a later day, or leave it empty.")])
        }
        _ => Ok(terms),
    });
    let mode = mode(typed);
    let chosen = if typed.teams.is_empty() { Err(fault("team", "Choose a team at least.")) } else { Ok(()) };
    let (terms, mode) = match (terms, mode, chosen) {
        (Ok(terms), Ok(mode), Ok(())) => (terms, mode),
        (terms, mode, chosen) => {
            let mut faults = terms.err().unwrap_or_default();
            faults.extend([mode.err(), chosen.err()].into_iter().flatten());
            return Err(Error::Invalid(faults));
        }
    };
    let at = app.now();
    // Each team is asked for by itself, so that no list opens a door that the page of one would not.
    let mut rounds: Vec<PlannedRound> = Vec::new();
    for id in &typed.teams {
        let access = caller.team::<ManageRounds>(app, id).await?;
        let team_id: TeamId = access.team().id;
        if access.team().archived {
            return Err(refused("team", &format!("{} was put away; restore it first.", access.team().name)));
        }
        if rounds.iter().all(|round| round.team_id != team_id) {
            let secret = JoinSecret::from_random(app.mint().secret());
            let (join_key, share_token) = (secret.key(), secret.token());
            rounds.push(PlannedRound { id: app.mint().round(at), team_id, join_key, share_token });
        }
    }
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
    let subject = ids.iter().map(|id| format!("round {id}")).collect::<Vec<_>>().join(", ");
    let note = caller.note(app, Deed::RoundMade, subject, terms.name.clone());
    let command = PlanRounds {
        organisation_id: caller.organisation(),
        rounds,
        terms,
        mode,
        open,
        carry: typed.carry,
        instrument_id: app.instrument().id.clone(),
        instrument_version: app.instrument().version.clone(),
        by: caller.account().id,
        at,
    };
    app.store.execute(Audited { command, note }).await?;
    Ok(ids)
}

fn fault(field: &str, message: &str) -> FieldError {
    FieldError { field: field.to_owned(), message: message.to_owned() }
}

/// How the team answers.
fn mode(typed: &PlanTyped) -> Result<Mode, FieldError> {
    match typed.mode.as_str() {
        "one_answer" => Ok(Mode::OneAnswer),
        "named" | "" => Ok(Mode::Named),
        "confidential" => match typed.k.trim() {
            "" => Ok(Mode::Confidential { k: USUAL_K }),
            text => text
                .parse()
                .ok()
                .filter(|k| (3..=10).contains(k))
                .map(|k| Mode::Confidential { k })
                .ok_or_else(|| fault("k", "Give a whole number from 3 to 10.")),
        },
        _ => Err(fault("mode", "Choose how the team answers.")),
    }
}

/// Reads what is said of a round at `now`.
fn terms(typed: &PlanTyped, now: i64) -> Result<Terms, Vec<FieldError>> {
    let name = one_line("round", &typed.name).and_then(|name| {
        if name.is_empty() { Err(fault("round", "Give the round a name, such as the month.")) } else { Ok(name) }
    });
    let subject = one_line("subject", &typed.subject);
    let opens_at = day("opens", &typed.opens);
    // Its last day is a whole one.
    let closes_at = day("closes", &typed.closes).map(|day| day.map(|day| day + DAY));
    let order = match (&opens_at, &closes_at) {
        (Ok(Some(opens)), Ok(Some(closes))) if closes <= opens => {
            Err(fault("closes", "The last day lies before the first."))
        }
        (_, Ok(Some(closes))) if *closes <= now => {
            Err(fault("closes", "This day is over. Choose today or a later day, or leave it empty."))
        }
        _ => Ok(()),
    };
    let retention_days = days("retention", &typed.retention);
    match (name, subject, opens_at, closes_at, retention_days, order) {
        (Ok(name), Ok(subject), Ok(opens_at), Ok(closes_at), Ok(retention_days), Ok(())) => {
            Ok(Terms { name, subject, opens_at, closes_at, retention_days })
        }
        (name, subject, opens, closes, retention, order) => {
            let faults = [name.err(), subject.err(), opens.err(), closes.err(), retention.err(), order.err()];
            Err(faults.into_iter().flatten().collect())
        }
    }
}

/// A day as browsers send it, as the microsecond that it begins with (UTC).
fn day(field: &str, text: &str) -> Result<Option<i64>, FieldError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day = day_from(text).ok_or_else(|| fault(field, "Give the day as year-month-day, such as 2026-11-30."))?;
    Ok(Some(day))
}

/// A number of days, or none.
fn days(field: &str, text: &str) -> Result<Option<i64>, FieldError> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse::<i64>() {
            Ok(days @ 1..=36_500) => Ok(Some(days)),
            _ => Err(fault(field, "Give a whole number of days, 1 or more, or leave it empty.")),
        },
    }
}

/// A moment as a browser's field for a day holds it.
fn as_day(micros: i64) -> String {
    OffsetDateTime::from_unix_timestamp(micros / 1_000_000)
        .ok()
        .and_then(|at| at.date().format(format_description!("[year]-[month]-[day]")).ok())
        .unwrap_or_default()
}

impl RoundAccess<ManageRounds> {
    /// What can be changed, as it stands.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn typed(&self, app: &App) -> Result<PlanTyped, Error> {
        let plan = app.store.snapshot().await?.round_plan(self.round().id).await?;
        Ok(PlanTyped {
            name: self.round().name.clone(),
            subject: self.round().subject.clone(),
            opens: plan.opens_at.map(as_day).unwrap_or_default(),
            closes: plan.closes_at.map(|at| as_day(at - DAY)).unwrap_or_default(),
            retention: plan.retention_days.map(|days| days.to_string()).unwrap_or_default(),
            ..PlanTyped::default()
        })
    }

    /// Changes what is said of the round.
    ///
    /// # Errors
    /// [`Error::Invalid`] with messages at the fields; [`Error::Conflict`] once it is closed.
    pub async fn change(&self, app: &App, typed: &PlanTyped) -> Result<(), Error> {
        let mut terms = terms(typed, app.now()).map_err(Error::Invalid)?;
        if self.round().state == RoundState::Open {
            terms.opens_at = None;
        }
        let note = self.note(app, Deed::RoundChanged, terms.name.clone());
        let command = ChangeRound { round_id: self.round().id, terms };
        let changed = app.store.execute(Audited { command, note }).await?;
        if changed { Ok(()) } else { Err(Error::Conflict(Conflict::RoundClosed)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(opens: &str, closes: &str, retention: &str) -> PlanTyped {
        let text = str::to_owned;
        PlanTyped {
            name: text("May"),
            opens: text(opens),
            closes: text(closes),
            retention: text(retention),
            ..PlanTyped::default()
        }
    }

    #[test]
    fn days_are_whole_and_read_back() {
        let terms = terms(&typed("2026-11-30", "2026-11-30", "90"), 0).unwrap();
        let (opens, closes) = (terms.opens_at.unwrap(), terms.closes_at.unwrap());
        assert_eq!(closes - opens, DAY);
        assert_eq!((as_day(opens), as_day(closes - DAY)), ("2026-11-30".to_owned(), "2026-11-30".to_owned()));
        assert_eq!(terms.retention_days, Some(90));
    }

    #[test]
    fn what_cannot_be_taken_is_told_at_its_field() {
        let faults =
            |typed: &PlanTyped| terms(typed, 0).unwrap_err().into_iter().map(|fault| fault.field).collect::<Vec<_>>();
        assert_eq!(faults(&typed("2026-13-01", "soon", "0")), ["opens", "closes", "retention"]);
        assert_eq!(faults(&typed("2026-11-30", "2026-11-29", "")), ["closes"]);
        assert_eq!(faults(&PlanTyped::default()), ["round"]);
        // The last day is over as soon as it has ended.
        let last = typed("", "2026-11-30", "");
        let end = terms(&last, 0).unwrap().closes_at.unwrap();
        assert!(terms(&last, end - 1).is_ok() && terms(&last, end).is_err());
    }
}
