//! The log, for owners.

use std::collections::{BTreeSet, HashMap};

use domain::audit::{Deed, FIRST, Filter, Link, Said, first_break};
use domain::ids::{AccountId, OrganisationId};
use store::{Note, NoteDown, Snapshot};
use uuid::Uuid;

use crate::accounts::Owner;
use crate::{App, Error};

/// So many entries stand on a page.
const PAGE: usize = 50;
/// So many are read at once where all are.
const BATCH: i64 = 1000;

/// A page of the log.
#[derive(Clone, Debug)]
pub struct LogPage {
    /// Its entries, the newest first.
    pub entries: Vec<LogEntry>,
    /// Whose entries alone these are, if it was asked for them.
    pub by: Option<Who>,
    /// The number that the next page's entries are below, if there are any.
    pub next: Option<i64>,
}

/// An entry in words.
#[derive(Clone, Debug)]
pub struct LogEntry {
    /// Its number.
    pub number: i64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who.
    pub who: Who,
    /// That account's id, also where the account is not there any more; `None` for the program.
    pub actor: Option<AccountId>,
    /// What was done.
    pub deed: Said,
    /// To what, in plain words; may be empty.
    pub subject: String,
    /// What else has to be known; may be empty.
    pub detail: String,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An account, by name or address.
    Account(String),
    /// An account that is not there any more.
    Deleted,
    /// The program itself.
    Program,
}

/// Whether a log is as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How many entries it has.
    pub entries: i64,
    /// The hash of the newest, unless there is none.
    pub newest: Option<String>,
    /// The number of the first entry that does not fit the one before it.
    pub broken_at: Option<i64>,
}

/// A page of the log: the entries that are meant, below the number `before`.
///
/// # Errors
/// [`Error::NotFound`] for an account that this log does not speak of; [`Error::Unavailable`].
pub async fn page(app: &App, owner: &Owner, filter: Filter, before: Option<i64>) -> Result<LogPage, Error> {
    let organisation = owner.organisation();
    let mut snapshot = app.store.snapshot().await?;
    let by = who_of(&mut snapshot, organisation, filter).await?;
    let before = before.unwrap_or(i64::MAX);
    // One more than is shown tells whether there is a next page.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut links = snapshot.audit_entries(organisation, filter, before, limit).await?;
    let more = links.len() > PAGE;
    links.truncate(PAGE);
    let next = links.last().filter(|_| more).map(|link| link.entry.number);
    let ids: BTreeSet<Uuid> = links.iter().flat_map(named).collect();
    let names = snapshot.names(organisation, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(LogPage { entries: links.into_iter().map(|link| entry(link, &names)).collect(), by, next })
}

/// Who is meant by a filter: an account that is there, or was and has left entries behind.
async fn who_of(snapshot: &mut Snapshot, organisation: OrganisationId, filter: Filter) -> Result<Option<Who>, Error> {
    let Some(id) = filter.by else { return Ok(None) };
    if let Some(name) = snapshot.names(organisation, &[id.uuid()]).await?.remove(&id.uuid()) {
        return Ok(Some(Who::Account(name)));
    }
    match snapshot.audit_count_of(organisation, id).await? {
        0 => Err(Error::NotFound),
        _ => Ok(Some(Who::Deleted)),
    }
}

/// Follows the whole log's chain.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn chain(app: &App, owner: &Owner) -> Result<Chain, Error> {
    let organisation = owner.organisation();
    let mut chain = Chain { entries: 0, newest: None, broken_at: None };
    let mut last = 0;
    let mut snapshot = app.store.snapshot().await?;
    loop {
        let links = snapshot.audit_run(organisation, last, BATCH).await?;
        let Some(newest) = links.last() else { return Ok(chain) };
        let before = chain.newest.as_deref().unwrap_or(FIRST);
        chain.broken_at = chain.broken_at.or_else(|| first_break(organisation, before, &links));
        chain.entries += i64::try_from(links.len()).unwrap_or(0);
        last = newest.entry.number;
        chain.newest = Some(newest.hash.clone());
    }
}

/// All entries that are meant, oldest first, for a file; the log says that they were taken out.
///
/// # Errors
/// [`Error::NotFound`] for an account that this log does not speak of; [`Error::Unavailable`].
pub async fn export(app: &App, owner: &Owner, filter: Filter) -> Result<Vec<Link>, Error> {
    let organisation = owner.organisation();
    who_of(&mut app.store.snapshot().await?, organisation, filter).await?;
    let note = Note {
        organisation_id: organisation,
        actor: Some(owner.account().id),
        deed: Deed::Exported,
        subject: filter.by.map(|account| format!("account {account}")).unwrap_or_default(),
        detail: if filter == Filter::default() { "audit log" } else { "part of the audit log" }.to_owned(),
        at: app.now(),
    };
    app.store.execute(NoteDown(note)).await?;
    let mut all: Vec<Link> = Vec::new();
    let mut snapshot = app.store.snapshot().await?;
    loop {
        let before = all.last().map_or(i64::MAX, |link| link.entry.number);
        let links = snapshot.audit_entries(organisation, filter, before, BATCH).await?;
        if links.is_empty() {
            all.reverse();
            return Ok(all);
        }
        all.extend(links);
    }
}

/// The ids of what an entry speaks of.
fn named(link: &Link) -> impl Iterator<Item = Uuid> + use<> {
    let subject = subject(&link.entry.subject).map(|(_, id)| id);
    [link.entry.actor.map(domain::ids::AccountId::uuid), subject].into_iter().flatten()
}

/// A subject's kind and id.
fn subject(text: &str) -> Option<(&str, Uuid)> {
    let (kind, id) = text.split_once(' ')?;
    Some((kind, id.parse().ok()?))
}

fn entry(link: Link, names: &HashMap<Uuid, String>) -> LogEntry {
    let entry = link.entry;
    let who = match entry.actor {
        None => Who::Program,
        Some(actor) => names.get(&actor.uuid()).cloned().map_or(Who::Deleted, Who::Account),
    };
    let subject = match subject(&entry.subject) {
        None => entry.subject,
        Some((kind, id)) => match names.get(&id) {
            Some(name) if kind == "account" => name.clone(),
            Some(name) => format!("{kind} {name}"),
            None if kind == "organisation" => "the organisation".to_owned(),
            None => format!("a deleted {kind}"),
        },
    };
    LogEntry {
        number: entry.number,
        at: entry.at,
        who,
        actor: entry.actor,
        deed: entry.deed,
        subject,
        detail: entry.detail,
    }
}
