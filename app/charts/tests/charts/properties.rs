//! What holds of every chart, whatever its data.

use charts::{Chart, DotRow, Emphasis, Heatmap, Ids, Shape, Width, dots, heatmap, slope};
use proptest::collection::vec;
use proptest::prelude::*;
use roxmltree::Document;

use crate::any;
use crate::samples;

fn screen(chart: &Chart) -> String {
    chart.screen(&Ids::new("one").expect("a letter"))
}

/// The first shape that reaches over the edge of the drawing, if any.
fn outside(chart: &Chart) -> Option<String> {
    let scene = chart.scene();
    let hair = 1e-6;
    scene.shapes.iter().find_map(|shape| {
        let at = shape.extent()?;
        let inside =
            at.left >= -hair && at.top >= -hair && at.right <= scene.width + hair && at.foot <= scene.height + hair;
        (!inside).then(|| format!("{} by {}: {at:?} {shape:?}", scene.width, scene.height))
    })
}

/// Every coordinate that is written, of elements whose attributes are coordinates.
fn written(svg: &str) -> Vec<f64> {
    let document = Document::parse(svg).expect("XML");
    let names = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "points", "width", "height"];
    let attributes = document.descendants().filter(|node| !node.has_tag_name("svg"));
    attributes
        .flat_map(|node| node.attributes().filter(|one| names.contains(&one.name())).collect::<Vec<_>>())
        .flat_map(|one| one.value().split([' ', ',']).map(str::to_owned).collect::<Vec<_>>())
        .map(|number| number.parse().unwrap_or_else(|_| panic!("{number:?} is no number")))
        .collect()
}

#[test]
fn nothing_of_the_samples_is_drawn_outside() {
    for width in [Width::Wide, Width::Narrow] {
        for (name, chart) in samples::all(width) {
            assert_eq!(outside(&chart), None, "{name}, {width:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside(chart in any::chart()) {
        prop_assert_eq!(outside(&chart), None);
        let most = chart.scene().width.max(chart.scene().height);
        for number in written(&screen(&chart)) {
            prop_assert!((0.0..=most).contains(&number), "{} of {}", number, most);
        }
    }

    #[test]
    fn both_painters_write_xml_that_says_the_same(chart in any::chart()) {
        let (screen, print) = (screen(&chart), chart.print());
        let texts = |svg: &str| {
            let document = Document::parse(svg).expect("XML");
            let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
            texts.map(|node| node.text().unwrap_or("").to_owned()).collect::<Vec<_>>()
        };
        prop_assert_eq!(texts(&screen), texts(&print));
        prop_assert!(!screen.contains(" style=") && !print.contains(" style="));
        prop_assert!(!print.contains(" class=") && !print.contains("currentColor"));
    }

    #[test]
    fn a_screen_reader_is_told_title_and_finding(chart in any::chart()) {
        let svg = screen(&chart);
        let document = Document::parse(&svg).expect("XML");
        let root = document.root_element();
        prop_assert_eq!(root.attribute("role"), Some("img"));
        prop_assert_eq!(root.attribute("aria-labelledby"), Some("one-title one-desc"));
        for (id, words) in [("one-title", chart.title()), ("one-desc", chart.description())] {
            let node = document.descendants().find(|node| node.attribute("id") == Some(id)).expect("the id");
            // XML has no way to write some characters, and reads a line's end in one way only.
            let plain = |text: &str| text.chars().filter(char::is_ascii_graphic).collect::<String>();
            prop_assert_eq!(plain(node.text().unwrap_or("")), plain(words));
        }
        prop_assert!(!chart.description().is_empty());
    }

    #[test]
    fn a_table_is_whole(chart in any::chart()) {
        let table = chart.table();
        for row in table.rows() {
            prop_assert_eq!(row.len(), table.head().len());
            // The first cell is a name, which its author may leave empty; no other cell may be.
            prop_assert!(row.iter().skip(1).all(|cell| !cell.is_empty()), "{:?}", row);
        }
    }

    #[test]
    fn nothing_is_drawn_as_minus_nothing(chart in any::chart()) {
        for svg in [screen(&chart), chart.print()] {
            for number in written(&svg) {
                prop_assert!(number.is_finite() && number.is_sign_positive(), "{}", number);
            }
        }
    }

    #[test]
    fn the_same_data_give_the_same_bytes(rows in any::dot_rows(), width in any::width()) {
        let (one, other) = (dots("Practices", &rows, width), dots("Practices", &rows.clone(), width));
        prop_assert_eq!(screen(&one), screen(&other));
        prop_assert_eq!(one.print(), other.print());
    }

    #[test]
    fn every_cell_of_a_heatmap_is_in_the_table_in_the_order_given(
        rows in vec((any::name(), vec(any::reading(), 3)), 0..6),
        width in any::width(),
    ) {
        let columns = vec!["TE1".to_owned(), "TE2".to_owned(), "TE3".to_owned()];
        let chart = heatmap("Teams", &Heatmap::new(columns, rows.clone()).expect("three columns"), width);
        let expected = rows.iter().map(|(name, readings)| {
            std::iter::once(name.clone()).chain(readings.iter().map(ToString::to_string)).collect::<Vec<_>>()
        });
        prop_assert_eq!(chart.table().rows(), expected.collect::<Vec<_>>());
    }

    #[test]
    fn every_figure_of_a_change_is_in_the_table_in_the_order_given(
        rows in any::slope_rows(),
        width in any::width(),
    ) {
        let chart = slope("Change", ["2025", "2026"], &rows, width);
        prop_assert_eq!(chart.table().rows().len(), rows.len());
        for (cells, row) in chart.table().rows().iter().zip(&rows) {
            prop_assert_eq!(&cells[0], &row.name);
            prop_assert!(cells[1].starts_with(&row.earlier.to_string()), "{:?}", cells);
            prop_assert!(cells[2].starts_with(&row.later.to_string()), "{:?}", cells);
        }
    }

    #[test]
    fn rows_are_drawn_in_the_order_given(names in vec("[a-z]{6}", 1..8), width in any::width()) {
        let rows = names.iter().map(|name| DotRow {
            name: name.clone(),
            reading: samples::full(50.0, 40.0, 60.0),
            emphasis: Emphasis::Usual,
        });
        let chart = dots("Practices", &rows.collect::<Vec<_>>(), width);
        let tips = chart.scene().shapes.iter().filter_map(|shape| match shape {
            Shape::Group { tip, shapes } => {
                let top = shapes.iter().filter_map(Shape::extent).map(|at| at.top).fold(f64::INFINITY, f64::min);
                Some((tip.split(':').next().unwrap_or("").to_owned(), top))
            }
            _ => None,
        });
        let (drawn, heights): (Vec<_>, Vec<_>) = tips.unzip();
        prop_assert_eq!(drawn, names);
        prop_assert!(heights.is_sorted());
    }

    #[test]
    fn every_figure_is_in_the_table_in_the_order_given(rows in any::dot_rows(), width in any::width()) {
        let chart = dots("Practices", &rows, width);
        let table = chart.table().rows();
        prop_assert_eq!(table.len(), rows.len());
        for (cells, row) in table.iter().zip(&rows) {
            prop_assert_eq!(&cells[0], &row.name);
            prop_assert_eq!(&cells[1], &row.reading.to_string());
            let range = row.reading.interval().map_or("–".to_owned(), |range| range.to_string());
            prop_assert_eq!(&cells[2], &range);
        }
    }
}
