//! Rounds beside each other.

use std::collections::BTreeSet;
use std::ops::Deref;

use domain::comparison::{Comparison, MOST, Side, compare_rounds};
use domain::ids::{RoundId, TeamId};
use domain::privacy::PublishedScores;
use domain::report::Letterhead;
use domain::rights::Action;
use domain::round::RoundState;
use store::{Part, Round, RoundLine};

use crate::accounts::{Caller, RoundAccess, SeeResults};
use crate::lists::Wanted;
use crate::results::{Shown, exported, letterhead, seen_together};
use crate::{App, Error};

/// Rounds that can be ticked at most: the newest that fit the search.
const OFFERED: i64 = 40;

/// A round that takes part in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The round.
    pub id: RoundId,
    /// Its name.
    pub name: String,
    /// Its team.
    pub team: TeamId,
    /// That team's name.
    pub team_name: String,
    /// When what is shown was made.
    pub made: Made,
    /// How many people answered; `None` where nothing is published.
    pub respondents: Option<usize>,
    /// The version of the questionnaire.
    pub version: String,
}

/// When what is shown of a round was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// When it was closed, in microseconds since 1970.
    Closed(i64),
    /// Its answers as they stand now: it is still open.
    Now,
    /// Nothing is published.
    Not,
}

/// A comparison with its columns.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The rounds: those of a team together, the earlier first.
    pub columns: Vec<Column>,
    /// What is shown of them, in the same order.
    pub comparison: Comparison,
}

/// Rounds to choose from.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What was searched for.
    pub query: String,
    /// Those that are chosen already.
    pub chosen: Vec<RoundLine>,
    /// Others, newest first.
    pub others: Vec<RoundLine>,
}

/// Why rounds cannot be compared. All of them are mended by choosing others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than two.
    TooFew,
    /// More than [`MOST`].
    TooMany,
    /// Something that names no round.
    Malformed,
}

/// Reads what an address names: ids with commas between, each once, in their order.
///
/// # Errors
/// [`Unfit::Malformed`] or [`Unfit::TooMany`].
pub fn read(rounds: &str) -> Result<Vec<RoundId>, Unfit> {
    let mut seen = BTreeSet::new();
    let mut ids = Vec::new();
    for id in rounds.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        let id: RoundId = id.parse().map_err(|_| Unfit::Malformed)?;
        if seen.insert(id) {
            ids.push(id);
        }
    }
    if ids.len() > MOST { Err(Unfit::TooMany) } else { Ok(ids) }
}

/// The team's round before this one, if there is one: what a result is compared with first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn before(app: &App, access: &RoundAccess<SeeResults>) -> Result<Option<RoundId>, Error> {
    Ok(app.store.snapshot().await?.round_before(access.round()).await?)
}

/// The rounds whose results the caller asks to see beside each other.
#[derive(Clone, Debug)]
pub struct Rounds(Vec<RoundAccess<SeeResults>>);

impl Caller {
    /// Asks to see the results of all these rounds.
    ///
    /// # Errors
    /// [`Error::NotFound`] if one of them is another organisation's, or its results are not for the caller: a
    /// comparison does not say which.
    pub async fn rounds(&self, app: &App, ids: &[RoundId]) -> Result<Rounds, Error> {
        self.each_round(app, ids).await.map(Rounds)
    }
}

