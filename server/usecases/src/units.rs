//! Units: the tree that groups teams.

use domain::audit::Deed;
use domain::ids::UnitId;
use domain::units::Misplaced;
use store::{AddUnit, Audited, ChangeUnit, DeleteUnit, Unit, UnitChanged};

use crate::accounts::Owner;
use crate::lists::{refused, required};
use crate::{App, Error};

/// What is typed about a unit.
#[derive(Clone, Debug, Default)]
pub struct UnitTyped {
    /// Its name.
    pub name: String,
    /// The id of the unit above it; empty for none.
    pub parent: String,
}

/// All units, by name.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn all(app: &App, owner: &Owner) -> Result<Vec<Unit>, Error> {
    Ok(app.store.snapshot().await?.units(owner.organisation()).await?)
}

/// The id of a unit of the owner's organisation; `id` is what stands in the address.
///
/// # Errors
/// [`Error::NotFound`] for any other; [`Error::Unavailable`].
pub async fn open(app: &App, owner: &Owner, id: &str) -> Result<(UnitId, Vec<Unit>), Error> {
    let id: UnitId = id.parse().map_err(|_| Error::NotFound)?;
    let units = all(app, owner).await?;
    if units.iter().any(|unit| unit.place.id == id) { Ok((id, units)) } else { Err(Error::NotFound) }
}

fn read(typed: &UnitTyped) -> Result<(String, Option<UnitId>), Error> {
    let name = required("name", &typed.name).map_err(|error| Error::Invalid(vec![error]))?;
    if name.contains('/') {
        return Err(refused("name", "Leave the slash out: it stands between a unit and those above it."));
    }
    let gone = |_| refused("parent", "This unit is not there any more. Choose another.");
    let parent = if typed.parent.is_empty() { None } else { Some(typed.parent.parse().map_err(gone)?) };
    Ok((name, parent))
}

fn done(outcome: UnitChanged) -> Result<(), Error> {
    let (field, message) = match outcome {
        UnitChanged::Changed | UnitChanged::Same => return Ok(()),
        UnitChanged::Taken => ("name", "There is one of this name at the same place."),
        UnitChanged::NotEmpty => ("delete", "It still has units or teams. Move them first."),
        UnitChanged::Misplaced(Misplaced::Unknown) => ("parent", "This unit is not there any more. Choose another."),
        UnitChanged::Misplaced(Misplaced::TooDeep) => {
            ("parent", "There are three levels at most. Choose one further up.")
        }
        UnitChanged::Misplaced(Misplaced::UnderItself) => ("parent", "A unit cannot stand under itself."),
    };
    Err(refused(field, message))
}

/// Makes a unit.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be taken; [`Error::Unavailable`].
pub async fn add(app: &App, owner: &Owner, typed: &UnitTyped) -> Result<(), Error> {
    let (name, parent) = read(typed)?;
    let at = app.now();
    let id = app.mint().unit(at);
    let note = owner.note(app, Deed::UnitMade, format!("unit {id}"), name.clone());
    let command = AddUnit { id, organisation_id: owner.organisation(), parent, name, at };
    done(app.store.execute(Audited { command, note }).await?)
}

/// Renames and moves a unit.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be taken; [`Error::Unavailable`].
pub async fn change(app: &App, owner: &Owner, id: UnitId, typed: &UnitTyped) -> Result<(), Error> {
    let (name, parent) = read(typed)?;
    let note = owner.note(app, Deed::UnitChanged, format!("unit {id}"), name.clone());
    let command = ChangeUnit { organisation_id: owner.organisation(), id, name, parent };
    done(app.store.execute(Audited { command, note }).await?)
}

/// Deletes an empty unit.
///
/// # Errors
/// [`Error::Invalid`] if it is not empty; [`Error::Unavailable`].
pub async fn delete(app: &App, owner: &Owner, id: UnitId, name: &str) -> Result<(), Error> {
    let note = owner.note(app, Deed::UnitDeleted, format!("unit {id}"), name.to_owned());
    let command = DeleteUnit { organisation_id: owner.organisation(), id };
    done(app.store.execute(Audited { command, note }).await?)
}
