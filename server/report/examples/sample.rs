//! Renders one of the sample results: `sample PATH [realistic|empty|huge]`.

#[path = "../tests/report/samples/mod.rs"]
mod samples;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: sample PATH [realistic|empty|huge]")?;
    let data = match arguments.next().as_deref() {
        None | Some("realistic") => samples::realistic(),
        Some("empty") => samples::empty(),
        Some("huge") => samples::huge(),
        Some(other) => return Err(format!("there is no sample called {other:?}").into()),
    };
    std::fs::write(path, report::render_pdf(&samples::on_paper(&data))?)?;
    Ok(())
}
