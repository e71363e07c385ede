//! The crosswalk, the practices and the reference points.

use super::section::{Section, Spot};
use super::unique::Unique;
use crate::instrument::{
    Condition, ConstructIndex, Coverage, Crosswalk, Feeds, Instrument, ItemIndex, Ladder, LadderLevel, Practice,
    Practices, ReferencePoint, Scale,
};

/// Longest action that fits a row of the plan.
const ACTION: usize = 48;

pub(super) fn crosswalk(root: &mut Section<'_>, instrument: &Instrument) -> Crosswalk {
    let mut ids = Unique::default();
    let note = root.text("note").value;
    let mut ladders = Vec::new();
    for mut section in root.tables("ladder", true) {
        let id = ids.id(&mut section).value;
        let name = section.text("name").value;
        let source = section.text("source").value;
        ladders.push(Ladder { id, name, source, levels: levels(&mut section, instrument) });
        section.finish();
    }
    let mut coverages = Vec::new();
    for mut section in root.tables("coverage", true) {
        let prefix = section.text("prefix");
        let items: Vec<ItemIndex> = instrument
            .item_indices()
            .filter(|item| instrument[*item].scale == Scale::M5)
            .filter(|item| instrument[*item].tags.iter().any(|tag| tag.starts_with(&prefix.value)))
            .collect();
        if items.is_empty() {
            section.problem(prefix.at, "prefix", "no practice item has such a tag");
        }
        coverages.push(Coverage {
            id: ids.id(&mut section).value,
            name: section.text("name").value,
            prefix: prefix.value,
            source: section.text("source").value,
            legal_date: section.optional_text("legal_date").map(|spot| spot.value),
            items,
        });
        section.finish();
    }
    Crosswalk { note, ladders, coverages }
}

fn levels(ladder: &mut Section<'_>, instrument: &Instrument) -> Vec<LadderLevel> {
    let mut levels: Vec<LadderLevel> = Vec::new();
    for mut section in ladder.tables("levels", true) {
        let level = section.number("level", 0, 9);
        if usize::from(level.value) != levels.len() {
            section.problem(level.at, "level", format!("expected level {}: they go up from 0 by one", levels.len()));
        }
        let name = section.text("name").value;
        let conditions = conditions(&mut section, instrument);
        if level.value == 0 && !conditions.is_empty() {
            section.problem(level.at, "level", "level 0 is where everybody starts and has no conditions");
        }
        levels.push(LadderLevel { level: level.value, name, conditions });
        section.finish();
    }
    if levels.is_empty() {
        ladder.problem(ladder.at(), "levels", "has no levels");
    }
    levels
}

fn conditions(level: &mut Section<'_>, instrument: &Instrument) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for mut section in level.tables("met", false) {
        let item = section.text("item");
        let at = section.number("at", 2, 5).value;
        match instrument.item_index(&item.value).filter(|item| instrument[*item].scale == Scale::M5) {
            Some(item) => conditions.push(Condition::Met { item, at }),
            None => section.problem(item.at, "item", format!("there is no practice item \"{}\"", item.value)),
        }
        section.finish();
    }
    for mut section in level.tables("index_at_least", false) {
        let construct = section.text("construct");
        let at_least = section.number("index", 0, 100).value;
        if let Some(construct) = find(&section, "construct", &construct, instrument, None) {
            conditions.push(Condition::Index { construct, at_least });
        }
        section.finish();
    }
    conditions
}

/// Finds a construct by id, of a certain kind if `feeds` says so; notes one that is not there.
fn find(
    section: &Section<'_>,
    key: &str,
    id: &Spot<String>,
    instrument: &Instrument,
    feeds: Option<(Feeds, &str)>,
) -> Option<ConstructIndex> {
    let found = instrument
        .construct_index(&id.value)
        .filter(|construct| feeds.is_none_or(|(feeds, _)| instrument[*construct].feeds == feeds));
    if found.is_none() && !id.value.is_empty() {
        let what = feeds.map_or("construct", |(_, what)| what);
        section.problem(id.at, key, format!("there is no {what} \"{}\"", id.value));
    }
    found
}

pub(super) fn practices(root: &mut Section<'_>, instrument: &Instrument) -> Practices {
    let mut ids = Unique::default();
    let target = root.number("target", 1, 5).value;
    let mut list = Vec::new();
    for mut section in root.tables("practice", true) {
        let id = ids.id(&mut section);
        let construct = find(&section, "id", &id, instrument, Some((Feeds::Maturity, "practice construct")));
        let challenges = constructs(&mut section, "challenges", instrument, Some((Feeds::Severity, "challenge")));
        let benefits = constructs(&mut section, "benefits", instrument, Some((Feeds::Realisation, "benefit")));
        let effort = section.number("effort", 1, 3).value;
        let action = section.short_text("action", ACTION);
        let why = section.text("why").value;
        if let Some(construct) = construct {
            list.push(Practice { construct, challenges, benefits, effort, action, why });
        }
        section.finish();
    }
    list.sort_by_key(|practice| practice.construct);
    for construct in instrument.constructs_feeding(Feeds::Maturity) {
        if list.iter().all(|practice| practice.construct != construct) {
            root.problem(0, "practice", format!("\"{}\" is missing", instrument[construct].id));
        }
    }
    Practices { target, list }
}

fn constructs(
    section: &mut Section<'_>,
    key: &'static str,
    instrument: &Instrument,
    feeds: Option<(Feeds, &str)>,
) -> Vec<ConstructIndex> {
    let ids = section.texts(key).map(|(_, ids)| ids).unwrap_or_default();
    ids.iter().filter_map(|id| find(section, key, id, instrument, feeds)).collect()
}

pub(super) fn reference(root: &mut Section<'_>, instrument: &Instrument) -> Vec<ReferencePoint> {
    let mut ids = Unique::default();
    let mut points = Vec::new();
    for mut section in root.tables("point", false) {
        points.push(ReferencePoint {
            id: ids.id(&mut section).value,
            statement: section.text("statement").value,
            value: section.text("value").value,
            n: section.text("n").value,
            year: section.text("year").value,
            interval: section.optional_text("interval").map(|spot| spot.value),
            source: section.text("source").value,
            note: section.optional_text("note").map(|spot| spot.value),
            constructs: constructs(&mut section, "constructs", instrument, None),
        });
        section.finish();
    }
    points
}
