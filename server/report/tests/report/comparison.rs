//! Rounds side by side on paper.

use crate::samples::sides;
use crate::support::{contains, page_count, squeezed, tags, text_of};

#[test]
fn every_figure_and_contrast_of_two_rounds_is_there() {
    let sides = sides(2);
    let text = text_of(&report::render_comparison_pdf(&sides.on_paper()).unwrap());
    for head in &sides.heads {
        assert!(text.contains(&head.team) && text.contains(&head.round) && text.contains(&head.about), "{text}");
    }
    assert!(text.contains("Northwind Bank") && text.contains(&squeezed(sides.comparison.caution.unwrap())), "{text}");
    for row in &sides.comparison.rows {
        let contrast = row.contrast.as_ref().unwrap();
        let figures = row.cells.iter().filter_map(|cell| cell.figure.as_ref());
        let words = figures.flat_map(|figure| [figure.text(), figure.range_text()]);
        let said = [&contrast.difference, &contrast.range, &contrast.size, &contrast.chance].map(Clone::clone);
        for words in words.chain(said).chain([row.name.clone()]) {
            assert!(text.contains(&squeezed(&words)), "{words:?} of {} is missing in: {text}", row.name);
        }
    }
}

#[test]
fn eight_rounds_fit_beside_each_other() {
    let sides = sides(8);
    let pdf = report::render_comparison_pdf(&sides.on_paper()).unwrap();
    let text = text_of(&pdf);
    for cell in sides.comparison.rows.iter().flat_map(|row| &row.cells) {
        let figure = cell.figure.as_ref().unwrap();
        assert!(text.contains(&figure.text()), "{figure:?} is missing in: {text}");
    }
    assert!(page_count(&pdf) <= 3, "{text}");
    for needle in ["<pdfuaid:part>1</", "<pdfaid:part>2</", "(en-GB)"] {
        assert!(contains(&pdf, needle), "it has no {needle}");
    }
    let tags = tags(&pdf);
    assert!(tags["H1"] == 1 && tags["Table"] == 1 && tags["TH"] >= 9, "{tags:?}");
    let again = report::Engine::new().render_comparison_pdf(&sides.on_paper()).unwrap();
    assert!(pdf == again, "the same comparison has other bytes");
}

#[test]
fn texts_of_a_comparison_are_shown_and_never_run() {
    let mut sides = sides(2);
    let hostile = "#panic() *x* $y$ مرحبا 模型";
    hostile.clone_into(&mut sides.heads[0].team);
    "".clone_into(&mut sides.heads[1].round);
    let text = text_of(&report::render_comparison_pdf(&sides.on_paper()).unwrap());
    assert!(text.contains("#panic() *x* $y$"), "{text}");
}
