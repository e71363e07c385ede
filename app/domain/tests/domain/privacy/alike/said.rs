//! All that is said of a publication.

use std::fmt::{Debug, Write as _};

use domain::comparison::{Wording, compare_constructs, compare_items};
use domain::explain::Explainer;
use domain::instrument::{Feeds, Instrument};
use domain::privacy::Published;
use domain::report::{Context, ReportData};
use domain::roi::{Inputs, Known};
use domain::scoring::{Plan, Scores, projected_index};

/// Everything that is said of a publication, in lines; `other` is somebody it is compared with.
pub fn said(told: &Published, other: &Published) -> String {
    let (instrument, scores) = (Instrument::builtin(), &told.scores);
    let mut lines = String::new();
    let mut say = |what: &dyn Debug| writeln!(lines, "{what:#?}").unwrap();
    // What is handed out beside what is written out: whoever puts it into words later has that too.
    say(told);
    let explainer = Explainer::new(instrument, scores);
    explainer.subjects().for_each(|subject| say(&(subject, explainer.of(subject))));
    let [team, round, subject, date] = ["Payments", "", "", ""].map(str::to_owned);
    say(&ReportData::new(instrument, scores, Context { team, round, subject, date, erased: None }));
    plans(scores, &mut say);
    say(&scores.priorities);
    let known = Known::of(instrument, &scores.delivery);
    say(&(known, Inputs::default().filled_in(&known)));
    let wording = Wording::of(instrument, instrument);
    say(&compare_constructs(&wording, &scores.constructs, &other.scores.constructs));
    say(&compare_items(&wording, &scores.items, &other.scores.items));
    lines
}

fn plans(scores: &Scores, say: &mut impl FnMut(&dyn Debug)) {
    let instrument = Instrument::builtin();
    let mut all = Plan::new();
    for practice in instrument.constructs_feeding(Feeds::Maturity) {
        for target in [2.0, 3.5, 5.0] {
            let mut plan = Plan::new();
            let fault = plan.aim(instrument, scores, practice, target);
            say(&(practice, target, fault, projected_index(instrument, scores, &plan)));
        }
        say(&all.aim(instrument, scores, practice, 4.0));
    }
    say(&projected_index(instrument, scores, &all));
}
