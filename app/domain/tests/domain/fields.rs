//! The one parser of every field.

use domain::answer::{Field, MAX_NAME, MAX_TEXT, MAX_URL};
use domain::instrument::Instrument;

/// What is stored for these values of a field's controls, or the message.
fn canonical(name: &str, raw: &[&str]) -> Result<String, String> {
    let instrument = Instrument::builtin();
    let field = Field::parse(instrument, name).unwrap();
    let stored = field.canonical(instrument, raw).map_err(|error| {
        assert_eq!(error.field, name);
        error.message
    })?;
    assert_eq!(field.canonical(instrument, &[&stored]), Ok(stored.clone()), "{name} changes what is stored");
    Ok(stored)
}

fn ok(name: &str, raw: &[&str]) -> String {
    canonical(name, raw).unwrap()
}

fn refused(name: &str, raw: &[&str]) -> String {
    canonical(name, raw).unwrap_err()
}

#[test]
fn every_field_has_one_name() {
    let instrument = Instrument::builtin();
    let mut names: Vec<String> = Field::all(instrument)
        .map(|field| {
            let name = field.name(instrument);
            assert_eq!(Field::parse(instrument, &name), Some(field), "{name}");
            name
        })
        .collect();
    for name in ["TE1-1", "PM1", "comment.TE1-1", "evidence.PM4", "job_role", "name", "profile.industry"] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn other_names_are_no_fields() {
    for name in ["", ".", "TE9-1", "te1-1", "comment.", "comment.XX", "tools.nothing", "strategy", "x.y.z", "action"] {
        assert_eq!(Field::parse(Instrument::builtin(), name), None, "{name}");
    }
}

#[test]
fn items_take_five_values_and_two_words() {
    for good in ["1", "5", "DK", "NA", ""] {
        assert_eq!(ok("TE1-1", &[good]), good);
    }
    assert_eq!(ok("TE1-1", &[" 3 "]), "3");
    assert_eq!(ok("TE1-1", &["", "4"]), "4");
    assert_eq!(ok("TE1-1", &[]), "");
    for bad in ["0", "6", "3.0", "-1", "dk", "N/A", "³", "1;2"] {
        let expected = format!(
            "\"{bad}\" is not on the scale. Choose a number from 1 to 5, DK (don't know) or NA (not applicable)."
        );
        assert_eq!(refused("TE1-1", &[bad]), expected);
    }
    assert_eq!(refused("TE1-1", &["3", "4"]), "There is more than one answer to this. Choose one.");
}

#[test]
fn banded_metrics_take_six_values() {
    assert_eq!(ok("PM1", &["6"]), "6");
    assert_eq!(refused("PM1", &["7"]), "\"7\" is not on the scale. Choose a number from 1 to 6, DK or NA.");
}

#[test]
fn percentages_are_stored_in_one_way() {
    for (given, stored) in [
        ("0", "0"),
        ("100", "100"),
        ("12.5", "12.5"),
        (" 012.50 % ", "12.5"),
        ("7%", "7"),
        ("12,5", "12.5"),
        ("100,0 %", "100"),
        ("0.0", "0"),
        ("100.000", "100"),
        ("00", "0"),
        ("DK", "DK"),
        ("", ""),
    ] {
        assert_eq!(ok("PM4", &[given]), stored, "{given}");
    }
    for bad in
        ["100.1", "-1", "+5", "1e2", "NaN", "inf", "12,5,0", "1.2,5", ",5", ".5", "5.", "%", "1 2", "0x10", "5%%"]
    {
        let expected = format!("\"{bad}\" is not a percentage. Choose a number from 0 to 100, for example 12.5.");
        assert_eq!(refused("PM4", &[bad]), expected);
    }
}

#[test]
fn job_roles_stand_in_the_instruments_order() {
    assert_eq!(ok("job_role", &["MLE", "DS", "DS"]), "DS;MLE");
    assert_eq!(ok("job_role", &["EXE ; DS"]), "DS;EXE");
    assert_eq!(ok("job_role", &[]), "");
    assert_eq!(refused("job_role", &["CEO"]), "\"CEO\" is not one of the options. Choose from the list.");
}

#[test]
fn tools_have_an_other_and_a_none_that_excludes_the_rest() {
    let instrument = Instrument::builtin();
    let category = &instrument.tools[0];
    let (field, first) = (format!("tools.{}", category.id), category.options[0].id.as_str());
    assert_eq!(ok(&field, &["other", first]), format!("{first};other"));
    assert_eq!(ok(&field, &["none"]), "none");
    let expected = "You chose \"none\" together with another option. Keep one or the other.";
    assert_eq!(refused(&field, &["none", first]), expected);
    assert_eq!(ok(&format!("tools_other.{}", category.id), &["  Own \n scheduler "]), "Own scheduler");
}

#[test]
fn questions_keep_to_their_limits() {
    let instrument = Instrument::builtin();
    let one = instrument.profile.iter().find(|question| question.id == "industry").unwrap();
    let [first, second] = [0, 1].map(|place| one.options[place].id.as_str());
    assert_eq!(ok("profile.industry", &[second]), second);
    assert_eq!(refused("profile.industry", &[first, second]), "You chose 2 options. Choose one.");
    let top =
        instrument.strategies.iter().position(|question| question.options.iter().any(|option| option.id == "CH1"));
    let name = format!("strategy.{}", instrument.strategies[top.unwrap()].id);
    assert_eq!(ok(&name, &["CH3", "CH1"]), "CH1;CH3");
    assert_eq!(refused(&name, &["CH1", "CH2", "CH3", "CH4"]), "You chose 4 options. Choose 3 at most.");
    let field = Field::parse(instrument, &name).unwrap();
    assert!(matches!(field, Field::Strategy(place) if Some(place.get()) == top));
}

#[test]
fn texts_keep_their_lines_and_lose_what_cannot_be_seen() {
    assert_eq!(ok("comment.TE1-1", &["one\r\ntwo\rthree\n\tfour"]), "one\ntwo\nthree\n\tfour");
    assert_eq!(ok("open.obstacle", &["a\0b\u{7}c\u{85}d"]), "abcd");
    assert_eq!(ok("comment.PM1", &[" \r\n "]), "");
    let odd = "<script>alert(1)</script> \u{202e}'\"&; =1+1";
    assert_eq!(ok("comment.TE1-1", &[odd]), odd);
    assert_eq!(ok("comment.TE1-1", &[&"é".repeat(MAX_TEXT)]).chars().count(), MAX_TEXT);
    let expected = "This has 10,001 characters. Shorten it to 10,000 at most.";
    assert_eq!(refused("comment.TE1-1", &[&"é".repeat(MAX_TEXT + 1)]), expected);
}

#[test]
fn a_name_is_one_short_line() {
    assert_eq!(ok("name", &["  Data\n platform\t"]), "Data platform");
    assert_eq!(ok("name", &["\0"]), "");
    let expected = "This has 81 characters. Shorten it to 80 at most.";
    assert_eq!(refused("name", &[&"x".repeat(MAX_NAME + 1)]), expected);
}

#[test]
fn evidence_is_a_web_address() {
    for good in ["https://wiki.example.org/a?b=c#d", "HTTP://localhost:8080", "https://münchen.example/x", ""] {
        assert_eq!(ok("evidence.TE1-1", &[good]), good);
    }
    assert_eq!(ok("evidence.TE1-1", &[" https://a.example "]), "https://a.example");
    for bad in
        ["javascript:alert(1)", "ftp://a.example", "https://", "https:///x", "wiki", "https://a b", "https://a\"b"]
    {
        let expected = "This is not a web address. Give one that begins with https:// or http://, \
                        for example https://wiki.example.org/model-card.";
        assert_eq!(refused("evidence.TE1-1", &[bad]), expected, "{bad}");
    }
    let long = format!("https://a.example/{}", "x".repeat(MAX_URL));
    assert_eq!(refused("evidence.TE1-1", &[&long]), "This has 2,018 characters. Shorten it to 2,000 at most.");
}

#[test]
fn what_is_quoted_in_a_message_is_cut() {
    let message = refused("TE1-1", &[&"9".repeat(500)]);
    assert!(message.starts_with(&format!("\"{}...\" is not", "9".repeat(40))), "{message}");
}
