//! Only what is put to people in the same way is compared.

use domain::answers_file::{Format, read};
use domain::comparison::{
    Compared, LinkedScores, Wording, change_apart, change_linked, compare_constructs, compare_items,
};
use domain::instrument::{Files, Instrument, RoleSet};
use domain::scoring::{Scores, score};

use super::of;

const SMALL: Files<'static> = Files {
    instrument: include_str!("../../samples/small/instrument.toml"),
    crosswalk: include_str!("../../samples/small/crosswalk.toml"),
    practices: include_str!("../../samples/small/practices.toml"),
    reference: include_str!("../../samples/small/reference.toml"),
};

/// The small instrument with the first place of a text replaced; it has to be there.
fn small(from: &str, to: &str) -> Instrument {
    assert!(SMALL.instrument.contains(from), "{from}");
    Instrument::parse_with(Files { instrument: &SMALL.instrument.replacen(from, to, 1), ..SMALL }).unwrap()
}

fn answers(instrument: &Instrument) -> Scores {
    let csv =
        "respondent,role,AA1-1,AA1-2,AA1-3,BB1-1,BB1-2,BB1-3\n1,DS,1,2,3,2,3,4\n2,DS,2,3,4,3,4,5\n3,DS,2,2,2,1,1,1\n";
    score(instrument, &read(instrument, csv.as_bytes(), Format::Csv).unwrap())
}

#[test]
fn another_question_stage_help_frame_or_option_is_another_item() {
    let before = small("0.1.0", "0.1.0");
    for (from, to) in [
        ("question = \"How?\"", "question = \"How often?\""),
        ("help = \"\"", "help = \"Now.\""),
        ("\"c\", \"d\", \"e\"]", "\"c\", \"d\", \"f\"]"),
        ("frame = \"Last six months.\"", "frame = \"Last year.\""),
        ("meaning = \"best\"", "meaning = \"better\""),
    ] {
        let after = small(from, to);
        let wording = Wording::of(&before, &after);
        assert!(!wording.keeps_item("AA1-1"), "{to}");
        assert!(!wording.keeps_construct("AA1"), "{to}");
        assert!(wording.keeps_item("BB1-1") && wording.keeps_construct("BB1"), "{to}");
    }
    let mut turned = before.clone();
    turned.items[0].reversed = !turned.items[0].reversed;
    assert!(!Wording::of(&before, &turned).keeps_item("AA1-1"));
    let after = small("frame = \"Compared with last year.\"", "frame = \"Compared with two years ago.\"");
    assert!(!Wording::of(&before, &after).keeps_item("BB1-1"));
    assert!(Wording::of(&before, &after).keeps_item("AA1-1"));
}

#[test]
fn what_people_do_not_read_may_change() {
    let before = small("0.1.0", "0.1.0");
    for (from, to) in [
        ("version = \"0.1.0\"", "version = \"0.2.0\""),
        ("topic = \"First practice\"", "topic = \"A practice\""),
        ("name = \"Stages\"", "name = \"Levels\""),
    ] {
        assert!(Wording::of(&before, &small(from, to)).keeps_construct("AA1"), "{to}");
    }
    let mut after = before.clone();
    after.items[0].roles = RoleSet::default();
    assert!(after.items[0].roles != before.items[0].roles);
    assert!(Wording::of(&before, &after).keeps_construct("AA1"));
    assert!(!Wording::of(&before, &before).keeps_item("ZZ1-1"));
    assert!(!Wording::of(&before, &before).keeps_construct("ZZ1"));
}

#[test]
fn one_changed_item_breaks_its_construct_and_leaves_the_other_items() {
    let before = small("0.1.0", "0.1.0");
    let after = small("question = \"How?\"", "question = \"How often?\"");
    let wording = Wording::of(&after, &before);
    assert!(!wording.keeps_item("AA1-1") && wording.keeps_item("AA1-2"));
    let (old, new) = (answers(&before), answers(&after));
    let constructs = compare_constructs(&wording, &new.constructs, &old.constructs);
    assert_eq!(of(&constructs, "AA1"), &Compared::Reworded);
    assert!(matches!(of(&constructs, "BB1"), Compared::Found(_)));
    assert_eq!(change_apart(&wording, &new.constructs, &old.constructs).constructs, constructs);
    let pairs = vec![(1.0, 2.0), (2.0, 4.0)];
    let linked = change_linked(&wording, &[LinkedScores { id: "AA1", pairs }]);
    assert_eq!(of(&linked.constructs, "AA1"), &Compared::Reworded);
    let items = compare_items(&wording, &new.items, &old.items);
    let item = |wanted: &str| items.iter().find(|(id, _)| *id == wanted).map(|(_, compared)| compared).unwrap();
    assert_eq!(item("AA1-1"), &Compared::Reworded);
    assert!(matches!(item("AA1-2"), Compared::Found(_)));
}
