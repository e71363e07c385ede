//! How much room words take, and what is done when there is too little.

mod fit;
mod width;

pub(crate) use fit::{shortened, wrapped};
pub(crate) use width::text_width;
