//! Colours that can be read and told apart, in the style sheet and on paper.

use charts::{Paint, Step, svg};

const TOKENS: &str = include_str!("../../../../style/tokens.css");
const CLASSES: &str = include_str!("../../../../style/charts.css");

/// The two colours of a token, light and dark.
fn token(name: &str) -> [&'static str; 2] {
    let start = format!("--{name}: light-dark(");
    let found = TOKENS.split_once(&start).and_then(|(_, rest)| rest.split_once(')')).map(|(pair, _)| pair);
    let (light, dark) = found.and_then(|pair| pair.split_once(", ")).unwrap_or_else(|| panic!("no token {name}"));
    [light, dark]
}

/// Relative luminance of `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |place: usize| {
        let value =
            f64::from(u8::from_str_radix(&colour[place..place + 2], 16).expect("two hexadecimal digits")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// Contrast of two colours (WCAG 2.2): 1 to 21.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn ground(theme: usize, step: Step) -> &'static str {
    token(&format!("step-{}", step.get()))[theme]
}

#[test]
fn the_contrast_is_that_of_the_standard() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.005);
}

#[test]
fn numbers_on_cells_can_be_read_in_both_themes() {
    for theme in [0, 1] {
        for step in Step::ALL {
            let text = match Paint::on(step) {
                Paint::Ink => token("ink")[theme],
                Paint::Paper => token("card")[theme],
                other => panic!("{other:?}"),
            };
            let found = contrast(text, ground(theme, step));
            assert!(found >= 4.5, "{step:?} in theme {theme}: {found}");
        }
    }
}

#[test]
fn steps_go_one_way_from_the_ground_and_can_be_told_apart_without_their_hue() {
    for theme in [0, 1] {
        let card = token("card")[theme];
        let all: Vec<f64> = Step::ALL.iter().map(|step| contrast(card, ground(theme, *step))).collect();
        assert!(all[0] > 1.15, "the first step can be told from a card: {all:?}");
        for pair in all.windows(2) {
            assert!(pair[1] / pair[0] >= 1.25, "theme {theme}: {all:?}");
        }
    }
}

#[test]
fn marks_stand_out_from_the_ground() {
    for theme in [0, 1] {
        for paint in ["deep", "brass", "soft", "warn", "edge"] {
            for ground in ["paper", "card"] {
                let found = contrast(token(paint)[theme], token(ground)[theme]);
                assert!(found >= 3.0, "{paint} on {ground} in theme {theme}: {found}");
            }
        }
    }
}

#[test]
fn paper_has_the_colours_of_the_light_theme() {
    let named = [
        (Paint::Ink, "ink"),
        (Paint::Soft, "soft"),
        (Paint::Line, "line"),
        (Paint::Edge, "edge"),
        (Paint::Deep, "deep"),
        (Paint::DeepSoft, "deep-2"),
        (Paint::Brass, "brass"),
        (Paint::Warn, "warn"),
        (Paint::WarnSoft, "warn-2"),
        (Paint::Paper, "card"),
    ];
    for (paint, name) in named {
        assert_eq!(svg::resolved(paint), token(name)[0], "{name}");
    }
    for step in Step::ALL {
        assert_eq!(svg::resolved(Paint::Step(step)), ground(0, step));
    }
}

#[test]
fn every_class_has_its_rule() {
    let plain = [
        Paint::Ink,
        Paint::Soft,
        Paint::Line,
        Paint::Edge,
        Paint::Deep,
        Paint::DeepSoft,
        Paint::Brass,
        Paint::Warn,
        Paint::WarnSoft,
        Paint::Paper,
    ];
    let steps = Step::ALL.map(Paint::Step);
    for paint in plain.into_iter().chain(steps) {
        let rule = format!(".{} {{ color: ", svg::class(paint));
        assert!(CLASSES.contains(&rule), "{rule}");
    }
    for step in Step::ALL {
        let rule =
            format!(".{} {{ background: var(--{}) }}", step.cell_class(), step.cell_class()).replace(") }", "); }");
        assert!(CLASSES.contains(&rule), "{rule}");
    }
    for width in [charts::Width::Wide, charts::Width::Narrow] {
        assert!(CLASSES.contains(&format!(".{} {{", width.class())));
    }
}
