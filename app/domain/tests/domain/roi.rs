//! Return on investment: the published check, the three cases, what a round fills in, and what is refused.

use domain::instrument::{Instrument, MetricKind};
use domain::roi::{
    Amount, Cost, CostPart, Expected, Input, Inputs, Known, MOST, Number, NumberFault, Origin, OutOfOrder, Outlook,
    Range, Roi, Share, ValuePart, figure,
};
use proptest::prelude::*;

use crate::support::{close, scored};

fn amount(value: f64) -> Input<Amount> {
    Input::given(Range::known(Amount::new(value).unwrap()))
}

fn share(value: f64) -> Input<Share> {
    Input::given(Range::known(Share::new(value).unwrap()))
}

fn between(low: f64, base: f64, high: f64) -> Input<Amount> {
    let [low, base, high] = [low, base, high].map(|value| Amount::new(value).unwrap());
    Input::given(Range::new(low, base, high).unwrap())
}

fn once(value: f64) -> Cost {
    Cost { one_off: amount(value), running: amount(0.0) }
}

/// The worked example of the scoring rules.
fn example() -> Inputs {
    let mut inputs = Inputs { hourly_rate: amount(85.0), ..Inputs::default() };
    inputs.labour.releases = amount(24.0);
    inputs.labour.hours_saved = amount(40.0);
    inputs.speed.new_models = amount(6.0);
    inputs.speed.days_saved = amount(40.0);
    inputs.speed.value_per_model_year = amount(150_000.0);
    inputs.speed.realisation = share(0.5);
    inputs.reliability.before.releases = amount(24.0);
    inputs.reliability.before.fail_rate = share(0.25);
    inputs.reliability.before.recovery_hours = amount(8.0);
    inputs.reliability.after.releases = Some(amount(48.0));
    inputs.reliability.after.fail_rate = Some(share(0.10));
    inputs.reliability.after.recovery_hours = Some(amount(3.0));
    inputs.reliability.cost_per_hour = amount(1_200.0);
    inputs.infrastructure.share_saved = share(0.2);
    inputs.infrastructure.spend = amount(200_000.0);
    inputs.compliance.audits = amount(4.0);
    inputs.compliance.hours_saved = amount(60.0);
    inputs.costs.licences = once(40_000.0);
    inputs.costs.infrastructure = once(20_000.0);
    inputs.costs.people = once(55_000.0);
    inputs.costs.training = once(16_000.0);
    inputs.costs.dip = once(20_000.0);
    inputs
}

