//! Profile, tool inventory, strategies and open questions.

use super::section::Section;
use super::unique::Unique;
use crate::instrument::{Choice, Choosable, NONE, OTHER, OpenQuestion, Question, ToolCategory};

pub(super) fn profile(root: &mut Section<'_>) -> Vec<Question> {
    let mut ids = Unique::default();
    let mut questions = Vec::new();
    for mut section in root.tables("profile", false) {
        let kinds = [("one", Choice::One), ("many", Choice::Many)];
        questions.push(Question {
            id: ids.id(&mut section).value,
            question: section.text("question").value,
            help: section.text_or_nothing("help"),
            choice: section.word("kind", &kinds).unwrap_or(Choice::One),
            options: options(&mut section),
        });
        section.finish();
    }
    questions
}

pub(super) fn tools(root: &mut Section<'_>) -> Vec<ToolCategory> {
    let mut ids = Unique::default();
    let mut tools = Vec::new();
    for mut section in root.tables("tool", false) {
        let options = options(&mut section);
        if let Some(option) = options.iter().find(|option| option.id == OTHER || option.id == NONE) {
            section.problem(section.at(), "options", format!("\"{}\" is offered in any case", option.id));
        }
        tools.push(ToolCategory {
            id: ids.id(&mut section).value,
            name: section.text("name").value,
            help: section.text_or_nothing("help"),
            options,
        });
        section.finish();
    }
    tools
}

pub(super) fn strategies(root: &mut Section<'_>) -> Vec<Question> {
    let mut ids = Unique::default();
    let mut questions = Vec::new();
    for mut section in root.tables("strategy", false) {
        questions.push(Question {
            id: ids.id(&mut section).value,
            question: section.text("question").value,
            help: section.text_or_nothing("help"),
            choice: section.optional_number("max", 1, 50).map_or(Choice::Many, |most| Choice::AtMost(most.value)),
            options: options(&mut section),
        });
        section.finish();
    }
    questions
}

pub(super) fn open(root: &mut Section<'_>) -> Vec<OpenQuestion> {
    let mut ids = Unique::default();
    let mut questions = Vec::new();
    for mut section in root.tables("open", false) {
        questions.push(OpenQuestion {
            id: ids.id(&mut section).value,
            question: section.text("question").value,
            help: section.text_or_nothing("help"),
        });
        section.finish();
    }
    questions
}

fn options(section: &mut Section<'_>) -> Vec<Choosable> {
    let mut ids = Unique::default();
    let mut options = Vec::new();
    for mut option in section.tables("options", true) {
        options.push(Choosable {
            id: ids.id(&mut option).value,
            label: option.text("label").value,
            help: option.text_or_nothing("help"),
        });
        option.finish();
    }
    if options.is_empty() {
        section.problem(section.at(), "options", "offers nothing to choose");
    }
    options
}
