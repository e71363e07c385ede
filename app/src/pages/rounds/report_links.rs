//! `/rounds/{id}/report-links`: links to a result for people without an account, and where one leads that works no more.

use domain::ids::{ReportLinkId, RoundId};
use leptos::prelude::*;
use store::ReportLink;
use usecases::results::DAYS;

use crate::components::address::AddressBox;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::choices::{Choice, Choices};
use crate::components::empty::Empty;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::when::moment;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ReportLinksView {
    /// The round.
    pub id: RoundId,
    /// Team and round.
    pub place: String,
    /// Whether there is a result that can be sent on.
    pub ready: bool,
    /// Whether it is rounded, or partly kept back, so that nobody can be worked out.
    pub confidential: bool,
    /// Links that work now.
    pub links: Vec<ReportLink>,
    /// The whole address of the link that was made just now.
    pub made: Option<String>,
    /// For how many days a link is to work, as it was chosen.
    pub days: String,
    /// What was wrong.
    pub faults: Faults,
}

/// The page.
pub fn page(view: &ReportLinksView) -> Page {
    let title = view.faults.title("Share the result");
    let (round, place) = (routes::round_results(view.id), view.place.clone());
    let shows = if view.confidential {
        "A link shows what the round has published, and the PDF of it: nothing that the round keeps back, and nobody’s answers."
    } else {
        "A link shows the result and its PDF, with what people wrote and without their names."
    };
    let body = view! {
        <div class="stack-wide">
            {view.faults.summary()}
            <div>
                <p class="over"><a href=round.clone()>{place.clone()}</a></p>
                <h1>"Share the result"</h1>
            </div>
            {view.made.clone().map(made)}
            <p>"For people without an account. "{shows}</p>
            {form(view)}
            {list(view)}
            <LinkButton kind=Kind::Plain href=round text="Back to the result" />
        </div>
    };
    Page { measure: Measure::Narrow, ..Page::new(format!("{title}, {place}"), body) }
}

fn made(link: String) -> Rendered {
    view! {
        <Notice tone=Tone::Done>
            <h2>"The link was made"</h2>
            <p>"Send it to whom it is for. It is kept nowhere, and shown only now."</p>
            <AddressBox id="made-link" label="Link to the result" value=link />
        </Notice>
    }
    .rendered()
}

fn form(view: &ReportLinksView) -> Rendered {
    if !view.ready {
        let text = "Only the result of a closed round can be shared: until then it still changes.";
        return view! { <Notice><p>{text}</p></Notice> }.rendered();
    }
    let choice = |days: i64| Choice {
        value: days.to_string(),
        label: if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
        about: String::new(),
        chosen: view.days == days.to_string(),
    };
    let (here, error) = (routes::report_links(view.id), view.faults.at("days"));
    view! {
        <form method="post" action=here class="stack">
            <Choices name="days" label="How long it works" options=DAYS.map(choice).to_vec() error=error />
            <Button kind=Kind::Main value="next" text="Make a link" />
        </form>
    }
    .rendered()
}

fn list(view: &ReportLinksView) -> Rendered {
    if view.links.is_empty() {
        return view! { <Empty title="No link works now." /> }.rendered();
    }
    let rows = view.links.iter().map(|link| row(view.id, link)).collect_view();
    view! {
        <section class="stack" aria-labelledby="links">
            <h2 id="links">"Links that work"</h2>
            <p class="soft small">"Whoever has one can pass it on. A withdrawn one leads nowhere from then on."</p>
            <ul class="list">{rows}</ul>
        </section>
    }
    .rendered()
}

fn row(round: RoundId, link: &ReportLink) -> Rendered {
    let ReportLink { id, made_by, created_at, expires_at } = link;
    let made = if made_by.is_empty() { String::new() } else { format!("by {made_by}, ") };
    let made = format!("Made {made}{}", moment(*created_at));
    let about = format!(" the link that works until {}", moment(*expires_at));
    view! {
        <li class="between">
            <span>{format!("Until {}", moment(*expires_at))}<br /><span class="soft small">{made}</span></span>
            {withdraw(round, *id, about)}
        </li>
    }
    .rendered()
}

fn withdraw(round: RoundId, id: ReportLinkId, about: String) -> Rendered {
    let action = routes::under(&routes::report_links(round), "withdraw");
    view! {
        <form method="post" action=action>
            <input type="hidden" name="id" value=id.to_string() />
            <Button kind=Kind::Plain value="next" text="Withdraw" about=about />
        </form>
    }
    .rendered()
}

/// Where a link leads that works no more.
pub fn ended() -> Page {
    let body = view! {
        <div class="stack">
            <h1>"This link shows nothing now"</h1>
            <p>"It has ended or was withdrawn, the round takes answers again, or the address is mistyped."</p>
            <p class="soft">"Ask whoever sent it to you for a new one."</p>
        </div>
    };
    Page { measure: Measure::Narrow, ..Page::new("Link to a result", body) }
}
