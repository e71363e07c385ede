//! Links to what a round has published, for people without an account.

mod change;
mod read;

pub use change::{MOST_REPORT_LINKS, MakeReportLink, ReportLinked, WithdrawReportLink};
pub use read::ReportLink;
