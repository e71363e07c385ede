//! A publication as it is stored: computed once, and read again for every outlet.
//!
//! Two texts. What is **shown** holds what [`super::publish`] let out and nothing else. The **memory** of a confidential
//! round holds answers: what the next publication of the same round has to be compared with. It is as confidential as
//! the answers themselves, is stored beside them, and goes when they go.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::importance::Importance;
use super::ledger::{Content, Given, People};
use super::publication::{Figures, Past};
use super::{Comment, Cut, Publication, Published, PublishedScores, Told};
use crate::instrument::JobRole;
use crate::scoring::{ConstructParts, ConstructScore, DimensionScore, ItemParts, ScoreParts};

/// A publication on its way into a database.
pub struct Kept {
    /// What is shown, as [`Restored`] reads it.
    pub shown: String,
    /// SHA-256 of `shown`, in 64 hexadecimal digits.
    pub digest: String,
    /// What the next publication has to know; only of a confidential round. For the database alone.
    pub memory: Option<String>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("digest", &self.digest).finish_non_exhaustive()
    }
}

/// A stored publication cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// A text is none that [`Publication::kept`] makes.
    #[error("a stored publication cannot be read: {0}")]
    Broken(#[from] serde_json::Error),
    /// The round is confidential, and what its next publication has to know is not there.
    #[error("a stored publication has no memory of its answers")]
    NoMemory,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Shown {
    scores: ScoreParts,
    cuts: Vec<CutParts>,
    pub(super) comments: Vec<Comment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    importance: Vec<Importance>,
}

#[derive(Serialize, Deserialize)]
struct CutParts {
    role: Option<String>,
    respondents: usize,
    constructs: Vec<ConstructParts>,
    dimensions: Vec<DimensionScore>,
    maturity_index: Option<f64>,
}

impl From<Cut> for CutParts {
    fn from(Cut { role, respondents, constructs, dimensions, maturity_index }: Cut) -> Self {
        let constructs = constructs.into_iter().map(ConstructParts::from).collect();
        Self { role: role.map(|role| role.id().to_owned()), respondents, constructs, dimensions, maturity_index }
    }
}

impl From<CutParts> for Cut {
    fn from(CutParts { role, respondents, constructs, dimensions, maturity_index }: CutParts) -> Self {
        let constructs = constructs.into_iter().map(ConstructScore::from).collect();
        let role = role.as_deref().and_then(JobRole::parse);
        Self { role, respondents, constructs, dimensions, maturity_index }
    }
}

/// What can be read of the text of what was shown.
pub trait Restored: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`Unreadable::Broken`].
    fn restored(shown: &str) -> Result<Self, Unreadable>;
}

impl Restored for Published {
    fn restored(shown: &str) -> Result<Self, Unreadable> {
        let Shown { scores, cuts, comments, importance } = serde_json::from_str(shown)?;
        let cuts = cuts.into_iter().map(Cut::from).collect();
        Ok(Self(Told { scores: scores.into(), cuts, comments, importance }))
    }
}

impl Restored for PublishedScores {
    fn restored(shown: &str) -> Result<Self, Unreadable> {
        /// The rest of the text is passed over.
        #[derive(Deserialize)]
        struct Whole {
            scores: ScoreParts,
        }
        let Whole { scores } = serde_json::from_str(shown)?;
        Ok(Self(scores.into()))
    }
}

impl Published {
    fn shown(&self) -> String {
        let cuts = self.cuts.iter().cloned().map(CutParts::from).collect();
        let shown = Shown {
            scores: self.scores.clone().into(),
            cuts,
            comments: self.comments.clone(),
            importance: self.importance.clone(),
        };
        written(&shown)
    }
}

impl Publication {
    /// As it is stored. The same publication gives the same texts.
    #[must_use]
    pub fn kept(&self) -> Kept {
        let shown = self.published.shown();
        Kept { digest: digest(&shown), shown, memory: self.past.as_deref().map(written) }
    }

    /// Reads it again, to publish the same round once more after it. For showing it [`Restored`] is enough.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn restored(shown: &str, memory: Option<&str>) -> Result<Self, Unreadable> {
        let published = Published::restored(shown)?;
        let past = memory.map(serde_json::from_str::<Past>).transpose()?.map(Arc::new);
        // Without it the next publication would be taken for the first, and tell what the two give away together.
        if published.scores.threshold.is_some() && past.is_none() {
            return Err(Unreadable::NoMemory);
        }
        Ok(Self { published, past })
    }
}

/// SHA-256 of a text, in 64 hexadecimal digits.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = fmt::Write::write_fmt(&mut hex, format_args!("{byte:02x}"));
        hex
    })
}

/// Writing into a text fails only for types that are no JSON, and these are.
pub(super) fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
pub(super) struct FiguresParts {
    items: Vec<ItemParts>,
    construct: ConstructParts,
    parts: Vec<(usize, ConstructParts)>,
}

impl From<Figures> for FiguresParts {
    fn from(Figures { items, construct, parts }: Figures) -> Self {
        Self {
            items: items.into_iter().map(ItemParts::from).collect(),
            construct: construct.into(),
            parts: parts.into_iter().map(|(part, score)| (part, score.into())).collect(),
        }
    }
}

impl From<FiguresParts> for Figures {
    fn from(FiguresParts { items, construct, parts }: FiguresParts) -> Self {
        Self {
            items: items.into_iter().map(Into::into).collect(),
            construct: construct.into(),
            parts: parts.into_iter().map(|(part, score)| (part, score.into())).collect(),
        }
    }
}

/// Everybody's content, which several views share.
pub(super) mod people {
    use super::{Arc, BTreeMap, Content, Deserialize, Deserializer, People, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(people: &Arc<People>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(people.iter().map(|(key, content)| (&**key, content)))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<People>, D::Error> {
        let read = BTreeMap::<String, Content>::deserialize(deserializer)?;
        Ok(Arc::new(read.into_iter().map(|(key, content)| (Arc::from(key), content)).collect()))
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_str(&value.to_string()),
            Self::DontKnow => serializer.serialize_str("DK"),
            Self::NotApplicable => serializer.serialize_str("NA"),
            Self::Blank => serializer.serialize_str(""),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        match word.as_str() {
            "DK" => Ok(Self::DontKnow),
            "NA" => Ok(Self::NotApplicable),
            "" => Ok(Self::Blank),
            value => value.parse().map(Self::Value).map_err(serde::de::Error::custom),
        }
    }
}
