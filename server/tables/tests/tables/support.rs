//! Making and reading files.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use domain::instrument::{Instrument, JobRole};
use domain::privacy::{Publication, Published};
use domain::round::Mode;
use domain::scoring::Detail;
use tables::{About, Export};

use crate::rounds::{self, Person, SMALL, below};

pub fn about() -> About {
    About {
        team: "Payments".to_owned(),
        round: "Autumn".to_owned(),
        subject: String::new(),
        mode: Some(Mode::Confidential { k: 5 }),
        published: Some(1_795_000_000),
        digest: Some("ab".repeat(32)),
        created: 1_795_000_000,
    }
}

pub fn export<'e>(instrument: &'e Instrument, published: &'e Published) -> Export<'e> {
    Export::new(instrument, published, about()).unwrap()
}

type Round = (&'static Instrument, Publication);

/// Made and written once for all tests, for that takes long.
static ROUNDS: LazyLock<Vec<Round>> = LazyLock::new(|| random_rounds().collect());
static BOOKS: LazyLock<Vec<BTreeMap<String, Sheet>>> = LazyLock::new(|| {
    let book = |(instrument, publication): &Round| {
        read_xlsx(&tables::xlsx(&export(instrument, publication.published())).unwrap())
    };
    ROUNDS.iter().map(book).collect()
});

/// Two hundred confidential rounds of the small instrument, and some of the built-in one, in which levels are told.
pub fn confidential_rounds() -> impl DoubleEndedIterator<Item = &'static Round> {
    ROUNDS.iter()
}

/// What was published in these rounds, and their workbooks.
pub fn workbooks() -> impl Iterator<Item = (&'static Published, &'static BTreeMap<String, Sheet>)> {
    ROUNDS.iter().map(|(_, publication)| publication.published()).zip(BOOKS.iter())
}

fn random_rounds() -> impl Iterator<Item = Round> {
    let mut state = 20;
    let small = (0..200).map(move |_| {
        let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
        (&*SMALL, rounds::published(&SMALL, k, &rounds::random_people(&mut state)))
    });
    let mut state = 21;
    let large = (0..6).map(move |_| {
        let n = 3 + below(&mut state, 15);
        let people: Vec<Person> = (0..n).map(|key| answered(&mut state, key)).collect();
        (Instrument::builtin(), rounds::published(Instrument::builtin(), 4, &people))
    });
    small.chain(large)
}

/// Somebody who answers nearly all questions of the built-in instrument.
fn answered(state: &mut u64, key: usize) -> Person {
    let instrument = Instrument::builtin();
    let items = instrument.items.len();
    let cell = |place: usize, state: &mut u64| match below(state, 40) {
        0 => "DK".to_owned(),
        1 => "NA".to_owned(),
        value if place < items => (1 + value % 5).to_string(),
        value => (1 + value % 6).to_string(),
    };
    let cells = (0..items + instrument.metrics.len()).map(|place| cell(place, state)).collect();
    Person { key, role: Some(JobRole::ALL[below(state, 2)]), cells }
}

/// A sheet: names of columns, and rows.
pub type Sheet = (Vec<String>, Vec<Vec<Data>>);

/// The sheets by name. Formulas are refused.
pub fn read_xlsx(bytes: &[u8]) -> BTreeMap<String, Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |name: String| {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.rows().flatten().all(String::is_empty), "{name} has a formula");
        let range = book.worksheet_range(&name).unwrap();
        assert_eq!(range.start(), Some((0, 0)));
        let mut rows = range.rows().map(<[Data]>::to_vec);
        let header = rows.next().unwrap().iter().map(ToString::to_string).collect();
        (name, (header, rows.collect()))
    };
    names.into_iter().map(sheet).collect()
}

/// The lines of the CSV file, its header first.
pub fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A text without the mark that neutralises it.
pub fn unmarked(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

/// A row by the names of its columns.
pub type Row<'s> = BTreeMap<&'s str, &'s Data>;

pub fn rows((header, rows): &Sheet) -> impl Iterator<Item = Row<'_>> {
    rows.iter().map(|row| header.iter().map(String::as_str).zip(row).collect())
}

pub fn number(value: Option<f64>) -> Data {
    value.map_or(Data::Empty, Data::Float)
}

/// A count that is told only in full.
pub fn count(detail: Detail, value: u32) -> Data {
    if detail == Detail::Full { Data::Float(f64::from(value)) } else { Data::Empty }
}

/// A text, or nothing.
pub fn words(text: Option<&str>) -> Data {
    text.map_or(Data::Empty, word)
}

pub fn word(word: &str) -> Data {
    Data::String(word.to_owned())
}

pub fn assert_row(row: &Row<'_>, expected: &[(&str, Data)]) {
    for (name, value) in expected {
        assert_eq!(row[name], value, "{name} of {row:?}");
    }
}
