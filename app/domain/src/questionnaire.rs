//! The walk through the instrument: which sections there are, who is asked what, and what is left.

use crate::answer::Field;
use crate::instrument::{Column, ConstructIndex, Feeds, Instrument, RoleSet};

/// A page of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Job roles and facts about the respondent and the organisation.
    Profile,
    /// The three items of a construct.
    Construct(ConstructIndex),
    /// The delivery metrics.
    Delivery,
    /// The tool inventory.
    Tools,
    /// Strategies, and the top three challenges and wanted benefits.
    Strategies,
    /// Open questions.
    Open,
    /// What is left, and handing in.
    Review,
    /// The confirmation.
    Submitted,
}

impl Section {
    /// The word in the page's address.
    #[must_use]
    pub fn id(self, instrument: &Instrument) -> &str {
        match self {
            Self::Profile => "profile",
            Self::Construct(construct) => &instrument[construct].id,
            Self::Delivery => "PM",
            Self::Tools => "tools",
            Self::Strategies => "strategies",
            Self::Open => "open",
            Self::Review => "review",
            Self::Submitted => "submitted",
        }
    }

    /// Reads the word in an address.
    #[must_use]
    pub fn parse(instrument: &Instrument, id: &str) -> Option<Self> {
        let fixed =
            [Self::Profile, Self::Delivery, Self::Tools, Self::Strategies, Self::Open, Self::Review, Self::Submitted];
        fixed
            .into_iter()
            .find(|section| section.id(instrument) == id)
            .or_else(|| instrument.construct_index(id).map(Self::Construct))
    }

    /// The section that a field stands in.
    #[must_use]
    pub fn of(instrument: &Instrument, field: Field) -> Self {
        match field {
            Field::Item(item) | Field::Comment(Column::Item(item)) | Field::Evidence(Column::Item(item)) => {
                Self::Construct(instrument[item].construct)
            }
            Field::Metric(_) | Field::Comment(Column::Metric(_)) | Field::Evidence(Column::Metric(_)) => Self::Delivery,
            Field::JobRole | Field::Name | Field::Profile(_) => Self::Profile,
            Field::Tools(_) | Field::ToolsOther(_) => Self::Tools,
            Field::Strategy(_) => Self::Strategies,
            Field::Open(_) => Self::Open,
        }
    }

    /// The page's title.
    #[must_use]
    pub fn title(self, instrument: &Instrument) -> &str {
        match self {
            Self::Profile => "About you",
            Self::Construct(construct) => &instrument[construct].name,
            Self::Delivery => "Delivery metrics",
            Self::Tools => "Tools you use",
            Self::Strategies => "How you go about it",
            Self::Open => "In your own words",
            Self::Review => "Review",
            Self::Submitted => "Submitted",
        }
    }

    /// The group that the section belongs to, shown above its title.
    #[must_use]
    pub fn group(self, instrument: &Instrument) -> &str {
        match self {
            Self::Construct(construct) => &instrument[instrument[construct].dimension].name,
            Self::Delivery => "Delivery",
            Self::Profile | Self::Tools | Self::Strategies | Self::Open => "Background",
            Self::Review | Self::Submitted => "Your response",
        }
    }

    /// The scored items or metrics on the page; empty for the other sections.
    #[must_use]
    pub fn columns(self, instrument: &Instrument) -> Vec<Column> {
        match self {
            Self::Construct(construct) => instrument[construct].items.map(Column::Item).to_vec(),
            Self::Delivery => instrument.metric_indices().map(Column::Metric).collect(),
            Self::Profile | Self::Tools | Self::Strategies | Self::Open | Self::Review | Self::Submitted => Vec::new(),
        }
    }
}

/// Whether somebody with these job roles is asked a question. No job role: everything is asked.
#[must_use]
pub fn is_asked(instrument: &Instrument, column: Column, roles: RoleSet) -> bool {
    let asked = match column {
        Column::Item(item) => instrument[item].roles,
        Column::Metric(metric) => instrument[metric].roles,
    };
    roles.is_empty() || asked.overlaps(roles)
}

/// One section and how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The section.
    pub section: Section,
    /// Scored questions asked in it.
    pub asked: usize,
    /// Of these, how many have an answer; don't know and not applicable are answers.
    pub answered: usize,
}

impl Step {
    /// Scored questions without an answer.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.asked - self.answered
    }
}

/// The sections of one respondent, in order, ending with the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    steps: Vec<Step>,
}

impl Walk {
    /// The walk for somebody with these job roles. `is_answered` tells of a scored question whether it has an answer;
    /// one that was answered is kept in the walk even if the job roles changed since.
    #[must_use]
    pub fn new(instrument: &Instrument, roles: RoleSet, is_answered: impl Fn(Column) -> bool) -> Self {
        let scored = |section: Section| {
            let columns = section.columns(instrument);
            let asked = columns.iter().filter(|c| is_asked(instrument, **c, roles) || is_answered(**c)).count();
            let answered = columns.iter().filter(|c| is_answered(**c)).count();
            (asked > 0).then_some(Step { section, asked, answered })
        };
        let plain = |section| Some(Step { section, asked: 0, answered: 0 });
        let constructs = instrument
            .construct_indices()
            .filter(|index| instrument[*index].feeds != Feeds::Delivery)
            .map(Section::Construct);
        let steps = std::iter::once(plain(Section::Profile))
            .chain(constructs.map(scored))
            .chain([scored(Section::Delivery)])
            .chain([Section::Tools, Section::Strategies, Section::Open, Section::Review].map(plain))
            .flatten()
            .collect();
        Self { steps }
    }

