//! No text gets out of its element or attribute.

use charts::{Absence, Chart, DotRow, Emphasis, Ids, Mark, Reading, Width, dots, svg};
use proptest::prelude::*;

fn chart(name: &str, title: &str) -> Chart {
    let reading = Reading::Absent(Absence::NotShown);
    dots(title, &[DotRow { name: name.to_owned(), reading, emphasis: Emphasis::Usual }], Width::Wide)
}

fn drawn(name: &str, title: &str) -> String {
    chart(name, title).screen(&Ids::new("a").expect("a letter"))
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

#[test]
fn ids_cannot_leave_their_attribute() {
    for bad in ["", "1a", "-a", "a b", "a\"", "a'", "a<", "é", "a.b"] {
        assert_eq!(Ids::new(bad), None, "{bad:?}");
    }
    let svg = chart("a", "b").screen(&Ids::new("practices-wide").unwrap());
    assert!(svg.contains(r#"aria-labelledby="practices-wide-title practices-wide-desc""#), "{svg}");
    assert!(svg.contains(r#"<title id="practices-wide-title">b</title><desc id="practices-wide-desc">"#), "{svg}");
}

proptest! {
    #[test]
    fn any_text_leaves_the_same_elements(name in any::<String>(), title in any::<String>()) {
        let svg = drawn(&name, &title);
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
