//! Percentages as people write them.

/// Most characters of a percentage: enough for any that means something.
const LONGEST: usize = 24;

/// Reads a percentage without a sign, such as `12.5`: `None` for anything but 0 to 100 in plain decimals.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() > LONGEST || !digits(whole) || !fraction.is_none_or(digits) {
        return None;
    }
    text.parse().ok().filter(|value| (0.0..=100.0).contains(value))
}

/// The one way to write the percentage that `text` says, without a sign, leading or trailing zeros: `12.5` for
/// ` 012.50 %`, and for `12,5`, as much of the world writes it: up to 100 a comma parts no thousands. `None` if it says
/// none.
pub(super) fn canonical(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let text = &text.replacen(',', ".", 1);
    parse(text)?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}
