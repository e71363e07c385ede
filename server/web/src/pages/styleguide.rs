//! `/styleguide`, which the route table has only where it is asked for.

use app::pages::styleguide::page;
use axum::response::Response;

use crate::render::Frame;

/// The page.
pub async fn show(frame: Frame) -> Response {
    frame.show(page)
}
