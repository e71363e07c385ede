//! What goes into a file.

use domain::instrument::Instrument;
use domain::privacy::Published;
use domain::round::Mode;
use domain::scoring::Scores;
use time::{Date, OffsetDateTime};

use crate::Error;

/// What a file says beyond what was published.
#[derive(Clone, Debug)]
pub struct About {
    /// The team's name.
    pub team: String,
    /// The round's name; may be empty.
    pub round: String,
    /// The model or service that the delivery metrics speak of; may be empty.
    pub subject: String,
    /// How the round was answered; `None` for one's own answers file.
    pub mode: Option<Mode>,
    /// When it was published, in seconds since 1970 (UTC); `None` where nothing was. Told by the day.
    pub published: Option<i64>,
    /// SHA-256 of what is published, in 64 hexadecimal digits; `None` where it is not kept.
    pub digest: Option<String>,
    /// When the file is said to be made, in seconds since 1970 (UTC). With the same value the bytes are the same.
    pub created: i64,
}

/// A publication that is to become a file.
#[derive(Clone, Debug)]
pub struct Export<'e> {
    pub(crate) instrument: &'e Instrument,
    pub(crate) published: &'e Published,
    pub(crate) about: About,
    pub(crate) day: Option<Date>,
}

impl<'e> Export<'e> {
    /// Puts together what a file needs. `instrument` is the version that was answered.
    ///
    /// # Errors
    /// [`Error::OtherInstrument`]; [`Error::Time`] for a time before 1970 or after 9999.
    pub fn new(instrument: &'e Instrument, published: &'e Published, about: About) -> Result<Self, Error> {
        let version = &published.scores.instrument;
        if (&version.id, &version.version) != (&instrument.id, &instrument.version) {
            return Err(Error::OtherInstrument {
                published: format!("{} {}", version.id, version.version),
                given: format!("{} {}", instrument.id, instrument.version),
            });
        }
        day(about.created)?;
        let day = about.published.map(day).transpose()?;
        Ok(Self { instrument, published, about, day })
    }

    pub(crate) fn scores(&self) -> &'e Scores {
        &self.published.scores
    }
}

fn day(seconds: i64) -> Result<Date, Error> {
    let time = OffsetDateTime::from_unix_timestamp(seconds).ok().filter(|_| seconds >= 0);
    time.map(OffsetDateTime::date).ok_or(Error::Time(seconds))
}
