//! Comma-separated values that are safe to open in a spreadsheet.

use std::fmt::Write as _;

/// Appends a row. What a spreadsheet would take for a formula gets an apostrophe in front.
pub fn row(text: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let harmless = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
        // Writing to a String cannot fail.
        let _ = if cell.contains([',', '"', '\r', '\n']) {
            write!(text, "{comma}\"{harmless}{}\"", cell.replace('"', "\"\""))
        } else {
            write!(text, "{comma}{harmless}{cell}")
        };
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back() {
        let mut text = String::new();
        super::row(&mut text, &["=1+1", "+1", "-1", "@a", "\ta", "a,b", "say \"hi\"", "\nx", "a=b", ""]);
        assert_eq!(text, "'=1+1,'+1,'-1,'@a,'\ta,\"a,b\",\"say \"\"hi\"\"\",\"'\nx\",a=b,\r\n");
    }
}