#[test]
fn every_result_is_told_with_its_numbers() {
    let mut inputs = example();
    let told = ValuePart::ALL.map(|part| part.in_numbers(&inputs));
    insta::assert_snapshot!(told.join("\n"), @r"
    24 releases × 40 hours × 85 an hour
    6 models × 40 days ÷ 365 × 150,000 a year × 50 %
    (24 releases × 25 % × 8 hours now − 48 releases × 10 % × 3 hours then) × 1,200 an hour
    20 % of 200,000
    4 audits × 60 hours × 85 an hour
    as the team puts it
    ");
    inputs.reliability.after = Expected::default();
    inputs.reliability.after.fail_rate = Some(share(0.125));
    let kept = ValuePart::Reliability.in_numbers(&inputs);
    assert_eq!(kept, "(24 releases × 25 % × 8 hours now − 24 releases × 12.5 % × 8 hours then) × 1,200 an hour");
    assert_eq!(CostPart::People.in_numbers(&inputs), "55,000 once, 0 every year");
    let figures = [0.0, -0.001, 999.0, 1_000.0, -1_234_567.891, 0.5, 1e12].map(figure);
    assert_eq!(figures, ["0", "0", "999", "1,000", "\u{2212}1,234,567.89", "0.5", "1,000,000,000,000"]);
}

#[test]
fn the_worked_example_comes_out() {
    let roi = Roi::of(&example());
    let parts: Vec<f64> = roi.value_parts.iter().map(|part| part.amount.base).collect();
    let speed = 6.0 * 40.0 / 365.0 * 150_000.0 * 0.5;
    assert_eq!(parts.len(), 5, "no revenue unless the team adds it");
    for (found, expected) in parts.iter().zip([81_600.0, speed, 40_320.0, 40_000.0, 20_400.0]) {
        close(Some(*found), expected, 1e-9);
    }
    close(Some(speed), 49_315.07, 0.005);
    let value = 182_320.0 + speed;
    close(Some(roi.value.base), value, 1e-9);
    close(Some(roi.value.base), 231_635.07, 0.005);
    close(Some(roi.costs.base), 151_000.0, 1e-9);
    close(roi.roi.base, (value - 151_000.0) / 151_000.0, 1e-9);
    close(roi.roi.base, 0.534_007, 5e-7);
    close(roi.payback.of_first_year.base, 151_000.0 / value, 1e-9);
    close(roi.payback.of_first_year.base, 0.651_887, 5e-7);
    // Everything is paid once here, so both ways of reckoning agree.
    assert_eq!(roi.payback.of_one_off, roi.payback.of_first_year);
    assert_eq!((roi.value.cautious, roi.value.hopeful), (roi.value.base, roi.value.base));
}

#[test]
fn running_costs_are_paid_out_of_the_value_every_year() {
    let mut inputs = example();
    inputs.costs.licences = Cost { one_off: amount(0.0), running: amount(40_000.0) };
    let roi = Roi::of(&inputs);
    close(roi.payback.of_one_off.base, 111_000.0 / (roi.value.base - 40_000.0), 1e-12);
    close(roi.payback.of_first_year.base, 151_000.0 / roi.value.base, 1e-12);
    close(Some(roi.costs.base), 151_000.0, 1e-9);
    inputs.costs.people.running = amount(200_000.0);
    let eaten_up = Roi::of(&inputs);
    assert_eq!(eaten_up.payback.of_one_off.base, None);
    assert!(eaten_up.payback.of_first_year.base.unwrap() > 1.0);
}

#[test]
fn nothing_given_is_worth_and_costs_nothing() {
    let roi = Roi::of(&Inputs::default());
    assert_eq!((roi.value.base, roi.costs.base), (0.0, 0.0));
    assert_eq!((roi.roi.base, roi.payback.of_one_off.base, roi.payback.of_first_year.base), (None, None, None));
}

#[test]
fn each_case_takes_the_ends_that_belong_to_it() {
    let mut inputs = example();
    inputs.labour.hours_saved = between(20.0, 40.0, 50.0);
    inputs.reliability.after.recovery_hours = Some(between(2.0, 3.0, 4.0));
    inputs.costs.people.one_off = between(50_000.0, 55_000.0, 70_000.0);
    let (roi, labour) = (Roi::of(&inputs), 24.0 * 85.0);
    let reliability = |hours: f64| (48.0 - 4.8 * hours) * 1_200.0;
    let base = roi.value.base;
    close(Some(base - roi.value.cautious), 20.0 * labour + reliability(3.0) - reliability(4.0), 1e-9);
    close(Some(roi.value.hopeful - base), 10.0 * labour + reliability(2.0) - reliability(3.0), 1e-9);
    assert_eq!(roi.costs, Outlook { cautious: 166_000.0, base: 151_000.0, hopeful: 146_000.0 });
    assert!(roi.roi.cautious < roi.roi.base && roi.roi.base < roi.roi.hopeful);
    assert!(roi.payback.of_one_off.cautious > roi.payback.of_one_off.hopeful);
}

#[test]
fn revenue_counts_only_where_the_team_adds_it() {
    let mut inputs = example();
    inputs.revenue = Some(amount(1_000.0));
    let (with, without) = (Roi::of(&inputs), Roi::of(&example()));
    close(Some(with.value.base - without.value.base), 1_000.0, 1e-9);
    assert_eq!(with.value_parts.last().unwrap().part, ValuePart::Revenue);
}

#[test]
fn freed_time_is_said_to_be_capacity() {
    let roi = Roi::of(&example());
    close(Some(roi.freed_time.base), 102_000.0, 1e-9);
    let words = roi.freed_time_in_words();
    assert!(words.starts_with("44 % of this value is people’s time. Freed time is capacity, not cash"), "{words}");
    assert_eq!(Roi::of(&Inputs::default()).freed_time_in_words(), domain::roi::FREED_TIME);
}

#[test]
fn impossible_numbers_are_refused_each_with_its_reason() {
    assert_eq!(Share::new(1.01), Err(NumberFault::AboveOne));
    assert_eq!(Share::new(-0.01), Err(NumberFault::Negative));
    assert_eq!(Share::new(f64::NAN), Err(NumberFault::NotFinite));
    assert_eq!(Amount::new(-1.0), Err(NumberFault::Negative));
    assert_eq!(Amount::new(f64::INFINITY), Err(NumberFault::NotFinite));
    assert_eq!(Amount::new(2.0 * MOST), Err(NumberFault::TooLarge));
    assert!(Share::new(0.0).is_ok() && Share::new(1.0).is_ok() && Amount::new(MOST).is_ok());
    let [one, two] = [1.0, 2.0].map(|value| Amount::new(value).unwrap());
    assert_eq!(Range::new(two, one, two), Err(OutOfOrder));
    assert_eq!(Range::new(one, two, one), Err(OutOfOrder));
    assert!(Range::new(one, one, two).is_ok());
}

#[test]
fn a_round_fills_in_what_it_knows_and_marks_it() {
    let scores = scored("PM1,PM3,PM4", &["DS,3,4,15", "OPS,3,5,25", "MLE,4,4,DK"]);
    let known = Known::of(Instrument::builtin(), &scores.delivery);
    let ends = |range: Range<Amount>| (range.low().get(), range.high().get());
    assert_eq!(ends(known.releases.unwrap()), (12.0, 52.0));
    close(known.releases.map(|range| range.base().get()), 624.0_f64.sqrt(), 1e-12);
    assert_eq!(ends(known.recovery_hours.unwrap()), (24.0, 168.0));
    close(known.fail_rate.map(|range| range.base().get()), 0.2, 1e-12);

    let mut inputs = Inputs::default();
    inputs.reliability.before.releases = amount(30.0);
    let filled = inputs.filled_in(&known);
    assert_eq!(filled.reliability.before.releases, amount(30.0), "what was given stays");
    assert_eq!(filled.labour.releases.origin, Origin::FromRound);
    assert_eq!(filled.reliability.before.fail_rate.origin, Origin::FromRound);
    assert_eq!(filled.reliability.before.recovery_hours.origin, Origin::FromRound);
    assert_eq!(filled.speed.realisation.origin, Origin::Default);
    // No improvement is claimed by itself, whatever an hour costs.
    let mut unchanged = Inputs::default().filled_in(&known);
    unchanged.reliability.cost_per_hour = amount(1_000.0);
    assert_eq!(Roi::of(&unchanged).value, Outlook { cautious: 0.0, base: 0.0, hopeful: 0.0 });
    // Of a fail rate halved half the hours remain: the releases and the recovery are the same before and after.
    unchanged.reliability.after.fail_rate = Some(share(0.1));
    let value = Roi::of(&unchanged).value;
    close(Some(value.cautious), 12.0 * 0.1 * 24.0 * 1_000.0, 1e-9);
    close(Some(value.hopeful), 52.0 * 0.1 * 168.0 * 1_000.0, 1e-6);
}

#[test]
fn a_round_without_answers_to_a_metric_fills_in_nothing() {
    let scores = scored("PM1,PM3", &["DS,DK,NA"]);
    let known = Known::of(Instrument::builtin(), &scores.delivery);
    assert_eq!(known, Known::default());
    assert_eq!(Inputs::default().filled_in(&known), Inputs::default());
}

/// The numbers that stand for a band are chosen for these words.
#[test]
fn bands_are_read_as_they_are_worded() {
    let bands = |id: &str| match &Instrument::builtin().metric(id).unwrap().kind {
        MetricKind::Bands(bands) => bands.join("; "),
        MetricKind::Percent => String::new(),
    };
    let ends = |column: &str, band: u8| {
        let scores = scored(column, &[&format!("DS,{band}")]);
        let known = Known::of(Instrument::builtin(), &scores.delivery);
        let range = known.releases.or(known.recovery_hours).unwrap();
        format!("{} {:.1} {}", range.low().get(), range.base().get(), range.high().get())
    };
    let read = |column: &str| (1..=6).map(|band| ends(column, band)).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(format!("{}\n{}\n\n{}\n{}", bands("PM1"), read("PM1"), bands("PM3"), read("PM3")), @r"
    Less than once in 6 months; Between once in 6 months and once a month; Between once a month and once a week; Between once a week and once a day; Between once a day and once an hour; More often than once an hour, on demand
    0 1.0 2
    2 4.9 12
    12 25.0 52
    52 137.8 365
    365 1788.1 8760
    8760 8760.0 8760

    More than 6 months; 1 to 6 months; 1 week to 1 month; 1 day to 1 week; 1 hour to 1 day; Less than 1 hour
    4380 4380.0 4380
    730 1788.1 4380
    168 350.2 730
    24 63.5 168
    1 4.9 24
    0 0.5 1
    ");
}

fn any_range() -> impl Strategy<Value = Input<Amount>> {
    prop::array::uniform3(0.0..1_000.0_f64).prop_map(|mut ends| {
        ends.sort_by(f64::total_cmp);
        between(ends[0], ends[1], ends[2])
    })
}

proptest! {
    #[test]
    fn the_cautious_case_is_never_better_than_the_hopeful_one(
        ranges in prop::array::uniform8(any_range()), after_releases in prop::option::of(any_range())
    ) {
        let mut inputs = example();
        inputs.labour.hours_saved = ranges[0];
        inputs.reliability.before.recovery_hours = ranges[1];
        inputs.reliability.after.recovery_hours = Some(ranges[2]);
        inputs.reliability.after.releases = after_releases;
        inputs.reliability.before.releases = ranges[5];
        inputs.reliability.cost_per_hour = ranges[3];
        inputs.infrastructure.spend = ranges[4];
        inputs.hourly_rate = ranges[5];
        inputs.costs.people.one_off = ranges[6];
        inputs.costs.licences.running = ranges[7];
        let roi = Roi::of(&inputs);
        prop_assert!(roi.value.cautious <= roi.value.base && roi.value.base <= roi.value.hopeful);
        prop_assert!(roi.costs.cautious >= roi.costs.base && roi.costs.base >= roi.costs.hopeful);
        prop_assert!(roi.roi.cautious <= roi.roi.base && roi.roi.base <= roi.roi.hopeful, "{:?}", roi.roi);
        // Never paid back is later than any year.
        let years = |payback: Option<f64>| payback.unwrap_or(f64::INFINITY);
        for payback in [roi.payback.of_one_off, roi.payback.of_first_year] {
            prop_assert!(years(payback.cautious) >= years(payback.base) && years(payback.base) >= years(payback.hopeful));
        }
    }
}
