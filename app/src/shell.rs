//! The HTML document around every page.

use std::sync::Arc;

use domain::rights::{Action, Reach, Right};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::address::Copying;
use crate::components::button::{Button, Kind};
use crate::components::mark::Mark;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// What a page hands to the document.
pub struct Page {
    /// Title of the browser's tab; the product's name is added.
    pub title: String,
    /// What the header says beside the mark: team and round.
    pub place: Option<String>,
    /// Links in the header.
    pub links: Vec<NavLink>,
    /// How wide the text runs.
    pub measure: Measure,
    /// Whether the page has an island, and so needs the browser's part.
    pub island: bool,
    /// Whether a part of the page follows what happens elsewhere, and so needs the script for that.
    pub live: bool,
    /// Whether whoever is not signed in finds the way to it in the header.
    pub offers_sign_in: bool,
    /// The content of `main`.
    pub body: Rendered,
}

/// How wide a page's column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// For reading and answering.
    Narrow,
    /// For results and tables.
    Wide,
}

/// A link in the header.
pub struct NavLink {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub text: String,
    /// Whether it is the page shown.
    pub current: bool,
}

impl Page {
    /// A page of reading width without links or island.
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self {
            title: title.into(),
            place: None,
            links: Vec::new(),
            measure: Measure::Narrow,
            island: false,
            live: false,
            offers_sign_in: false,
            body: body.rendered(),
        }
    }
}

/// What differs from request to request, beside the page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The nonce of this response's content security policy.
    pub nonce: String,
    /// Address of the folder that the assets of this build are under, without a slash at its end.
    pub assets: String,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// Whether the data are those of a demonstration, which the page then says.
    pub demo: bool,
}

/// A signed-in person, as the header shows them.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Name or address.
    pub name: String,
    /// What they may do.
    pub right: Right,
}

/// Renders a page as a whole document. The page is made inside, because an island asks for the reactive owner.
pub fn document(frame: &Frame, page: impl FnOnce() -> Page) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        let copying = Copying::default();
        provide_context(copying.clone());
        let page = page();
        render(frame, page, copying.is_needed())
    })
}

/// Renders a part of a page by itself, for a script that puts it in place of an earlier one.
pub fn fragment(part: Rendered) -> String {
    plain(&part.to_html())
}

/// Leptos marks places by `<!>`, which browsers read as an empty comment but the standard does not allow. Text cannot
/// hold it: its `<` is escaped.
fn plain(html: &str) -> String {
    html.replace("<!>", "<!---->")
}

/// Apart from [`document`], so that the document's views are compiled here, once, and not for every page's closure.
fn render(frame: &Frame, page: Page, copying: bool) -> String {
    format!("<!DOCTYPE html>{}", plain(&html(frame, page, copying).to_html()))
}

fn html(frame: &Frame, page: Page, copying: bool) -> Rendered {
    let assets = frame.assets.clone();
    let asset = move |name: &str| format!("{assets}/{name}");
    let title = if page.title.is_empty() { "Plumbline".to_owned() } else { format!("{} · Plumbline", page.title) };
    let main_class = if page.measure == Measure::Narrow { "narrow" } else { "wide" };
    let scripts = page.island.then(|| {
        view! {
            <link rel="modulepreload" href=asset("plumbline.js") />
            <script type="module" src=asset("start.js") nonce=frame.nonce.clone()></script>
        }
    });
    let small = [(page.live, "live.js"), (copying, "copy.js")]
        .into_iter()
        .filter(|(needed, _)| *needed)
        .map(|(_, name)| view! { <script type="module" src=asset(name) nonce=frame.nonce.clone()></script> })
        .collect_view();
    // Comparisons and plans need an account. Who only answers does not wait for what they look like.
    let team = frame.viewer.is_some().then(|| view! { <link rel="stylesheet" href=asset("team.css") /> });
    let start = if frame.viewer.is_some() { routes::DASHBOARD } else { routes::HOME };
    let account = match frame.viewer.clone() {
        Some(viewer) => Some(account_links(viewer)),
        None => page.offers_sign_in.then(sign_in_link),
    };
    view! {
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="same-origin" />
                <link rel="icon" href=asset("icon.svg") type="image/svg+xml" />
                <link rel="preload" href=asset("fonts/plex-sans-400.woff2") r#as="font" type="font/woff2" crossorigin="anonymous" />
                <link rel="preload" href=asset("fonts/plex-serif-500.woff2") r#as="font" type="font/woff2" crossorigin="anonymous" />
                <link rel="stylesheet" href=asset("plumbline.css") />
                {team}
                {scripts}
                {small}
            </head>
            <body>
                <a class="skip" href="#main">"Skip to the content"</a>
                <header class="site">
                    {frame.demo.then(demonstration)}
                    <div class="site-row">
                        <a class="mark" href=start><Mark />"Plumbline"</a>
                        {page.place.map(|place| view! { <span class="where">{place}</span> })}
                        {(!page.links.is_empty()).then(|| links(page.links))}
                        {account}
                    </div>
                </header>
                <main id="main" class=main_class tabindex="-1">{page.body}</main>
                <footer class="foot">
                    <span>"Plumbline, an open-source assessment of ML delivery"</span>
                    <span>"Your answers stay on this server"</span>
                </footer>
            </body>
        </html>
    }.rendered()
}

/// Stands above everything else, on paper too, so that nobody takes invented figures for real ones.
fn demonstration() -> Rendered {
    view! {
        <p class="demonstration">
            <strong>"Demonstration."</strong>
            " Organisations, people and answers here are invented."
        </p>
    }
    .rendered()
}

/// What a signed-in person finds on every page.
fn account_links(viewer: Viewer) -> Rendered {
    let owner = viewer.right.reach(Action::ManageOrganisation) == Reach::Organisation;
    view! {
        <nav class="account" aria-label="Organisation">
            <a href=routes::DASHBOARD>"Dashboard"</a>
            <a href=routes::TEAMS>"Teams"</a>
            <a href=routes::PLAN>"Plan"</a>
            {owner.then(|| view! { <a href=routes::ADMIN>"Administration"</a> })}
            <a href=routes::ACCOUNT>{viewer.name}</a>
            <form method="post" action=routes::LOGOUT>
                <Button kind=Kind::Plain value="next" text="Sign out" />
            </form>
        </nav>
    }
    .rendered()
}

/// What everybody else finds where accounts may be of use.
fn sign_in_link() -> Rendered {
    view! { <nav class="account" aria-label="Account"><a href=routes::LOGIN>"Sign in"</a></nav> }.rendered()
}

fn links(links: Vec<NavLink>) -> Rendered {
    let entries = links
        .into_iter()
        .map(|link| view! { <a href=link.href aria-current=link.current.then_some("page")>{link.text}</a> })
        .collect_view();
    view! { <nav aria-label="This round">{entries}</nav> }.rendered()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_comments_and_what_was_typed_stays_as_it_is() {
        let typed = "<!>";
        let page = || {
            let several = [Some("one"), None];
            let body = view! { <p title=typed>"a " {several.into_iter().collect_view()} {typed} {several[1]}</p> };
            Page::new(typed, body)
        };
        let frame = Frame { nonce: String::new(), assets: "/assets/0".to_owned(), viewer: None, demo: false };
        let html = document(&frame, page);
        assert!(!html.contains("<!>") && html.contains("<!---->"), "{html}");
        assert_eq!(html.matches("&lt;!&gt;").count(), 3, "{html}");
    }
}
