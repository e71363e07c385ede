//! What the charts draw, read from the finished SVG.

use charts::{IntervalRow, Mark, index_bar, interval_cell, interval_rows, logo, plumb_line, spread, step_bar, svg};

fn row<'a>(name: &'a str, text: &'a str, range_text: &'a str, mark: Mark) -> IntervalRow<'a> {
    IntervalRow { name, text, range_text, mark }
}

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
fn rows_put_dot_and_band_on_one_axis_and_say_every_number() {
    let rows = [
        row("Monitoring", "38", "likely 20 to 57", Mark::new(Some(38.0), Some((20.0, 57.0))).attention(true)),
        row("Pipelines", "100", "likely 90 to 100", Mark::new(Some(100.0), Some((90.0, 140.0)))),
    ];
    let drawn = svg::print(&interval_rows("Practices", &rows));
    assert!(
        drawn.contains(
            "Practices, each from 0 to 100. Monitoring: 38, likely 20 to 57. Pipelines: 100, likely 90 to 100."
        )
    );
    // The axis runs from 188 to 592: 404 units.
    assert!(drawn.contains(r##"<circle cx="341.52" cy="24" r="5.5" fill="#a33d1e"/>"##), "{drawn}");
    assert!(drawn.contains(r##"<circle cx="592" cy="56" r="5.5" fill="#17506b"/>"##), "{drawn}");
    // The band is clipped at 100: from 551.6 to 592.
    assert!(drawn.contains(r#"<rect x="551.6" y="51" width="40.4""#), "{drawn}");
    // Colour is not the only sign of what needs attention: its name is set in bold.
    assert!(drawn.contains(r##"text-anchor="end" font-weight="600" fill="#17222e">Monitoring<"##), "{drawn}");
    assert!(drawn.contains(r##"text-anchor="end" fill="#17222e">Pipelines<"##), "{drawn}");
    assert!(!drawn.contains("class="), "paper has no style sheet");
}

#[test]
fn a_row_without_a_value_says_why_in_place_of_the_dot() {
    let drawn = svg::screen(&interval_rows("Practices", &[row("Data", "Too few to tell", "", Mark::default())]));
    assert!(!drawn.contains("<circle"));
    assert!(drawn.contains(">Too few to tell</text>"));
    assert!(drawn.contains("Data: Too few to tell."));
}

#[test]
fn no_rows_leave_an_empty_grid() {
    let drawn = svg::screen(&interval_rows("Practices", &[]));
    assert_eq!(drawn.matches("<line").count(), 5);
    assert!(drawn.ends_with("</svg>"));
}

#[test]
fn a_long_name_is_cut_in_the_drawing_and_whole_in_the_words() {
    let name = "Responsibility for models in production and after";
    let drawn = svg::screen(&interval_rows("Practices", &[row(name, "50", "", Mark::new(Some(50.0), None))]));
    assert!(drawn.contains(">Responsibility for mode…</text>"), "{drawn}");
    assert!(drawn.contains(&format!("{name}: 50.")));
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
