//! Whose paper it is: name, logo and colour.

use domain::comparison::ComparisonReport;
use domain::report::{Letterhead, Logo, RoundReport};

use crate::samples::{self, sides};
use crate::support::{page_text, tags};

/// One transparent pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

const DRAWING: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><path d='M0 0h40v10z' fill='#17506b'/></svg>";

fn rendered(logo: Option<&[u8]>) -> Vec<u8> {
    let letterhead = Letterhead {
        organisation: "Northwind Bank".to_owned(),
        logo: logo.map(|bytes| Logo::new(bytes.to_vec()).unwrap()),
        accent: Some("#7a1f3d".parse().unwrap()),
    };
    let data = samples::empty();
    report::render_pdf(&RoundReport { letterhead: &letterhead, ..samples::in_words(&data) }).unwrap()
}

#[test]
fn a_logo_stands_on_the_cover_with_its_words() {
    let plain = rendered(None);
    assert!(page_text(&plain, 1).contains("Northwind Bank"));
    for logo in [PIXEL, DRAWING] {
        let pdf = rendered(Some(logo));
        assert_eq!(tags(&pdf)["Figure"], tags(&plain)["Figure"] + 1);
        assert!(!page_text(&pdf, 1).contains("Northwind Bank"));
        assert!(rendered(Some(logo)) == pdf, "the same logo gives other bytes");
    }
}

#[test]
fn a_comparison_bears_the_logo_too() {
    let sides = sides(2);
    let rendered = |logo: Option<&[u8]>| {
        let logo = logo.map(|bytes| Logo::new(bytes.to_vec()).unwrap());
        let letterhead = Letterhead { organisation: "Northwind Bank".to_owned(), logo, accent: None };
        report::render_comparison_pdf(&ComparisonReport { letterhead: &letterhead, ..sides.on_paper() }).unwrap()
    };
    assert!(page_text(&rendered(None), 1).contains("Northwind Bank") && !tags(&rendered(None)).contains_key("Figure"));
    let drawn = rendered(Some(DRAWING));
    assert!(!page_text(&drawn, 1).contains("Northwind Bank") && tags(&drawn)["Figure"] == 1);
    let broken = [&PIXEL[..33], b"no picture at all"].concat();
    assert!(page_text(&rendered(Some(&broken)), 1).contains("Northwind Bank"));
}

#[test]
fn a_logo_that_cannot_be_drawn_stops_no_report() {
    let broken = [&PIXEL[..33], b"no picture at all"].concat();
    let pdf = rendered(Some(&broken));
    assert!(page_text(&pdf, 1).contains("Northwind Bank"));
}
