//! The worksheet: what is typed becomes inputs, and what the round knows stays the round's.

use std::collections::BTreeMap;

use domain::instrument::Instrument;
use domain::roi::{Inputs, Known, LINES, Line, Origin, Roi, Sheet};

use crate::support::{close, scored};

/// What a round knows whose releases are weekly to monthly, of which a fifth fails.
fn known() -> Known {
    let scores = scored("PM1,PM3,PM4", &["DS,3,4,15", "OPS,3,5,25", "MLE,4,4,DK"]);
    Known::of(Instrument::builtin(), &scores.delivery)
}

fn read(known: &Known, typed: &[(&str, &str)]) -> Result<Sheet, Vec<(String, String)>> {
    let typed: BTreeMap<&str, &str> = typed.iter().copied().collect();
    let text = |line: Line, column: &str| {
        let name = format!("{}.{column}", line.id);
        typed.get(name.as_str()).copied().unwrap_or_default().to_owned()
    };
    Sheet::read(known, text).map_err(|faults| faults.into_iter().map(|fault| (fault.field, fault.message)).collect())
}

#[test]
fn every_line_has_a_name_of_its_own_and_reads_its_own_input() {
    for (place, line) in LINES.iter().enumerate() {
        assert_eq!(Line::of(line.id), Some(*line), "{}", line.id);
        assert!(LINES[..place].iter().all(|other| other.id != line.id), "{}", line.id);
        // A value typed into one line is read from it, and from no other.
        let name = format!("{}.base", line.id);
        let inputs = read(&Known::default(), &[(&name, "7")]).unwrap().inputs(&Known::default());
        let given = LINES.iter().filter(|other| other.read(&inputs).is_some_and(|(_, from)| from == Origin::Given));
        assert_eq!(given.map(|other| other.id).collect::<Vec<_>>(), [line.id]);
        let ([low, base, high], _) = line.read(&inputs).unwrap();
        for value in [low, base, high] {
            close(Some(value), 7.0, 1e-12);
        }
    }
    assert_eq!(LINES.len(), 29);
}

#[test]
fn what_stands_as_the_round_knows_it_is_not_given() {
    let known = known();
    let filled = Sheet::default().inputs(&known);
    let line = Line::of("labour.releases").unwrap();
    let [low, base, high] = Sheet::default().texts(line, &filled);
    assert_eq!([low.as_str(), base.as_str(), high.as_str()], ["12", "24.98", "52"]);
    let same =
        [("labour.releases.low", low.as_str()), ("labour.releases.base", &base), ("labour.releases.high", &high)];
    let untouched = read(&known, &same).unwrap();
    assert_eq!(untouched, Sheet::default());
    assert_eq!(line.read(&untouched.inputs(&known)).unwrap().1, Origin::FromRound);
    let changed = read(&known, &[&same[..2], &[("labour.releases.high", "60")]].concat()).unwrap();
    assert_eq!(line.read(&changed.inputs(&known)), Some(([12.0, 24.98, 60.0], Origin::Given)));
    // What comes true of speed has a value of its own until something is given.
    let realised = Line::of("speed.realised").unwrap();
    assert_eq!(Sheet::default().texts(realised, &filled), ["50", "50", "50"].map(str::to_owned));
    assert_eq!(Sheet::default().texts(Line::of("rate").unwrap(), &filled), <[String; 3]>::default());
}

#[test]
fn numbers_are_read_as_people_write_them_and_kept_as_typed() {
    let sheet = read(
        &Known::default(),
        &[("rate.base", "1,250.50"), ("infra.spend.base", "200 000"), ("infra.saved.base", "20")],
    );
    let sheet = sheet.unwrap();
    let inputs = sheet.inputs(&Known::default());
    close(Some(Roi::of(&inputs).value.base), 40_000.0, 1e-9);
    assert_eq!(sheet.texts(Line::of("rate").unwrap(), &inputs), ["", "1,250.50", ""].map(str::to_owned));
    let kept: Vec<_> = sheet.given().map(|(id, texts)| (id.to_owned(), texts.clone())).collect();
    assert_eq!(Sheet::kept(kept.clone()), sheet);
    // A comma that parts no thousands is a point, and one that can be neither is no number.
    for (typed, meant) in
        [("1,5", 1.5), ("12,50", 12.5), ("1,500", 1_500.0), ("1,234,567.25", 1_234_567.25), ("1234,567", 1_234.567)]
    {
        let inputs = read(&Known::default(), &[("rate.base", typed)]).unwrap().inputs(&Known::default());
        close(Some(Line::of("rate").unwrap().read(&inputs).unwrap().0[1]), meant, 1e-9);
    }
    for typed in ["1,2,3", "1,2.3", "1.500,50", ",", ",500", "1234,567,890"] {
        assert_eq!(read(&Known::default(), &[("rate.base", typed)]).unwrap_err().len(), 1, "{typed}");
    }
    let gone = ("gone".to_owned(), ["1", "1", "1"].map(str::to_owned));
    let broken = ("rate".to_owned(), ["x", "1", "1"].map(str::to_owned));
    assert_eq!(Sheet::kept([gone, broken]).inputs(&Known::default()), Inputs::default());
}

#[test]
fn the_demonstrations_worksheet_is_kept_whole() {
    let typed = domain::demo::worksheet("Claims Triage");
    assert!(typed.len() > 10);
    assert_eq!(Sheet::kept(typed.clone()).given().count(), typed.len(), "every line of it can be read");
}

#[test]
fn what_cannot_be_taken_is_told_at_its_field() {
    let faults = read(
        &Known::default(),
        &[
            ("rate.low", "80"),
            ("labour.releases.base", "many"),
            ("labour.hours.base", "-1"),
            ("infra.saved.base", "120"),
            ("speed.days.low", "9"),
            ("speed.days.base", "8"),
            ("audit.count.base", "4"),
            ("audit.count.high", "3"),
            ("revenue.base", "2e12"),
            ("audit.hours.base", "1"),
        ],
    )
    .unwrap_err();
    let told: Vec<String> = faults.iter().map(|(field, message)| format!("{field}: {message}")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    rate.base: Hourly rate: give the base, or leave all three empty.
    labour.releases.base: Releases: give a number such as 1,250.50.
    labour.hours.base: Hours of work that each needs less: Give 0 or more.
    speed.days.low: Days by which each is in use sooner: Give low, base and high in ascending order; they may be the same.
    infra.saved.base: How much of it is saved: give a percentage from 0 to 100.
    audit.count.high: Audits: Give low, base and high in ascending order; they may be the same.
    revenue.base: Revenue that is thought to come of it: Give at most 1,000,000,000,000.
    ");
}
