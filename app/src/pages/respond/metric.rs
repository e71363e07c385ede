//! A delivery metric, with comment and evidence beside it.

use domain::instrument::MetricIndex;

use super::Respond;
use super::item::aside;
use crate::components::question;
use crate::rendered::{IntoRendered, Rendered};

/// The question.
pub fn question(respond: &Respond, index: MetricIndex) -> Rendered {
    let id = &respond.instrument[index].id;
    question::metric(respond.instrument, index, respond.given(id), aside(respond, id)).rendered()
}
