//! One file or folder a route.

pub mod check;
pub mod history;
pub mod join;
pub mod landing;
pub mod manage;
pub mod problem;
pub mod respond;
pub mod results;
pub mod styleguide;