    /// All sections, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Place of a section among the steps, from 0; `None` if this respondent is not asked it.
    #[must_use]
    pub fn place(&self, section: Section) -> Option<usize> {
        self.steps.iter().position(|step| step.section == section)
    }

    /// The section after this one; the review after a section that is not part of the walk.
    #[must_use]
    pub fn next(&self, section: Section) -> Section {
        self.place(section).and_then(|place| self.steps.get(place + 1)).map_or(Section::Review, |step| step.section)
    }

    /// The section before this one.
    #[must_use]
    pub fn previous(&self, section: Section) -> Option<Section> {
        let place = self.place(section)?.checked_sub(1)?;
        Some(self.steps[place].section)
    }

    /// The first section with a scored question left, or the review.
    #[must_use]
    pub fn first_open(&self) -> Section {
        self.steps.iter().find(|step| step.left() > 0).map_or(Section::Review, |step| step.section)
    }

    /// The next section with a scored question left: after this one, else from the start; the review if there is none.
    #[must_use]
    pub fn next_open(&self, section: Section) -> Section {
        let behind = self.place(section).map_or(0, |place| place + 1);
        let (before, after) = self.steps.split_at(behind.min(self.steps.len()));
        let mut round = after.iter().chain(before);
        round.find(|step| step.left() > 0 && step.section != section).map_or(Section::Review, |step| step.section)
    }

    /// Scored questions asked, over all sections.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.steps.iter().map(|step| step.asked).sum()
    }

    /// Scored questions with an answer.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.steps.iter().map(|step| step.answered).sum()
    }

    /// Scored questions without an answer.
    #[must_use]
    pub fn left(&self) -> usize {
        self.asked() - self.answered()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::JobRole;

    fn walk(roles: &[JobRole]) -> Walk {
        Walk::new(Instrument::builtin(), roles.iter().copied().collect(), |_| false)
    }

    #[test]
    fn technical_roles_and_none_walk_through_everything() {
        for roles in [&[][..], &[JobRole::Ds], &[JobRole::Exe, JobRole::Ops]] {
            let walk = walk(roles);
            assert_eq!(walk.steps().len(), 1 + 20 + 1 + 3 + 1);
            assert_eq!(walk.asked(), 66);
        }
    }

    #[test]
    fn others_walk_through_their_sections_only() {
        let walk = walk(&[JobRole::Grc]);
        let ids: Vec<_> = walk.steps().iter().map(|step| step.section.id(Instrument::builtin())).collect();
        assert_eq!(ids, ["profile", "TE5", "CE1", "BE5", "tools", "strategies", "open", "review"]);
        assert!(walk.steps().iter().all(|step| step.asked == 0 || step.asked >= 2));
    }

    #[test]
    fn an_answer_stays_in_the_walk_when_the_role_changes() {
        let instrument = Instrument::builtin();
        let answered = instrument.column("TE1-1").unwrap();
        let walk = Walk::new(instrument, [JobRole::Grc].into_iter().collect(), |column| column == answered);
        let te1 = Section::parse(instrument, "TE1").unwrap();
        let step = walk.steps()[walk.place(te1).unwrap()];
        assert_eq!((step.asked, step.answered, step.left()), (1, 1, 0));
    }

    #[test]
    fn next_and_previous_lead_through_and_end_at_the_review() {
        let walk = walk(&[]);
        let mut section = Section::Profile;
        let mut seen = vec![section];
        while section != Section::Review {
            let next = walk.next(section);
            assert_eq!(walk.previous(next), Some(section));
            section = next;
            seen.push(section);
        }
        assert_eq!(seen.len(), walk.steps().len());
        assert_eq!(walk.previous(Section::Profile), None);
        assert_eq!(walk.first_open(), seen[1]);
    }

    #[test]
    fn the_next_open_section_comes_round_to_what_was_left_behind() {
        let instrument = Instrument::builtin();
        let section = |id| Section::parse(instrument, id).unwrap();
        let open = ["AD1-1", "TE2-3"];
        let walk = Walk::new(instrument, RoleSet::default(), |column| !open.contains(&instrument.column_id(column)));
        assert_eq!(walk.left(), 2);
        assert_eq!(walk.next_open(Section::Profile), section("AD1"));
        assert_eq!(walk.next_open(section("AD1")), section("TE2"));
        assert_eq!(walk.next_open(section("TE2")), section("AD1"), "from the start again");
        assert_eq!(walk.next_open(Section::Review), section("AD1"));
        let none = Walk::new(instrument, RoleSet::default(), |_| true);
        assert_eq!(none.next_open(section("TE2")), Section::Review);
    }

    #[test]
    fn every_section_reads_back_from_its_word() {
        let instrument = Instrument::builtin();
        for step in walk(&[]).steps() {
            assert_eq!(Section::parse(instrument, step.section.id(instrument)), Some(step.section));
        }
        assert_eq!(Section::parse(instrument, "TE9"), None);
    }
}
