//! A team of eight, as one would meet it.

use domain::report::{
    Crossed, Crossing, CrossingRow, Disagreement, Ladder, ModelCoverage, ModelLevel, Note, Priority, Reference,
    ReportData, Unknown,
};

use super::constructs::{benefits, challenges, practices};
use super::parts::{blocking, dial, figure, metric, priority, rung};

/// The whole result.
pub fn realistic() -> ReportData {
    ReportData {
        heading: "Where Payments Risk stands".into(),
        team: "Payments Risk".into(),
        round: "November 2026".into(),
        subject: "card-fraud model".into(),
        answered: "8 people answered".into(),
        date: "23 November 2026".into(),
        summary: "Pipelines and tests carry the score; monitoring and return on investment hold it back. Level 2 is \
                  secured, and seven practices stand between the team and level 3."
            .into(),
        published: true,
        notices: vec!["One person answered “don't know” to more than half of the questions about monitoring.".into()],
        maturity: figure(
            49.8,
            41.2,
            58.4,
            "Mean of the 11 practice indices, each counting the same; 8 people entered. The range leaves out one person \
             at a time (jackknife). With the four dimensions counting the same it would be 50.6.",
        ),
        level: ladder(),
        dials: vec![
            dial(
                "Challenge severity",
                figure(58.0, 48.1, 67.9, "Mean of the four challenge indices."),
                "high",
                "Skill gaps weigh most",
            ),
            dial(
                "Benefits realised",
                figure(54.0, 45.2, 62.8, "Mean of the five benefit indices."),
                "high",
                "Collaboration leads, cost lags",
            ),
            dial(
                "Delivery performance",
                figure(58.0, 50.0, 66.0, "Mean score of the metrics that have a value."),
                "",
                "Releases weekly, recovers in a day",
            ),
        ],
        practices: practices(),
        challenges: challenges(),
        benefits: benefits(),
        delivery: vec![
            metric("PM1", "Deployment frequency", "weekly to monthly", Some(60.0), 8),
            metric("PM2", "Lead time for changes", "one day to one week", Some(60.0), 8),
            metric("PM3", "Change fail rate", "15 %", Some(62.5), 6),
            metric("PM4", "Time to recover", "less than a day", Some(75.0), 7),
            metric("PM5", "Time to find drift", "one month or more", Some(20.0), 5),
            metric("PM6", "Availability", "not measured", None, 0),
        ],
        disagreements: disagreements(),
        unknown: unknown(),
        crossing: Some(crossing()),
        priorities: priorities(),
        no_priorities: String::new(),
        models: models(),
        coverage: coverage(),
        models_note: "Indicative only: read off your answers, not assessed by the models' owners.".into(),
        comments: vec![domain::report::Remarks {
            id: "TE1-1".to_owned(),
            about: "How training runs".to_owned(),
            texts: vec!["Nightly, since May.".to_owned(), "#import \"x.typ\": * $ @ref *not bold*".to_owned()],
            links: vec!["https://wiki.example.org/training#nightly".to_owned()],
        }],
        quality: vec![
            "6 % of the answers were “don't know”; most of them are about monitoring.".into(),
            "1 response was given faster than two seconds a question; it is counted.".into(),
        ],
        flagged: 0,
        method: method(),
        references: references(),
    }
}

fn ladder() -> Ladder {
    Ladder {
        secured: Some(2),
        text: "Level 2, Emerging".into(),
        rungs: vec![
            rung(5, "Optimising", Some(0.0), "0 %", false),
            rung(4, "Automated", Some(16.7), "17 %", false),
            rung(3, "Defined", Some(63.3), "63 % · 7 questions to go", false),
            rung(2, "Emerging", Some(96.7), "97 %", true),
            rung(1, "Ad hoc", None, "", false),
        ],
        why: "29 of 30 practices are met at level 2 (more than 85 % is needed) and so are all gates. At level 3 it is 19 \
              of 30, and the gate “Watching live models” is not met."
            .into(),
        next: Some(3),
        blocking: vec![
            blocking("AD1-2", "A plan for machine learning", "A written plan with an owner, reviewed once a year.", false, "4 of 8 answers below"),
            blocking("TE4-1", "Watching live models", "Every live model has a dashboard that somebody looks at weekly.", true, "5 of 8 answers below"),
            blocking("TE4-2", "Alerts", "Drift and quality alert a named person.", false, "6 of 8 answers below"),
            blocking("TE5-3", "Access to data and models", "Access is by role and reviewed each quarter.", false, "4 of 7 answers below"),
            blocking("IS2-1", "One pipeline for code and models", "Models are released through the same pipeline as other software.", false, "3 of 8 answers below"),
            blocking("IS3-1", "Return on investment", "Each model has a business figure that is tracked.", false, "7 of 8 answers below"),
            blocking("IS3-2", "Cost of running", "The cost of each model is known monthly.", false, "nobody could tell"),
        ],
        other_rules: "Where all practices must be met, the level is 1; by the rule of ISO/IEC 33020 it is 3.".into(),
    }
}

