//! The worksheet of a round: what an investment is worth, from the team's own numbers and what the round knows.

use domain::audit::Deed;
use domain::roi::{COLUMNS, Inputs, Known, LINES, Line, Sheet};
use store::{Audited, KeepWorksheet, WorksheetKept};

use crate::accounts::{ManagePlan, RoundAccess, SeeResults};
use crate::results::outlet;
use crate::{App, Error, FieldError};

/// A round's worksheet.
#[derive(Clone, Debug)]
pub struct Worksheet {
    /// What was typed.
    pub sheet: Sheet,
    /// Its version; 0 if nothing was kept yet.
    pub version: i64,
    /// What is reckoned with: what was typed, then what the round knows.
    pub inputs: Inputs,
    /// Whether the round knows anything.
    pub fills: bool,
}

impl RoundAccess<SeeResults> {
    /// The worksheet. What the round knows comes out of what it publishes, and of nothing else.
    ///
    /// # Errors
    /// [`Error::Conflict`] where the round's instrument is not known; [`Error::Unavailable`].
    pub async fn worksheet(&self, app: &App) -> Result<Worksheet, Error> {
        let known = self.known(app).await?;
        let (sheet, version) = app.store.snapshot().await?.worksheet(self.round().id).await?;
        let inputs = sheet.inputs(&known);
        Ok(Worksheet { sheet, version, inputs, fills: known != Known::default() })
    }

    async fn known(&self, app: &App) -> Result<Known, Error> {
        let outlet = outlet(app, self).await?;
        Ok(Known::of(outlet.instrument, &outlet.published.scores.delivery))
    }

    /// The same proof for changing it, if that is allowed.
    #[must_use]
    pub fn worksheet_keeper(&self) -> Option<RoundAccess<ManagePlan>> {
        self.also()
    }
}

impl RoundAccess<ManagePlan> {
    /// Keeps what was typed: `text` gives that of a line's column, `seen` is the version that was changed.
    ///
    /// # Errors
    /// [`Error::Invalid`] with messages at the fields, and where somebody else changed it since; [`Error::Conflict`]
    /// where the round's instrument is not known; [`Error::Unavailable`].
    pub async fn keep_worksheet(
        &self,
        app: &App,
        seen: &str,
        text: impl Fn(Line, &'static str) -> String,
    ) -> Result<(), Error> {
        let Some(reader) = self.also::<SeeResults>() else { return Err(Error::NotAllowed) };
        let sheet = Sheet::read(&reader.known(app).await?, text).map_err(Error::Invalid)?;
        let round = self.round();
        let what = format!("{}, {}", round.team_name, round.name);
        let note = self.caller().note(app, Deed::WorksheetKept, format!("round {}", round.id), what);
        let command = KeepWorksheet { round_id: round.id, sheet, seen: seen.parse().unwrap_or(0), at: app.now() };
        match app.store.execute(Audited { command, note }).await? {
            WorksheetKept::Kept | WorksheetKept::Same => Ok(()),
            WorksheetKept::Stale => Err(Error::Invalid(vec![FieldError {
                field: format!("{}.{}", LINES[0].id, COLUMNS[1]),
                message: "Somebody changed this worksheet while you wrote. Below is what you wrote; keep it again to put it in the place of theirs.".to_owned(),
            }])),
        }
    }
}
