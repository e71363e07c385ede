//! The published figures of a round one by one, as tables of many rounds show them.

use serde::{Deserialize, Serialize};

use crate::privacy::Unreadable;
use crate::report::withheld::NOT_SHOWN;
use crate::report::words::{NOT_ASKED, TOO_FEW, likely, whole};
use crate::scoring::{ConstructScore, Detail, Scores, Status};
use crate::statistics::Interval;

/// The id of the maturity index among the figures.
pub const INDEX: &str = "index";
/// The id of the secured level among the figures.
pub const LEVEL: &str = "level";

/// The five steps of 0 to 100 that [`Figure::step`] tells, as whole numbers (ours: equal fifths).
pub const STEPS: [&str; 5] = ["0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 to 100"];

/// A figure with all that may be said of it: made of what [`crate::privacy::publish`] let out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// [`INDEX`], [`LEVEL`], or the id of a construct.
    pub id: String,
    /// Whether there is one, and if not, why.
    pub status: Status,
    /// How much is told of it.
    #[serde(default, skip_serializing_if = "Detail::is_full")]
    pub detail: Detail,
    /// 0 to 100; of the level 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Its 95 % interval, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// How many respondents have a score of the construct: of a coarse figure the least number it can be. Of index and
    /// level the respondents of the round.
    pub n: u32,
}

impl Figure {
    /// As it is stored, to the last digit.
    #[must_use]
    pub fn kept(&self) -> String {
        // A figure holds nothing that JSON has no words for.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads figures again, with commas between them.
    ///
    /// # Errors
    /// [`Unreadable::Broken`].
    pub fn restored(kept: &str) -> Result<Vec<Self>, Unreadable> {
        Ok(serde_json::from_str(&format!("[{kept}]"))?)
    }

    /// Index, level and every construct in the instrument's order.
    #[must_use]
    pub fn all(scores: &Scores) -> Vec<Self> {
        let constructs = scores.constructs.iter().map(|score| Self::construct(score, scores.respondents));
        [Self::index(scores), Self::level(scores)].into_iter().chain(constructs).collect()
    }

    /// The maturity index. It is coarse where a practice that it is the mean of is.
    #[must_use]
    pub fn index(scores: &Scores) -> Self {
        let maturity = &scores.maturity;
        let coarse = practices(scores).any(|score| score.detail == Detail::Coarse);
        Self {
            id: INDEX.to_owned(),
            status: maturity.status,
            detail: detail(maturity.status, coarse),
            value: maturity.index,
            interval: maturity.ci95,
            n: people(scores),
        }
    }

    /// The secured level.
    #[must_use]
    pub fn level(scores: &Scores) -> Self {
        let level = &scores.maturity.level;
        Self {
            id: LEVEL.to_owned(),
            status: level.level_status,
            detail: detail(level.level_status, false),
            value: level.secured_level.map(f64::from),
            interval: None,
            n: people(scores),
        }
    }

    fn construct(score: &ConstructScore, respondents: usize) -> Self {
        // Before anybody has answered it is not known what applies.
        let status = match score.status {
            Status::NotApplicable if respondents == 0 => Status::Withheld,
            status => status,
        };
        Self {
            id: score.id.clone(),
            status,
            detail: score.detail,
            value: score.index,
            interval: score.index_ci95,
            n: score.n,
        }
    }

    /// The number as it is shown, or the words that stand for none: "45", "about 45", "Not shown", "Too few to tell".
    #[must_use]
    pub fn text(&self) -> String {
        match (self.value, self.status) {
            (Some(value), _) if self.detail == Detail::Coarse => format!("about {}", whole(value)),
            (Some(value), _) => whole(value),
            (None, Status::Suppressed) => NOT_SHOWN.to_owned(),
            (None, Status::NotApplicable) => NOT_ASKED.to_owned(),
            (None, Status::Withheld | Status::Scored) => TOO_FEW.to_owned(),
        }
    }

    /// The same for a narrow cell: "45", "~45" for one that is rounded, "not shown", "too few".
    #[must_use]
    pub fn brief(&self) -> String {
        match (self.value, self.status) {
            (Some(value), _) if self.detail == Detail::Coarse => format!("~{}", whole(value)),
            (Some(_), _) => self.text(),
            (None, Status::Withheld | Status::Scored) => "too few".to_owned(),
            (None, _) => self.text().to_lowercase(),
        }
    }

    /// "likely 41 to 58"; empty without a range.
    #[must_use]
    pub fn range_text(&self) -> String {
        self.interval.map(likely).unwrap_or_default()
    }

    /// Which of five steps it is on, 1 to 5: a fifth of 0 to 100 each, decided on the whole number that is shown; the
    /// level is its own step. `None` where there is no number.
    #[must_use]
    pub fn step(&self) -> Option<u8> {
        let value = self.value?.round();
        if self.id == LEVEL {
            return (1..=5).find(|level| f64::from(*level) >= value);
        }
        Some(
            [20.0, 40.0, 60.0, 80.0].into_iter().zip(1..).find(|(limit, _)| value < *limit).map_or(5, |(_, step)| step),
        )
    }
}

/// The constructs that the maturity index is the mean of: all but challenges and benefits.
fn practices(scores: &Scores) -> impl Iterator<Item = &ConstructScore> {
    let perceived = |id: &str| {
        scores.challenges.iter().any(|score| score.id == id) || scores.benefits.iter().any(|score| score.id == id)
    };
    scores.constructs.iter().filter(move |score| !perceived(&score.id))
}

const fn detail(status: Status, coarse: bool) -> Detail {
    match status {
        Status::Suppressed => Detail::Suppressed,
        _ if coarse => Detail::Coarse,
        _ => Detail::Full,
    }
}

fn people(scores: &Scores) -> u32 {
    u32::try_from(scores.respondents).unwrap_or(u32::MAX)
}
