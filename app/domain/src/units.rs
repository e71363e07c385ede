//! Units group teams: a tree of three levels at most.

use crate::ids::UnitId;

/// Levels of the tree.
pub const LEVELS: i64 = 3;

/// A unit's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The unit.
    pub id: UnitId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// 1 at the top.
    pub level: i64,
}

/// Why a unit cannot stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// There is no such unit.
    Unknown,
    /// It, or what is under it, would stand below the third level.
    TooDeep,
    /// It would stand under itself.
    UnderItself,
}

/// The level of a new unit under `parent`.
///
/// # Errors
/// Why not there.
pub fn level_under(places: &[Place], parent: Option<UnitId>) -> Result<i64, Misplaced> {
    let Some(parent) = parent else { return Ok(1) };
    let above = places.iter().find(|place| place.id == parent).ok_or(Misplaced::Unknown)?;
    if above.level < LEVELS { Ok(above.level + 1) } else { Err(Misplaced::TooDeep) }
}

/// The level of a unit that moves under `parent` with all that is under it.
///
/// # Errors
/// Why not there.
pub fn level_after_move(places: &[Place], unit: UnitId, parent: Option<UnitId>) -> Result<i64, Misplaced> {
    let moved = places.iter().find(|place| place.id == unit).ok_or(Misplaced::Unknown)?;
    let mut above = parent;
    while let Some(id) = above {
        if id == unit {
            return Err(Misplaced::UnderItself);
        }
        above = places.iter().find(|place| place.id == id).ok_or(Misplaced::Unknown)?.parent;
    }
    let level = level_under(places, parent)?;
    let lowest = places.iter().filter(|place| is_under(places, **place, unit)).map(|place| place.level).max();
    let height = lowest.unwrap_or(moved.level) - moved.level;
    if level + height <= LEVELS { Ok(level) } else { Err(Misplaced::TooDeep) }
}

/// Whether a place is under a unit, however deep.
fn is_under(places: &[Place], place: Place, unit: UnitId) -> bool {
    let mut above = place.parent;
    // No tree is deeper than its levels; the bound keeps a damaged one from turning in circles.
    for _ in 0..LEVELS {
        match above {
            Some(id) if id == unit => return true,
            Some(id) => above = places.iter().find(|place| place.id == id).and_then(|place| place.parent),
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> UnitId {
        UnitId::new(Uuid::from_u128(n))
    }

    /// 1 > 2 > 3, and 4 > 5.
    fn places() -> Vec<Place> {
        [(1, None, 1), (2, Some(1), 2), (3, Some(2), 3), (4, None, 1), (5, Some(4), 2)]
            .map(|(n, parent, level)| Place { id: id(n), parent: parent.map(id), level })
            .to_vec()
    }

    #[test]
    fn three_levels_and_no_more() {
        assert_eq!(level_under(&places(), None), Ok(1));
        assert_eq!(level_under(&places(), Some(id(2))), Ok(3));
        assert_eq!(level_under(&places(), Some(id(3))), Err(Misplaced::TooDeep));
        assert_eq!(level_under(&places(), Some(id(9))), Err(Misplaced::Unknown));
    }

    #[test]
    fn what_is_under_a_unit_moves_with_it() {
        assert_eq!(level_after_move(&places(), id(2), Some(id(4))), Ok(2));
        assert_eq!(level_after_move(&places(), id(2), Some(id(5))), Err(Misplaced::TooDeep));
        assert_eq!(level_after_move(&places(), id(3), Some(id(5))), Ok(3));
        assert_eq!(level_after_move(&places(), id(2), None), Ok(1));
        assert_eq!(level_after_move(&places(), id(1), Some(id(3))), Err(Misplaced::UnderItself));
        assert_eq!(level_after_move(&places(), id(1), Some(id(1))), Err(Misplaced::UnderItself));
        assert_eq!(level_after_move(&places(), id(9), None), Err(Misplaced::Unknown));
    }
}