impl Rounds {
    /// How many they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the paper bears that their comparison is printed on.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn letterhead(&self, app: &App) -> Result<Letterhead, Error> {
        match self.0.first() {
            Some(access) => letterhead(app, access).await,
            None => Ok(Letterhead::default()),
        }
    }

    /// Logs of each of them that their comparison was taken out.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn exported(&self, app: &App) -> Result<(), Error> {
        for access in &self.0 {
            exported(app, access, "PDF comparison").await?;
        }
        Ok(())
    }

    /// Puts them beside each other: the rounds of a team together and the earlier first, teams in the order given.
    ///
    /// # Errors
    /// [`Error::Conflict`] where a round that is not published yet needs an instrument that is not known;
    /// [`Error::Unavailable`].
    pub async fn compare(&self, app: &App) -> Result<Compared, Error> {
        let mut rounds: Vec<&Round> = self.0.iter().map(RoundAccess::round).collect();
        let place = |team: TeamId| self.0.iter().position(|access| access.round().team_id == team);
        rounds.sort_by_key(|round| (place(round.team_id), round.created_at, round.id));
        let seen = seen_together(app, &rounds).await?;
        let shown_of: Vec<(&Round, Shown<PublishedScores>)> =
            rounds.into_iter().zip(seen.into_iter().map(|seen| seen.shown)).collect();
        let mut before = None;
        let sides: Vec<Side<'_>> = shown_of
            .iter()
            .map(|(round, shown)| {
                let follows = before.replace(round.team_id) == Some(round.team_id);
                Side { instrument: app.instrument_of(round).ok(), scores: shown.published().map(Deref::deref), follows }
            })
            .collect();
        let comparison = compare_rounds(app.instrument(), &sides);
        let columns = shown_of.iter().map(|(round, shown)| column(round, shown)).collect();
        Ok(Compared { columns, comparison })
    }

    /// Rounds to choose from, with these chosen: those that the caller may see results of and that fit the search.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn choose(&self, app: &App, caller: &Caller, query: &str) -> Result<Choice, Error> {
        let wanted = Wanted::new(query, "");
        let view = caller.view_for(Action::SeeResults);
        let part = Part { offset: 0, limit: OFFERED };
        let found = app.store.snapshot().await?.find_rounds(view, &wanted.pattern(), part).await?;
        let chosen: Vec<RoundLine> = self.0.iter().map(|access| line(access.round())).collect();
        let is_chosen = |id: RoundId| chosen.iter().any(|round| round.id == id);
        // Of a draft there is nothing to see.
        let others =
            found.into_iter().filter(|round| round.state != RoundState::Draft && !is_chosen(round.id)).collect();
        Ok(Choice { query: wanted.query, chosen, others })
    }
}

fn column(round: &Round, shown: &Shown<PublishedScores>) -> Column {
    let made = match shown {
        Shown::Published(kept) => Made::Closed(if kept.closed_at > 0 { kept.closed_at } else { kept.made_at }),
        Shown::Live(_) => Made::Now,
        Shown::Nothing => Made::Not,
    };
    Column {
        id: round.id,
        name: round.name.clone(),
        team: round.team_id,
        team_name: round.team_name.clone(),
        made,
        respondents: shown.published().map(|published| published.respondents),
        version: round.instrument_version.clone(),
    }
}

/// A round as the list shows it, which counts nobody.
fn line(round: &Round) -> RoundLine {
    RoundLine {
        id: round.id,
        team_id: round.team_id,
        team_name: round.team_name.clone(),
        name: round.name.clone(),
        state: round.state,
        closes_at: None,
        created_at: round.created_at,
        respondents: 0,
        submitted: 0,
        members: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Unfit, read};

    const ID: &str = "0193ff00-0000-7000-8000-00000000000";

    fn ids(count: usize) -> String {
        (0..count).map(|number| format!("{ID}{number}")).collect::<Vec<_>>().join(",")
    }

    #[test]
    fn an_address_names_each_round_once() {
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read(&format!("{ID}1, {ID}2,,{ID}1")).unwrap().len(), 2);
        assert_eq!(read(&ids(8)).unwrap().len(), 8);
        assert_eq!(read(&format!("{},{}", ids(8), ids(8))).unwrap().len(), 8, "the same again");
    }

    #[test]
    fn what_cannot_be_compared_is_told_apart() {
        assert_eq!(read(&ids(9)), Err(Unfit::TooMany));
        assert_eq!(read("no-round"), Err(Unfit::Malformed));
        assert_eq!(read(&format!("{ID}1,../etc")), Err(Unfit::Malformed));
    }
}
