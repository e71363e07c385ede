//! How each team of the story stands, round by round, and what its people say in their own words.

use super::answers::{Outlook, answers};
use super::background::{BARE, Background, DIVIDED, FREIGHT, TIDY};
use super::{Answer, Chance, Person, ROUNDS, Response, Round, Team, cast};
use crate::instrument::Instrument;

/// A team's part in the story.
pub(super) struct Plot {
    name: &'static str,
    unit: usize,
    subject: &'static str,
    people: &'static [Person],
    /// A round each, oldest first.
    rounds: &'static [Part],
    /// See [`Outlook::divide`].
    divide: i32,
    /// See [`Outlook::apart`].
    apart: &'static [(&'static str, i32)],
    background: Background,
    /// Own words: the round, the person, the field and the text.
    words: &'static [(usize, usize, &'static str, &'static str)],
}

/// A round's part.
struct Part {
    /// See [`Outlook::stage`].
    stage: i32,
    /// How far each person has come: `x` handed in, `.` not there, `1` to `9` so many tenths of the questions.
    turnout: &'static str,
}

const fn part(stage: i32, turnout: &'static str) -> Part {
    Part { stage, turnout }
}

pub(super) const PLOTS: [Plot; 6] = [
    Plot {
        name: "Claims Triage",
        unit: 0,
        subject: "Claims routing model",
        people: &cast::CLAIMS,
        rounds: &[part(200, "xxxxx.xx"), part(265, "xxxxxxxx"), part(330, "x.xxxx6x")],
        divide: 15,
        apart: &[("TE1", 30), ("IS3", -40)],
        background: TIDY,
        words: &[
            (0, 3, "comment.TE1-2", "A release is a copy of a folder and a message in the channel."),
            (0, 5, "comment.TE4-1", "We hear of a bad model from the claims handlers, a week late."),
            (1, 3, "comment.TE1-2", "Since June the pipeline does it; somebody still presses the button."),
            (2, 3, "comment.TE1-2", "Every merge builds and tests a candidate. Releasing takes one approval."),
            (2, 2, "comment.CE2-1", "Planning together every two weeks has helped more than any tool."),
            (2, 0, "open.success", "One pipeline for all three models, and a rota that builders and operations share."),
        ],
    },
    Plot {
        name: "Motor Pricing",
        unit: 0,
        subject: "Renewal price model",
        people: &cast::MOTOR,
        rounds: &[part(300, "xxxxxxxx"), part(305, "xxxxx.xx"), part(300, ".xxxx4xx")],
        divide: 130,
        apart: &[],
        background: DIVIDED,
        words: &[
            (1, 1, "comment.TE4-1", "Drift is on our dashboard, and we look at it every Monday."),
            (1, 5, "comment.TE4-1", "No alert from a model has ever reached us. We see processor load, nothing else."),
            (1, 6, "comment.CE2-1", "We are told of a release on the day it happens."),
            (2, 2, "comment.CE2-1", "Operations is invited to every planning; they seldom come."),
            (2, 6, "open.obstacle", "Two pictures of the same pipeline: theirs ends where our work begins."),
        ],
    },
    Plot {
        name: "Document Reading",
        unit: 0,
        subject: "Letter classification",
        people: &cast::DOCUMENTS,
        rounds: &[part(240, "xxxxxxx."), part(242, "xxxxxxxx"), part(234, "xxxxxx7x")],
        divide: 10,
        apart: &[("TE2", 35), ("TE1", -25)],
        background: TIDY,
        words: &[
            (0, 1, "comment.TE1-3", "We retrain when somebody asks."),
            (1, 1, "comment.TE1-3", "As last time: when somebody asks."),
            (2, 0, "open.change", "A quarter without new features, to finish the pipeline we began last year."),
        ],
    },
    Plot {
        name: "Reinsurance Models",
        unit: 0,
        subject: "",
        people: &cast::REINSURANCE,
        rounds: &[part(260, "xx"), part(270, "xx"), part(280, "x5")],
        divide: 20,
        apart: &[("CE1", -60)],
        background: BARE,
        words: &[(1, 0, "comment.CE1-2", "There are two of us. If one is ill, nothing is released.")],
    },
    Plot {
        name: "Fraud Signals",
        unit: 1,
        subject: "Payment fraud score",
        people: &cast::FRAUD,
        rounds: &[part(445, "xxxxxxx."), part(450, "xxxxxxxx"), part(455, "xxxxxxxx")],
        divide: 0,
        apart: &[("TE5", -270), ("TE1", 25), ("TE4", 25), ("TE3", 15)],
        background: TIDY,
        words: &[
            (0, 6, "comment.TE4-2", "A model that misbehaves is rolled back by itself; we read about it afterwards."),
            (2, 0, "comment.TE5-1", "Everything runs, nothing is written down. The auditor had to ask each of us."),
            (2, 1, "comment.TE5-2", "Model cards were begun for two of nine models."),
        ],
    },
    Plot {
        name: "Customer Assistant",
        unit: 1,
        subject: "Answer suggestions",
        people: &cast::ASSISTANT,
        rounds: &[part(180, "xxxxx..x"), part(195, "xxxxxxxx"), part(215, ".5.6.4.5")],
        divide: 25,
        apart: &[("CE1", 30)],
        background: BARE,
        words: &[
            (
                0,
                0,
                "open.obstacle",
                "The assistant was a trial that customers were given by mistake; now it has to be looked after.",
            ),
            (1, 3, "comment.TE3-1", "Prompts are versioned since May. What they were tested on is not."),
        ],
    },
];

