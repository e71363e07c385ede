//! Text that a person typed, where the renderer would not escape it; and words inside a sentence.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// A text area. The renderer writes the children of `textarea` raw, so this is the only place in which one is made:
/// the text is escaped here, behind a newline that the browser swallows (otherwise it would swallow the text's own).
/// `name` is also its id, `described_by` the id of what describes it, `invalid` whether its value was refused.
pub fn text_area(name: &str, value: &str, described_by: Option<String>, invalid: bool) -> Rendered {
    view! {
        <textarea
            id=name.to_owned()
            name=name.to_owned()
            rows="4"
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            inner_html=format!("\n{}", escape(value))
        ></textarea>
    }
    .rendered()
}

/// Escapes text for use between tags.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// "Experiment tracking" inside a sentence; an abbreviation such as "LLM" stays as it is.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_area_cannot_be_left() {
        let html = text_area("open.change", "\n</textarea><script>&amp;", None, false).to_html();
        assert!(html.contains("\n\n&lt;/textarea&gt;&lt;script&gt;&amp;amp;</textarea>"), "{html}");
    }
}
