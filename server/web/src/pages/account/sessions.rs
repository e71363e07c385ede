//! `/account/sessions`

use app::components::when::moment;
use app::pages::account::{Signed, sessions as page};
use app::routes;
use axum::extract::State;
use axum::response::Response;
use store::Session;

use super::super::see_other;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The list.
pub async fn show(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = caller.sessions(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    let here = caller.session().id;
    let signed = found.into_iter().map(|session| view(&session, session.id == here)).collect();
    Ok(frame.show(|| page(signed)))
}

fn view(session: &Session, here: bool) -> Signed {
    Signed {
        id: session.id.to_string(),
        browser: browser(&session.agent),
        address: session.address.clone(),
        since: moment(session.created_at),
        seen: moment(session.seen_at),
        here,
    }
}

/// What a browser calls itself, in the words that people use: "Firefox on Linux".
fn browser(agent: &str) -> String {
    let find =
        |known: &[(&str, &'static str)]| known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    // Those that pretend to be others come first.
    let browser = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) if agent.is_empty() => "A program without a name".to_owned(),
        (None, None) => agent.to_owned(),
    }
}

/// Ends one, or all others.
pub async fn post(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let ended = match form.get("action") {
        "others" => caller.end_other_sessions(&state.app).await.map(drop),
        _ => caller.end_session(&state.app, form.get("session")).await,
    };
    ended.map_err(|error| Failure::of(&frame, &error))?;
    Ok(see_other(routes::SESSIONS))
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn browsers_are_called_by_their_names() {
        assert_eq!(
            browser("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"),
            "Firefox on Linux"
        );
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Safari/537.36 Edg/130";
        assert_eq!(browser(edge), "Edge on Windows");
        assert_eq!(browser("curl/8"), "curl/8");
        assert_eq!(browser(""), "A program without a name");
    }
}
