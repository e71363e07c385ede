//! What the scored part of an instrument consists of: scales, roles, dimensions, constructs, items, metrics.

use super::{ConstructIndex, DimensionIndex, ItemIndex, JobRole, RoleSet};

/// The scale that an item is answered on. Both have five points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Five anchored stages, 1 ad hoc to 5 optimising: observes a practice.
    M5,
    /// Agreement, 1 strongly disagree to 5 strongly agree: asks for a perception.
    L5,
}

/// How a scale is put to people.
#[derive(Clone, Debug)]
pub struct ScaleText {
    /// What it is called.
    pub name: String,
    /// The time and the things to think of.
    pub frame: String,
    /// The five points, 1 to 5.
    pub options: [ScaleOption; 5],
}

/// One point of a scale.
#[derive(Clone, Debug, Default)]
pub struct ScaleOption {
    /// What the point is called.
    pub label: String,
    /// What it means, or nothing.
    pub meaning: String,
}

/// A job role as it is put to people.
#[derive(Clone, Debug)]
pub struct Role {
    /// Which role.
    pub id: JobRole,
    /// Its name.
    pub name: String,
    /// One line on it.
    pub about: String,
    /// Technical roles are asked every item.
    pub technical: bool,
}

/// What the scores of a dimension count towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feeds {
    /// The maturity index: its constructs are practices.
    Maturity,
    /// Severity of challenges: high is bad.
    Severity,
    /// Realisation of benefits.
    Realisation,
    /// Delivery performance: the metrics.
    Delivery,
}

/// A dimension: a group of constructs.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Two letters.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it counts towards.
    pub feeds: Feeds,
    /// One line on it.
    pub about: String,
    /// Its constructs, in order; none for the delivery metrics.
    pub constructs: Vec<ConstructIndex>,
}

/// A construct: what three items observe together.
#[derive(Clone, Debug)]
pub struct Construct {
    /// The dimension's letters and a number, such as `TE1`.
    pub id: String,
    /// The dimension it belongs to.
    pub dimension: DimensionIndex,
    /// What its dimension counts towards.
    pub feeds: Feeds,
    /// Full name.
    pub name: String,
    /// Name for the rows of charts, at most 20 characters.
    pub short: String,
    /// One line shown under the section's title.
    pub about: String,
    /// Replaces the frame of the scale, where it has one of its own.
    pub frame: Option<String>,
    /// Its three items.
    pub items: [ItemIndex; 3],
}

/// A scored question.
#[derive(Clone, Debug)]
pub struct Item {
    /// The construct's id and 1 to 3, such as `TE1-2`.
    pub id: String,
    /// The construct it belongs to.
    pub construct: ConstructIndex,
    /// The scale it is answered on.
    pub scale: Scale,
    /// Short noun phrase for lists, at most 36 characters.
    pub topic: String,
    /// The question (M5) or statement (L5).
    pub question: String,
    /// Explains the terms used; may be empty.
    pub help: String,
    /// What each stage looks like, 1 to 5; M5 only.
    pub anchors: Option<[String; 5]>,
    /// Worded as the opposite: a given value r counts as 6 - r.
    pub reversed: bool,
    /// Who is asked.
    pub roles: RoleSet,
    /// Crosswalk tags: places in published models.
    pub tags: Vec<String>,
}

/// A delivery metric.
#[derive(Clone, Debug)]
pub struct Metric {
    /// `PM1` to `PM6`.
    pub id: String,
    /// How it is answered.
    pub kind: MetricKind,
    /// Short noun phrase for lists.
    pub topic: String,
    /// The question.
    pub question: String,
    /// Explains the terms used; may be empty.
    pub help: String,
    /// Whether it is one of DORA's five.
    pub dora: bool,
    /// Who is asked.
    pub roles: RoleSet,
}

/// How a metric is answered.
#[derive(Clone, Debug)]
pub enum MetricKind {
    /// One of six bands, 1 the worst to 6 the best.
    Bands([String; 6]),
    /// A percentage from 0 to 100, of which less is better.
    Percent,
}
