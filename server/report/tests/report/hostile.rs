//! Text that anybody may have written: it is shown, never run, and stops nothing.

use crate::samples;
use crate::support::{contains, text_of};
use domain::report::ReportData;
use proptest::prelude::*;

/// The realistic result with this text in every place that a person can write to, and many that they cannot.
fn with_text(text: &str) -> ReportData {
    let mut data = samples::realistic();
    let places = [
        &mut data.heading,
        &mut data.team,
        &mut data.round,
        &mut data.subject,
        &mut data.summary,
        &mut data.notices[0],
        &mut data.maturity.range_text,
        &mut data.level.text,
        &mut data.level.rungs[1].name,
        &mut data.dials[0].remark,
        &mut data.practices[0].name,
        &mut data.challenges[0].share_text,
        &mut data.delivery[0].answer,
        &mut data.disagreements[0].question,
        &mut data.priorities[0].action,
        &mut data.models[0].name,
        &mut data.quality[0],
        &mut data.method[0].title,
        &mut data.references[0].source,
    ];
    let blocking = data.level.blocking.iter_mut().flat_map(|it| [&mut it.topic, &mut it.stage, &mut it.reason]);
    for place in places.into_iter().chain(blocking) {
        text.clone_into(place);
    }
    data
}

#[test]
fn what_looks_like_source_is_shown_as_it_is() {
    for text in [
        "#panic(\"x\")",
        "] #include \"/style.typ\" [",
        "$x^2$ *bold* _soft_ `raw` = Title",
        "<script>alert(1)</script> <label> @ref",
        "\\u{41} // comment /* more */ ~ -- ---",
        "{ \"a\": 1 } #{ 1 + 1 } https://example.org",
    ] {
        let shown = text_of(&report::render_pdf(&samples::in_words(&with_text(text))).unwrap());
        assert!(shown.matches(text).count() >= 15, "{text} in {shown}");
    }
}

#[test]
fn scripts_and_signs_of_all_kinds_stop_nothing() {
    for text in [
        "模型监控 モデル 모델",
        "مرحبا بالعالم، لا إله",
        "שלום עולם 123",
        "นี่คือแบบจำลอง हिन्दी தமிழ்",
        "👩‍👩‍👧‍👦 🇬🇧 👍🏽 ✅ ♥\u{FE0F}",
        "e\u{301}\u{302}\u{303}\u{304} \u{301}start Z\u{336}\u{351}\u{489}a",
        "\u{E000}\u{F8FF}\u{10FFFD}\u{FFFE}\u{FEFF}\u{FFFF}\0\u{7F}\u{85}",
        "\u{202E}desrever\u{202C} \u{2066}isolate \u{200D}\u{200C}",
        "ﷺ ﬁ ǆ Ⅷ ½ ㎏ \u{2028}\u{2029}",
        "",
        "   ",
    ] {
        let pdf = report::render_pdf(&samples::in_words(&with_text(text)))
            .unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert!(contains(&pdf, "<pdfuaid:part>1</"), "{text:?}");
    }
}

#[test]
fn what_no_font_has_leaves_a_mark_that_can_be_seen() {
    let shown = text_of(&report::render_pdf(&samples::in_words(&with_text("Team 模型 😀 end"))).unwrap());
    assert!(shown.contains("Team 模型 \u{FFFD} end"), "{shown}");
}

/// Repetitions of a sentence that make some 8,700 characters.
const LONG: usize = 300;

#[test]
fn very_long_texts_stop_nothing() {
    // A very long answer, in forty places where most are short: some hundred pages.
    let text = "Long names, and longer ones. ".repeat(LONG);
    let shown = text_of(&report::render_pdf(&samples::in_words(&with_text(&text))).unwrap());
    // In full wherever a text may be long: in a sentence, a table, a list.
    assert!(shown.matches("Long names, and longer ones.").count() > 20 * LONG);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_at_all_stops_a_report(text in prop::collection::vec(any::<char>(), 0..120)) {
        let text: String = text.into_iter().collect();
        prop_assert!(report::render_pdf(&samples::in_words(&with_text(&text))).is_ok());
    }

    #[test]
    fn no_mixture_of_letters_and_marks_stops_a_report(text in "[\\p{L}\\p{M}\\p{S}\\p{Cf} a-z]{0,120}") {
        prop_assert!(report::render_pdf(&samples::in_words(&with_text(&text))).is_ok());
    }
}
