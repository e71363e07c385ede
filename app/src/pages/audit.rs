//! `/admin/audit`: who did what, and whether the log was touched.

use domain::audit::Deed;
use leptos::prelude::*;
use usecases::audit::{Chain, LogEntry, LogPage, Who};
use usecases::moment;

use crate::components::button::LinkButton;
use crate::components::card::Card;
use crate::components::empty::Empty;
use crate::components::field::AddressBox;
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
    /// The one deed that is shown; `None` for all.
    pub deed: Option<Deed>,
    /// Whether the chain holds; on the first page only.
    pub chain: Option<Chain>,
}

/// The page.
pub fn page(audit: Audit) -> Page {
    let Audit { log, deed, chain } = audit;
    let first = chain.is_some();
    let older = log.next.map(|before| {
        let mut address = format!("{}?before={before}", routes::AUDIT);
        if let Some(deed) = deed {
            address.push_str("&deed=");
            address.push_str(deed.word());
        }
        view! { <LinkButton href=address text="Older entries" /> }
    });
    let newest = (!first).then(|| view! { <LinkButton href=routes::AUDIT text="Newest entries" /> });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over">"Administration"</p>
                    <h1>"Audit log"</h1>
                </div>
                <LinkButton href=routes::AUDIT_CSV text="Download as CSV" />
            </div>
            {chain.map(chain_card)}
            {filter(deed)}
            {entries(log.entries)}
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

fn filter(deed: Option<Deed>) -> Rendered {
    let all = [(String::new(), "everything".to_owned())];
    let deeds = Deed::ALL.iter().map(|deed| (deed.word().to_owned(), deed.words().to_owned()));
    let options: Vec<(String, String)> = all.into_iter().chain(deeds).collect();
    let value = deed.map_or("", Deed::word);
    view! {
        <form method="get" action=routes::AUDIT class="row">
            <Select name="deed" label="Show who" options=options value=value />
            <button type="submit" class="button">"Show"</button>
        </form>
    }
    .rendered()
}

fn entries(entries: Vec<LogEntry>) -> Rendered {
    if entries.is_empty() {
        return view! { <Empty title="No entries." text="Choose everything, or another deed, to see more." /> }
            .rendered();
    }
    let columns = [Column::words("When (UTC)"), Column::words("Who"), Column::words("What"), Column::words("Which")];
    let rows = entries
        .into_iter()
        .map(|entry| {
            let who = match entry.who {
                Who::Account(name) => name,
                Who::Deleted => "deleted account".to_owned(),
                Who::Program => "Plumbline itself".to_owned(),
            };
            let detail = (!entry.detail.is_empty()).then(|| view! { <div class="soft small">{entry.detail}</div> });
            view! {
                <tr>
                    <th scope="row">{moment::second(entry.at)}</th>
                    <td>{who}</td>
                    <td>{entry.deed.words()}</td>
                    <td>{entry.subject} {detail}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <Table id="entries" caption="Entries, the newest first" columns=columns>{rows}</Table> }
        .rendered()
        .rendered()
}
