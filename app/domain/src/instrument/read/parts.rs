//! Dimensions, constructs, items and metrics, and what has to hold between them.

use super::head::unknown_role;
use super::section::{Section, Spot};
use super::unique::Unique;
use crate::instrument::{
    Construct, ConstructIndex, Dimension, DimensionIndex, Feeds, Item, ItemIndex, JobRole, Metric, MetricKind, RoleSet,
    Scale,
};

/// Longest name of a construct that fits beside a chart's row.
const SHORT: usize = 20;
/// Longest topic that fits a row of a list.
const TOPIC: usize = 36;

pub(super) fn dimensions(root: &mut Section<'_>) -> Vec<Dimension> {
    let mut ids = Unique::default();
    let words = [
        ("maturity", Feeds::Maturity),
        ("severity", Feeds::Severity),
        ("realisation", Feeds::Realisation),
        ("delivery", Feeds::Delivery),
    ];
    let mut dimensions = Vec::new();
    for mut section in root.tables("dimension", true) {
        dimensions.push(Dimension {
            id: ids.id(&mut section).value,
            name: section.text("name").value,
            feeds: section.word("feeds", &words).unwrap_or(Feeds::Maturity),
            about: section.text("about").value,
            constructs: Vec::new(),
        });
        section.finish();
    }
    dimensions
}

/// Reads the constructs and enters them in their dimensions. Their items are entered by [`items`]. Each comes with
/// the place of its id.
pub(super) fn constructs(root: &mut Section<'_>, dimensions: &mut [Dimension]) -> Vec<Spot<Construct>> {
    let mut ids = Unique::default();
    let mut constructs: Vec<Spot<Construct>> = Vec::new();
    for mut section in root.tables("construct", true) {
        let id = ids.id(&mut section);
        let dimension = section.text("dimension");
        let place = dimensions.iter().position(|known| known.id == dimension.value);
        if place.is_none() && !dimension.value.is_empty() {
            section.problem(dimension.at, "dimension", format!("there is no dimension \"{}\"", dimension.value));
        }
        let feeds = place.map_or(Feeds::Maturity, |place| dimensions[place].feeds);
        if place.is_some() && feeds == Feeds::Delivery {
            section.problem(dimension.at, "dimension", "delivery has metrics and no constructs");
        }
        if let Some(place) = place {
            dimensions[place].constructs.push(ConstructIndex::at(constructs.len()));
        }
        let construct = Construct {
            id: id.value,
            dimension: DimensionIndex::at(place.unwrap_or(0)),
            feeds,
            name: section.text("name").value,
            short: section.short_text("short", SHORT),
            about: section.text("about").value,
            frame: section.optional_text("frame").map(|spot| spot.value),
            items: [ItemIndex::at(0); 3],
        };
        constructs.push(Spot { value: construct, at: id.at });
        section.finish();
    }
    constructs
}

/// Reads the items and enters them in their constructs.
pub(super) fn items(root: &mut Section<'_>, constructs: &mut [Spot<Construct>]) -> Vec<Item> {
    let mut ids = Unique::default();
    let mut items: Vec<Item> = Vec::new();
    let mut last = (0, 0);
    for mut section in root.tables("item", true) {
        let id = ids.id(&mut section);
        let construct = id.value.rsplit_once('-').and_then(|(name, number)| {
            let number = number.parse::<usize>().ok().filter(|number| (1..=3).contains(number))?;
            Some((constructs.iter().position(|known| known.value.id == name)?, number))
        });
        match construct {
            None if id.value.is_empty() => {}
            None => section.problem(id.at, "id", "has to be a construct's id, a hyphen and 1, 2 or 3"),
            Some(place) if place < last => {
                section.problem(id.at, "id", "stands out of order: items follow the order of the constructs");
            }
            Some(place) => last = place,
        }
        let item = item(&mut section, id.value, construct.map_or(usize::MAX, |(construct, _)| construct));
        if let Some((construct, number)) = construct {
            constructs[construct].value.items[number - 1] = ItemIndex::at(items.len());
        }
        items.push(item);
        section.finish();
    }
    for (place, construct) in constructs.iter().enumerate() {
        whole(root, construct, items.iter().filter(|item| item.construct.get() == place));
    }
    items
}

