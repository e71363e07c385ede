//! The cookie of a session, who it belongs to, and the door that only signed-in people pass.

use app::pages::login::{Kept, Login, page};
use app::pages::problem::Problem;
use app::routes;
use axum::body::Body;
use axum::extract::{FromRequest as _, FromRequestParts, Request, State};
use axum::http::header::{COOKIE, HOST, HeaderValue, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use futures::StreamExt as _;
use usecases::accounts::{Caller, caller};

use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::router::FORM_LIMIT;
use crate::state::Settings;

/// Over TLS: the browser takes it from no other host, path or plain connection.
const STRICT: &str = "__Host-plumbline";
/// Over plain http on the same machine, where browsers refuse the strict one.
const PLAIN: &str = "plumbline";

/// The kind of cookie that a request's connection allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jar {
    /// `__Host-`, Secure: everywhere but at loopback.
    Strict,
    /// Without both: plain http at loopback only.
    Loopback,
}

impl Jar {
    /// Which kind. Only who has not set an `https` address and is asked for under a loopback name gets the plain one.
    pub fn of(settings: &Settings, headers: &HeaderMap) -> Self {
        if settings.is_https() {
            return Self::Strict;
        }
        let host =
            headers.get(HOST).and_then(|host| host.to_str().ok()).and_then(|host| host.parse::<Authority>().ok());
        let loopback = host.is_some_and(|host| matches!(host.host(), "localhost" | "127.0.0.1" | "[::1]"));
        if loopback { Self::Loopback } else { Self::Strict }
    }

    /// Whether browsers keep the cookie over this connection.
    pub fn is_kept(self, settings: &Settings) -> bool {
        self == Self::Loopback || settings.is_https()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Strict => STRICT,
            Self::Loopback => PLAIN,
        }
    }

    /// The token that the browser sent, if any.
    pub fn read(self, headers: &HeaderMap) -> Option<String> {
        cookie(headers, self.name())
    }

    /// The header by which a browser keeps something for 90 days, for one address alone.
    pub fn keep(self, name: &str, value: &str, path: &str) -> Option<HeaderValue> {
        let secure = self.secure();
        HeaderValue::from_str(&format!("{name}={value}; Path={path}; Max-Age=7776000; HttpOnly; SameSite=Lax{secure}"))
            .ok()
    }

    /// The header that gives the browser a token; it lives as long as the browser's window, the server decides more.
    pub fn give(self, token: &str) -> Option<HeaderValue> {
        self.header(token, "")
    }

    /// The header that takes it away.
    pub fn take(self) -> Option<HeaderValue> {
        self.header("", "; Max-Age=0")
    }

    const fn secure(self) -> &'static str {
        match self {
            Self::Strict => "; Secure",
            Self::Loopback => "",
        }
    }

    fn header(self, token: &str, more: &str) -> Option<HeaderValue> {
        let secure = self.secure();
        HeaderValue::from_str(&format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", self.name())).ok()
    }
}

/// What the browser sent under this name, if anything.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(';'));
    let mut values = pairs.filter_map(|pair| pair.trim().split_once('=')).filter(|(own, _)| *own == name);
    values.next().map(|(_, value)| value.to_owned())
}

/// A response with a cookie.
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Looks up whose session a page is asked for in, so that every page can say so.
pub async fn recognise(State(state): State<crate::State>, mut request: Request, next: Next) -> Response {
    if let Some(token) = Jar::of(&state.settings, request.headers()).read(request.headers()) {
        match caller(&state.app, &token).await {
            Ok(Some(caller)) => {
                request.extensions_mut().insert(caller);
            }
            Ok(None) => {}
            Err(error) => return Failure::of(&Frame::of(request.extensions()), &error).into_response(),
        }
    }
    next.run(request).await
}

/// Largest form that is looked at to be carried through a sign-in.
const KEPT: usize = FORM_LIMIT;
/// What the form to sign in holds besides.
const LOGIN_FIELDS: usize = 16 * 1024;
/// So much is read of what is not taken: a browser shows the answer only once it could send everything.
const DRAINED: usize = 16 * 1024 * 1024;

/// Reads a body; `None` if it is longer than [`KEPT`], or breaks off.
async fn read(body: Body) -> Option<Vec<u8>> {
    let (mut kept, mut length) = (Vec::new(), 0);
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        let part = part.ok()?;
        length += part.len();
        if length > DRAINED {
            return None;
        }
        if length <= KEPT {
            kept.extend_from_slice(&part);
        }
    }
    (length <= KEPT).then_some(kept)
}

/// A form without what must not be written into a page.
fn without_secrets(form: &Form) -> String {
    let secret = |name: &str| matches!(name, "password" | "old" | "code" | "secret");
    let kept = form.fields().iter().filter(|(name, _)| !secret(name));
    let pairs = kept.flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Whether a form fits into the form to sign in, where it is a field and so written twice.
fn fits(fields: &str) -> bool {
    let length: usize = url::form_urlencoded::byte_serialize(fields.as_bytes()).map(str::len).sum();
    length <= FORM_LIMIT - LOGIN_FIELDS
}

/// Lets only signed-in people through. Others are led to sign in; a form that they sent goes with them, so that what was
/// typed when a session ended is not lost. One that is too large stays in the browser, one step back, and is told so.
pub async fn require(State(state): State<crate::State>, request: Request, next: Next) -> Response {
    if request.extensions().get::<Caller>().is_some() {
        return next.run(request).await;
    }
    let here = request.uri().path_and_query().map_or("/", |here| here.as_str()).to_owned();
    let frame = Frame::of(request.extensions());
    let safe = Jar::of(&state.settings, request.headers()).is_kept(&state.settings);
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Redirect::to(&routes::login_for(&here)).into_response();
    }
    let (parts, body) = request.into_parts();
    let too_much = || Failure::new(&frame, Problem::NotKept).into_response();
    let Some(body) = read(body).await else { return too_much() };
    let fields = match Form::from_request(Request::from_parts(parts, body.into()), &state).await {
        Ok(form) if here != routes::LOGOUT => without_secrets(&form),
        // What is no form is not carried.
        _ => String::new(),
    };
    if !fits(&fields) {
        return too_much();
    }
    let kept = (!fields.is_empty()).then_some(Kept { to: here, fields });
    let login = Login { kept, safe, ..Login::default() };
    frame.show_as(StatusCode::UNAUTHORIZED, || page(login))
}

/// Who asks, in a handler behind [`Door::SignedIn`](crate::table::Door). Elsewhere it refuses.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Caller);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let frame = Frame::of(&parts.extensions);
        parts
            .extensions
            .get::<Caller>()
            .cloned()
            .map(Self)
            .ok_or_else(|| Failure::of(&frame, &usecases::Error::NotAllowed))
    }
}
