//! Writes a page with every chart, for the eye: `cargo run -p charts --example gallery -- PAGE.html`. Light and dark, for
//! a desk and for a phone, and as on paper.

#[path = "../tests/charts/samples.rs"]
mod samples;

use std::fmt::Write as _;

use charts::{DataTable, Ids, Width};

const TOKENS: &str = include_str!("../../../style/tokens.css");
const CHARTS: &str = include_str!("../../../style/charts.css");
const MODES: &str = include_str!("../../../style/modes.css");
const PRINT: &str = include_str!("../../../style/print.css");
const PAGE: &str = "
  body { margin: 0; font: 400 16px/1.5 'IBM Plex Sans', sans-serif; }
  section { background: var(--paper); color: var(--ink); padding: 24px; }
  .light { color-scheme: light; } .dark { color-scheme: dark; } .paper { background: #fff; }
  h2 { font-size: 20px; } .said { color: var(--soft); max-width: 46rem; font-size: 14px; }
  td, th { text-align: start; padding: 2px 10px; font-size: 13px; border-bottom: 1px solid var(--line); }
  @font-face { font-family: 'IBM Plex Sans'; src: url('FONTS/IBMPlexSans-Regular.ttf'); }
  @font-face { font-family: 'IBM Plex Sans'; font-weight: 600; src: url('FONTS/IBMPlexSans-SemiBold.ttf'); }
";

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "gallery.html".to_owned());
    std::fs::write(path, page())
}

fn page() -> String {
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/report/fonts");
    let style = format!("{TOKENS}{CHARTS}{MODES}{PRINT}{}", PAGE.replace("FONTS", fonts));
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>Charts</title><style>{style}</style></head><body>"
    );
    for theme in ["light", "dark"] {
        let _ = write!(html, "<section class=\"{theme}\">");
        let (wide, narrow) = (samples::all(Width::Wide), samples::all(Width::Narrow));
        for ((name, wide), (_, narrow)) in wide.iter().zip(&narrow) {
            let _ = write!(
                html,
                "<h2>{}</h2><p class=\"said\">{}</p><div class=\"drawing\">",
                wide.title(),
                wide.description()
            );
            for (chart, width) in [(wide, Width::Wide), (narrow, Width::Narrow)] {
                let class = width.class();
                let drawn =
                    Ids::new(&format!("{theme}-{name}-{class}")).map(|ids| chart.screen(&ids)).unwrap_or_default();
                let _ = write!(html, "<div class=\"{class}\">{drawn}</div>");
            }
            html.push_str("</div>");
            if theme == "light" {
                table(&mut html, wide.table());
            }
        }
        html.push_str("</section>");
    }
    html.push_str("<section class=\"light paper\">");
    for (_, chart) in samples::all(Width::Wide) {
        let _ = write!(html, "<h2>{} on paper</h2>{}", chart.title(), chart.print());
    }
    html.push_str("</section></body></html>");
    html
}

fn table(html: &mut String, table: &DataTable) {
    html.push_str("<details><summary>Numbers</summary><table><tr>");
    for cell in table.head() {
        let _ = write!(html, "<th>{cell}</th>");
    }
    for row in table.rows() {
        html.push_str("</tr><tr>");
        for cell in row {
            let _ = write!(html, "<td>{cell}</td>");
        }
    }
    html.push_str("</tr></table></details>");
}