fn item(section: &mut Section<'_>, id: String, construct: usize) -> Item {
    let scale = section.word("scale", &[("m5", Scale::M5), ("l5", Scale::L5)]);
    let reversed = section.flag("reversed", Some(false));
    let anchors = if scale == Some(Scale::L5) { None } else { section.exactly("anchors", "five anchors") };
    if reversed && scale == Some(Scale::M5) {
        section.problem(section.at(), "reversed", "only agreement items can be reversed");
    }
    Item {
        id,
        construct: ConstructIndex::at(construct),
        scale: scale.unwrap_or(Scale::M5),
        topic: section.short_text("topic", TOPIC),
        question: section.text("question").value,
        help: section.text_or_nothing("help"),
        anchors,
        reversed,
        roles: roles(section),
        tags: section
            .texts("tags")
            .map(|(_, tags)| tags.into_iter().map(|tag| tag.value).collect())
            .unwrap_or_default(),
    }
}

/// What has to hold of a construct's items together.
fn whole<'i>(
    root: &Section<'_>,
    Spot { value: construct, at }: &Spot<Construct>,
    items: impl Iterator<Item = &'i Item>,
) {
    let items: Vec<&Item> = items.collect();
    let field = format!("construct[{}]", construct.id);
    if items.len() != 3 {
        root.problem(*at, &field, format!("needs three items, found {}", items.len()));
        return;
    }
    if items.iter().any(|item| item.scale != items[0].scale) {
        root.problem(*at, &field, "has items of different scales");
    }
    if items.iter().filter(|item| item.reversed).count() > 1 {
        root.problem(*at, &field, "has more than one reversed item");
    }
    if items[0].scale == Scale::M5 && construct.feeds != Feeds::Maturity {
        root.problem(*at, &field, "observes practices, so its dimension has to feed maturity");
    }
    for role in JobRole::ALL {
        if items.iter().filter(|item| item.roles.contains(role)).count() == 1 {
            root.problem(
                *at,
                &field,
                format!("asks {role} one item; ask none or at least two, or no answer can count"),
            );
        }
    }
}

/// Names that are fields or columns already.
const TAKEN: [&str; 4] = ["job_role", "name", "respondent", "role"];

pub(super) fn metrics(root: &mut Section<'_>) -> Vec<Metric> {
    let mut ids = Unique::default();
    let mut metrics = Vec::new();
    for mut section in root.tables("metric", true) {
        let id = ids.id(&mut section);
        if TAKEN.contains(&id.value.as_str()) || id.value.contains('-') {
            section.problem(id.at, "id", "is the name of a field already, or has a hyphen as items have");
        }
        let kind = match section.word("kind", &[("bands", true), ("percent", false)]) {
            Some(true) => section.exactly("bands", "six bands").map_or(MetricKind::Percent, MetricKind::Bands),
            _ => MetricKind::Percent,
        };
        metrics.push(Metric {
            id: id.value,
            kind,
            topic: section.short_text("topic", TOPIC),
            question: section.text("question").value,
            help: section.text_or_nothing("help"),
            dora: section.flag("dora", None),
            roles: roles(&mut section),
        });
        section.finish();
    }
    metrics
}

/// Job roles, of which `TECH` means six.
fn roles(section: &mut Section<'_>) -> RoleSet {
    let mut roles = RoleSet::default();
    let Some((at, names)) = section.texts("roles") else { return roles };
    for name in &names {
        match JobRole::parse(&name.value) {
            Some(role) => roles = roles.with(role),
            None if name.value == "TECH" => roles = roles.union(RoleSet::TECH),
            None => section.problem(name.at, "roles", format!("{}; or TECH", unknown_role(&name.value))),
        }
    }
    if names.is_empty() {
        section.problem(at, "roles", "names nobody to ask");
    }
    roles
}
