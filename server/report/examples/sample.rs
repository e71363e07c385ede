//! Renders one of the sample results: `sample PATH [NAME]`. See below for the names.

#[path = "../tests/report/samples/mod.rs"]
#[expect(unused_imports, dead_code, reason = "the tests use more of it")]
mod samples;

use std::error::Error;

use domain::round::Mode;
use samples::{Round, round};

/// As long as an answer in one's own words may be.
const LONG: usize = 4_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: sample PATH [NAME]")?;
    let pdf = match arguments.next().as_deref() {
        None | Some("realistic") => report::render_pdf(&samples::on_paper(&samples::realistic())),
        Some("empty") => report::render_pdf(&samples::on_paper(&samples::empty())),
        Some("huge") => report::render_pdf(&samples::on_paper(&samples::huge())),
        Some("comparison") => {
            let sides = samples::sides(2);
            report::render_comparison_pdf(&sides.on_paper())
        }
        Some("eight") => {
            let sides = samples::sides(8);
            report::render_comparison_pdf(&sides.on_paper())
        }
        Some(name) => report::render_pdf(&named(name)?.on_paper()),
    };
    std::fs::write(path, pdf?)?;
    Ok(())
}

fn named(name: &str) -> Result<Round, String> {
    let long = "A sentence of a comment that somebody took the time to write. ".repeat(80)[..LONG].to_owned();
    Ok(match name {
        "one" => round(Mode::Named, 1, "Payments Risk", "Nightly, since May.", 2),
        "many" => round(Mode::Confidential { k: 5 }, 300, "Payments Risk", "", 0),
        "comments" => round(Mode::Named, 12, "Payments Risk", &long, 3),
        "hostile" => round(Mode::Named, 6, "فريق المدفوعات 支払いチーム #panic() *x*", "שלום עולם 模型监控 $x^2$", 4),
        "coarse" => round(Mode::Confidential { k: 5 }, 7, "Payments Risk", "", 0),
        "suppressed" => round(Mode::Confidential { k: 5 }, 4, "Payments Risk", "", 0),
        other => return Err(format!("there is no sample called {other:?}")),
    })
}
