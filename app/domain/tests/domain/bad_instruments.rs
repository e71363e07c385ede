//! Instrument files that are not sound are refused with everything that is wrong with them.

use domain::instrument::{Files, Instrument};

const SMALL: Files<'static> = Files {
    instrument: include_str!("../samples/small/instrument.toml"),
    crosswalk: include_str!("../samples/small/crosswalk.toml"),
    practices: include_str!("../samples/small/practices.toml"),
    reference: include_str!("../samples/small/reference.toml"),
};

fn problems(files: Files<'_>) -> Vec<String> {
    let problems = Instrument::parse_with(files).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

/// The small instrument with one text replaced; it has to be there.
fn changed(file: &str, from: &str, to: &str) -> String {
    assert!(file.contains(from), "{from}");
    file.replacen(from, to, 1)
}

#[test]
fn the_small_instrument_is_sound() {
    assert_eq!(problems(SMALL), [""; 0]);
    let small = Instrument::parse_with(SMALL).unwrap();
    let benefit = small.construct_index("BB1").unwrap();
    assert_eq!(small.frame(benefit), "Compared with last year.");
    assert_eq!(small.m5.options[4].meaning, "best");
}

/// What is replaced, by what, and everything that is then told.
const FAULTS: &[(&str, &str, &[&str])] = &[
    ("id = \"small\"\n", "", &["line 1, id: is missing"]),
    ("title = \"A small one\"", "title = \" \"", &["line 3, title: is empty"]),
    ("version = \"0.1.0\"", "version = 0.1", &["line 2, version: expected a text, found a decimal number"]),
    (
        "gates = [\"AA1-1\"]",
        "gates = [\"CC1-1\", \"AA1-1\", \"AA1-1\"]",
        &["line 6, gates: there is no practice item \"CC1-1\"", "line 6, gates: \"AA1-1\" is there twice"],
    ),
    (
        "quick_check = [\"AA1-1\", \"PM1\"]",
        "quick_check = [\"AA1-9\", \"PM2\"]",
        &[
            "line 5, quick_check: there is no item or metric \"AA1-9\"",
            "line 5, quick_check: there is no item or metric \"PM2\"",
        ],
    ),
    (
        "{ label = \"4\" }, { label = \"5\", meaning = \"best\" }]",
        "{ label = \"4\" }]",
        &["line 8, scale.m5.options: needs five options, found 4"],
    ),
    (
        "title = \"A small one\"",
        "titel = \"A small one\"",
        &[
            "line 1, title: is missing",
            "line 3, titel: is not a field; known here: construct, dimension, gates, id, item, metric, modelled_on, \
                 open, profile, quick_check, role, scale, strategy, title, tool, version",
        ],
    ),
    (
        "id = \"EXE\"",
        "id = \"CEO\"",
        &[
            "line 1, role: needs the nine roles in this order: DS, MLE, DE, OPS, SWE, MGR, PO, GRC, EXE",
            "line 59, role[CEO].id: there is no job role \"CEO\"; use DS, MLE, DE, OPS, SWE, MGR, PO, GRC, EXE",
        ],
    ),
    (
        "name = \"Risk\"\nabout = \".\"\ntechnical = false",
        "name = \"Risk\"\nabout = \".\"\ntechnical = true",
        &["line 54, role[GRC].technical: the technical roles are DS, MLE, DE, OPS, SWE, MGR"],
    ),
    (
        "feeds = \"severity\"",
        "feeds = \"sadness\"",
        &["line 72, dimension[CC].feeds: \"sadness\" is not known; use maturity, severity, realisation, delivery"],
    ),
    ("dimension = \"CC\"", "dimension = \"ZZ\"", &["line 88, construct[CC1].dimension: there is no dimension \"ZZ\""]),
    (
        "short = \"Practice\"",
        "short = \"Practice that is far too long\"",
        &["line 84, construct[AA1].short: has 29 characters; at most 20 fit"],
    ),
    (
        "anchors = [\"a\", \"b\", \"c\", \"d\", \"e\"]",
        "anchors = [\"a\", \"b\", \"c\", \"d\"]",
        &["line 106, item[AA1-1].anchors: needs five anchors, found 4"],
    ),
    (
        "question = \"So it is.\"",
        "question = \"So it is.\"\nanchors = [\"a\"]",
        &["line 132, item[CC1-1].anchors: is not a field; known here: help, id, question, reversed, roles, scale, \
                 tags, topic"],
    ),
    (
        "roles = [\"TECH\", \"PO\"]",
        "roles = [\"TECH\", \"QA\"]",
        &[
            "line 81, construct[AA1]: asks PO one item; ask none or at least two, or no answer can count",
            "line 107, item[AA1-1].roles: there is no job role \"QA\"; use DS, MLE, DE, OPS, SWE, MGR, PO, GRC, \
                 EXE; or TECH",
        ],
    ),
    ("id = \"AA1-2\"", "id = \"AA1-1\"", &["line 110, item[AA1-1].id: \"AA1-1\" is there twice"]),
    (
        "id = \"AA1-2\"",
        "id = \"AA1-4\"",
        &[
            "line 81, construct[AA1]: needs three items, found 2",
            "line 110, item[AA1-4].id: has to be a construct's id, a hyphen and 1, 2 or 3",
        ],
    ),
    (
        "topic = \"First challenge\"",
        "topic = \"First challenge\"\nreversed = true",
        &["line 87, construct[CC1]: has more than one reversed item"],
    ),
    (
        "topic = \"First practice\"",
        "topic = \"First practice\"\nreversed = true",
        &["line 100, item[AA1-1].reversed: only agreement items can be reversed"],
    ),
    (
        "id = \"CC1-2\"\nscale = \"l5\"",
        "id = \"CC1-2\"\nscale = \"m5\"\nanchors = [\"a\", \"b\", \"c\", \"d\", \"e\"]",
        &["line 87, construct[CC1]: has items of different scales"],
    ),
    (
        "bands = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]",
        "bands = [\"a\"]",
        &["line 183, metric[PM1].bands: needs six bands, found 1"],
    ),
    ("dora = true", "dora = 1", &["line 184, metric[PM1].dora: expected true or false, found a whole number"]),
    (
        "{ id = \"finance\", label = \"Finance\" }",
        "{ id = \"fin ance\", label = \"Finance\" }",
        &["line 192, profile[industry].options[fin ance].id: may hold only letters, digits, - and _"],
    ),
    (
        "{ id = \"one\", label = \"One\" }",
        "{ id = \"none\", label = \"None\" }",
        &["line 194, tool[tracking].options: \"none\" is offered in any case"],
    ),
    ("max = 3", "max = 0", &["line 204, strategy[top].max: expected a whole number from 1 to 50"]),
];

#[test]
fn each_fault_of_a_questionnaire_is_told() {
    let mut wrong = Vec::new();
    for (from, to, expected) in FAULTS {
        let text = changed(SMALL.instrument, from, to);
        let found = problems(Files { instrument: &text, ..SMALL });
        if found != *expected {
            wrong.push(format!("{to}: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_fault_of_the_companions_is_told() {
    for (from, to, expected) in [
        (
            "{ item = \"AA1-1\", at = 4 }",
            "{ item = \"AA9-1\", at = 1 }",
            &[
                "crosswalk.toml line 8, ladder[model].levels[2].met[1].item: there is no practice item \"AA9-1\"",
                "crosswalk.toml line 8, ladder[model].levels[2].met[1].at: expected a whole number from 2 to 5",
            ][..],
        ),
        (
            "level = 1,",
            "level = 2,",
            &["crosswalk.toml line 8, ladder[model].levels[2].level: expected level 1: they go up from 0 by one"],
        ),
        (
            "construct = \"CC1\", index = 50",
            "construct = \"XX\", index = 500",
            &[
                "crosswalk.toml line 8, ladder[model].levels[2].index_at_least[1].construct: there is no construct \"XX\"",
                "crosswalk.toml line 8, ladder[model].levels[2].index_at_least[1].index: expected a whole number from 0 \
                 to 100",
            ],
        ),
        (
            "prefix = \"N:\"",
            "prefix = \"X:\"",
            &["crosswalk.toml line 13, coverage[law].prefix: no practice item has such a tag"],
        ),
    ] {
        let text = changed(SMALL.crosswalk, from, to);
        assert_eq!(problems(Files { crosswalk: &text, ..SMALL }), expected, "of {to}");
    }
    let practices = changed(SMALL.practices, "id = \"AA1\"", "id = \"CC1\"");
    let reference = changed(SMALL.reference, "constructs = [\"AA1\"]", "constructs = [\"AA7\"]");
    assert_eq!(
        problems(Files { practices: &practices, reference: &reference, ..SMALL }),
        [
            "practices.toml line 1, practice: \"AA1\" is missing",
            "practices.toml line 3, practice[CC1].id: there is no practice construct \"CC1\"",
            "reference.toml line 8, point[one].constructs: there is no construct \"AA7\"",
        ]
    );
    let effort = changed(SMALL.practices, "effort = 2", "effort = 9");
    assert_eq!(
        problems(Files { practices: &effort, ..SMALL }),
        ["practices.toml line 6, practice[AA1].effort: expected a whole number from 1 to 3"]
    );
}

#[test]
fn what_is_no_toml_at_all_is_told_by_line_and_column() {
    for text in ["[", "a = ", "\u{0}", "= 1\n\n[[item]", "id = \"a\"\nid = \"b\""] {
        let found = problems(Files { instrument: text, ..SMALL });
        assert!(found[0].starts_with("line "), "{found:?}");
        assert!(found[0].contains(", column "), "{found:?}");
    }
    // A file of another kind lacks nearly everything.
    assert!(problems(Files { instrument: "", ..SMALL }).len() > 10);
}

#[test]
fn items_stand_in_the_order_of_their_constructs() {
    let text =
        SMALL.instrument.replace("\"CC1-1\"", "\"x\"").replace("\"CC1-3\"", "\"CC1-1\"").replace("\"x\"", "\"CC1-3\"");
    let found = problems(Files { instrument: &text, ..SMALL });
    assert_eq!(
        found,
        [
            "line 136, item[CC1-2].id: stands out of order: items follow the order of the constructs",
            "line 144, item[CC1-1].id: stands out of order: items follow the order of the constructs",
        ]
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_file() {
    let text = SMALL.instrument.replace("help = \"\"", "halp = \"\"").replace("[\"TECH\"]", "[]");
    let found = problems(Files { instrument: &text, ..SMALL });
    assert!(found.len() > 20, "{found:?}");
    let lines: Vec<usize> =
        found.iter().map(|line| line["line ".len()..].split(',').next().unwrap().parse().unwrap()).collect();
    assert!(lines.is_sorted(), "{lines:?}");
}
