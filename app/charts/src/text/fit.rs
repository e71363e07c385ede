//! Words cut and broken to the room that there is.

use super::text_width;
use crate::scene::Weight;

/// The text if it is at most `room` wide, else as much of it as fits with an ellipsis. The whole text belongs into the
/// chart's table.
pub(crate) fn shortened(text: &str, room: f64, size: f64, weight: Weight) -> String {
    if text_width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = room - text_width("…", size, weight);
    for c in text.chars() {
        left -= text_width(c.encode_utf8(&mut [0; 4]), size, weight);
        if left < 0.0 {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// The text in at most `lines` lines of at most `room` each, broken at spaces; the last is cut if it must be. At least
/// one line.
pub(crate) fn wrapped(text: &str, room: f64, size: f64, weight: Weight, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        let fits = text_width(&longer, size, weight) <= room;
        if fits || line.is_empty() {
            line = longer;
        } else if done.len() + 1 < lines {
            done.push(shortened(&line, room, size, weight));
            word.clone_into(&mut line);
        } else {
            // The last line takes all that is left, to be cut.
            line = longer;
            for word in words.by_ref() {
                line = format!("{line} {word}");
            }
        }
    }
    done.push(shortened(&line, room, size, weight));
    done
}
