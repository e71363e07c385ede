//! The realistic result with too much of everything.

use domain::report::ReportData;

use super::realistic;

/// Thirty blocking practices, words of 200 characters, long names and long sentences.
pub fn huge() -> ReportData {
    let word = "Zahlungsverkehrsrisikomanagement".repeat(7)[..200].to_owned();
    let mut data = realistic();
    data.heading = format!("Where {word} stands, and the other teams of the same long name");
    data.team.clone_from(&word);
    data.round = "The very long name of a round that somebody made up ".repeat(4);
    data.summary = format!("{} {word}", data.summary.repeat(10));
    data.notices = vec![word.clone(); 6];
    data.level.blocking = data.level.blocking.iter().cycle().take(30).cloned().collect();
    data.level.blocking[3].topic.clone_from(&word);
    data.level.blocking[4].reason = "Ж".repeat(200);
    data.dials[0].remark.clone_from(&word);
    data.practices[2].name.clone_from(&word);
    data.practices[5].name = "A name of many words that needs more than a line or two in its column".into();
    data.challenges[1].share_text.clone_from(&word);
    data.disagreements = data.disagreements.iter().cycle().take(40).cloned().collect();
    data.disagreements[0].question = "Why? ".repeat(2_000);
    data.priorities = data.priorities.iter().cycle().take(11).cloned().collect();
    data.priorities[0].action.clone_from(&word);
    data.delivery[1].answer.clone_from(&word);
    data.models[1].name.clone_from(&word);
    data.references[0].source.clone_from(&word);
    data
}
