//! Lists of a result: where people disagree, what to do next, what blocks, delivery, other models.

use domain::report::{Disagreement, Ladder, MetricRow, Priority, ReportData};
use leptos::prelude::*;

use super::Step;
use super::headline::why;
use crate::components::button::{Kind, LinkButton};
use crate::components::chart;
use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::table::{Column, Table};
use crate::components::tag::Tag;
use crate::rendered::{IntoRendered, Rendered};

/// Items on which the answers lie far apart.
pub fn disagreements(rows: &[Disagreement]) -> Rendered {
    let body = if rows.is_empty() {
        view! { <Empty title="Nothing yet." text="Nowhere do the answers lie far apart, as far as enough people have answered to tell." /> }.rendered()
    } else {
        let rows = rows
            .iter()
            .map(|row| {
                view! {
                    <li>
                        <h3>{row.topic.clone()}</h3>
                        <p class="soft small">{row.text.clone()}</p>
                        // A confidential round may tell that people disagree and not how.
                        {row.counts.iter().any(|count| *count > 0).then(|| chart::answers(&row.counts))}
                    </li>
                }
            })
            .collect_view();
        view! { <p class="soft small">"Talk about these first."</p> <ul class="list">{rows}</ul> }.rendered()
    };
    view! {
        <section aria-labelledby="disagree" class="stack-tight">
            <h2 id="disagree">"Where you disagree"</h2>
            {body}
        </section>
    }
    .rendered()
}

/// What to do next: the first few, the rest behind one step. `step` says for a practice's id where that is planned, or
/// becomes an action of a plan.
pub fn priorities(rows: &[Priority], none: &str, step: impl Fn(&str) -> Option<Step>) -> Rendered {
    const FIRST: usize = 4;
    let entry = |row: &Priority| {
        let plan = step(&row.id).map(|step| {
            let (text, href) = match step {
                Step::Planned(href) => ("In the plan", href),
                Step::Add(href) => ("Add to plan", href),
            };
            // Many of them stand below each other: heard alone, each says what it is about.
            let about = format!(": {}", row.action);
            view! {
                <p class="no-print">
                    <a class=Kind::Plain.class() href=href>{text}<span class="visually-hidden">{about}</span></a>
                </p>
            }
        });
        view! {
            <li>
                <h3>{row.action.clone()}</h3>
                <p class="soft small">{row.text.clone()}</p>
                {why(&row.why)}
                {plan}
            </li>
        }
    };
    let body = if rows.is_empty() {
        view! { <Empty title="Nothing yet." text=none /> }.rendered()
    } else {
        let first = rows.iter().take(FIRST).map(entry).collect_view();
        let rest = (rows.len() > FIRST).then(|| {
            let rest = rows.iter().skip(FIRST).map(entry).collect_view();
            view! {
                <Disclosure summary=format!("{} more", rows.len() - FIRST)><ul class="list">{rest}</ul></Disclosure>
            }
        });
        view! { <ul class="list">{first}</ul> {rest} }.rendered()
    };
    view! {
        <section aria-labelledby="next" class="stack-tight">
            <h2 id="next">"What to do next"</h2>
            {body}
        </section>
    }
    .rendered()
}

/// What stands in the way of the next level.
pub fn blocking(level: &Ladder) -> Option<Rendered> {
    let next = level.next?;
    let rows = level
        .blocking
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.topic.clone()} {row.gate.then(|| view! { " " <Tag text="gate" /> })}</th>
                    <td>{row.stage.clone()}</td>
                    <td class="soft">{row.reason.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    let body = if level.blocking.is_empty() {
        view! { <Empty title="Nothing." /> }.rendered()
    } else {
        let columns = [Column::words("Practice"), Column::words("To reach"), Column::words("Now")];
        view! { <Table id="blocking-table" caption="Practices not met there yet" columns=columns>{rows}</Table> }
            .rendered()
    };
    let shown = view! {
        <section aria-labelledby="blocking" class="stack">
            <h2 id="blocking">{format!("What blocks level {next}")}</h2>
            {body}
        </section>
    };
    Some(shown.rendered())
}

/// The delivery metrics, and where the worksheet is that goes on from them.
pub fn delivery(rows: &[MetricRow], subject: &str, worksheet: Option<String>) -> Rendered {
    let caption = match subject {
        "" => "Over the last six months".to_owned(),
        subject => format!("{subject}, over the last six months"),
    };
    let columns = [Column::words("Metric"), Column::words("Median answer"), Column::numbers("Score")];
    let rows = rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.topic.clone()}</th>
                    <td>{row.answer.clone()} {why(&row.figure.why)}</td>
                    <td class="number">{row.figure.text.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="delivery" class="stack">
            <h2 id="delivery">"Delivery"</h2>
            <Table id="delivery-table" caption=caption columns=columns>{rows}</Table>
            {worksheet.map(|href| view! { <p class="no-print"><LinkButton href=href text="Reckon the return on investment" /></p> })}
        </section>
    }
    .rendered()
}

/// What people wrote, by question.
pub fn comments(report: &ReportData) -> Option<Rendered> {
    if report.comments.is_empty() {
        return None;
    }
    let questions = report
        .comments
        .iter()
        .map(|one| {
            let texts = one.texts.iter().map(|text| view! { <li class="written">{text.clone()}</li> }).collect_view();
            // Their scheme was checked when they were given.
            let links = one.links.iter().map(|link| {
                view! {
                    <li class="written"><a href=link.clone() rel="noopener noreferrer nofollow">{link.clone()}</a></li>
                }
            });
            view! { <li><h3>{one.about.clone()}</h3><ul class="plain">{texts}{links.collect_view()}</ul></li> }
        })
        .collect_view();
    Some(
        view! {
            <section aria-labelledby="comments" class="stack-tight">
                <h2 id="comments">"What people wrote"</h2>
                <p class="soft small">"In no order, and without whose they are."</p>
                <ul class="list">{questions}</ul>
            </section>
        }
        .rendered(),
    )
}

/// Indicative levels of other models.
pub fn models(report: &ReportData) -> Rendered {
    let levels = report.models.iter().map(|model| {
        (
            model.name.clone(),
            model.text.clone(),
            [model.why.as_str(), model.raise.as_str()].join(" "),
            model.source.clone(),
        )
    });
    let coverage = report
        .coverage
        .iter()
        .map(|model| (model.name.clone(), model.text.clone(), model.why.clone(), model.source.clone()));
    let rows = levels
        .chain(coverage)
        .map(|(name, text, reason, source)| {
            view! {
                <li>
                    <div class="between"><h3>{name}</h3><p>{text}</p></div>
                    <p class="soft small">{reason}</p>
                    <p class="soft small">{source}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="models" class="stack">
            <h2 id="models">"In other models’ terms"</h2>
            <p class="soft small">{report.models_note.clone()}</p>
            <ul class="list">{rows}</ul>
        </section>
    }
    .rendered()
}
