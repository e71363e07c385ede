//! Text that a person typed, where the renderer would not escape it.

use leptos::prelude::*;

/// A text area. The renderer writes the children of `textarea` raw, so this is the only place in which one is made:
/// the text is escaped here, behind a newline that the browser swallows (otherwise it would swallow the text's own).
#[component]
pub fn TextArea(
    /// Name of the form field; also its id.
    name: String,
    /// The text.
    value: String,
    /// Id of the element that describes the field.
    described_by: Option<String>,
    /// Whether its value was refused.
    invalid: bool,
) -> impl IntoView {
    view! {
        <textarea
            id=name.clone()
            name=name
            rows="4"
            maxlength="10000"
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            inner_html=format!("\n{}", escape(&value))
        ></textarea>
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_area_cannot_be_left() {
        let html = view! {
            <TextArea name="open.change".to_owned() value="\n</textarea><script>&amp;".to_owned() described_by=None invalid=false />
        }
        .to_html();
        assert!(html.contains("\n\n&lt;/textarea&gt;&lt;script&gt;&amp;amp;</textarea>"), "{html}");
    }
}
