//! What lists share: a search, a page, and how many there are.

use domain::account::pattern;
use domain::rights::{Action, Reach};
use store::{Part, View};

use crate::accounts::Caller;

/// Entries of a page.
pub const PAGE: i64 = 50;

/// What part of a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What was typed into the search; may be empty.
    pub query: String,
    /// The page, from 1.
    pub page: i64,
}

impl Wanted {
    /// From what stands in an address; anything that is no page is the first.
    #[must_use]
    pub fn new(query: &str, page: &str) -> Self {
        let query = query.chars().take(100).collect();
        Self { query, page: page.parse().unwrap_or(1).clamp(1, 100_000) }
    }

    pub(crate) fn pattern(&self) -> String {
        pattern(&self.query)
    }

    pub(crate) fn part(&self) -> Part {
        Part { offset: (self.page - 1) * PAGE, limit: PAGE }
    }
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// What was asked for.
    pub wanted: Wanted,
    /// How many there are on all pages.
    pub total: i64,
}

impl<T> Paged<T> {
    /// How many pages there are, one at least.
    #[must_use]
    pub fn pages(&self) -> i64 {
        ((self.total + PAGE - 1) / PAGE).max(1)
    }
}

impl Caller {
    /// What this caller's lists of teams and rounds hold.
    pub(crate) fn view(&self) -> View {
        self.view_for(Action::SeeTeam)
    }

    /// What lists hold of teams with which the caller may do this.
    pub(crate) fn view_for(&self, action: Action) -> View {
        View {
            organisation_id: self.organisation(),
            account_id: self.account().id,
            everything: self.right().reach(action) == Reach::Organisation,
        }
    }

    /// The note of something that this caller has done.
    pub(crate) fn note(
        &self,
        app: &crate::App,
        deed: domain::audit::Deed,
        subject: String,
        detail: String,
    ) -> store::Note {
        let (organisation_id, actor) = (self.organisation(), Some(self.account().id));
        store::Note { organisation_id, actor, deed, subject, detail, at: app.now() }
    }
}

/// A field that must hold something.
pub(crate) fn required(field: &str, text: &str) -> Result<String, crate::FieldError> {
    let line = domain::answer::one_line(field, text)?;
    if line.is_empty() {
        let message = "Give it a name.".to_owned();
        return Err(crate::FieldError { field: field.to_owned(), message });
    }
    Ok(line)
}

/// One message at one field.
pub(crate) fn refused(field: &str, message: &str) -> crate::Error {
    crate::Error::Invalid(vec![crate::FieldError { field: field.to_owned(), message: message.to_owned() }])
}

#[cfg(test)]
mod tests {
    use super::{Paged, Wanted};

    #[test]
    fn what_is_no_page_is_the_first() {
        for odd in ["", "0", "-3", "x", "99999999999999999999"] {
            assert_eq!(Wanted::new("", odd).page, 1, "{odd}");
        }
        assert_eq!(Wanted::new("", "3").part().offset, 100);
    }

    #[test]
    fn pages_are_counted_upwards() {
        let pages = |total| Paged::<()> { entries: Vec::new(), wanted: Wanted::default(), total }.pages();
        assert_eq!([pages(0), pages(50), pages(51)], [1, 1, 2]);
    }
}
