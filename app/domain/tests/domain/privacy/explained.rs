//! What is said of why a coarse figure is what it is: true of the answers, which only a named round of the same answers
//! shows, and about nothing that is met already.

use domain::explain::{Explainer, Explanation, Need, Reason, Subject, Unit};
use domain::instrument::{Condition, Instrument, ItemIndex};
use domain::privacy::{Publication, publish};
use domain::report::{Context, ReportData};
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Scores, Status};

use super::rounds::{Person, below, person, published, sealed};

/// People who answer each question in their own way, in ranges that differ from question to question.
fn team(state: &mut u64, n: usize, missing: usize) -> Vec<Person> {
    let instrument = Instrument::builtin();
    let around = below(state, 5);
    let lowest: Vec<usize> = instrument.items.iter().map(|_| (around + below(state, 3)).clamp(1, 5)).collect();
    let mut cell = |place: usize| {
        if below(state, 100) < missing {
            return "DK".to_owned();
        }
        let lowest = lowest.get(place).copied().unwrap_or(1);
        (lowest + below(state, 3)).min(5).to_string()
    };
    let width = instrument.items.len() + instrument.metrics.len();
    (0..n).map(|key| Person { cells: (0..width).map(&mut cell).collect(), ..person(key, None, &[]) }).collect()
}

/// The same answers in a confidential round and in a named one.
fn both(people: &[Person]) -> (Publication, Publication) {
    let instrument = Instrument::builtin();
    let named = publish(instrument, &sealed(instrument, Mode::Named, RoundState::Closed, people), None, 1).unwrap();
    (published(instrument, 5, people), named)
}

fn explain(publication: &Publication, subject: Subject) -> Explanation {
    Explainer::new(Instrument::builtin(), &publication.published().scores).of(subject).unwrap()
}

fn met_at(truth: &Scores, item: ItemIndex) -> u8 {
    let tally = &truth.items[item.get()].tally;
    (2..=5).take_while(|stage| tally.met_at(*stage)).last().unwrap_or(1)
}

fn report(publication: &Publication) -> ReportData {
    let [team, round, subject, date] = [""; 4].map(str::to_owned);
    let context = Context { team, round, subject, date, erased: None };
    ReportData::new(Instrument::builtin(), &publication.published().scores, context)
}

/// People who all answer alike, as a question has it.
fn alike(cell: impl Fn(&str) -> &'static str) -> Vec<Person> {
    let instrument = Instrument::builtin();
    let cells: Vec<&str> = instrument.items.iter().map(|item| cell(&item.id)).collect();
    (0..7).map(|key| person(key, None, &cells)).collect()
}

#[test]
fn the_level_of_a_model_names_what_decided_it() {
    let (told, _) = both(&alike(|id| if id == "TE1-3" { "3" } else { "4" }));
    let place = 1;
    let found = explain(&told, Subject::Ladder(place));
    assert_eq!((found.value, found.count(Unit::Constructs)), (Some(3.0), 1));
    let instrument = Instrument::builtin();
    for condition in instrument.crosswalk.ladders[place].levels[..=3].iter().flat_map(|level| &level.conditions) {
        let (what, least) = match *condition {
            Condition::Met { item, at } => (Subject::Item(item), at),
            Condition::Index { construct, at_least } => (Subject::Construct(construct), at_least),
        };
        let part = found.parts.iter().find(|part| part.what == what).unwrap();
        assert!(part.value >= f64::from(least), "{part:?}");
    }
    let why = &report(&told).models[place].why;
    assert!(why.starts_with("Decided by ") && why.contains("(TE1-1)") && why.contains("(CE2)"), "{why}");
}

#[test]
fn coverage_counts_what_is_told_and_leaves_out_what_is_met() {
    // One item is far below, the others are met at 4.
    let tagged = &Instrument::builtin().crosswalk.coverages[0].items;
    let low = Instrument::builtin()[tagged[0]].id.as_str();
    let (told, _) = both(&alike(|id| if id == low { "2" } else { "4" }));
    let found = explain(&told, Subject::Coverage(0));
    assert_eq!((found.count(Unit::Questions), found.total(Unit::Questions)), (tagged.len(), tagged.len()));
    assert_eq!(found.left_out, []);
    let levers: Vec<(Subject, Need)> = found.levers.iter().map(|lever| (lever.what, lever.need)).collect();
    assert_eq!(levers, [(Subject::Item(tagged[0]), Need::Met(4))]);
    let why = &report(&told).coverage[0].why;
    assert!(why.contains(&format!("{} can be shown and {} are met", tagged.len(), tagged.len() - 1)), "{why}");
}

