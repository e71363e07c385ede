//! Plans of teams: what an action can be, what a plan would bring, and what has moved.

use domain::instrument::Instrument;
use domain::plan::{
    Action, Day, LinkFault, Linked, MAX_TITLE, Note, Owner, OwnerName, Projection, Since, Status, Target, Title, Way,
    Which,
};
use domain::scoring::Scores;

use crate::support::{close, practice_items, practices, scored};

const DAY: i64 = 86_400_000_000;

fn instrument() -> &'static Instrument {
    Instrument::builtin()
}

fn linked(practice: &str) -> Linked {
    Linked::new(instrument(), practice, &[]).unwrap()
}

fn target(index: i64) -> Target {
    Target::new(index).unwrap()
}

#[test]
fn texts_are_tidied_and_the_title_says_something() {
    assert_eq!(Title::parse("title", " Link\n code  ").unwrap().as_str(), "Link code");
    let empty = Title::parse("title", " \n ").unwrap_err();
    assert_eq!((empty.field.as_str(), empty.message.as_str()), ("title", "Say what is to be done."));
    assert!(Title::parse("title", &"x".repeat(MAX_TITLE)).is_ok());
    assert!(Title::parse("title", &"x".repeat(MAX_TITLE + 1)).unwrap_err().message.contains("to 120 at most"));
    assert_eq!(Note::parse("note", " one\r\ntwo\u{7}\n").unwrap().as_str(), "one\ntwo");
    assert!(Note::parse("note", &"x".repeat(2_001)).is_err());
    assert_eq!(OwnerName::parse("owner_name", "  ").unwrap(), None);
    assert_eq!(OwnerName::parse("owner_name", " Ada  L ").unwrap().unwrap().as_str(), "Ada L");
    assert!(OwnerName::parse("owner_name", &"x".repeat(81)).is_err());
}

#[test]
fn an_action_works_on_a_practice_and_its_own_items() {
    let both = Linked::new(instrument(), "TE4", &["TE4-3", "TE4-1", "TE4-3"]).unwrap();
    assert_eq!((both.practice(), both.items()), ("TE4", ["TE4-1".to_owned(), "TE4-3".to_owned()].as_slice()));
    assert_eq!(Linked::stored("TE4".to_owned(), &both.items_text()), both);
    assert_eq!(Linked::new(instrument(), "CH1", &[]), Err(LinkFault::NoPractice), "a challenge");
    assert_eq!(Linked::new(instrument(), "", &[]), Err(LinkFault::NoPractice));
    assert_eq!(Linked::new(instrument(), "TE4", &["TE3-1"]), Err(LinkFault::NotItsItem));
    assert_eq!(Linked::stored("XX9".to_owned(), "").name(instrument()), "XX9", "of another questionnaire");
}

#[test]
fn a_target_is_a_whole_index_and_stage_four_by_default() {
    assert_eq!(Target::usual(instrument()).get(), 75);
    close(Some(target(75).mean()), 4.0, 1e-12);
    assert_eq!([-1, 101, 300].map(|value| Target::new(value).is_ok()), [false; 3]);
    assert_eq!(Target::parse("target", " 80 ").unwrap().get(), 80);
    for odd in ["", "7.5", "high", "101", "-0.5"] {
        let fault = Target::parse("target", odd).unwrap_err();
        assert_eq!(fault.message, "Give a whole number from 0 to 100.", "{odd}");
    }
    assert!(target(75).is_reached(4.0) && !target(75).is_reached(3.999));
}

#[test]
fn what_is_open_is_overdue_once_its_day_is_over() {
    let on = |due: Option<Day>, status| Action {
        title: Title::parse("", "x").unwrap(),
        linked: linked("TE4"),
        owner: Owner::Nobody,
        due,
        status,
        target: target(75),
        note: Note::default(),
    };
    let today = Day::of(10 * DAY + 5);
    assert_eq!(today.begins(), 10 * DAY);
    let overdue = |day: i64, status| on(Some(Day::of(day * DAY)), status).is_overdue(today);
    assert!(overdue(9, Status::ToDo) && overdue(9, Status::Doing));
    assert!(!overdue(10, Status::ToDo), "until its day is over");
    assert!(!overdue(9, Status::Done) && !overdue(9, Status::Dropped));
    assert!(!on(None, Status::ToDo).is_overdue(today));
}

#[test]
fn words_of_states_read_back() {
    for status in Status::ALL {
        assert_eq!(Status::from_word(status.word()), Some(status));
        assert_eq!(Which::from_word(status.word()), Which::Only(status));
    }
    assert_eq!(
        [Which::from_word("open"), Which::from_word(""), Which::from_word("x")],
        [Which::Open, Which::All, Which::All]
    );
}

fn projected(scores: &Scores, aims: &[(&str, i64)]) -> Projection {
    let aims: Vec<_> = aims.iter().map(|(practice, index)| (linked(practice), target(*index))).collect();
    Projection::of(instrument(), scores, aims.iter().map(|(linked, target)| (linked, *target)))
}

