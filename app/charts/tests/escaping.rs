//! No text gets out of its element or attribute.

use charts::{IntervalRow, Mark, interval_rows, svg};
use proptest::prelude::*;

fn drawn(name: &str, text: &str) -> String {
    let row = IntervalRow { name, text, range_text: text, mark: Mark::default() };
    svg::screen(&interval_rows(name, &[row]))
}

#[test]
fn markup_in_names_is_text() {
    let svg = drawn(r#"<script>"'&"#, "</svg><a href='x'>");
    assert!(svg.contains(">&lt;script&gt;&quot;&#39;&amp;</text>"), "{svg}");
    assert!(!svg.contains("<script") && !svg.contains("<a "));
    assert_eq!(svg.matches("</svg>").count(), 1);
}

#[test]
fn characters_that_xml_forbids_become_a_mark() {
    assert!(drawn("a\0b\u{b}\u{ffff}", "").contains(">a\u{fffd}b\u{fffd}\u{fffd}</text>"));
}

proptest! {
    #[test]
    fn any_text_leaves_the_same_elements(name in any::<String>(), text in any::<String>()) {
        let svg = drawn(&name, &text);
        let plain = drawn("a", "b");
        prop_assert_eq!(svg.matches('<').count(), plain.matches('<').count());
        prop_assert_eq!(svg.matches('"').count(), plain.matches('"').count());
        prop_assert!(svg.chars().all(|c| c >= ' ' || "\t\n\r".contains(c)));
    }

    #[test]
    fn any_numbers_stay_on_the_axis(value in any::<f64>(), low in any::<f64>(), high in any::<f64>()) {
        let mark = Mark::new(Some(value), Some((low, high)));
        prop_assert!(mark.value().is_none_or(|v| (0.0..=100.0).contains(&v)));
        let svg = svg::screen(&charts::interval_cell("", mark));
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains(r#"width="-"#), "{}", svg);
    }
}
