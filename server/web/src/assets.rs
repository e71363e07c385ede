//! The files of the browser's part, embedded and compressed when the program was built. Their folder's name changes
//! with their content, so browsers may keep them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, VARY,
};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::problem;
use crate::render::Frame;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../dist"]
struct Dist;

/// Address of the folder, without a slash at its end.
pub fn folder() -> &'static str {
    static FOLDER: LazyLock<String> = LazyLock::new(|| {
        let mut names: Vec<_> = Dist::iter().collect();
        names.sort();
        let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
        for file in names.iter().filter_map(|name| Dist::get(name)) {
            for byte in file.metadata.sha256_hash() {
                sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("/assets/{sum:016x}")
    });
    &FOLDER
}

/// Serves one file, in the smallest encoding that the browser takes.
pub async fn serve(Path((build, path)): Path<(String, String)>, frame: Frame, request: HeaderMap) -> Response {
    let accepted = request.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let accepts = |name: &str| accepted.split(',').any(|entry| entry.trim().split(';').next() == Some(name));
    let hidden = matches!(ending(&path), Some("br" | "gz"));
    let Some(plain) = Dist::get(&path).filter(|_| !hidden) else {
        return problem::not_found(frame).await.into_response();
    };
    let encoded = [("br", "br"), ("gz", "gzip")]
        .into_iter()
        .filter(|(_, name)| accepts(name))
        .find_map(|(ending, name)| Dist::get(&format!("{path}.{ending}")).map(|file| (file, name)));
    let mut headers = HeaderMap::new();
    if let Ok(kind) = HeaderValue::from_str(kind_of(&path, plain.metadata.mimetype())) {
        headers.insert(CONTENT_TYPE, kind);
    }
    // Under another build's name (a page from before an update) the file may not be the one meant.
    let current = folder().ends_with(&build);
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let body = match encoded {
        Some((file, name)) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
            file.data
        }
        None => plain.data,
    };
    (headers, body.into_owned()).into_response()
}

fn kind_of<'a>(path: &str, guessed: &'a str) -> &'a str {
    if ending(path) == Some("js") { "text/javascript; charset=utf-8" } else { guessed }
}

/// What stands behind the last dot of a file's name.
fn ending(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, ending)| ending)
}
