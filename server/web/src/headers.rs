//! Headers that every response carries, the nonce they speak of, and the log line of a request.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// The nonce of one response's content security policy.
#[derive(Clone, Debug)]
pub struct Nonce(pub String);

/// Says of a request that the data are those of a demonstration.
#[derive(Clone, Copy, Debug)]
pub struct Demonstration;

/// What never changes.
const FIXED: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    // Addresses hold secret links, so no other site may learn them. `same-origin` keeps the Origin header of forms.
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
];

/// Adds the security headers, and hands the page its nonce.
pub async fn secure(State(state): State<crate::State>, mut request: Request, next: Next) -> Response {
    let nonce = state.app.nonce();
    request.extensions_mut().insert(Nonce(nonce.clone()));
    if state.settings.demo {
        request.extensions_mut().insert(Demonstration);
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if state.settings.is_https() {
        let hsts = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(HeaderName::from_static("strict-transport-security"), hsts);
    }
    // Pages hold answers and links; only assets, which say so themselves, may be kept.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// One log line a request. The path is that of the route, because the address itself may hold a secret link.
pub async fn trace(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", |path| path.as_str()).to_owned();
    let started = Instant::now();
    let response = next.run(request).await;
    let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    if response.status().is_server_error() {
        tracing::error!(%method, route, status, millis, "request failed");
    } else {
        tracing::info!(%method, route, status, millis, "request");
    }
    response
}
