//! What the template of a comparison is given: its rows in words, and the dot and band of each cell.

use charts::{Mark, svg};
use domain::comparison::{Cell, ComparisonReport, Contrast, Group, Head, Row};
use domain::figures::{Figure, LEVEL};
use serde_json::{Value, json};

use crate::fonts::{Fonts, Reach};
use crate::input::{TITLE_LIMIT, day, titled};
use crate::text;

/// Longest text in the head of a column, in characters: the head stands on every page.
const HEAD_LIMIT: usize = 60;
/// In the order of the page.
const GROUPS: [Group; 4] = [Group::Maturity, Group::Practices, Group::Challenges, Group::Benefits];

/// The whole input as JSON bytes.
pub(crate) fn bytes(report: &ComparisonReport<'_>, fonts: &Fonts, reach: Reach) -> Result<Vec<u8>, serde_json::Error> {
    let title = text::label(report.title, TITLE_LIMIT, fonts, reach);
    let heads: Vec<Value> = report
        .columns
        .iter()
        .map(|head| {
            let short = |words: &str| text::label(words, HEAD_LIMIT, fonts, reach);
            json!({ "team": short(&head.team), "round": short(&head.round), "about": short(&head.about) })
        })
        .collect();
    let groups = GROUPS.map(|group| json!({ "title": heading(group), "rows": rows(report, group) }));
    let mut words = json!({
        "heading": titled(&title, "Comparison"),
        "organisation": report.letterhead.organisation,
        "day": report.date,
        "heads": heads,
        "caution": report.comparison.caution.unwrap_or_default(),
        "groups": groups,
    });
    text::fit_all(&mut words, fonts, reach);
    let groups = GROUPS.map(|group| {
        let own = report.comparison.rows.iter().filter(|row| row.group == group);
        own.map(|row| row.cells.iter().map(|cell| cell.figure.as_ref().and_then(band)).collect()).collect()
    });
    let bands: Vec<Vec<Vec<Option<String>>>> = groups.into();
    serde_json::to_vec(&json!({
        "title": titled(&title, "Comparison"),
        "date": day(report.date),
        "two": report.columns.len() == 2,
        "words": words,
        "bands": bands,
        "mark": svg::print(&charts::logo()),
        "logo": report.letterhead.logo.as_ref().map(|logo| logo.kind().word()),
        "accent": report.letterhead.accent.map(|accent| accent.to_string()),
    }))
}

const fn heading(group: Group) -> &'static str {
    match group {
        Group::Maturity => "",
        Group::Practices => "Practices",
        Group::Challenges => "Challenges: how much each weighs, high is bad",
        Group::Benefits => "Benefits: how far each has come about",
    }
}

fn rows(report: &ComparisonReport<'_>, group: Group) -> Vec<Value> {
    let own = report.comparison.rows.iter().filter(|row| row.group == group);
    own.map(|row| {
        let cells = row.cells.iter().zip(report.columns);
        json!({
            "name": row.name,
            "cells": cells.map(|(cell, head)| cell_words(cell, head)).collect::<Vec<_>>(),
            "contrast": contrast(row),
        })
    })
    .collect()
}

/// The figure, its range, and the change since the round before, as the screen has them.
fn cell_words(cell: &Cell, head: &Head) -> Value {
    let (text, range) = match &cell.figure {
        Some(figure) if figure.id == LEVEL && figure.value.is_some() => {
            (format!("Level {}", figure.text()), String::new())
        }
        Some(figure) => (figure.text(), figure.range_text()),
        None if head.published => ("Not part of this version".to_owned(), String::new()),
        None => ("Not published yet".to_owned(), String::new()),
    };
    let there = cell.figure.as_ref().is_some_and(|figure| figure.value.is_some());
    let change = cell.change.as_ref().filter(|change| there || change.is_break());
    json!({
        "there": there,
        "text": text,
        "range": range,
        "change": change.map(Contrast::short).unwrap_or_default(),
        "break": change.is_some_and(Contrast::is_break),
    })
}

fn contrast(row: &Row) -> Value {
    row.contrast.as_ref().map_or(Value::Null, |Contrast { difference, range, size, chance }| {
        json!({ "difference": difference, "range": range, "size": size, "chance": chance })
    })
}

/// The dot and band of a figure on 0 to 100; a level has none.
fn band(figure: &Figure) -> Option<String> {
    figure.value.filter(|_| figure.id != LEVEL)?;
    let range = figure.interval.map(|interval| (interval.low, interval.high));
    Some(svg::print(&charts::interval_cell("", Mark::new(figure.value, range))))
}
