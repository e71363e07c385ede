//! Text that anybody may have written, made fit to be set.

mod breaks;
mod ignorable;
mod visible;

use serde_json::Value;

use crate::fonts::{Fonts, Reach};

/// Every text in the value, made fit: what no font draws becomes a mark, and long words may be broken.
pub(crate) fn fit_all(value: &mut Value, fonts: &Fonts, reach: Reach) {
    match value {
        Value::String(text) => *text = fit(text, fonts, reach),
        Value::Array(values) => values.iter_mut().for_each(|value| fit_all(value, fonts, reach)),
        Value::Object(fields) => fields.values_mut().for_each(|value| fit_all(value, fonts, reach)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// One text, made fit to be set in a column.
fn fit(text: &str, fonts: &Fonts, reach: Reach) -> String {
    // A percentage stays with its sign.
    breaks::breakable(&visible::visible(text, fonts, reach)).replace(" %", "\u{A0}%")
}

/// One text for a place where lines do not break: at most `limit` characters.
pub(crate) fn label(text: &str, limit: usize, fonts: &Fonts, reach: Reach) -> String {
    let text = visible::visible(text, fonts, reach);
    let text = text.trim();
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
