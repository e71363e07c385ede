//! What stands at the top of the questionnaire's file: its name, scales, roles, quick check and gates.

use super::section::{Section, Spot};
use super::unique::Unique;
use crate::instrument::{Column, Instrument, ItemIndex, JobRole, Role, RoleSet, Scale, ScaleOption, ScaleText};

pub(super) struct Head {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: String,
    pub(super) modelled_on: String,
    pub(super) m5: ScaleText,
    pub(super) l5: ScaleText,
}

pub(super) fn read(root: &mut Section<'_>) -> Head {
    let (m5, l5) = scales(root);
    Head {
        id: root.text("id").value,
        version: root.text("version").value,
        title: root.text("title").value,
        modelled_on: root.text("modelled_on").value,
        m5,
        l5,
    }
}

fn scales(root: &mut Section<'_>) -> (ScaleText, ScaleText) {
    let empty = || ScaleText { name: String::new(), frame: String::new(), options: Default::default() };
    let Some(mut both) = root.table("scale") else { return (empty(), empty()) };
    let m5 = both.table("m5").map_or_else(empty, scale);
    let l5 = both.table("l5").map_or_else(empty, scale);
    both.finish();
    (m5, l5)
}

fn scale(mut section: Section<'_>) -> ScaleText {
    let name = section.text("name").value;
    let frame = section.text("frame").value;
    let options: Vec<ScaleOption> = section
        .tables("options", true)
        .into_iter()
        .map(|mut option| {
            let read = ScaleOption { label: option.text("label").value, meaning: option.text_or_nothing("meaning") };
            option.finish();
            read
        })
        .collect();
    let found = options.len();
    let options = options.try_into().unwrap_or_else(|_| {
        section.problem(section.at(), "options", format!("needs five options, found {found}"));
        Default::default()
    });
    section.finish();
    ScaleText { name, frame, options }
}

pub(super) fn roles(root: &mut Section<'_>) -> Vec<Role> {
    let mut ids = Unique::default();
    let mut roles: Vec<Role> = Vec::new();
    for mut section in root.tables("role", true) {
        let id = ids.id(&mut section);
        let name = section.text("name").value;
        let about = section.text("about").value;
        let technical = section.flag("technical", None);
        if let Some(role) = JobRole::parse(&id.value) {
            if technical != RoleSet::TECH.contains(role) {
                let message = format!("the technical roles are {}", list(RoleSet::TECH.iter()));
                section.problem(id.at, "technical", message);
            }
            roles.push(Role { id: role, name, about, technical });
        } else if !id.value.is_empty() {
            section.problem(id.at, "id", unknown_role(&id.value));
        }
        section.finish();
    }
    if roles.iter().map(|role| role.id).ne(JobRole::ALL) {
        root.problem(0, "role", format!("needs the nine roles in this order: {}", list(JobRole::ALL.into_iter())));
    }
    roles
}

fn list(roles: impl Iterator<Item = JobRole>) -> String {
    roles.map(JobRole::id).collect::<Vec<_>>().join(", ")
}

pub(super) fn unknown_role(id: &str) -> String {
    format!("there is no job role \"{id}\"; use {}", list(JobRole::ALL.into_iter()))
}

/// The quick check: known questions, none twice, at least one practice among them.
pub(super) fn quick_check(root: &mut Section<'_>, instrument: &Instrument) -> Vec<Column> {
    let known = |id: &Spot<String>| instrument.column(&id.value);
    references(root, "quick_check", "item or metric", known)
}

/// The gates: practice items, none twice.
pub(super) fn gates(root: &mut Section<'_>, instrument: &Instrument) -> Vec<ItemIndex> {
    let practice =
        |id: &Spot<String>| instrument.item_index(&id.value).filter(|item| instrument[*item].scale == Scale::M5);
    references(root, "gates", "practice item", practice)
}

fn references<T: PartialEq>(
    root: &mut Section<'_>,
    key: &'static str,
    what: &str,
    find: impl Fn(&Spot<String>) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for id in root.texts(key).map(|(_, ids)| ids).unwrap_or_default() {
        match find(&id) {
            None => root.problem(id.at, key, format!("there is no {what} \"{}\"", id.value)),
            Some(place) if found.contains(&place) => {
                root.problem(id.at, key, format!("\"{}\" is there twice", id.value));
            }
            Some(place) => found.push(place),
        }
    }
    found
}