fn disagreements() -> Vec<Disagreement> {
    vec![
        Disagreement {
            id: "TE4-1".into(),
            topic: "How live models are watched".into(),
            question: "How do you know that a model in production still does its job?".into(),
            text: "Answers run from 1 to 5; half are at 2 or below.".into(),
            counts: [1, 3, 0, 3, 1],
        },
        Disagreement {
            id: "CE2-2".into(),
            topic: "Who owns a model in production".into(),
            question: "Who is called when a model misbehaves at night?".into(),
            text: "Answers are spread over four stages.".into(),
            counts: [2, 2, 2, 2, 0],
        },
    ]
}

fn unknown() -> Vec<Unknown> {
    vec![Unknown {
        id: "TE4-3".into(),
        topic: "Learning from outcomes".into(),
        question: "How does what happened later come back to the model?".into(),
        text: "3 of 8 people who answered: 38 %.".into(),
    }]
}

fn crossing() -> Crossing {
    let crossed =
        |(id, name, text): (&str, &str, &str)| Crossed { id: id.into(), name: name.into(), text: text.into() };
    let benefits = [("BE1", "Speed", "55"), ("BE2", "Fewer faults", "52"), ("BE4", "Lower cost", "36")];
    let row = |challenge, cells: [&[(&str, &str, &str)]; 3]| CrossingRow {
        challenge: crossed(challenge),
        cells: cells.map(|practices| practices.iter().map(|one| crossed(*one)).collect()).into(),
    };
    Crossing {
        benefits: benefits.map(crossed).into(),
        rows: vec![
            row(("CH2", "Data quality", "49"), [&[], &[("TE4", "Monitoring", "38"), ("TE2", "Data", "63")], &[]]),
            row(
                ("CH4", "Cost and standards", "51"),
                [&[("IS2", "Integration", "43")], &[], &[("IS3", "Return", "21")]],
            ),
        ],
    }
}

fn priorities() -> Vec<Priority> {
    vec![
        priority(
            "IS3",
            "Tie models to a business figure",
            "Return on investment",
            "Return on investment 21 → 75 · small effort · blocks level 3",
            "Gap 0.54 × (half of severity 0.51 + half of shortfall 0.64) ÷ effort 1 = 0.309.",
        ),
        priority(
            "TE4",
            "Alert on drift and quality",
            "Monitoring",
            "Monitoring 38 → 75 · medium effort · blocks level 3",
            "Gap 0.37 × (half of severity 0.49 + half of shortfall 0.48) ÷ effort 2 = 0.089.",
        ),
        priority(
            "TE5",
            "Review access each quarter",
            "Governance",
            "Governance 36 → 75 · medium effort · blocks level 3",
            "Gap 0.39 × (half of severity 0.50 + half of shortfall 0.46) ÷ effort 2 = 0.093.",
        ),
        priority(
            "CE1",
            "Pair data science with operations",
            "Upskilling",
            "Upskilling 58 → 75 · small effort",
            "Gap 0.17 × (half of severity 0.76 + half of shortfall 0.28) ÷ effort 1 = 0.089.",
        ),
    ]
}

fn models() -> Vec<ModelLevel> {
    [
        (
            "Google MLOps levels",
            "Level 1: pipeline automation",
            "Google Cloud, MLOps: continuous delivery and automation pipelines, 2024",
        ),
        (
            "Microsoft MLOps maturity model",
            "Level 2: automated training",
            "Microsoft Learn, Machine Learning operations maturity model, 2025",
        ),
        ("AWS MLOps stages", "Repeatable", "Amazon Web Services, MLOps foundation roadmap, 2023"),
    ]
    .map(|(name, text, source)| ModelLevel {
        name: name.into(),
        text: text.into(),
        why: "Decided by the answers about pipelines, tests and monitoring: two thirds of them reach the stage.".into(),
        raise: "Automatic retraining that a monitor sets off, and tests of the pipeline itself.".into(),
        source: source.into(),
    })
    .into()
}

fn coverage() -> Vec<ModelCoverage> {
    [
        ("EU AI Act", "42 % of 12 practices", "Regulation (EU) 2024/1689; high-risk duties apply from August 2026"),
        ("NIST AI RMF", "55 % of 20 practices", "NIST AI 100-1, 2023"),
        ("ISO/IEC 42001", "50 % of 16 practices", "ISO/IEC 42001:2023"),
    ]
    .map(|(name, text, source)| ModelCoverage {
        name: name.into(),
        text: text.into(),
        why: "Practices tagged with the framework that are met at level 3.".into(),
        source: source.into(),
    })
    .into()
}

fn method() -> Vec<Note> {
    [
        ("Index", "An answer from 1 to 5 becomes 0 to 100: the mean less one, divided by four. Reversed questions are turned round first."),
        ("Don't know and not applicable", "Not applicable leaves the count. Don't know is missing, never a 1; its share is reported."),
        ("Range", "The range if the same kind of people were asked again, at 95 %: t intervals for means, Wilson for shares, jackknife for the index."),
        ("Secured level", "A practice is met at a level if two thirds of its answers reach it. A level is secured if more than 85 % of the practices and all gates are met, there and below."),
        ("Bands", "Below 25 low, to 50 moderate, to 75 high, above very high. These bounds are ours."),
    ]
    .map(|(title, text)| Note { title: title.into(), text: text.into() })
    .into()
}

fn references() -> Vec<Reference> {
    vec![Reference {
        statement: "Organisations that have a machine-learning model in production".into(),
        value: "31 % (26 to 37 %)".into(),
        source: "n = 263, 2024, survey of practitioners, https://example.org/a-survey".into(),
    }]
}
