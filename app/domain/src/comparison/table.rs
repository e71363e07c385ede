//! Several rounds side by side: a row a figure, a column a round.

use super::words::Contrast;
use super::{Basis, Compared, Wording, compare_constructs};
use crate::figures::{Figure, INDEX, LEVEL};
use crate::instrument::{ConstructIndex, Feeds, Instrument};
use crate::scoring::{ConstructScore, Scores};

/// Most rounds that are held beside each other.
pub const MOST: usize = 8;

/// A round on its way into a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    /// What was answered; `None` for a version that this program does not have.
    pub instrument: Option<&'s Instrument>,
    /// What it publishes; `None` where it has published nothing yet.
    pub scores: Option<&'s Scores>,
    /// Whether the round before it in the row is an earlier one of the same team.
    pub follows: bool,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Maturity index and level.
    Maturity,
    /// A practice.
    Practices,
    /// A challenge: high is bad.
    Challenges,
    /// A benefit.
    Benefits,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The figure's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub group: Group,
    /// A cell a round, in their order.
    pub cells: Vec<Cell>,
    /// Of exactly two rounds: the second less the first.
    pub contrast: Option<Contrast>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What is shown; `None` where the round has published nothing, or was not asked this in its version.
    pub figure: Option<Figure>,
    /// Of more than two rounds: the change since the team's round before.
    pub change: Option<Contrast>,
}

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Index, level, practices, challenges, benefits.
    pub rows: Vec<Row>,
    /// What has to be said beside changes of a team, if there are any.
    pub caution: Option<&'static str>,
}

/// Puts rounds beside each other, in the order given. `instrument` says which rows there are and what they are called.
#[must_use]
pub fn compare_rounds(instrument: &Instrument, sides: &[Side<'_>]) -> Comparison {
    let figures: Vec<Vec<Figure>> = sides.iter().map(|side| side.scores.map(Figure::all).unwrap_or_default()).collect();
    // The contrasts of each round with the one before it, as far as they are shown.
    let against: Vec<Option<Against<'_>>> = sides
        .iter()
        .enumerate()
        .map(|(place, side)| {
            let before = place.checked_sub(1)?;
            let shown = side.follows || sides.len() == 2;
            shown.then(|| Against::of(instrument, [side, &sides[before]], [&figures[place], &figures[before]]))
        })
        .collect();
    let row = |id: &str, name: &str, group: Group| {
        let mut contrasts: Vec<Option<Contrast>> =
            against.iter().map(|against| against.as_ref().map(|against| against.contrast(id))).collect();
        let contrast = if sides.len() == 2 { contrasts[1].take() } else { None };
        let cells = figures
            .iter()
            .zip(contrasts)
            .map(|(own, change)| Cell { figure: figure(own, id).cloned(), change })
            .collect();
        Row { id: id.to_owned(), name: name.to_owned(), group, cells, contrast }
    };
    let maturity = [row(INDEX, "Maturity index", Group::Maturity), row(LEVEL, "Secured level", Group::Maturity)];
    let constructs = constructs(instrument).map(|(place, group)| {
        let construct = &instrument[place];
        row(&construct.id, &construct.short, group)
    });
    let caution = if sides.iter().any(|side| side.follows) { Basis::Apart.caution() } else { None };
    Comparison { rows: maturity.into_iter().chain(constructs).collect(), caution }
}

fn constructs(instrument: &Instrument) -> impl Iterator<Item = (ConstructIndex, Group)> {
    let groups = [
        (Feeds::Maturity, Group::Practices),
        (Feeds::Severity, Group::Challenges),
        (Feeds::Realisation, Group::Benefits),
    ];
    groups.into_iter().flat_map(|(feeds, group)| instrument.constructs_feeding(feeds).map(move |place| (place, group)))
}

fn figure<'f>(figures: &'f [Figure], id: &str) -> Option<&'f Figure> {
    figures.iter().find(|figure| figure.id == id)
}

/// A round against another one.
struct Against<'f> {
    figures: [&'f [Figure]; 2],
    /// Whether every practice was put to people in the same way.
    practices_kept: bool,
    /// By id.
    constructs: Vec<(String, Compared<super::Difference>)>,
}

impl<'f> Against<'f> {
    fn of(instrument: &Instrument, sides: [&Side<'_>; 2], figures: [&'f [Figure]; 2]) -> Self {
        // Only what is shown is compared and so adjusted for.
        let shown = |side: &Side<'_>| -> Vec<ConstructScore> {
            let constructs = side.scores.map(|scores| scores.constructs.iter()).into_iter().flatten();
            constructs.filter(|score| instrument.construct(&score.id).is_some()).cloned().collect()
        };
        let [one, other] = sides.map(shown);
        let version = |place: usize| sides[place].scores.map(|scores| &scores.instrument);
        let wording = match sides.map(|side| side.instrument) {
            [Some(first), Some(second)] => Some(Wording::of(first, second)),
            // One version is worded like itself, known or not.
            _ if version(0) == version(1) => Some(Wording::of(instrument, instrument)),
            _ => None,
        };
        let constructs = match &wording {
            Some(wording) => {
                let compared = compare_constructs(wording, &one, &other);
                compared.into_iter().map(|one| (one.id, one.compared)).collect()
            }
            None => one.into_iter().map(|score| (score.id, Compared::Reworded)).collect(),
        };
        let kept = |id: &str| wording.as_ref().is_some_and(|wording| wording.keeps_construct(id));
        let practices_kept = instrument.constructs_feeding(Feeds::Maturity).all(|place| kept(&instrument[place].id));
        Self { figures, practices_kept, constructs }
    }

    /// What is said of a figure.
    fn contrast(&self, id: &str) -> Contrast {
        let sides = self.figures.map(|figures| figure(figures, id));
        match id {
            INDEX | LEVEL if !self.practices_kept => Contrast::reworded(),
            INDEX => Contrast::index(sides),
            LEVEL => Contrast::level(sides),
            id => {
                let compared = self.constructs.iter().find(|(construct, _)| construct == id);
                Contrast::construct(compared.map_or(&Compared::Unknown, |(_, compared)| compared), sides)
            }
        }
    }
}
