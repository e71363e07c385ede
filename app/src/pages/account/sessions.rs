//! `/account/sessions`

use leptos::prelude::*;

use crate::components::button::{Button, LinkButton};
use crate::components::tag::{Look, Tag};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// A signed-in browser.
#[derive(Clone, Debug)]
pub struct Signed {
    /// What it is named by.
    pub id: String,
    /// What it is, in words.
    pub browser: String,
    /// The network that it came from.
    pub address: String,
    /// When it signed in.
    pub since: String,
    /// When it was used last.
    pub seen: String,
    /// Whether it is this one.
    pub here: bool,
}

/// The page.
pub fn sessions(signed: Vec<Signed>) -> Page {
    let others = signed.len() > 1;
    let rows = signed
        .into_iter()
        .map(|Signed { id, browser, address, since, seen, here }| {
            let end = if here {
                view! { <Tag look=Look::Deep text="this browser" /> }.rendered()
            } else {
                view! {
                    <form method="post" action=routes::SESSIONS>
                        <input type="hidden" name="session" value=id />
                        <Button value="end" text="End" />
                    </form>
                }
                .rendered()
            };
            view! {
                <li class="between">
                    <div>
                        <p><strong>{browser}</strong></p>
                        <p class="soft small">{format!("From {address}, since {since}, last used {seen}")}</p>
                    </div>
                    {end}
                </li>
            }
        })
        .collect_view();
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Where you are signed in"</h1>
                <p class="soft">"Addresses are kept as networks only. Something here that is not you? End it, and change your password."</p>
            </div>
            <ul class="list">{rows}</ul>
            <div class="row">
                {others.then(|| view! {
                    <form method="post" action=routes::SESSIONS>
                        <Button value="others" text="End all but this one" />
                    </form>
                })}
                <LinkButton href=routes::PASSWORD text="Change your password" />
                <LinkButton href=routes::ACCOUNT text="Back to your account" />
            </div>
        </div>
    };
    Page::new("Where you are signed in", body)
}
