//! What the typesetter is given of a confidential round is what was published, figure by figure, and no more: of the
//! same two hundred random rounds that the screen and the tables are tested with.

use domain::privacy::Published;
use domain::report::{Context, Letterhead, ReportData, RoundReport, Standing};
use serde_json::Value;

use crate::fonts::{Fonts, Reach};
use crate::input;
use random::{SMALL, below, published, random_people};
use told::{assert_told, construct_shown};

#[path = "../../../app/domain/tests/domain/privacy/rounds.rs"]
#[expect(dead_code, reason = "reports are made of what is published once")]
mod random;
#[path = "../tests/report/told.rs"]
mod told;

fn given(fonts: &Fonts, published: &Published) -> Value {
    let text = || "x".to_owned();
    let context = Context { team: text(), round: text(), subject: text(), date: String::new(), erased: None };
    let data = ReportData::of(&SMALL, published, context);
    let (standing, letterhead) = (Standing::Preliminary, &Letterhead::default());
    let report = RoundReport { data: &data, instrument: &SMALL, published, standing, letterhead };
    serde_json::from_slice(&input::bytes(&report, fonts, Reach::All).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The rows of the appendix as they are read: id, name, and the cells or what is said instead of them.
fn appendix(input: &Value) -> String {
    let rows = list(&input["appendix"]).iter().flat_map(|table| list(&table["rows"]));
    let words =
        rows.flat_map(|row| [&row["id"], &row["name"]].into_iter().chain(list(&row["cells"])).chain([&row["instead"]]));
    let words: Vec<&str> = words.filter_map(Value::as_str).collect();
    words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the sections say of each construct, in the instrument's order, and how many bars of answers are drawn.
fn sections(input: &Value) -> (Vec<&str>, usize) {
    let report = &input["report"];
    let rows = [&report["practices"], &report["challenges"], &report["benefits"]].into_iter().flat_map(list);
    let spreads = list(&input["charts"]["spreads"]).iter().flat_map(list);
    (rows.filter_map(|row| row["figure"]["text"].as_str()).collect(), spreads.count())
}

#[test]
fn of_two_hundred_random_confidential_rounds_it_is_what_was_published() {
    let fonts = Fonts::embedded();
    let (mut state, mut seen) = (77, [0; 3]);
    for _ in 0..200 {
        let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
        let publication = published(&SMALL, k, &random_people(&mut state));
        let published = publication.published();
        let input = given(&fonts, published);
        let more = assert_told(&appendix(&input), &SMALL, published);
        seen.iter_mut().zip(more).for_each(|(all, more)| *all += more);
        let (said, drawn) = sections(&input);
        assert_eq!(said, published.scores.constructs.iter().map(construct_shown).collect::<Vec<_>>());
        // Bars of answers are drawn of dimensions with a question whose answers are told, and of no others.
        let told = SMALL.dimensions.iter().filter(|dimension| {
            let items = dimension.constructs.iter().flat_map(|place| SMALL[*place].items);
            items.map(|item| &published.scores.items[item.get()]).any(|score| score.detail.is_full() && score.n > 0)
        });
        assert_eq!(drawn, told.count());
    }
    assert!(seen.iter().all(|seen| *seen > 300), "suppressed, coarse, full: {seen:?}");
}
