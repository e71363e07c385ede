//! The lines of a worksheet: every input by a name of its own.

use super::input::{AmountInput, Inputs, Origin, ShareInput};
use super::number::{Number, Range};

/// A line of the worksheet.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The name in forms and where it is kept.
    pub id: &'static str,
    /// The heading that it stands under.
    pub group: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    slot: fn(&mut Inputs) -> Slot<'_>,
}

/// What a line is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Money, in one currency of the team's choice.
    Money,
    /// How often in a year.
    AYear,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Percent, which stands for a share.
    Percent,
}

impl Unit {
    /// As it stands beside the label.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::AYear => "a year",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Percent => "%",
        }
    }
}

/// Where a line's number stands.
pub(super) enum Slot<'i> {
    Amount(&'i mut AmountInput),
    Share(&'i mut ShareInput),
    /// Without one, it stays as it is now.
    NewAmount(&'i mut Option<AmountInput>),
    /// See `NewAmount`.
    NewShare(&'i mut Option<ShareInput>),
}

impl PartialEq for Line {
    /// Its name is its own.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Line {}

impl Line {
    pub(super) fn slot(self, inputs: &mut Inputs) -> Slot<'_> {
        (self.slot)(inputs)
    }

    /// The line of this name.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        LINES.iter().copied().find(|line| line.id == id)
    }

    /// Low, base and high as they are typed, and where they come from; `None` for what is left as it is now.
    #[must_use]
    pub fn read(self, inputs: &Inputs) -> Option<([f64; 3], Origin)> {
        fn three<T: Number>(range: &Range<T>, by: f64) -> [f64; 3] {
            [range.low(), range.base(), range.high()].map(|value| value.get() * by)
        }
        let mut inputs = *inputs;
        match self.slot(&mut inputs) {
            Slot::Amount(input) => Some((three(&input.range, 1.0), input.origin)),
            Slot::Share(input) => Some((three(&input.range, 100.0), input.origin)),
            Slot::NewAmount(input) => input.as_ref().map(|input| (three(&input.range, 1.0), input.origin)),
            Slot::NewShare(input) => input.as_ref().map(|input| (three(&input.range, 100.0), input.origin)),
        }
    }
}

macro_rules! lines {
    ($(group $group:literal: $($id:literal, $label:literal, $unit:ident, $slot:ident($($path:ident).+);)+)+) => {
        /// Every line, in the order of the worksheet.
        pub const LINES: &[Line] = &[$($(
            Line {
                id: $id,
                group: $group,
                label: $label,
                unit: Unit::$unit,
                slot: |inputs| Slot::$slot(&mut inputs.$($path).+),
            },
        )+)+];
    };
}

lines! {
    group "What an hour of work costs":
        "rate", "Hourly rate", Money, Amount(hourly_rate);
    group "Work that releases no longer need":
        "labour.releases", "Releases", AYear, Amount(labour.releases);
        "labour.hours", "Hours of work that each needs less", Hours, Amount(labour.hours_saved);
    group "Models in use sooner":
        "speed.models", "New models", AYear, Amount(speed.new_models);
        "speed.days", "Days by which each is in use sooner", Days, Amount(speed.days_saved);
        "speed.value", "What a model in use is worth in a year", Money, Amount(speed.value_per_model_year);
        "speed.realised", "How much of that comes true", Percent, Share(speed.realisation);
    group "Fewer and shorter failures":
        "now.releases", "Releases now", AYear, Amount(reliability.before.releases);
        "now.fail", "Releases that fail now", Percent, Share(reliability.before.fail_rate);
        "now.hours", "Hours to recover now", Hours, Amount(reliability.before.recovery_hours);
        "then.releases", "Releases then, if it changes", AYear, NewAmount(reliability.after.releases);
        "then.fail", "Releases that fail then, if it changes", Percent, NewShare(reliability.after.fail_rate);
        "then.hours", "Hours to recover then, if it changes", Hours, NewAmount(reliability.after.recovery_hours);
        "failure.cost", "What an hour costs in which users are affected", Money, Amount(reliability.cost_per_hour);
    group "Infrastructure no longer paid":
        "infra.spend", "What is spent in a year", Money, Amount(infrastructure.spend);
        "infra.saved", "How much of it is saved", Percent, Share(infrastructure.share_saved);
    group "Work that audits no longer need":
        "audit.count", "Audits", AYear, Amount(compliance.audits);
        "audit.hours", "Hours of work that each needs less", Hours, Amount(compliance.hours_saved);
    group "Revenue, only if the team puts it there":
        "revenue", "Revenue that is thought to come of it", Money, NewAmount(revenue);
    group "Costs, paid once":
        "once.licences", "Licences", Money, Amount(costs.licences.one_off);
        "once.infra", "Machines and services", Money, Amount(costs.infrastructure.one_off);
        "once.people", "People’s work", Money, Amount(costs.people.one_off);
        "once.training", "Training", Money, Amount(costs.training.one_off);
        "once.dip", "Slower work at first", Money, Amount(costs.dip.one_off);
    group "Costs, every year":
        "yearly.licences", "Licences", Money, Amount(costs.licences.running);
        "yearly.infra", "Machines and services", Money, Amount(costs.infrastructure.running);
        "yearly.people", "People’s work", Money, Amount(costs.people.running);
        "yearly.training", "Training", Money, Amount(costs.training.running);
        "yearly.dip", "Slower work", Money, Amount(costs.dip.running);
}
