//! `/rounds/new` and `/rounds/{id}` with what lies under it.

mod form;
mod invitations;
mod one;
mod remind;
mod report_links;
mod steps;
mod worksheet;

pub use form::{change, edit, make, new};
pub use invitations::{invitations, invite, replace, withdraw};
pub use one::{answer, share, show};
pub use remind::{remind, remind_asked};
pub use report_links::{no_report, report_links, sent, share_report, withdraw_report};
pub use steps::{close, close_asked, delete, delete_asked, open, publish, reopen, reopen_asked};
pub use worksheet::{keep_worksheet, worksheet};
