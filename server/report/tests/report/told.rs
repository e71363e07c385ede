//! What the appendix has to say of what was published, row by row.

use domain::instrument::Instrument;
use domain::privacy::Published;
use domain::scoring::{ConstructScore, Detail, ItemScore, Status};
use domain::statistics::{Agreement, Interval};

const NONE: &str = "–";

fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or(NONE.to_owned(), |value| format!("{value:.digits$}"))
}

fn range(range: Option<Interval>, digits: usize) -> String {
    range.map_or(NONE.to_owned(), |range| format!("{:.digits$} to {:.digits$}", range.low, range.high))
}

fn absent(status: Status) -> &'static str {
    match status {
        Status::Suppressed => "Not shown",
        Status::NotApplicable => "Not asked",
        Status::Withheld | Status::Scored => "Too few to tell",
    }
}

/// What the section about a construct says of it.
pub fn construct_shown(score: &ConstructScore) -> String {
    match (score.detail, score.status, score.index) {
        (Detail::Suppressed, ..) | (_, Status::Suppressed, _) => "Not shown".to_owned(),
        (Detail::Coarse, _, Some(index)) => format!("about {index}"),
        (Detail::Full, _, Some(index)) => format!("{:.0}", index.round()),
        (_, Status::NotApplicable, None) => "Not asked".to_owned(),
        (_, _, None) => "Too few to tell".to_owned(),
    }
}

/// The row that a construct's published score makes.
fn construct_row(name: &str, score: &ConstructScore) -> String {
    if score.status != Status::Scored {
        return format!("{} {name} {}", score.id, absent(score.status));
    }
    let digits = usize::from(score.detail == Detail::Full);
    let people = if digits == 1 { score.n.to_string() } else { format!("{} or more", score.n) };
    [
        score.id.clone(),
        name.to_owned(),
        people,
        number(score.mean, 2),
        range(score.ci95, 2),
        number(score.median, 2),
        number(score.sd, 2),
        number(score.index, digits),
        range(score.index_ci95, digits),
        number(score.role_balanced_mean, 2),
    ]
    .join(" ")
}

/// The row that a question's published figures make.
fn item_row(topic: &str, score: &ItemScore) -> String {
    let Some(mean) = score.mean else {
        let shown = if score.detail == Detail::Suppressed { "Not shown" } else { "" };
        return format!("{} {topic} {shown}", score.id);
    };
    let full = score.detail == Detail::Full;
    let count = |n: u32| if full { n.to_string() } else { NONE.to_owned() };
    let people = if full { score.n.to_string() } else { format!("{} or more", score.n) };
    let agreement = match score.agreement {
        Some(Agreement::Agree) => "agree",
        Some(Agreement::Differ) => "differ",
        Some(Agreement::Disagree) => "disagree",
        None => NONE,
    };
    let mut cells = vec![score.id.clone(), topic.to_owned(), people, format!("{mean:.2}")];
    cells.push(number(score.index, usize::from(full)));
    cells.extend([number(score.median, 2), score.lower_median.map_or(NONE.to_owned(), |value| value.to_string())]);
    cells.extend([score.sd, score.ad, score.rwg].map(|value| number(value, 2)));
    cells.extend(score.counts.map(count));
    cells.extend([count(score.dont_know), count(score.not_applicable), agreement.to_owned()]);
    cells.join(" ")
}

/// Looks for every row, and counts those that are suppressed, coarse and full.
pub fn assert_told(text: &str, instrument: &Instrument, published: &Published) -> [usize; 3] {
    let constructs = instrument.constructs.iter().zip(&published.scores.constructs);
    let items = instrument.items.iter().zip(&published.scores.items);
    let rows = constructs
        .map(|(construct, score)| (construct_row(&construct.short, score), score.detail))
        .chain(items.map(|(item, score)| (item_row(&item.topic, score), score.detail)));
    let mut seen = [0; 3];
    for (row, detail) in rows {
        assert!(text.contains(&row), "{row:?} is missing in: {text}");
        seen[match detail {
            Detail::Suppressed => 0,
            Detail::Coarse => 1,
            Detail::Full => 2,
        }] += 1;
    }
    seen
}
