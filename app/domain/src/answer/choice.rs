//! Choices from a list, stored as the chosen ids with semicolons between them, in the order of the list.

use crate::instrument::{Choice, NONE};

/// The chosen ids in the order of the list. `raw` holds repeated form values, or ids with semicolons between them.
pub(super) fn choose(options: &[&str], choice: Choice, raw: &[&str]) -> Result<String, String> {
    let given: Vec<&str> =
        raw.iter().flat_map(|text| text.split(';')).map(str::trim).filter(|id| !id.is_empty()).collect();
    if let Some(unknown) = given.iter().find(|id| !options.contains(id)) {
        let unknown: String = unknown.chars().take(40).collect();
        return Err(format!("\"{unknown}\" is not one of the options. Choose from the list."));
    }
    let chosen: Vec<&str> = options.iter().copied().filter(|option| given.contains(option)).collect();
    match choice {
        Choice::One if chosen.len() > 1 => {
            return Err(format!("You chose {} options. Choose one.", chosen.len()));
        }
        Choice::AtMost(most) if chosen.len() > usize::from(most) => {
            return Err(format!("You chose {} options. Choose {most} at most.", chosen.len()));
        }
        _ => {}
    }
    if chosen.len() > 1 && chosen.contains(&NONE) {
        return Err("You chose \"none\" together with another option. Keep one or the other.".to_owned());
    }
    Ok(chosen.join(";"))
}

/// The one value among repeated ones, of which empty and equal ones do not count; nothing if there is none.
pub(super) fn single<'r>(raw: &[&'r str]) -> Result<&'r str, String> {
    let mut given = raw.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    let first = given.next().unwrap_or_default();
    if given.any(|other| other != first) {
        return Err("There is more than one answer to this. Choose one.".to_owned());
    }
    Ok(first)
}
