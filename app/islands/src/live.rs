//! A part of a page that follows what happens elsewhere, by asking every moment whether something has changed.

use leptos::prelude::*;

/// Wraps a part that holds one element with `data-live`, the address that it is asked for at, and `data-seen`, what of it is
/// shown. The server answers 204 while that is all there is, else with the part anew; a part without `data-live` is the
/// last. Without scripting the part stays as it is until the page is loaded again.
#[island]
pub fn Live(children: Children) -> impl IntoView {
    let host = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(element) = host.get() {
            follow::later(element, follow::FIRST_WAIT);
        }
    });
    view! { <div class="live" aria-live="polite" node_ref=host>{children()}</div> }
}

#[cfg(feature = "hydrate")]
mod follow {
    use std::time::Duration;

    use leptos::prelude::set_timeout;
    use leptos::task::spawn_local;
    use leptos::web_sys::{HtmlDivElement, Response, wasm_bindgen::JsCast, window};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;

    /// How long after an answer it is asked again; doubled after each failure.
    pub const FIRST_WAIT: Duration = Duration::from_millis(1_500);
    const LONGEST_WAIT: Duration = Duration::from_secs(24);

    /// Bears any value on an answer that is a part of the page, so that nothing else is ever put there.
    const MARK: &str = "live-part";
    /// Set while the server cannot be reached.
    const LOST: &str = "data-lost";

    pub fn later(host: HtmlDivElement, wait: Duration) {
        set_timeout(
            move || {
                spawn_local(async move {
                    let Ok(Some(address)) = address(&host) else { return };
                    let hidden = window().and_then(|window| window.document()).is_some_and(|page| page.hidden());
                    // A telephone that lies on the table asks nothing.
                    let wait = if hidden {
                        FIRST_WAIT
                    } else if look(&host, &address).await.is_ok() {
                        let _ = host.remove_attribute(LOST);
                        FIRST_WAIT
                    } else {
                        let _ = host.set_attribute(LOST, "");
                        (wait * 2).min(LONGEST_WAIT)
                    };
                    later(host, wait);
                });
            },
            wait,
        );
    }

    fn address(host: &HtmlDivElement) -> Result<Option<String>, JsValue> {
        let part = host.query_selector("[data-live]")?;
        let get = |name| part.as_ref()?.get_attribute(name);
        Ok(get("data-live").zip(get("data-seen")).map(|(live, seen)| [&live, "?seen=", &seen].concat()))
    }

    async fn look(host: &HtmlDivElement, address: &str) -> Result<(), JsValue> {
        let window = window().ok_or(JsValue::NULL)?;
        let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
        if response.status() == 204 {
            return Ok(());
        }
        response.headers().get(MARK)?.ok_or(JsValue::NULL)?;
        let part = JsFuture::from(response.text()?).await?;
        host.set_inner_html(&part.as_string().unwrap_or_default());
        Ok(())
    }
}
