//! Who sees what somebody answers, in words.

use domain::round::Mode;

/// How a team answers, in a sentence.
pub fn way(mode: Mode) -> String {
    match mode {
        Mode::Named => "Everybody answers, by name.".to_owned(),
        Mode::OneAnswer => "One answer for the team, filled in together.".to_owned(),
        Mode::Confidential { k } => {
            format!("Confidential: nobody sees single answers, and figures are shown from {k} people on.")
        }
    }
}

/// Who sees it. `leads` are those who would see answers of a named round.
pub fn seen(mode: Mode, leads: &str) -> String {
    match mode {
        Mode::Named => format!(
            "This is a named round: {leads} who has answered, and may see who answered what, also before you submit. The team sees the result."
        ),
        Mode::OneAnswer => "The team gives one answer: every member opens the same page, and sees and changes what is there. The team sees the result.".to_owned(),
        Mode::Confidential { k } => format!(
            "This round is confidential. Nobody sees your answers, neither your lead nor the owners. The result comes once the round is closed, and a figure is shown only if {k} people or more are behind it; comments from ten people on, in random order. Who was asked and has begun is known. Your answers are stored apart from that, with nothing that leads from one to the other: no name, no account, no time finer than a day. Whoever runs the server could read answers, but not whose they are."
        ),
    }
}

/// How one gets back to one's answers, for who begins by an account.
pub const fn way_back(mode: Mode) -> &'static str {
    match mode {
        Mode::Confidential { .. } => {
            "The next page has an address of your own. Keep it: it is the only way back to your answers from another device, until the round is closed. In this browser your dashboard leads there as well. If it is lost, nobody can find your answers for you."
        }
        Mode::Named | Mode::OneAnswer => {
            "The next page has an address that opens these answers without signing in. Keep it to yourself; your dashboard leads there as well."
        }
    }
}
