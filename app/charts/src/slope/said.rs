//! Changes in words.

use super::{Link, SlopeRow};

/// "up 17", "down 5", "no change", or why there is nothing to say.
pub(super) fn change(row: &SlopeRow) -> String {
    let about = if row.earlier.is_coarse() || row.later.is_coarse() { "about " } else { "" };
    match (row.link, row.change()) {
        (Link::Reworded, _) => "Reworded, not compared".to_owned(),
        (Link::Same, Some(0)) => "no change".to_owned(),
        (Link::Same, Some(up @ 1..)) => format!("up {about}{up}"),
        (Link::Same, Some(down)) => format!("down {about}{}", -down),
        (Link::Same, None) => "Cannot be compared".to_owned(),
    }
}

/// How many rose and fell, the largest move, and what is not compared.
pub(super) fn described(times: [&str; 2], rows: &[SlopeRow]) -> String {
    let changes = || rows.iter().filter_map(|row| Some((row, row.change()?)));
    let compared = changes().count();
    let (rose, fell) = (changes().filter(|one| one.1 > 0).count(), changes().filter(|one| one.1 < 0).count());
    let mut sentences = Vec::new();
    if compared == 0 {
        sentences.push(format!("Nothing can be compared between {} and {}.", times[0], times[1]));
    } else {
        sentences.push(format!("From {} to {}: {rose} of {compared} rose, {fell} fell.", times[0], times[1]));
    }
    let most = changes().reduce(|best, next| if next.1.abs() > best.1.abs() { next } else { best });
    if let Some((row, _)) = most.filter(|one| one.1 != 0) {
        let overlap = match (row.earlier.interval(), row.later.interval()) {
            (Some(one), Some(other)) if one.meets(other) => "; the ranges overlap",
            (Some(_), Some(_)) => "; the ranges do not overlap",
            _ => "",
        };
        let (from, to) = (row.earlier.with_range(), row.later.with_range());
        sentences.push(format!("Largest move: {}, from {from} to {to}{overlap}.", row.name));
    }
    if compared > 0 && compared < rows.len() {
        sentences.push(format!("Not compared: {}.", rows.len() - compared));
    }
    sentences.join(" ")
}
