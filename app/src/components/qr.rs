//! A square code that a camera reads.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use crate::rendered::{IntoRendered, Rendered};

/// Cells around the code that stay empty, which cameras need.
const QUIET: usize = 4;

/// The code of a text; nothing if the text is too long for one. It stays dark on light in every mode.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "props are owned")]
pub fn SquareCode(
    /// What it holds.
    text: String,
    /// What it is, for whoever does not see it.
    label: &'static str,
) -> Option<Rendered> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    let shown = view! {
        <svg class="square-code" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") width=side * 4 height=side * 4 shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff" />
            <path d=path(&code) fill="#000" />
        </svg>
    };
    Some(shown.rendered())
}

/// One stroke a run of dark cells.
fn path(code: &QrCode) -> String {
    use std::fmt::Write as _;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|cell| **cell == Color::Dark).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_cell_is_drawn_once() {
        let code = QrCode::new(b"otpauth://totp/Plumbline:a%40b.c?secret=GEZDGNBV&issuer=Plumbline").unwrap();
        let dark = code.to_colors().iter().filter(|cell| **cell == Color::Dark).count();
        let path = path(&code);
        let drawn: usize =
            path.split('h').skip(1).filter_map(|part| part.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }
}
