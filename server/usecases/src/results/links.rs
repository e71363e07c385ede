//! Links to what a round has published, for people without an account.

use domain::audit::Deed;
use domain::ids::ReportLinkId;
use domain::links::ReportSecret;
use domain::round::{Mode, RoundState};
use store::{Audited, MOST_REPORT_LINKS, MakeReportLink, ReportLink, ReportLinked, Round, WithdrawReportLink};

use crate::accounts::{ManageRounds, RoundAccess};
use crate::lists::refused;
use crate::{App, Conflict, Error};

/// For how many days a link may work.
pub const DAYS: [i64; 3] = [1, 7, 30];
/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// Whether a round shows what it has published, which answers that come in cannot change. Only that is sent on.
fn is_settled(round: &Round) -> bool {
    match round.state {
        RoundState::Draft => false,
        RoundState::Open => matches!(round.mode, Mode::Confidential { .. }),
        RoundState::Closed | RoundState::Published => true,
    }
}

/// Proof that the caller holds a link to what a round has published, and that it works.
#[derive(Clone, Debug)]
pub struct Reader {
    round: Round,
    until: i64,
}

/// Looks a round up by the token of a link to its result.
///
/// # Errors
/// [`Error::NotFound`] for a link that has ended or was withdrawn, or of a named round that was opened again: the answer
/// does not say which.
pub async fn read_by_link(app: &App, token: &str) -> Result<Reader, Error> {
    let secret = ReportSecret::parse(token).ok_or(Error::NotFound)?;
    let found = app.store.snapshot().await?.round_by_report_key(&secret.key(), app.now()).await?;
    let (round, until) = found.filter(|(round, _)| is_settled(round)).ok_or(Error::NotFound)?;
    Ok(Reader { round, until })
}

impl Reader {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// Until when the link works, in microseconds since 1970.
    #[must_use]
    pub fn until(&self) -> i64 {
        self.until
    }
}

impl RoundAccess<ManageRounds> {
    /// Whether the round has a result that can be sent on.
    #[must_use]
    pub fn can_be_shared(&self) -> bool {
        is_settled(self.round()) && self.round().state != RoundState::Open
    }

    /// The links to its result that work now, the newest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn report_links(&self, app: &App) -> Result<Vec<ReportLink>, Error> {
        Ok(app.store.snapshot().await?.report_links_of_round(self.round().id, app.now()).await?)
    }

    /// Makes a link that works for `days`, as they were typed. Its secret is kept nowhere.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at `days`; [`Error::Conflict`] unless the round is closed.
    pub async fn share_result(&self, app: &App, days: &str) -> Result<ReportSecret, Error> {
        let days = days.parse().ok().filter(|days| DAYS.contains(days));
        let days = days.ok_or_else(|| refused("days", "Choose for how long the link works."))?;
        if !self.can_be_shared() {
            return Err(Error::Conflict(Conflict::Stale));
        }
        let secret = ReportSecret::from_random(app.mint().secret());
        let at = app.now();
        let command = MakeReportLink {
            id: app.mint().report_link(at),
            round_id: self.round().id,
            key: secret.key(),
            made_by: self.caller().account().id,
            at,
            expires_at: at + days * DAY,
        };
        let detail = if days == 1 { "made, for 1 day".to_owned() } else { format!("made, for {days} days") };
        let note = self.note(app, Deed::ReportShared, detail);
        match app.store.execute(Audited { command, note }).await? {
            ReportLinked::Made => Ok(secret),
            ReportLinked::TooMany => {
                let most = format!("A result has {MOST_REPORT_LINKS} links at most. Withdraw some first.");
                Err(refused("days", &most))
            }
        }
    }

    /// Withdraws a link, which leads nowhere from then on.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it was withdrawn meanwhile, or is another round's.
    pub async fn withdraw_result(&self, app: &App, id: &str) -> Result<(), Error> {
        let id: ReportLinkId = id.parse().map_err(|_| Error::Conflict(Conflict::Stale))?;
        let command = WithdrawReportLink { round_id: self.round().id, id };
        let note = self.note(app, Deed::ReportShared, "withdrawn".to_owned());
        let gone = app.store.execute(Audited { command, note }).await?;
        if gone { Ok(()) } else { Err(Error::Conflict(Conflict::Stale)) }
    }
}
