//! Where everything is kept: one SQL text for SQLite and PostgreSQL.
//!
//! A [`Store`] is opened once and cloned freely. [`Store::snapshot`] reads; what users wait for is a [`Command`] given
//! to [`Store::execute`], which answers only after the commit; [`Store::begin`] is for writes that are no command
//! (imports, care of the database).
//!
//! To add a read: a method on [`Snapshot`] beside its aggregate, with a private row struct, through `rows!` or
//! `value!`. To add a write: a struct beside its aggregate that implements [`Command`]. A command may be run twice,
//! so it must find its own traces the second time. Where it decides between a read and a write, it first takes the
//! locks of `lock.rs`, since PostgreSQL lets others in between. Then run `cargo xtask prepare`, and add a case to the
//! contract suite in `tests/contract`, which both engines must pass.
//!
//! Words that mean different things to the engines: LIKE ignores case on SQLite only; NULLs sort first on SQLite;
//! a bare `$1 IS NULL` has no type on PostgreSQL. Ids, times and random numbers come from the caller.

mod sql;

mod accounts;
mod actions;
mod answers;
mod audit;
#[cfg(feature = "sqlite")]
mod backup;
mod bulk;
mod care;
mod conn;
mod error;
mod execute;
mod jobs;
mod letterheads;
mod lock;
mod meetings;
mod migrate;
mod names;
mod open;
mod organisations;
mod publications;
mod quick_checks;
mod report_links;
mod responses;
mod rounds;
mod settings;
mod teams;
mod units;
mod worksheets;
#[cfg(feature = "sqlite")]
mod writer;

pub use accounts::{
    Account, AddAccount, AddFactor, Added, AwaitCode, ByLink, ChangePassword, ChangePerson, DeleteAccount,
    DeletePerson, Deleted, EndSession, EndSessions, Factor, ImportPeople, InvitePerson, Leaving, Link, MakeLink,
    OwnResponse, OwnTeam, OwnValue, PasswordHash, Person, PersonChanged, Purpose, Rehash, RemoveFactor, RenameAccount,
    ResetPassword, Retitled, SeeSession, Session, SessionAccount, SetUp, StartSession, SwitchPerson, TakeUp,
    TotpSecret, UseRecovery, UseStep, Which,
};
pub use actions::{
    ActionChanged, Actions, AddAction, ChangeAction, DeleteAction, OwnAction, PlannedAction, SetActionStatus,
};
pub use answers::{
    Change, CollectedAnswers, FieldHistory, HistoryEntry, Kept, SaveAnswers, Saved, StaleField, StoredAnswer,
};
pub use audit::{Audited, Happened, Note, NoteDown};
#[cfg(feature = "sqlite")]
pub use backup::{BackupError, restore};
pub use bulk::{Bulk, BulkAnswer, BulkOrganisation, BulkResponse, BulkRound, BulkUnit, Holdings};
pub use care::{ConnectionSettings, ForgetCommands};
pub use conn::{Snapshot, Tx};
pub use error::{Cause, StoreError};
pub use execute::Command;
pub use jobs::{Enqueue, Enqueued, FailJob, FinishJob, RenewLease, TakeJobs, TakenJob, Tidied, Tidy};
pub use letterheads::{ChangeLetterhead, StoredLetterhead};
pub use meetings::{
    CastVote, EndMeeting, JoinMeeting, Meeting, MeetingStarted, MeetingStep, Present, Seated, StartMeeting,
    StepMeeting, Stepped, VoteTaken,
};
pub use migrate::{MigrationError, MigrationReport};
pub use open::{Engine, OpenError, Options, Store};
pub use organisations::EnsureOrganisation;
pub use publications::{
    EnterFigures, KeepPublication, KeptPublication, Newest, Order, Overview, PublicationStored, RoundFigures,
    StorePublication, TeamFigures, Unpublished,
};
pub use quick_checks::{GoOnFromCheck, QuickCheck, SaveQuickCheck, WentOn};
pub use report_links::{MOST_REPORT_LINKS, MakeReportLink, ReportLink, ReportLinked, WithdrawReportLink};
pub use responses::{
    EraseResponse, Erased, RenameResponse, Renamed, ReopenResponse, Reopened, Response, ResponseSummary, Submission,
    SubmitResponse,
};
pub use rounds::{
    Begin, Begun, ChangeRound, ClaimRound, ClaimTo, Claimed, CloseRound, Closed, DeleteDraft, Due, EraseAnswers, Event,
    Invitation, InvitePeople, Inviting, JoinRound, Joining, MOST_INVITATIONS, Member, NewInvitation, PlanRounds,
    PlannedRound, ReplaceInvitation, Round, RoundEvent, RoundLine, RoundPlan, RoundToAnswer, ShareLink, Standing,
    StartRound, Terms, Turn, TurnRound, Turned, UseInvitation, WithdrawInvitation,
};
pub use settings::{ChangeSettings, OrganisationSettings};
pub use teams::{
    AddTeam, ArchiveTeam, ChangeTeam, Membership, Part, Placing, SetMembership, Team, TeamLine, TeamPlace, View,
};
pub use units::{AddUnit, ChangeUnit, DeleteUnit, Unit, UnitChanged};
pub use worksheets::{KeepWorksheet, WorksheetKept};