#[test]
fn what_is_not_published_is_called_that() {
    let tagged = &Instrument::builtin().crosswalk.coverages[0].items;
    let mut people = alike(|_| "4");
    for person in &mut people[..3] {
        "DK".clone_into(&mut person.cells[tagged[0].get()]);
    }
    let (told, _) = both(&people);
    let hidden = tagged.iter().filter(|item| {
        let score = &told.published().scores.items[item.get()];
        score.detail == Detail::Suppressed
    });
    let (found, hidden) = (explain(&told, Subject::Coverage(0)), hidden.count());
    assert!(hidden > 0);
    assert_eq!((found.left_out(Reason::NotPublished), found.left_out(Reason::NoScore)), (hidden, 0));
    assert_eq!(found.count(Unit::Questions) + hidden, tagged.len());
    assert_eq!(found.levers, []);
}

#[test]
fn a_part_that_is_not_published_is_no_part_without_answers() {
    // A practice, a challenge and the first metric are answered by four people: fewer than are told of.
    let instrument = Instrument::builtin();
    let (mut people, width) = (alike(|_| "3"), instrument.items.len());
    let [practice, challenge] = ["TE2", "CH4"].map(|id| instrument.construct_index(id).unwrap());
    for (key, person) in people.iter_mut().enumerate() {
        person.cells.extend(instrument.metrics.iter().map(|_| "3".to_owned()));
        if key < 3 {
            for item in [instrument[practice].items, instrument[challenge].items].concat() {
                "DK".clone_into(&mut person.cells[item.get()]);
            }
            "DK".clone_into(&mut person.cells[width]);
        }
    }
    let (told, _) = both(&people);
    let metric = instrument.metric_indices().next().unwrap();
    for subject in [
        Subject::Maturity,
        Subject::Dimension(instrument[practice].dimension),
        Subject::Dimension(instrument[challenge].dimension),
        Subject::Delivery,
        // It eases the challenge.
        Subject::Priority(instrument.construct_index("IS3").unwrap()),
    ] {
        let found = explain(&told, subject);
        let left_out = [Reason::NotPublished, Reason::NoScore].map(|reason| found.left_out(reason));
        assert_eq!(left_out, [1, 0], "{subject:?}");
    }
    let found = explain(&told, Subject::Metric(metric));
    assert_eq!((found.status, found.entered.len(), found.levers.len()), (Status::Suppressed, 0, 0));
}

#[test]
fn an_index_that_is_not_shown_says_how_many_practices_it_waits_for() {
    let people = alike(|_| "4");
    let why = |people: &[Person]| report(&both(people).0).maturity.why;
    // Of four people nothing is shown.
    assert!(why(&people[..4]).starts_with("It needs 8 of the 11 practices with a score that can be shown,"));
    assert!(why(&people[..4]).contains("Shown so far: 0. A practice is shown as soon as 5 people have answered"));
    assert!(!why(&people).contains("It needs"));
    let named = report(&both(&alike(|_| "DK")).1).maturity.why;
    assert!(named.starts_with("It needs 8 of the 11 practices with a score, and"), "{named}");
}

#[test]
fn what_is_said_of_coarse_figures_is_true_of_the_answers() {
    let instrument = Instrument::builtin();
    let (mut state, mut levers, mut parts, mut settled) = (3, 0, 0, 0);
    for round in 0..150 {
        let n = 5 + round % 5;
        let (told, named) = both(&team(&mut state, n, [0, 0, 4][round % 3]));
        let truth = &named.published().scores;
        let of_models = (0..instrument.crosswalk.ladders.len()).map(Subject::Ladder);
        let of_shares = (0..instrument.crosswalk.coverages.len()).map(Subject::Coverage);
        for subject in of_models.chain(of_shares).chain([Subject::Level]) {
            let found = explain(&told, subject);
            for part in &found.parts {
                let Subject::Item(item) = part.what else { continue };
                assert!(part.value <= f64::from(met_at(truth, item)), "{round} {subject:?}: {part:?}");
                parts += usize::from(part.value > 1.0);
            }
            for lever in &found.levers {
                let Subject::Item(item) = lever.what else { continue };
                let detail = told.published().scores.items[item.get()].detail;
                match lever.need {
                    Need::Met(at) | Need::Gate(at) if detail != Detail::Suppressed => {
                        levers += 1;
                        assert!(met_at(truth, item) < at, "{round} {subject:?}: {lever:?} is met");
                    }
                    Need::Answers => unreachable!("{round} {subject:?}: {lever:?} has answers, or it is not told"),
                    _ => {}
                }
            }
            if matches!(subject, Subject::Coverage(_)) {
                let not_covered = found.levers.iter().filter(|lever| lever.need == Need::Met(4)).count();
                let share = found.value.unwrap_or(100.0) / 100.0;
                let all = ((1.0 - share) * found.count(Unit::Questions) as f64).round();
                assert!(not_covered as f64 <= all, "{round} {subject:?}");
                settled += usize::from(not_covered as f64 >= all);
            }
        }
    }
    // Enough is said for its truth to mean something, and of many shares all that would raise them.
    assert!(levers > 2_000 && parts > 2_000 && settled > 200, "{levers} levers, {parts} parts, {settled} settled");
}
