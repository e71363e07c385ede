//! All teams on one page.

use domain::figures::{INDEX, LEVEL};
use domain::ids::{OrganisationId, UnitId};
use domain::instrument::{Feeds, Instrument};
use domain::rights::Action;
use domain::statistics::{Benchmark, Standing};
use store::{EnterFigures, Order, Overview, TeamFigures, Unpublished};

use crate::accounts::Caller;
use crate::lists::{Paged, Wanted};
use crate::results::published;
use crate::teams::unit_paths;
use crate::{App, Error};

/// Rounds that a look publishes at most, if they are closed and have published nothing yet.
const AT_ONCE: i64 = 20;

/// What is asked for, as it stands in an address.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The id of a unit; anything else for all.
    pub unit: String,
    /// The moment from which on rounds count, in microseconds since 1970; `None` for all.
    pub since: Option<i64>,
    /// What teams are sorted by.
    pub order: Option<Order>,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// The page, from 1.
    pub page: String,
}

/// A team on the page.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it has published.
    pub team: TeamFigures,
    /// Where its maturity index stands among the organisation's teams: one vote a team, as of the given moment.
    pub standing: Option<Standing<i64>>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Look {
    /// The teams.
    pub teams: Paged<Line>,
    /// The units to choose from, with their paths.
    pub units: Vec<(UnitId, String)>,
    /// How many teams of the organisation have a maturity index.
    pub voters: usize,
    /// How many closed rounds are still to be published.
    pub to_come: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// Every team that the caller may see results of, with the newest round that each has published.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn look(app: &App, caller: &Caller, asked: &Asked) -> Result<Look, Error> {
    let to_come = catch_up(app, caller.organisation()).await?;
    let wanted = Wanted::new("", &asked.page);
    let overview = Overview {
        view: caller.view_for(Action::SeeResults),
        unit: asked.unit.parse().ok(),
        since: asked.since.unwrap_or(0),
        order: asked.order.clone().unwrap_or(Order::Unit),
        descending: asked.descending,
        figures: shown(app.instrument()),
        part: wanted.part(),
    };
    let mut snapshot = app.store.snapshot().await?;
    let (teams, total) = snapshot.overview(&overview).await?;
    let votes = snapshot.indices(caller.organisation()).await?;
    let units = unit_paths(&snapshot.units(caller.organisation()).await?);
    drop(snapshot);
    let benchmark: Benchmark<i64> = Benchmark::of(app.now(), &votes);
    // The organisation's teams are compared as they stand now, whatever part of them the page shows.
    let index = |team: &TeamFigures| team.round.as_ref()?.figures.get(INDEX)?.value;
    let standing = |team: &TeamFigures| index(team).and_then(|index| benchmark.standing(index));
    let entries = teams.into_iter().map(|team| Line { standing: standing(&team), team }).collect();
    Ok(Look { teams: Paged { entries, wanted, total }, units, voters: votes.len(), to_come, at: app.now() })
}

/// The ids of the figures in the table: index, level and the practices.
fn shown(instrument: &Instrument) -> Vec<String> {
    let practices = instrument.constructs_feeding(Feeds::Maturity).map(|place| instrument[place].id.clone());
    [INDEX, LEVEL].map(str::to_owned).into_iter().chain(practices).collect()
}

/// Publishes some closed rounds that have published nothing yet, and enters figures that are missing; how many are left.
async fn catch_up(app: &App, organisation: OrganisationId) -> Result<i64, Error> {
    let instrument = app.instrument();
    let version = (instrument.id.as_str(), instrument.version.as_str());
    let (rounds, total) = app.store.snapshot().await?.unpublished_rounds(organisation, version, AT_ONCE).await?;
    let mut done = 0;
    for one in rounds {
        let published = async {
            match &one {
                Unpublished::Round(round) => published(app, round).await.map(drop),
                Unpublished::Figures(round_id) => Ok(app.store.execute(EnterFigures { round_id: *round_id }).await?),
            }
        };
        match published.await {
            Ok(()) => done += 1,
            // One round that cannot be read must not take the page from everybody.
            Err(error) => tracing::error!(round = %one.id(), error = &error as &dyn std::error::Error, "not published"),
        }
    }
    Ok(total - done)
}

/// Publishes every closed round of an organisation that has published nothing yet: after demonstration data were loaded.
pub(crate) async fn publish_all(app: &App, organisation: OrganisationId) -> Result<(), Error> {
    let mut left = i64::MAX;
    loop {
        let now = catch_up(app, organisation).await?;
        if now == 0 || now >= left {
            return Ok(());
        }
        left = now;
    }
}
