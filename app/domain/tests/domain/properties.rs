//! What holds of any answers at all.

use domain::answer::{AnswerSheet, Cell, Field, MetricCell};
use domain::answers_file::{Format, read};
use domain::instrument::{Files, Instrument, ItemIndex, JobRole, MetricKind, Scale};
use domain::scoring::{Scores, Status, score, turned};
use domain::statistics::{Frequencies, wilson};
use proptest::prelude::*;

/// One respondent: job roles, answers to the items, answers to the metrics.
#[derive(Clone, Debug)]
struct Person {
    id: usize,
    roles: Vec<JobRole>,
    items: Vec<Cell>,
    metrics: Vec<MetricCell>,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => (1_u8..=5).prop_map(Cell::Value),
        1 => Just(Cell::Blank),
        1 => Just(Cell::DontKnow),
        1 => Just(Cell::NotApplicable),
    ]
}

fn metric(kind: &MetricKind) -> BoxedStrategy<MetricCell> {
    let value = match kind {
        MetricKind::Bands(_) => (1_u8..=6).prop_map(MetricCell::Band).boxed(),
        MetricKind::Percent => (0_u32..=1_000).prop_map(|tenths| MetricCell::Percent(f64::from(tenths) / 10.0)).boxed(),
    };
    prop_oneof![5 => value, 1 => Just(MetricCell::Blank), 1 => Just(MetricCell::DontKnow)].boxed()
}

fn people(most: usize) -> impl Strategy<Value = Vec<Person>> {
    let instrument = Instrument::builtin();
    let roles = prop::collection::vec(prop::sample::select(JobRole::ALL.to_vec()), 0..3);
    let items = prop::collection::vec(cell(), instrument.items.len());
    let metrics: Vec<_> = instrument.metrics.iter().map(|one| metric(&one.kind)).collect();
    let person = (roles, items, metrics).prop_map(|(roles, items, metrics)| Person { id: 0, roles, items, metrics });
    prop::collection::vec(person, 1..=most).prop_map(|mut people| {
        people.iter_mut().enumerate().for_each(|(id, person)| person.id = id);
        people
    })
}

fn sheet(people: &[Person]) -> AnswerSheet {
    let instrument = Instrument::builtin();
    let mut builder = AnswerSheet::builder(instrument);
    for person in people {
        let mut respondent = builder.respondent(format!("r{}", person.id), &person.roles);
        for (item, cell) in instrument.item_indices().zip(&person.items) {
            respondent.item(item, *cell);
        }
        for (metric, cell) in instrument.metric_indices().zip(&person.metrics) {
            respondent.metric(metric, *cell);
        }
    }
    builder.build()
}

fn scored(people: &[Person]) -> Scores {
    score(Instrument::builtin(), &sheet(people))
}

fn json(people: &[Person]) -> String {
    serde_json::to_string(&scored(people)).unwrap()
}

