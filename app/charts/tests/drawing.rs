//! What the charts draw, read from the finished SVG.

use charts::{Mark, Paint, Scene, Shape, index_bar, interval_cell, logo, plumb_line, spread, step_bar, svg};

#[test]
fn a_spread_is_darker_where_more_answered_and_says_its_counts() {
    insta::assert_snapshot!(svg::screen(&spread(&[1, 3, 0, 3, 1])).replace("><", ">\n<"), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 162 18" width="162" height="18" role="img" aria-label="Answers on each value from 1 to 5. 1: 1, 2: 3, 3: 0, 4: 3, 5: 1.">
    <title>Answers on each value from 1 to 5. 1: 1, 2: 3, 3: 0, 4: 3, 5: 1.</title>
    <rect x="0" y="0" width="30" height="18" rx="3" class="c-deep-soft" fill="currentColor"/>
    <text x="15" y="13" font-size="12" text-anchor="middle" font-weight="600" class="c-ink" fill="currentColor">1</text>
    <rect x="33" y="0" width="30" height="18" rx="3" class="c-deep" fill="currentColor"/>
    <text x="48" y="13" font-size="12" text-anchor="middle" font-weight="600" class="c-paper" fill="currentColor">3</text>
    <rect x="66" y="0" width="30" height="18" rx="3" class="c-line" fill="currentColor"/>
    <rect x="99" y="0" width="30" height="18" rx="3" class="c-deep" fill="currentColor"/>
    <text x="114" y="13" font-size="12" text-anchor="middle" font-weight="600" class="c-paper" fill="currentColor">3</text>
    <rect x="132" y="0" width="30" height="18" rx="3" class="c-deep-soft" fill="currentColor"/>
    <text x="147" y="13" font-size="12" text-anchor="middle" font-weight="600" class="c-ink" fill="currentColor">1</text>
    </svg>
    "##);
}

#[test]
fn a_spread_without_answers_says_so_and_has_no_numbers() {
    let drawn = svg::screen(&spread(&[0; 5]));
    assert!(drawn.contains("No answers."));
    assert!(!drawn.contains("<text"));
    assert_eq!(drawn.matches("c-line").count(), 5);
}

#[test]
fn the_largest_counts_do_not_overflow() {
    let drawn = svg::screen(&spread(&[u32::MAX; 5]));
    assert!(drawn.contains(&u32::MAX.to_string()));
}

#[test]
fn lengths_have_two_decimals_at_most_and_are_never_minus_nothing() {
    let line = Shape::Line { from: (-0.001, 1.005), to: (2.0, 2.499), width: 0.125, paint: Paint::Ink };
    let corners = vec![(-12.3, 0.07), (-0.25, 100.0), (1_234.56, -7.999)];
    let path = Shape::Polygon { points: corners, paint: Paint::Ink };
    let scene = Scene { width: 10.0, height: 10.0, title: String::new(), shapes: vec![line, path] };
    let drawn = svg::print(&scene);
    assert!(drawn.contains(r#"points="-12.3,0.07 -0.25,100 1234.56,-8""#), "{drawn}");
    assert!(drawn.contains(r#"<line x1="0" y1="1" x2="2" y2="2.5" stroke-width="0.12" "#), "{drawn}");
}

#[test]
fn what_is_no_number_is_not_drawn() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let drawn = svg::screen(&interval_cell("", Mark::new(Some(odd), Some((odd, 50.0)))));
        assert!(!drawn.contains("<circle") && !drawn.contains("<rect"), "{drawn}");
    }
}

#[test]
fn the_index_bar_has_its_ticks_inside_and_its_figure_in_words() {
    let drawn =
        svg::screen(&index_bar("Maturity index", "50", "likely 41 to 58", Mark::new(Some(50.0), Some((41.0, 58.0)))));
    assert!(drawn.contains(r#"aria-label="Maturity index from 0 to 100: 50, likely 41 to 58.""#));
    assert!(drawn.contains(r#"<circle cx="210" cy="14" r="8""#));
    for tick in ["0", "25", "50", "75", "100"] {
        assert!(drawn.contains(&format!(">{tick}</text>")));
    }
}

#[test]
fn the_plumb_line_ends_at_its_row_and_is_silent() {
    let drawn = svg::screen(&plumb_line(5, 40.0, Some(3)));
    assert!(drawn.contains(r#"aria-hidden="true""#));
    // The tip hangs half a bob below the middle of the fourth row: 140 + 10.
    assert!(drawn.contains("8,150 "), "{drawn}");
    for outside in [None, Some(5)] {
        assert!(!svg::screen(&plumb_line(5, 40.0, outside)).contains("polygon"));
    }
    assert!(svg::screen(&logo()).contains("c-brass"));
}

#[test]
fn a_step_bar_fills_its_steps_from_the_left() {
    insta::assert_snapshot!(svg::print(&step_bar(Some(1.5), 2, false)).replace("><", ">\n<"), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 12" width="200" height="12" font-family="IBM Plex Sans" aria-hidden="true">
    <rect x="0" y="0" width="98.5" height="12" rx="2" fill="#e2dfd7"/>
    <rect x="0" y="0" width="98.5" height="12" rx="2" fill="#17506b"/>
    <rect x="101.5" y="0" width="98.5" height="12" rx="2" fill="#e2dfd7"/>
    <rect x="101.5" y="0" width="49.25" height="12" rx="2" fill="#17506b"/>
    </svg>
    "##);
}

#[test]
fn a_step_bar_is_never_fuller_than_full_and_nothing_is_empty() {
    let full = |filled, steps| svg::screen(&step_bar(filled, steps, true)).matches("c-warn").count();
    assert_eq!(full(Some(9.0), 5), 5);
    assert_eq!(full(Some(-1.0), 5), 0);
    assert_eq!(full(Some(f64::NAN), 5), 0);
    assert_eq!(full(None, 5), 0);
    assert_eq!(full(Some(0.01), 1), 1, "one per cent can be seen");
    assert!(svg::screen(&step_bar(None, 0, false)).contains("c-line"), "a bar has one step at least");
}
