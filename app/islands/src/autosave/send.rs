//! Sending changes, and reading what the server says of them.

use leptos::web_sys::{self, wasm_bindgen::JsCast};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, UrlSearchParams};

/// Browsers refuse to keep longer requests alive when the page is left.
const KEEP_ALIVE_BYTES: usize = 60_000;

/// What the server said. Whatever is not named in `problems` is saved.
pub struct Answer {
    /// New versions, by field.
    pub versions: UrlSearchParams,
    /// What is not saved.
    pub problems: Vec<Problem>,
}

/// Something that is not saved.
pub struct Problem {
    /// The field; empty if it concerns the whole response.
    pub field: String,
    /// Why, or empty for a field that was changed elsewhere.
    pub message: String,
    /// What the field is called.
    pub label: String,
    /// What was typed here, as people read it.
    pub mine: String,
    /// What is stored, as people read it.
    pub theirs: String,
    /// What is stored.
    pub value: String,
    /// Its version.
    pub version: String,
}

impl Problem {
    fn whole(message: &str) -> Self {
        Self { message: message.to_owned(), ..Self::read("") }
    }

    fn read(line: &str) -> Self {
        let pairs = UrlSearchParams::new_with_str(line).ok();
        let get = |name: &str| pairs.as_ref().and_then(|pairs| pairs.get(name)).unwrap_or_default();
        Self {
            field: get("field"),
            message: get("message"),
            label: get("label"),
            mine: get("mine"),
            theirs: get("theirs"),
            value: get("value"),
            version: get("version"),
        }
    }
}

/// Sends a body; an error means that it has to be sent again.
pub async fn send(address: &str, body: &str) -> Result<Answer, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(body));
    let headers = web_sys::Headers::new()?;
    headers.set("content-type", "application/x-www-form-urlencoded")?;
    init.set_headers(&headers);
    if body.len() < KEEP_ALIVE_BYTES {
        js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.dyn_into()?;
    let versions = response.headers().get("saved-versions")?.unwrap_or_default();
    let versions = UrlSearchParams::new_with_str(&versions)?;
    let problems = match response.status() {
        200..=299 => Vec::new(),
        413 => vec![Problem::whole("This is too much text at once; shorten it.")],
        404 | 409 | 422 => {
            let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
            text.lines().map(Problem::read).collect()
        }
        _ => return Err(JsValue::NULL),
    };
    Ok(Answer { versions, problems })
}
