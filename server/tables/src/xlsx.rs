//! The workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use crate::neutral::neutral;
use crate::{Cell, Error, Export, Table, tables};

/// Widths in characters: no column narrower or wider.
const WIDTHS: (usize, usize) = (9, 60);

/// How cells look.
struct Looks {
    header: Format,
    text: Format,
    whole: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            header: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            text: top.clone().set_text_wrap(),
            whole: top.clone().set_num_format("0"),
            number: top.set_num_format("0.0#"),
        }
    }
}

/// The publication as a workbook: a sheet a table, with a frozen header and a filter.
///
/// # Errors
/// [`Error::Xlsx`] where a text is too long for a cell; answers and names are not.
pub fn xlsx(export: &Export<'_>) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    let title = [&export.about.team, &export.about.round].map(String::as_str);
    let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let created = ExcelDateTime::from_timestamp(export.about.created)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    let looks = Looks::new();
    for table in tables(export) {
        write(workbook.add_worksheet(), &table, &looks)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), Error> {
    sheet.set_name(table.title())?;
    let last = u32::try_from(table.rows().len()).unwrap_or(u32::MAX);
    for (place, heading) in (0_u16..).zip(table.columns()) {
        sheet.write_string_with_format(0, place, heading.name, &looks.header)?;
        sheet.set_column_width(place, width(table, usize::from(place)))?;
        for (line, row) in (1_u32..).zip(table.rows()) {
            if let Some(cell) = row.get(usize::from(place)) {
                put(sheet, (line, place), cell, looks)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    if let Some(right) = u16::try_from(table.columns().len()).ok().and_then(|columns| columns.checked_sub(1)) {
        sheet.autofilter(0, 0, last, right)?;
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, (line, place): (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), Error> {
    match cell {
        Cell::Empty => {}
        // Not `write`, which makes a formula of what looks like one.
        Cell::Text(text) => {
            sheet.write_string_with_format(line, place, neutral(text), &looks.text)?;
        }
        Cell::Count(count) => {
            sheet.write_number_with_format(line, place, *count as f64, &looks.whole)?;
        }
        Cell::Number(number) => {
            let look = if number.fract() == 0.0 { &looks.whole } else { &looks.number };
            sheet.write_number_with_format(line, place, *number, look)?;
        }
    }
    Ok(())
}

/// As wide as the longest content, within limits; numbers are shown short.
fn width(table: &Table, place: usize) -> f64 {
    let long = |cell: &Cell| match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Empty | Cell::Number(_) | Cell::Count(_) => 0,
    };
    let cells = table.rows().iter().filter_map(|row| row.get(place)).map(long);
    // The filter's button covers the end of a name.
    let name = table.columns().get(place).map_or(0, |heading| heading.name.len() + 3);
    cells.chain([name]).max().unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1) as f64 + 1.0
}
