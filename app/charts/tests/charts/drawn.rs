//! How figures and what stands in their place look, read from the finished SVG.

use charts::{Absence, Answers, DotRow, Emphasis, Heatmap, Ids, StripRow, Width, dots, heatmap, strip};

use crate::samples::{absent, coarse, full};

fn row(name: &str, reading: charts::Reading, emphasis: Emphasis) -> DotRow {
    DotRow { name: name.to_owned(), reading, emphasis }
}

fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn a_narrow_row_is_name_number_and_band() {
    let rows = [row("Monitoring", full(38.0, 20.0, 57.0), Emphasis::Attention)];
    let svg = dots("Practices", &rows, Width::Narrow).screen(&Ids::new("p").expect("a letter"));
    insta::assert_snapshot!(lines(&svg), @r#"
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 327 96" width="327" height="96" role="img" aria-labelledby="p-title p-desc">
    <title id="p-title">Practices</title>
    <desc id="p-desc">Monitoring: 38 (20 to 57).</desc>
    <g>
    <title>Monitoring: 38 (20 to 57)</title>
    <text x="0" y="18" font-size="14" font-weight="600" class="c-ink" fill="currentColor">Monitoring</text>
    <text x="291" y="18" font-size="14" text-anchor="end" class="c-soft" fill="currentColor">20–57</text>
    <line x1="7" y1="28" x2="7" y2="42" stroke-width="1" class="c-line" stroke="currentColor"/>
    <line x1="85.25" y1="28" x2="85.25" y2="42" stroke-width="1" class="c-line" stroke="currentColor"/>
    <line x1="163.5" y1="28" x2="163.5" y2="42" stroke-width="1" class="c-line" stroke="currentColor"/>
    <line x1="241.75" y1="28" x2="241.75" y2="42" stroke-width="1" class="c-line" stroke="currentColor"/>
    <line x1="320" y1="28" x2="320" y2="42" stroke-width="1" class="c-line" stroke="currentColor"/>
    <line x1="7" y1="35" x2="320" y2="35" stroke-width="1" class="c-line" stroke="currentColor"/>
    <rect x="69.6" y="30" width="115.81" height="10" rx="5" class="c-warn-soft" fill="currentColor"/>
    <line x1="69.6" y1="35" x2="185.41" y2="35" stroke-width="1" class="c-warn" stroke="currentColor"/>
    <circle cx="125.94" cy="35" r="5.5" class="c-warn" fill="currentColor"/>
    <text x="327" y="18" font-size="14" text-anchor="end" font-weight="600" class="c-warn" fill="currentColor">38</text>
    </g>
    <text x="7" y="64" font-size="12" text-anchor="middle" class="c-soft" fill="currentColor">0</text>
    <text x="85.25" y="64" font-size="12" text-anchor="middle" class="c-soft" fill="currentColor">25</text>
    <text x="163.5" y="64" font-size="12" text-anchor="middle" class="c-soft" fill="currentColor">50</text>
    <text x="241.75" y="64" font-size="12" text-anchor="middle" class="c-soft" fill="currentColor">75</text>
    <text x="327" y="64" font-size="12" text-anchor="end" class="c-soft" fill="currentColor">100</text>
    <rect x="0" y="81" width="30" height="10" rx="5" class="c-deep-soft" fill="currentColor"/>
    <line x1="0" y1="86" x2="30" y2="86" stroke-width="1" class="c-deep" stroke="currentColor"/>
    <circle cx="15" cy="86" r="5.5" class="c-deep" fill="currentColor"/>
    <text x="37" y="90.2" font-size="12" class="c-soft" fill="currentColor">Figure and its 95 % range</text>
    </svg>
    "#);
}

#[test]
fn a_rounded_figure_has_a_hollow_dot_and_an_open_band() {
    let rows = [row("Pipelines", coarse(45, 30, 60), Emphasis::Usual)];
    insta::assert_snapshot!(lines(&dots("Practices", &rows, Width::Wide).print()), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 108" width="680" height="108" font-family="IBM Plex Sans" aria-hidden="true">
    <text x="606" y="14" font-size="12" text-anchor="end" fill="#55626f">Index</text>
    <text x="680" y="14" font-size="12" text-anchor="end" fill="#55626f">Range</text>
    <line x1="196" y1="22" x2="196" y2="58" stroke-width="1" stroke="#e2dfd7"/>
    <line x1="286" y1="22" x2="286" y2="58" stroke-width="1" stroke="#e2dfd7"/>
    <line x1="376" y1="22" x2="376" y2="58" stroke-width="1" stroke="#e2dfd7"/>
    <line x1="466" y1="22" x2="466" y2="58" stroke-width="1" stroke="#e2dfd7"/>
    <line x1="556" y1="22" x2="556" y2="58" stroke-width="1" stroke="#e2dfd7"/>
    <text x="196" y="75" font-size="12" text-anchor="middle" fill="#55626f">0</text>
    <text x="286" y="75" font-size="12" text-anchor="middle" fill="#55626f">25</text>
    <text x="376" y="75" font-size="12" text-anchor="middle" fill="#55626f">50</text>
    <text x="466" y="75" font-size="12" text-anchor="middle" fill="#55626f">75</text>
    <text x="556" y="75" font-size="12" text-anchor="middle" fill="#55626f">100</text>
    <g>
    <text x="176" y="46.9" font-size="14" text-anchor="end" fill="#17222e">Pipelines</text>
    <polyline points="304,37 412,37 412,47 304,47 304,37" fill="none" stroke-width="1" stroke-linejoin="round" stroke="#17506b"/>
    <polyline points="304,42 412,42" fill="none" stroke-width="1" stroke-linejoin="round" stroke-dasharray="1.5 3.5" stroke="#17506b"/>
    <circle cx="358" cy="42" r="5.5" fill="#17506b"/>
    <circle cx="358" cy="42" r="3.3" fill="#ffffff"/>
    <text x="606" y="46.9" font-size="14" text-anchor="end" font-weight="600" fill="#17222e">~45</text>
    <text x="680" y="46.9" font-size="14" text-anchor="end" fill="#55626f">30–60</text>
    </g>
    <polyline points="196,93 226,93 226,103 196,103 196,93" fill="none" stroke-width="1" stroke-linejoin="round" stroke="#17506b"/>
    <polyline points="196,98 226,98" fill="none" stroke-width="1" stroke-linejoin="round" stroke-dasharray="1.5 3.5" stroke="#17506b"/>
    <circle cx="211" cy="98" r="5.5" fill="#17506b"/>
    <circle cx="211" cy="98" r="3.3" fill="#ffffff"/>
    <text x="233" y="102.2" font-size="12" fill="#55626f">Rounded, to protect a small group</text>
    </svg>
    "##);
}

#[test]
fn a_row_without_a_figure_says_why_in_place_of_the_dot() {
    for width in [Width::Wide, Width::Narrow] {
        for absence in [Absence::TooFew, Absence::NotShown, Absence::NotAsked] {
            let svg = dots("Practices", &[row("Data", absent(absence), Emphasis::Usual)], width).print();
            assert!(!svg.contains("<circle"), "{svg}");
            assert!(svg.contains(&format!(">{}</text>", absence.words())), "{svg}");
        }
    }
}

#[test]
fn attention_is_bold_and_not_only_coloured() {
    let rows = [
        row("Monitoring", full(38.0, 20.0, 57.0), Emphasis::Attention),
        row("Pipelines", full(58.0, 43.0, 73.0), Emphasis::Usual),
    ];
    let svg = dots("Practices", &rows, Width::Wide).print();
    assert!(svg.contains(r##"font-weight="600" fill="#17222e">Monitoring<"##), "{svg}");
    assert!(svg.contains(r##"text-anchor="end" fill="#17222e">Pipelines<"##), "{svg}");
}

#[test]
fn the_middle_of_the_threes_is_in_a_line() {
    let counts = |values| Answers::Counts { values, dont_know: 0 };
    let rows = [
        StripRow { name: "All in the middle".to_owned(), answers: counts([0, 0, 8, 0, 0]) },
        StripRow { name: "All at the ends".to_owned(), answers: counts([4, 0, 0, 0, 4]) },
    ];
    let svg = strip("Answers", ["low", "high"], &rows, Width::Wide).print();
    // Bars reach from 196 to 530, so that the middle is at 363: the bar of 8 begins at 196, and so does that of 4 and 4,
    // whose upper half begins at the middle.
    assert!(svg.contains(r#"<rect x="196" y="33" width="332.5""#), "{svg}");
    assert!(svg.contains(r#"<rect x="363" y="67" width="165.5""#), "{svg}");
}

#[test]
fn a_long_name_is_whole_and_less_is_said_beside_it() {
    let beside = |name: &str| {
        let answers = Answers::Counts { values: [0, 83, 94, 100, 0], dont_know: 13 };
        let svg =
            strip("Answers", ["low", "high"], &[StripRow { name: name.to_owned(), answers }], Width::Narrow).print();
        assert!(svg.contains(&format!(">{name}</text>")), "{svg}");
        let said = [">277 answers · 13 don’t know<", ">277 · 13 don’t know<", ">277<"];
        said.iter().position(|said| svg.contains(said)).unwrap()
    };
    let names = ["Cost", "Releases that need repairs", "Compliance problems found earlier"];
    assert_eq!(names.map(beside), [0, 1, 2]);
}

#[test]
fn what_is_not_known_is_no_part_of_the_bar() {
    let answers = |dont_know| Answers::Counts { values: [1, 1, 1, 1, 1], dont_know };
    let bars = |dont_know| {
        let rows = [StripRow { name: String::new(), answers: answers(dont_know) }];
        let svg = strip("Answers", ["low", "high"], &rows, Width::Wide).print();
        (svg.matches("height=\"20\"").map(str::to_owned).collect::<Vec<_>>(), svg.matches("<line").count())
    };
    let (none, some) = (bars(0), bars(7));
    assert_eq!(none.0, some.0);
    assert!(some.1 > none.1, "the hatched square");
}

#[test]
fn cells_that_are_not_shown_are_hatched_and_hold_no_number() {
    let cell = |reading| {
        let heatmap_data = Heatmap::new(vec!["TE1".to_owned()], vec![("Team".to_owned(), vec![reading])]);
        heatmap("Teams", &heatmap_data.expect("one column"), Width::Wide).print()
    };
    let (told, hidden) = (cell(full(61.0, 50.0, 70.0)), cell(absent(Absence::NotShown)));
    assert!(told.contains(">61</text>") && !told.contains("<line"), "{told}");
    assert!(hidden.matches("<line").count() > 5 && hidden.contains(">Not shown</text>"), "{hidden}");
    assert!(cell(absent(Absence::TooFew)).contains(">?</text>"));
}

#[test]
fn a_long_name_has_the_room_of_the_word_beside_its_number() {
    let row = |name: &str| {
        let answers = Answers::Counts { values: [0, 0, 3, 3, 0], dont_know: 2 };
        let rows = [StripRow { name: name.to_owned(), answers }];
        strip("Data", ["Ad hoc", "Optimising"], &rows, Width::Narrow).print()
    };
    assert!(row("Training").contains(">6 answers · 2 don’t know</text>"));
    let long = row("Training data and its versions");
    assert!(
        long.contains(">Training data and its versions</text>") && long.contains(">6 · 2 don’t know</text>"),
        "{long}"
    );
}