pub(super) const OTHER_PLOTS: [Plot; 2] = [
    Plot {
        name: "Route Planning",
        unit: 0,
        subject: "Arrival times",
        people: &cast::ROUTES,
        rounds: &[part(310, "xxx6")],
        divide: 20,
        apart: &[],
        background: FREIGHT,
        words: &[(0, 1, "comment.TE2-2", "Sensor gaps are found by drivers first.")],
    },
    Plot {
        name: "Load Forecasts",
        unit: 0,
        subject: "",
        people: &cast::LOADS,
        rounds: &[],
        divide: 0,
        apart: &[],
        background: FREIGHT,
        words: &[],
    },
];

impl Plot {
    pub(super) fn team(&self, instrument: &Instrument) -> Team {
        let rounds = (0..self.rounds.len()).map(|round| self.round(instrument, round)).collect();
        Team { name: self.name, unit: self.unit, subject: self.subject, people: self.people, rounds }
    }

    fn round(&self, instrument: &Instrument, round: usize) -> Round {
        let turnout = self.rounds[round].turnout.bytes().enumerate();
        let responses = turnout.filter_map(|(person, how_far)| match how_far {
            b'x' => Some(self.response(instrument, round, person, None)),
            b'1'..=b'9' => Some(self.response(instrument, round, person, Some(usize::from(how_far - b'0')))),
            _ => None,
        });
        Round { responses: responses.collect() }
    }

    /// `tenths`: how much of the questionnaire; everything, and handed in, without.
    fn response(&self, instrument: &Instrument, round: usize, person: usize, tenths: Option<usize>) -> Response {
        let roles = self.people[person].roles;
        let name = |text: &str| text.bytes().fold(0, |name: u64, byte| name.wrapping_mul(131) + u64::from(byte));
        let outlook = Outlook {
            stage: self.rounds[round].stage,
            divide: self.divide,
            apart: self.apart,
            team: name(self.name),
            round: round as u64,
            person: person as u64,
        };
        // The instrument is the built-in one and so are the answers: a test sees that all of them can be read.
        let mut given = answers(instrument, roles, &outlook).unwrap_or_default();
        if let Some(tenths) = tenths {
            given.truncate(given.len() * tenths / 10);
        }
        let ids: Vec<&str> = roles.iter().map(|role| role.id()).collect();
        let more = |field: &str, value: &str| Answer { field: field.to_owned(), value: value.to_owned(), before: None };
        given.insert(0, more("job_role", &ids.join(";")));
        if tenths.is_none() {
            given.extend(self.background.answers(roles, Chance::at(&[outlook.team, outlook.person])));
        }
        let words = self.words.iter().filter(|(of, by, _, _)| (*of, *by) == (round, person));
        given.extend(words.map(|(_, _, field, text)| more(field, text)));
        Response { person, submitted: tenths.is_none(), answers: given }
    }
}

const _: () = {
    let mut place = 0;
    while place < PLOTS.len() {
        assert!(PLOTS[place].rounds.len() == ROUNDS, "every team of the story has as many rounds");
        place += 1;
    }
};
