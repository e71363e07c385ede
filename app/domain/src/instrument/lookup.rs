//! Finding things of an instrument by their ids.

use std::collections::HashMap;

use super::{
    Column, Construct, ConstructIndex, Dimension, DimensionIndex, Feeds, Instrument, Item, ItemIndex, Metric,
    MetricIndex, StrategyIndex,
};

/// Places by id, made once when the instrument is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Lookup {
    items: HashMap<String, ItemIndex>,
    metrics: HashMap<String, MetricIndex>,
    constructs: HashMap<String, ConstructIndex>,
}

impl Lookup {
    pub(super) fn new(constructs: &[Construct], items: &[Item], metrics: &[Metric]) -> Self {
        Self {
            items: items.iter().enumerate().map(|(i, item)| (item.id.clone(), ItemIndex::at(i))).collect(),
            metrics: metrics.iter().enumerate().map(|(i, metric)| (metric.id.clone(), MetricIndex::at(i))).collect(),
            constructs: constructs.iter().enumerate().map(|(i, c)| (c.id.clone(), ConstructIndex::at(i))).collect(),
        }
    }
}

/// A question whose options are constructs: which of them weigh most, or are wanted most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The question.
    pub place: StrategyIndex,
    /// What its options stand for, in their order.
    pub constructs: Vec<ConstructIndex>,
}

impl Instrument {
    /// The questions on strategies whose every option bears the id of a construct.
    pub fn ranked(&self) -> impl Iterator<Item = Ranked> + '_ {
        self.strategies.iter().enumerate().filter_map(|(place, question)| {
            let constructs = question.options.iter().map(|option| self.construct_index(&option.id));
            let constructs = constructs.collect::<Option<Vec<ConstructIndex>>>().filter(|all| !all.is_empty())?;
            Some(Ranked { place: StrategyIndex::at(place), constructs })
        })
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.item_index(id).map(|index| &self[index])
    }

    /// The place of the item with this id.
    #[must_use]
    pub fn item_index(&self, id: &str) -> Option<ItemIndex> {
        self.lookup.items.get(id).copied()
    }

    /// The metric with this id.
    #[must_use]
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metric_index(id).map(|index| &self[index])
    }

    /// The place of the metric with this id.
    #[must_use]
    pub fn metric_index(&self, id: &str) -> Option<MetricIndex> {
        self.lookup.metrics.get(id).copied()
    }

    /// The item or metric with this id.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<Column> {
        self.item_index(id).map(Column::Item).or_else(|| self.metric_index(id).map(Column::Metric))
    }

    /// The construct with this id.
    #[must_use]
    pub fn construct(&self, id: &str) -> Option<&Construct> {
        self.construct_index(id).map(|index| &self[index])
    }

    /// The place of the construct with this id.
    #[must_use]
    pub fn construct_index(&self, id: &str) -> Option<ConstructIndex> {
        self.lookup.constructs.get(id).copied()
    }

    /// The dimension with this id.
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// Every dimension's place, in order.
    pub fn dimension_indices(&self) -> impl ExactSizeIterator<Item = DimensionIndex> + use<> {
        (0..self.dimensions.len()).map(DimensionIndex::at)
    }

    /// Every construct's place, in order.
    pub fn construct_indices(&self) -> impl ExactSizeIterator<Item = ConstructIndex> + use<> {
        (0..self.constructs.len()).map(ConstructIndex::at)
    }

    /// The constructs that count towards `feeds`, in order.
    pub fn constructs_feeding(&self, feeds: Feeds) -> impl Iterator<Item = ConstructIndex> {
        self.construct_indices().filter(move |index| self[*index].feeds == feeds)
    }

    /// Every item's place, in order.
    pub fn item_indices(&self) -> impl ExactSizeIterator<Item = ItemIndex> + use<> {
        (0..self.items.len()).map(ItemIndex::at)
    }

    /// Every metric's place, in order.
    pub fn metric_indices(&self) -> impl ExactSizeIterator<Item = MetricIndex> + use<> {
        (0..self.metrics.len()).map(MetricIndex::at)
    }

    /// Every item and then every metric: the columns of an answers file.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        self.item_indices().map(Column::Item).chain(self.metric_indices().map(Column::Metric))
    }

    /// The id of an item or metric.
    #[must_use]
    pub fn column_id(&self, column: Column) -> &str {
        match column {
            Column::Item(item) => &self[item].id,
            Column::Metric(metric) => &self[metric].id,
        }
    }

    /// The short name of an item or metric.
    #[must_use]
    pub fn column_topic(&self, column: Column) -> &str {
        match column {
            Column::Item(item) => &self[item].topic,
            Column::Metric(metric) => &self[metric].topic,
        }
    }
}