#[test]
fn a_plan_is_told_as_the_index_now_and_then() {
    // CE2 is no practice in stages here, so ten constructs count.
    let scores = practices("2", &[]);
    let two = projected(&scores, &[("TE4", 75), ("AD1", 45), ("TE4", 60)]);
    close(two.then, 25.0 + (50.0 + 20.0) / 10.0, 1e-12);
    assert_eq!((two.planned, two.reached), (2, 0), "of a practice the highest target counts");
    assert_eq!(two.words(), "If every planned practice reaches its target: 25 now, 32 then.");
    let there = projected(&scores, &[("TE4", 20)]);
    assert_eq!((there.planned, there.reached, there.then), (1, 1, scores.maturity.index));
    assert_eq!(there.words(), "25 now. Every planned practice is at its target already.");
    assert_eq!(projected(&scores, &[]).words(), "25 now. Nothing is planned that would change it.");
    let unknown = Linked::stored("XX9".to_owned(), "");
    assert_eq!(Projection::of(instrument(), &scores, [(&unknown, target(75))]).planned, 0);
}

#[test]
fn without_an_index_it_says_so() {
    let scores = scored("TE4-1,TE4-2,TE4-3", &["DS,2,2,2"]);
    let none = projected(&scores, &[("TE4", 75)]);
    assert_eq!((none.now.value, none.then), (None, None));
    assert_eq!(none.words(), "Too few practices have a score to tell what the plan would bring.");
    let scores = practices("2", &[("AD1-1", "DK"), ("AD1-2", "DK"), ("AD1-3", "DK")]);
    let first = projected(&scores, &[("AD1", 50)]);
    assert_eq!(first.words(), "Too few to tell now. If every planned practice reaches its target, the index is 28.");
}

/// Three people who give these stages to all practices, and these bands to three delivery metrics.
fn round(stages: [u8; 3], bands: u8) -> Scores {
    let items = practice_items();
    let row = |stage: u8| format!("DS,{},{bands},{bands},{bands}", vec![stage.to_string(); items.len()].join(","));
    let rows = stages.map(row);
    scored(&format!("{},PM1,PM2,PM3", items.join(",")), &rows.each_ref().map(String::as_str))
}

fn since(before: &Scores, after: &Scores) -> Since {
    Since::of(instrument(), [Some(instrument()); 2], [Some(before), Some(after)])
}

#[test]
fn score_and_delivery_are_held_against_the_round_before() {
    let (low, high) = (round([2, 2, 3], 2), round([3, 4, 4], 4));
    let both = since(&low, &high);
    let score = both.practice("TE4");
    assert_eq!(score.way, Way::Rose);
    assert_eq!(
        score.words,
        "33 then, 67 now: +33 (likely +1 to +66). The likely range leaves out 0; too few for a test."
    );
    assert_eq!(both.delivery.way, Way::Rose);
    assert!(both.delivery.words.starts_with("20 then, 60 now: +40. It has no range"), "{}", both.delivery.words);
    assert_eq!(both.verdict("TE4"), "The score rose, and so did delivery.");
    assert_eq!(since(&high, &low).verdict("TE4"), "The score fell, and so did delivery.");
    assert_eq!(since(&low, &low).verdict("TE4"), "Neither score nor delivery has moved.");
    let hardly = since(&low, &round([2, 3, 3], 4));
    assert_eq!(hardly.practice("TE4").way, Way::Unclear, "{}", hardly.practice("TE4").words);
    assert_eq!(hardly.verdict("TE4"), "Chance may have moved the score; delivery rose.");
    let mixed = since(&low, &round([3, 4, 4], 2));
    assert_eq!(mixed.verdict("TE4"), "The score rose; delivery stayed where it was.");
}

#[test]
fn what_cannot_be_told_is_said_to_be_so() {
    let low = round([2, 2, 3], 2);
    let without = scored("TE4-1,TE4-2,TE4-3", &["DS,2,2,2"]);
    let half = since(&low, &without);
    assert_eq!(half.delivery.way, Way::Unknown);
    assert_eq!(half.delivery.words, "20 then, too few to tell now: too few to tell.");
    assert_eq!(half.practice("XX9").words, "Too few to tell.");
    let nothing = Since::of(instrument(), [Some(instrument()); 2], [None, Some(&low)]);
    assert_eq!(nothing.verdict("TE4"), "Too few to tell whether anything moved.");
    // The mean of other metrics is another figure.
    let items = practice_items();
    let row = format!("DS,{},2,2,2", vec!["2"; items.len()].join(","));
    let other = scored(&format!("{},PM1,PM2,PM4", items.join(",")), &[&row]);
    assert!(since(&low, &other).delivery.words.ends_with("other metrics were answered, so they are not compared."));
}