/// A practice item that this person answered with less than 5, if there is one, chosen by `pick`.
fn can_rise(person: &Person, pick: prop::sample::Index) -> Option<ItemIndex> {
    let instrument = Instrument::builtin();
    let rising: Vec<ItemIndex> = instrument
        .item_indices()
        .filter(|item| instrument[*item].scale == Scale::M5)
        .filter(|item| matches!(person.items[item.get()], Cell::Value(value) if value < 5))
        .collect();
    (!rising.is_empty()).then(|| rising[pick.index(rising.len())])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_respondents_never_shows(
        (given, mixed) in people(12).prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle()))
    ) {
        prop_assert_eq!(json(&given), json(&mixed));
    }

    #[test]
    fn a_higher_practice_answer_never_lowers_index_or_level(
        given in people(8), who in any::<prop::sample::Index>(), what in any::<prop::sample::Index>()
    ) {
        let who = who.index(given.len());
        let Some(item) = can_rise(&given[who], what) else { return Ok(()) };
        let mut raised = given.clone();
        if let Cell::Value(value) = &mut raised[who].items[item.get()] {
            *value += 1;
        }
        let (before, after) = (scored(&given).maturity, scored(&raised).maturity);
        prop_assert_eq!(before.status, after.status);
        // Raising one answer by a stage raises the index by 25 / 3 / 11 / n at least, or leaves it to the bit.
        prop_assert!(after.index >= before.index, "{:?} {:?}", before.index, after.index);
        prop_assert_eq!(before.level.level_status, after.level.level_status);
        prop_assert!(after.level.secured_level >= before.level.secured_level);
        prop_assert!(after.level.strict_level >= before.level.strict_level);
        prop_assert!(after.level.iso33020_level >= before.level.iso33020_level);
    }

    #[test]
    fn saying_dont_know_instead_of_nothing_changes_no_score(given in people(6)) {
        // Of people without a job role, who are asked everything.
        let mut given = given;
        for person in &mut given {
            person.roles.clear();
        }
        let mut honest = given.clone();
        for cell in honest.iter_mut().flat_map(|person| &mut person.items) {
            if *cell == Cell::Blank {
                *cell = Cell::DontKnow;
            }
        }
        let strip = |scores: Scores| {
            let kept = (&scores.constructs, &scores.dimensions, &scores.maturity, &scores.frameworks, &scores.priorities);
            serde_json::to_string(&kept).unwrap()
        };
        prop_assert_eq!(strip(scored(&given)), strip(scored(&honest)));
    }

    #[test]
    fn figures_stay_on_their_scales(given in people(10)) {
        let scores = scored(&given);
        for construct in &scores.constructs {
            prop_assert_eq!(construct.status == Status::Scored, construct.mean.is_some());
            prop_assert!(construct.mean.is_none_or(|mean| (1.0..=5.0).contains(&mean)));
            prop_assert!(construct.ci95.is_none_or(|ends| 1.0 <= ends.low && ends.low <= ends.high && ends.high <= 5.0));
            let tally = &construct.tally;
            prop_assert_eq!(tally.values.n() + tally.withheld + tally.not_applicable, u32::try_from(given.len()).unwrap());
        }
        for item in &scores.items {
            prop_assert_eq!(item.counts.iter().sum::<u32>(), item.n);
            prop_assert!(item.rwg.is_none_or(|rwg| (0.0..=1.0).contains(&rwg)));
            prop_assert!(item.ad.is_none_or(|ad| (0.0..=2.0).contains(&ad)));
        }
        let maturity = &scores.maturity;
        prop_assert!(maturity.index.is_none_or(|index| (0.0..=100.0).contains(&index)));
        if let (Some(index), Some(ends)) = (maturity.index, maturity.ci95) {
            prop_assert!(0.0 <= ends.low && ends.low <= index && index <= ends.high && ends.high <= 100.0);
        }
        if let Some(attained) = &maturity.level.attained {
            prop_assert!(attained.values().is_sorted_by(|higher, lower| higher >= lower));
        }
        prop_assert!(scores.priorities.is_sorted_by_key(|row| std::cmp::Reverse(row.blocks_next_level)));
        prop_assert!(scores.delivery.index.is_none_or(|index| (0.0..=100.0).contains(&index)));
    }

    #[test]
    fn doubling_everybody_changes_no_mean(given in people(5)) {
        let twice: Vec<Person> = given.iter().chain(&given).cloned().collect();
        let (once, twice) = (scored(&given), scored(&twice));
        let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        for (a, b) in once.constructs.iter().zip(&twice.constructs) {
            prop_assert!(close(a.mean, b.mean) && close(a.median, b.median));
        }
        prop_assert_eq!(once.maturity.level.secured_level, twice.maturity.level.secured_level);
    }

    #[test]
    fn turning_twice_changes_nothing(value in 1_u8..=5) {
        prop_assert_eq!(turned(turned(value, true), true), value);
        prop_assert_eq!(turned(value, false), value);
    }

    #[test]
    fn counts_agree_with_the_values_they_count(values in prop::collection::vec(6_u8..=30, 2..40)) {
        let counted = Frequencies::<25, 6, 6>::of(&values);
        let plain: Vec<f64> = values.iter().map(|value| f64::from(*value) / 6.0).collect();
        let close = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 1e-9;
        prop_assert!(close(counted.mean(), domain::statistics::mean(&plain)));
        prop_assert!(close(counted.median(), domain::statistics::median(&plain)));
        prop_assert!(close(counted.sd(), domain::statistics::sd(&plain)));
    }

    #[test]
    fn a_wilson_interval_holds_its_proportion(n in 1_u32..5_000, hits in 0_u32..5_000) {
        let hits = hits % (n + 1);
        let interval = wilson(hits, n).unwrap();
        let proportion = f64::from(hits) / f64::from(n);
        prop_assert!(0.0 <= interval.low && interval.low <= proportion + 1e-12);
        prop_assert!(proportion <= interval.high + 1e-12 && interval.high <= 1.0);
    }

    #[test]
    fn no_text_upsets_a_field(name in any::<prop::sample::Index>(), texts in prop::collection::vec(any::<String>(), 0..3)) {
        let instrument = Instrument::builtin();
        let fields: Vec<Field> = Field::all(instrument).collect();
        let field = fields[name.index(fields.len())];
        let raw: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Ok(stored) = field.canonical(instrument, &raw) {
            prop_assert_eq!(field.canonical(instrument, &[&stored]), Ok(stored.clone()));
            prop_assert!(!stored.contains(['\0', '\r']));
        }
    }

    #[test]
    fn no_percentage_is_read_in_two_ways(text in "[0-9]{0,3}[.]?[0-9]{0,3} ?%?") {
        let instrument = Instrument::builtin();
        let field = Field::parse(instrument, "PM4").unwrap();
        if let Ok(stored) = field.canonical(instrument, &[&text]) && !stored.is_empty() {
            let number: f64 = text.trim_end_matches('%').trim().parse().unwrap();
            prop_assert_eq!(stored.parse::<f64>().unwrap().to_bits(), number.to_bits());
            prop_assert_eq!(number.to_string(), stored);
        }
    }

    #[test]
    fn no_bytes_upset_the_readers(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[{\"a-z:,\n=1]{0,60}") {
        let instrument = Instrument::builtin();
        for format in [Format::Csv, Format::Json] {
            let _ = read(instrument, &bytes, format);
            let _ = read(instrument, format!("respondent,role,TE1-1\n{text}").as_bytes(), format);
            let _ = read(instrument, format!("{{\"respondents\":[{text}").as_bytes(), format);
        }
        prop_assert!(Instrument::parse(&text).is_err());
        prop_assert!(Instrument::parse(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn the_score_of_some_is_the_score_of_a_sheet_of_them(given in people(6)) {
        let all = sheet(&given);
        let some: Vec<Person> = given.iter().filter(|person| person.roles.is_empty()).cloned().collect();
        let found = score(Instrument::builtin(), &all.only(|respondent| respondent.roles.is_empty()));
        prop_assert_eq!(serde_json::to_string(&found).unwrap(), json(&some));
    }

    #[test]
    fn no_damage_upsets_the_reading_of_an_instrument(
        file in 0_usize..4, damage in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 1..4)
    ) {
        let mut files = ["instrument", "crosswalk", "practices", "reference"].map(|name| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/small");
            std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap()
        });
        for (place, kind) in damage {
            let mut lines: Vec<String> = files[file].lines().map(str::to_owned).collect();
            let at = place.index(lines.len());
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines[at] = lines[at].replace('1', "2"),
                _ => lines[at] = lines[at].replace('"', ""),
            }
            files[file] = lines.join("\n");
        }
        let [instrument, crosswalk, practices, reference] = &files;
        let read = Instrument::parse_with(Files { instrument, crosswalk, practices, reference });
        // Whatever is still sound can be scored.
        if let Ok(read) = read {
            let mut builder = AnswerSheet::builder(&read);
            builder.respondent("a", &[]).answer("AA1-1", "4").unwrap();
            prop_assert_eq!(score(&read, &builder.build()).respondents, 1);
        }
    }
}
