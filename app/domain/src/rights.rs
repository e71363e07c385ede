//! Who may do what: one table.
//!
//! [`Right::reach`] is the only place that decides; the use cases ask it when they hand out a capability, and the
//! documentation prints it. Whatever the reach, nothing leads across the wall between organisations.

use std::fmt;

/// What an account may do, from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Answers for the organisation: its people, units, teams, settings and log.
    Owner,
    /// Leads the teams that the account belongs to.
    Lead,
    /// Answers in the teams that the account belongs to.
    Member,
    /// Sees every team's results and changes nothing.
    Viewer,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// See a team, and which rounds it has.
    SeeTeam,
    /// Answer in a team's open round, as oneself.
    Answer,
    /// See a round's result and its report.
    SeeResults,
    /// See who has answered, and the link to share.
    SeeRespondents,
    /// Make, open, close, reopen, change and delete a team's rounds.
    ManageRounds,
    /// Rename a team, and say who belongs to it.
    ManageTeam,
    /// Make, change and delete the actions of a team's plan, and fill in the worksheets of its rounds.
    ManagePlan,
    /// Units, new teams, people and their rights, imports, settings and the audit log.
    ManageOrganisation,
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    Nothing,
    /// The teams that the account belongs to.
    OwnTeams,
    /// Every team of the organisation.
    Organisation,
}

impl Right {
    /// All of them, from most to least.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Lead, Self::Member, Self::Viewer];

    /// How far this right reaches for an action.
    #[must_use]
    pub const fn reach(self, action: Action) -> Reach {
        use Action::{
            Answer, ManageOrganisation, ManagePlan, ManageRounds, ManageTeam, SeeRespondents, SeeResults, SeeTeam,
        };
        match (self, action) {
            (Self::Owner, Answer) => Reach::OwnTeams,
            (Self::Owner, _) | (Self::Viewer, SeeTeam | SeeResults) => Reach::Organisation,
            (Self::Lead, ManageOrganisation)
            | (Self::Member, SeeRespondents | ManageRounds | ManageTeam | ManagePlan | ManageOrganisation)
            | (Self::Viewer, Answer | SeeRespondents | ManageRounds | ManageTeam | ManagePlan | ManageOrganisation) => {
                Reach::Nothing
            }
            (Self::Lead, _) | (Self::Member, SeeTeam | Answer | SeeResults) => Reach::OwnTeams,
        }
    }

    /// Whether an action is allowed on a team of the own organisation.
    #[must_use]
    pub const fn allows(self, action: Action, belongs_to_team: bool) -> bool {
        match self.reach(action) {
            Reach::Organisation => true,
            Reach::OwnTeams => belongs_to_team,
            Reach::Nothing => false,
        }
    }

    /// The word that is stored, typed on the command line and stands in an import.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Lead => "lead",
            Self::Member => "member",
            Self::Viewer => "viewer",
        }
    }

    /// Reads the word, in either case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.word().eq_ignore_ascii_case(word.trim()))
    }

    /// What it means, for whoever gives it to somebody.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Owner => "runs the organisation: people, units, teams, settings, the log, and everything below",
            Self::Lead => "leads their own teams: rounds, who has answered, results, and who belongs to the team",
            Self::Member => "answers in their own teams and sees their results",
            Self::Viewer => "sees every team’s results, but neither who has answered nor anything to change",
        }
    }
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::SeeTeam,
        Self::Answer,
        Self::SeeResults,
        Self::SeeRespondents,
        Self::ManageRounds,
        Self::ManageTeam,
        Self::ManagePlan,
        Self::ManageOrganisation,
    ];

    /// What is done, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::SeeTeam => "see a team and its rounds",
            Self::Answer => "answer in an open round",
            Self::SeeResults => "see results and reports",
            Self::SeeRespondents => "see who has answered, and the link to share",
            Self::ManageRounds => "make, open, close and delete rounds",
            Self::ManageTeam => "rename a team, add and remove members",
            Self::ManagePlan => "change a team’s plan and its worksheets",
            Self::ManageOrganisation => "units, new teams, people, imports, settings, audit log",
        }
    }
}

impl Reach {
    /// How far, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nothing => "no",
            Self::OwnTeams => "own teams",
            Self::Organisation => "all teams",
        }
    }
}

/// The table as Markdown, as it stands in the documentation.
#[must_use]
pub fn table() -> String {
    use fmt::Write as _;
    let mut text = String::from("| |");
    for right in Right::ALL {
        let _ = write!(text, " {right} |");
    }
    text.push_str("\n|---|---|---|---|---|\n");
    for action in Action::ALL {
        let _ = write!(text, "| {} |", action.words());
        for right in Right::ALL {
            let _ = write!(text, " {} |", right.reach(action).words());
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_prints_this_table() {
        let text = include_str!("../../../ARCHITECTURE.md");
        assert!(text.contains(&table()), "ARCHITECTURE.md lacks this table:\n{}", table());
    }

    #[test]
    fn who_may_change_may_see() {
        for right in Right::ALL {
            for action in Action::ALL {
                assert!(right.reach(Action::SeeTeam) >= right.reach(action), "{right} {action:?}");
            }
            assert!(right.reach(Action::SeeResults) >= right.reach(Action::SeeRespondents), "{right}");
            assert!(right.reach(Action::SeeRespondents) >= right.reach(Action::ManageRounds), "{right}");
        }
    }

    #[test]
    fn only_owners_reach_the_organisation() {
        let reach = Right::ALL.map(|right| right.reach(Action::ManageOrganisation));
        assert_eq!(reach, [Reach::Organisation, Reach::Nothing, Reach::Nothing, Reach::Nothing]);
    }

    #[test]
    fn belonging_to_a_team_counts_where_the_table_says_so() {
        assert!(Right::Lead.allows(Action::ManageRounds, true));
        assert!(!Right::Lead.allows(Action::ManageRounds, false));
        assert!(!Right::Viewer.allows(Action::Answer, true));
        assert!(Right::Viewer.allows(Action::SeeResults, false));
        assert!(!Right::Owner.allows(Action::Answer, false));
    }

    #[test]
    fn words_read_back() {
        for right in Right::ALL {
            assert_eq!(Right::from_word(&right.word().to_uppercase()), Some(right));
        }
        assert_eq!(Right::from_word("root"), None);
    }
}
