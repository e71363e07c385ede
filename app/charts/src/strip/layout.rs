//! Where names, bars and numbers of the rows stand.

use super::bar::{Scale, shares};
use super::{Answers, StripRow};
use crate::chart::{Drawn, Width};
use crate::parts::{Entry, MIDDLE, NOTE, TEXT, count, hatched, legend, line, text};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};
use crate::text::{shortened, text_width};
use crate::values::{Absence, Step};

const NAME: f64 = 176.0;
/// Right edges of the columns of numbers, wide.
const ANSWERED: f64 = 596.0;
const UNSURE: f64 = Width::Wide.units();

struct Layout {
    scale: Scale,
    start: f64,
    end: f64,
    head: f64,
    row: f64,
    width: Width,
}

pub(super) fn drawn(ends: [&str; 2], rows: &[StripRow], width: Width) -> Drawn {
    let (start, end, head, row) = match width {
        Width::Wide => (NAME + 20.0, 530.0, 26.0, 34.0),
        Width::Narrow => (0.0, Width::Narrow.units(), 0.0, 58.0),
    };
    let bars: Vec<_> = rows.iter().filter_map(|row| told(row).and_then(|(values, _)| shares(&values))).collect();
    let layout = Layout { scale: Scale::of(&bars, start, end - start), start, end, head, row, width };
    let foot = head + row * rows.len() as f64;
    let mut shapes = Vec::new();
    if width == Width::Wide {
        shapes.push(text((ANSWERED, 14.0), Anchor::End, NOTE, Paint::Soft, "Answers"));
        shapes.push(text((UNSURE, 14.0), Anchor::End, NOTE, Paint::Soft, "Don’t know"));
        if !bars.is_empty() {
            let middle = layout.scale.middle();
            shapes.push(line((middle, head - 2.0), (middle, foot), 1.0, Paint::Line));
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let shapes_of = layout.row(row, layout.head + layout.row * i as f64);
        shapes.push(Shape::Group { tip: tip(row), shapes: shapes_of });
    }
    let (below, height) = legend(&entries(ends), (start, foot + 12.0), width.units() - start);
    shapes.extend(below);
    Drawn { height: foot + 12.0 + height, shapes }
}

fn told(row: &StripRow) -> Option<([u32; 5], u32)> {
    match row.answers {
        Answers::Counts { values, dont_know } => Some((values, dont_know)),
        Answers::Absent(_) => None,
    }
}

impl Layout {
    fn row(&self, row: &StripRow, top: f64) -> Vec<Shape> {
        match self.width {
            Width::Wide => self.wide(row, top + self.row / 2.0),
            Width::Narrow => self.narrow(row, top),
        }
    }

    fn wide(&self, row: &StripRow, y: f64) -> Vec<Shape> {
        let base = y + TEXT * MIDDLE;
        let name = shortened(&row.name, NAME, TEXT, Weight::Regular);
        let mut shapes = vec![text((NAME, base), Anchor::End, TEXT, Paint::Ink, name)];
        shapes.extend(self.bar(row, y));
        if let Some((values, unsure)) = told(row) {
            shapes.push(text((ANSWERED, base), Anchor::End, TEXT, Paint::Ink, total(&values).to_string()));
            shapes.push(text((UNSURE, base), Anchor::End, TEXT, Paint::Soft, unsure.to_string()));
            if unsure > 0 {
                let right = UNSURE - text_width(&unsure.to_string(), TEXT, Weight::Regular) - 8.0;
                shapes.extend(hatched((right - 16.0, y - 8.0), (16.0, 16.0)));
            }
        }
        shapes
    }

    fn narrow(&self, row: &StripRow, top: f64) -> Vec<Shape> {
        let room = |said: &str| self.end - text_width(said, NOTE, Weight::Regular) - 12.0;
        // Beside a long name less is said, rather than that the name is cut.
        let beside = told(row).map_or(String::new(), |(values, unsure)| {
            let n = total(&values);
            let noun = if n == 1 { "answer" } else { "answers" };
            let unsure = if unsure > 0 { format!(" · {unsure} don’t know") } else { String::new() };
            let said = [format!("{n} {noun}{unsure}"), format!("{n}{unsure}")];
            let fits = |said: &String| text_width(&row.name, TEXT, Weight::Regular) <= room(said);
            said.into_iter().find(fits).unwrap_or_else(|| n.to_string())
        });
        let name = shortened(&row.name, room(&beside), TEXT, Weight::Regular);
        let mut shapes = vec![
            text((0.0, top + 18.0), Anchor::Start, TEXT, Paint::Ink, name),
            text((self.end, top + 18.0), Anchor::End, NOTE, Paint::Soft, beside),
        ];
        shapes.extend(self.bar(row, top + 38.0));
        shapes
    }

    /// The bar, or the words that stand in its place.
    fn bar(&self, row: &StripRow, y: f64) -> Vec<Shape> {
        let bar = told(row).and_then(|(values, _)| Some(self.scale.bar(&values, &shares(&values)?, y)));
        bar.unwrap_or_else(|| {
            let words = match row.answers {
                Answers::Absent(absence) => absence.words(),
                Answers::Counts { .. } => "No answers",
            };
            let after = self.start + text_width(words, TEXT, Weight::Regular) + 8.0;
            let points = vec![(after, y), (self.end, y)];
            vec![
                text((self.start, y + TEXT * MIDDLE), Anchor::Start, TEXT, Paint::Soft, words),
                Shape::Path { points, width: 1.0, dash: Dash::Dotted, paint: Paint::Edge },
            ]
        })
    }
}

fn total(values: &[u32; 5]) -> u64 {
    values.iter().copied().map(u64::from).sum()
}

fn tip(row: &StripRow) -> String {
    match row.answers {
        Answers::Counts { values, dont_know } => {
            let counts: Vec<String> =
                values.iter().zip(1..).map(|(count, value)| format!("{value}: {count}")).collect();
            let unsure = count(dont_know as usize, "don’t know", "don’t knows");
            format!("{}: {}, {unsure}", row.name, counts.join(", "))
        }
        Answers::Absent(absence) => format!("{}: {}", row.name, Absence::words(absence)),
    }
}

fn entries(ends: [&str; 2]) -> Vec<Entry<'static>> {
    let words = |step: Step| match step.get() {
        0 => format!("1 {}", ends[0]),
        4 => format!("5 {}", ends[1]),
        between => (between + 1).to_string(),
    };
    let square = |step| {
        move |(x, y): (f64, f64)| {
            vec![Shape::Rect { at: (x, y - 7.0), size: (14.0, 14.0), radius: 2.0, paint: Paint::Step(step) }]
        }
    };
    Step::ALL.into_iter().map(|step| Entry::new(14.0, words(step), square(step))).collect()
}
