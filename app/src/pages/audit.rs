//! `/admin/audit`: who did what, and whether the log was touched.

use domain::audit::{Deed, Filter};
use leptos::prelude::*;
use usecases::audit::{Chain, LogEntry, LogPage, Who};
use usecases::moment;

use crate::components::address::AddressBox;
use crate::components::button::LinkButton;
use crate::components::card::Card;
use crate::components::empty::Empty;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::components::table::{Column, Table};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Audit {
    /// The entries.
    pub log: LogPage,
    /// Which entries are shown.
    pub filter: Filter,
    /// Whether the chain holds; on the first page only.
    pub chain: Option<Chain>,
}

/// The page.
pub fn page(audit: Audit) -> Page {
    let Audit { log, filter, chain } = audit;
    let first = chain.is_some();
    let older = log.next.map(|before| {
        view! { <LinkButton href=routes::audit(filter, Some(before)) text="Older entries" /> }
    });
    let newest = (!first).then(|| view! { <LinkButton href=routes::audit(filter, None) text="Newest entries" /> });
    let alone = log.by.map(|who| {
        let everybody = routes::audit(Filter { by: None, ..filter }, None);
        view! { <p>{format!("Only what {} did. ", if who == Who::Deleted { "a deleted account".to_owned() } else { named(who) })}<a href=everybody>"Show what everybody did"</a></p> }
    });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over">"Administration"</p>
                    <h1>"Audit log"</h1>
                </div>
                <LinkButton href=routes::audit_csv(filter) text="Download as CSV" />
            </div>
            {chain.map(chain_card)}
            {alone}
            {choose(filter)}
            {entries(log.entries, filter)}
            <div class="row">{newest} {older}</div>
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("Audit log", body) }
}

fn chain_card(chain: Chain) -> Rendered {
    let Chain { entries, newest, broken_at } = chain;
    let (tone, words) = match broken_at {
        None => (Tone::Done, format!("The chain holds: each of the {entries} entries fits the one before it.")),
        Some(number) => (
            Tone::Warning,
            format!(
                "The chain is broken at entry {number}: it, or an entry before it, was changed or removed in the database."
            ),
        ),
    };
    let newest =
        newest.map(|hash| view! { <AddressBox id="newest-hash" label="Hash of the newest entry" value=hash /> });
    view! {
        <Card id="chain" title="Was the log touched?">
            <Notice tone=tone><p>{words}</p></Notice>
            <p class="soft">"Keep the hash of the newest entry outside this server, in a mail or on paper: whoever rewrites the log later cannot make it fit again."</p>
            {newest}
        </Card>
    }.rendered()
}

fn choose(Filter { deed, by }: Filter) -> Rendered {
    let all = [(String::new(), "everything".to_owned())];
    let deeds = Deed::ALL.iter().map(|deed| (deed.word().to_owned(), deed.words().to_owned()));
    let options: Vec<(String, String)> = all.into_iter().chain(deeds).collect();
    let value = deed.map_or("", Deed::word);
    let by = by.map(|id| view! { <input type="hidden" name="person" value=id.to_string() /> });
    view! {
        <form method="get" action=routes::AUDIT class="row">
            {by}
            <Select name="deed" label="What was done" options=options value=value />
            <button type="submit" class="button">"Show"</button>
        </form>
    }
    .rendered()
}

/// What whoever did something is called.
fn named(who: Who) -> String {
    match who {
        Who::Account(name) => name,
        Who::Deleted => "deleted account".to_owned(),
        Who::Program => "Plumbline itself".to_owned(),
    }
}

fn entries(entries: Vec<LogEntry>, filter: Filter) -> Rendered {
    if entries.is_empty() {
        return view! { <Empty title="No entries." text="Choose everything, or another deed, to see more." /> }
            .rendered();
    }
    let columns = [Column::words("When (UTC)"), Column::words("Who"), Column::words("What"), Column::words("Which")];
    let rows = entries
        .into_iter()
        .map(|entry| {
            let who = named(entry.who);
            let who = match entry.actor {
                Some(id) => {
                    view! { <a href=routes::audit(Filter { by: Some(id), ..filter }, None)>{who}</a> }.rendered()
                }
                None => who.rendered(),
            };
            let detail = (!entry.detail.is_empty()).then(|| view! { <div class="soft small">{entry.detail}</div> });
            view! {
                <tr>
                    <th scope="row">{moment::second(entry.at)}</th>
                    <td>{who}</td>
                    <td>{entry.deed.words().to_owned()}</td>
                    <td>{entry.subject} {detail}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <Table id="entries" caption="Entries, the newest first" columns=columns>{rows}</Table> }.rendered()
}
