//! The secured level.

use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::{ItemIndex, Scale};
use crate::scoring::Status;

impl Explainer<'_> {
    /// The secured level: every practice item that applies counts the same, and gates have to be met besides. What
    /// would raise it are the items that block the next one, as many of them as `enough` says.
    #[must_use]
    pub fn level(&self) -> Explanation {
        let level = &self.scores.maturity.level;
        if level.level_status == Status::Suppressed {
            return Explanation::suppressed(Subject::Level, Better::Higher);
        }
        let basis = &level.basis;
        let practices: Vec<ItemIndex> =
            self.instrument.item_indices().filter(|item| self.instrument[*item].scale == Scale::M5).collect();
        let weight = 1.0 / f64::from(basis.applicable.max(1));
        let parts = practices.iter().filter_map(|item| {
            let value = self.least_met(*item)?;
            Some(Part { what: Subject::Item(*item), value: f64::from(value), weight: Some(weight) })
        });
        Explanation {
            subject: Subject::Level,
            status: level.level_status,
            value: level.secured_level.map(f64::from),
            entered: vec![Entered { unit: Unit::Questions, count: basis.with_value, of: Some(basis.applicable) }],
            left_out: Explanation::counted([
                (Reason::CountsAsNotMet, small(basis.unknown.len())),
                (Reason::DoesNotApply, small(practices.len()).saturating_sub(basis.applicable)),
            ]),
            parts: parts.collect(),
            better: Better::Higher,
            levers: if level.level_status == Status::Scored { self.blocking() } else { self.unknown() },
            enough: level.items_needed,
        }
    }

    /// What blocks the next level, in the instrument's order.
    fn blocking(&self) -> Vec<Lever> {
        let level = &self.scores.maturity.level;
        let Some(next) = level.secured_level.map(|secured| secured + 1) else { return Vec::new() };
        let gates: Vec<ItemIndex> = level.basis.gates_below(next).collect();
        let items = level.blocking.iter().filter_map(|id| self.instrument.item_index(id));
        items
            .map(|item| Lever {
                what: Subject::Item(item),
                need: if gates.contains(&item) { Need::Gate(next) } else { Need::Met(next) },
            })
            .collect()
    }

    /// What a level is told by as soon as it is answered: the gates first.
    fn unknown(&self) -> Vec<Lever> {
        let basis = &self.scores.maturity.level.basis;
        let gates: Vec<ItemIndex> =
            basis.gates.iter().filter(|gate| gate.met_at.is_none()).map(|gate| gate.item).collect();
        let others = basis.unknown.iter().copied().filter(|item| !gates.contains(item));
        gates
            .iter()
            .copied()
            .chain(others)
            .map(|item| Lever { what: Subject::Item(item), need: Need::Answers })
            .collect()
    }
}
