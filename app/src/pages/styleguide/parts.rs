//! Buttons, notices, cards, tags, tables and the like.

use leptos::prelude::*;

use super::shown;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::card::Card;
use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::notice::{Notice, Tone};
use crate::components::progress::{Progress, Step};
use crate::components::table::{Column, Table};
use crate::components::tag::{Look, Tag};
use crate::rendered::{IntoRendered, Rendered};

/// The parts.
pub fn section() -> Rendered {
    view! {
        <section class="stack-wide" aria-labelledby="parts">
            <h2 id="parts">"Parts"</h2>
            {shown("Buttons", buttons())}
            {shown("Notices", notices())}
            {shown("Progress", view! { <Progress of="section" steps=steps() /> })}
            {shown("Tags", tags())}
            {shown("Nothing to show", view! { <Empty title="Nobody has answered yet." text="Share the link, and results appear with the first answers." /> })}
            {shown("Behind one step", disclosures())}
            {shown("Table", table())}
            <Card id="a-card" title="Card">
                <p>"A part of the page that stands for itself, named by its heading."</p>
            </Card>
        </section>
    }
    .rendered()
}

fn buttons() -> Rendered {
    view! {
        <form method="get" action="#parts" class="row">
            <Button kind=Kind::Main value="main" text="The one thing to do" />
            <Button value="other" text="Something besides" />
            <Button kind=Kind::Plain value="plain" text="With less weight" />
        </form>
        <p class="row">
            <LinkButton kind=Kind::Main href="#parts" text="A link that matters" />
            <LinkButton href="#parts" text="Another link" />
            <LinkButton kind=Kind::Plain href="#parts" text="A quiet link" />
        </p>
    }
    .rendered()
}

fn notices() -> Rendered {
    view! {
        <div class="stack">
            <Notice><p>"Two people have answered so far; ranges need five."</p></Notice>
            <Notice tone=Tone::Warning><p><strong>"Keep this page’s address. "</strong>"It is the only way back here."</p></Notice>
            <Notice tone=Tone::Done><p><strong>"Submitted. "</strong>"Your answers are part of the team’s result."</p></Notice>
        </div>
    }.rendered()
}

fn steps() -> Vec<Step> {
    let mut steps = vec![Step::Done; 4];
    steps.extend([Step::Part, Step::Here]);
    steps.resize(12, Step::Open);
    steps
}

fn tags() -> Rendered {
    view! {
        <p class="row">
            <Tag text="opened the link" />
            <Tag look=Look::Deep text="submitted" />
            <Tag look=Look::Warn text="disagree: talk first" />
        </p>
    }
    .rendered()
}

fn disclosures() -> Rendered {
    view! {
        <Disclosure summary="4 more"><p>"What there is more of."</p></Disclosure>
        <Disclosure aside=true open=true summary="How this was worked out">
            <p>"The mean of 24 answers; 3 don’t know were left out."</p>
        </Disclosure>
    }
    .rendered()
}

fn table() -> Rendered {
    let columns = [Column::words("Metric"), Column::words("Median answer"), Column::numbers("Score")];
    view! {
        <Table id="a-table" caption="Delivery, over the last six months" columns=columns>
            <tr><th scope="row">"Deployment frequency"</th><td>"weekly to monthly"</td><td class="number">"60"</td></tr>
            <tr><th scope="row">"Time to recover"</th><td>"less than a day"</td><td class="number">"80"</td></tr>
            <tr><th scope="row">"Cost of a release"</th><td class="soft">"Too few to tell"</td><td class="number">""</td></tr>
        </Table>
    }.rendered()
}
