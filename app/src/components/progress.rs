//! How far something has come, in steps.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// How one step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing is left.
    Done,
    /// Begun.
    Part,
    /// The one shown.
    Here,
    /// Not begun.
    Open,
}

impl Step {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Part => "part",
            Self::Here => "here",
            Self::Open => "open",
        }
    }
}

/// A bar a step. Whoever does not see it gets the same in a sentence.
#[component]
pub fn Progress(
    /// What a step is, such as "section".
    of: &'static str,
    /// The steps in their order.
    steps: Vec<Step>,
) -> Rendered {
    let sentence = words(of, &steps);
    let bars = steps.into_iter().map(|step| view! { <li class=step.class()></li> }).collect_view();
    view! {
        <p class="visually-hidden">{sentence}</p>
        <ol class="progress" aria-hidden="true">{bars}</ol>
    }
    .rendered()
}

/// "12 sections: 4 complete, 1 begun, 6 not begun. You are at number 5."
fn words(of: &str, steps: &[Step]) -> String {
    let counted = [(Step::Done, "complete"), (Step::Part, "begun"), (Step::Open, "not begun")]
        .map(|(kind, name)| (steps.iter().filter(|step| **step == kind).count(), name));
    let parts: Vec<String> =
        counted.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let here = steps.iter().position(|step| *step == Step::Here);
    let here = here.map_or(String::new(), |place| format!(" You are at number {}.", place + 1));
    let plural = if steps.len() == 1 { "" } else { "s" };
    let colon = if parts.is_empty() { "" } else { ": " };
    format!("{} {of}{plural}{colon}{}.{here}", steps.len(), parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_counts_what_the_bars_show() {
        let steps = [Step::Done, Step::Done, Step::Here, Step::Part, Step::Open];
        assert_eq!(words("section", &steps), "5 sections: 2 complete, 1 begun, 1 not begun. You are at number 3.");
        assert_eq!(words("response", &[Step::Done]), "1 response: 1 complete.");
        assert_eq!(words("section", &[Step::Here]), "1 section. You are at number 1.");
    }
}
