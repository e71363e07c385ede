//! What outlives the answers, and what goes with somebody who takes theirs back.

use std::sync::Arc;

use super::kept::{Shown, Unreadable, written};
use super::ledger::{Content, Given, People};
use super::publication::Past;
use super::{Publication, Refused, SealedAnswers, confidential, open};
use crate::instrument::Instrument;
use crate::round::Mode;

/// Threshold for what is kept of a named round when its answers are deleted. Figures of one or two people would be
/// their answers.
const LASTING_K: u8 = 5;

/// What is remembered of people who took their answers back is under this and a number; no response is called so.
const GONE: &str = "gone-";

/// What may be kept of a round whose answers are about to be deleted: of a named one what would be told if it had been
/// confidential with k = 5, of a single answer for the team all figures; no texts, no names. `None` where that is nothing,
/// and for a confidential round, of which what was published stays ([`lasting_text`]).
#[must_use]
pub fn lasting(instrument: &Instrument, answers: &SealedAnswers) -> Option<Publication> {
    let few = answers.keys.len() < usize::from(LASTING_K);
    let made = match answers.mode {
        Mode::Named if few => return None,
        Mode::OneAnswer => Ok(open(instrument, answers)),
        Mode::Named => confidential::publish(instrument, answers, LASTING_K, None, 0),
        Mode::Confidential { .. } => return None,
    };
    // Without a publication before it nothing is refused.
    let mut publication = made.map_err(|_: Refused| ()).ok()?;
    publication.past = None;
    publication.published.0.comments.clear();
    publication.published.0.scores.quality.clear();
    Some(publication)
}

/// A stored publication of a confidential round without its texts: what stays when the answers are deleted.
///
/// # Errors
/// [`Unreadable::Broken`].
pub fn lasting_text(shown: &str) -> Result<String, Unreadable> {
    let mut shown: Shown = serde_json::from_str(shown)?;
    shown.comments.clear();
    Ok(written(&shown))
}

/// What is shown, without the texts of somebody who takes them back: one of each field and text in `texts`.
///
/// # Errors
/// [`Unreadable::Broken`].
pub fn without_texts(shown: &str, texts: &[(String, String)]) -> Result<String, Unreadable> {
    let mut shown: Shown = serde_json::from_str(shown)?;
    for (field, text) in texts {
        if let Some(place) = shown.comments.iter().position(|one| one.field == *field && one.text == *text) {
            shown.comments.remove(place);
        }
    }
    Ok(written(&shown))
}

/// A memory that no longer holds the answers of response `key`. That somebody was there stays under a number, with
/// which questions were answered: else the next publication would be compared with one that never was.
///
/// # Errors
/// [`Unreadable::Broken`].
pub fn memory_without(memory: &str, key: &str) -> Result<String, Unreadable> {
    let mut past: Past = serde_json::from_str(memory)?;
    let numbered = |key: &Arc<str>| key.strip_prefix(GONE).and_then(|number| number.parse::<u32>().ok());
    let last = past.people_mut().flat_map(|people| people.keys().filter_map(numbered).collect::<Vec<_>>()).max();
    let stand_in = format!("{GONE}{}", last.unwrap_or(0) + 1);
    past.people_mut().for_each(|people| forget(people, key, &stand_in));
    Ok(written(&past))
}

fn forget(people: &mut Arc<People>, key: &str, stand_in: &str) {
    let Some(content) = people.get(key) else { return };
    let given = content.given.iter().map(|given| match given {
        // No answer has this value, so it is the same as no other.
        Given::Value(_) => Given::Value(u64::MAX),
        Given::DontKnow | Given::NotApplicable | Given::Blank => Given::Blank,
    });
    let content = Content { part: content.part, given: given.collect() };
    let mut left = (**people).clone();
    left.remove(key);
    left.insert(Arc::from(stand_in), content);
    *people = Arc::new(left);
}
