//! `/admin` and what lies under it.

mod import;
mod letterhead;
mod people;
mod person;
mod settings;
mod units;

pub use import::{run as import, show as importing};
pub use letterhead::{keep as keep_letterhead, logo, show as letterhead};
pub use people::{invite, list as people, new as new_person};
pub use person::{change, delete, delete_asked, link, show as person, switch, switch_asked};
pub use settings::{keep, show as settings};
pub use units::{
    add as add_unit, change as change_unit, delete as delete_unit, delete_asked as delete_unit_asked, list as units,
    show as unit,
};

use app::pages::admin::hub as page;
use axum::response::Response;

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Where everything is.
pub async fn hub(frame: Frame, SignedIn(caller): SignedIn) -> Result<Response, Failure> {
    let owner = caller.owner().map_err(|error| Failure::of(&frame, &error))?;
    let organisation = owner.account().organisation_name.clone();
    Ok(frame.show(|| page(organisation)))
}
