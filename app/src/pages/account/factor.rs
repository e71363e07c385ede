//! `/account/second-factor`

use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::qr::SquareCode;
use crate::routes;
use crate::shell::Page;

/// What is shown to switch it on.
#[derive(Clone, Debug)]
pub struct Enrol {
    /// The shared secret in base 32.
    pub secret: String,
    /// What a camera reads.
    pub address: String,
    /// What was wrong.
    pub faults: Faults,
}

/// Switching it on.
pub fn enrol(enrol: Enrol) -> Page {
    let Enrol { secret, address, faults } = enrol;
    let grouped = secret
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join(" ");
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <h1>"Switch the second factor on"</h1>
                <ol class="how">
                    <li>"Open an app that makes codes (any one for TOTP will do) and scan this square, or type the key below it."</li>
                    <li>"Type the code that the app shows, and your password."</li>
                    <li>"Keep the recovery codes that you get then: they let you in when the device is lost."</li>
                </ol>
            </div>
            <div class="stack">
                <SquareCode text=address.clone() label="The key as a square code" />
                <p>"Key: "<code>{grouped}</code></p>
                <p><a href=address>"Open it in an app on this device"</a></p>
            </div>
            <form method="post" action=routes::FACTOR class="stack">
                <input type="hidden" name="secret" value=secret />
                <TextField name="code" label="Code" hint="Six digits." error=faults.at("code") autocomplete="one-time-code" />
                <TextField name="password" label="Your password" kind="password" error=faults.at("password") autocomplete="current-password" />
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Switch it on" />
                    <LinkButton kind=Kind::Plain href=routes::ACCOUNT text="Not now" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title("Switch the second factor on"), body)
}

/// The recovery codes, shown once.
pub fn codes(codes: Vec<String>) -> Page {
    let list = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view();
    let body = view! {
        <div class="stack-wide">
            <h1>"The second factor is on"</h1>
            <Notice tone=Tone::Warning>
                <h2>"Keep these codes now"</h2>
                <p>"Each lets you in once without your device. They are shown this one time; print this page or copy them to a safe place."</p>
                <ul class="codes">{list}</ul>
            </Notice>
            <p><LinkButton kind=Kind::Main href=routes::ACCOUNT text="I have kept them" /></p>
        </div>
    };
    Page::new("The second factor is on", body)
}

/// Switching it off.
pub fn remove(left: i64, faults: &Faults) -> Page {
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <h1>"Second factor"</h1>
                <p class="lead">{format!("It is on; {left} of 10 recovery codes are left. To move to another device or to get new codes, switch it off and on again.")}</p>
            </div>
            <form method="post" action=routes::FACTOR class="stack">
                <TextField name="password" label="Your password" kind="password" error=faults.at("password") autocomplete="current-password" />
                <div class="row">
                    <Button value="remove" text="Switch it off" />
                    <LinkButton kind=Kind::Plain href=routes::ACCOUNT text="Leave it on" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title("Second factor"), body)
}
