//! A delivery metric, with comment and evidence beside it.

use domain::instrument::MetricIndex;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;

use super::Respond;
use super::item::aside;
use crate::components::question;

/// The question.
pub fn question(respond: &Respond, index: MetricIndex) -> AnyView {
    let id = &respond.instrument[index].id;
    question::metric(respond.instrument, index, respond.given(id), aside(respond, id)).into_any()
}
