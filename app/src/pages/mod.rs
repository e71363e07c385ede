//! One file or folder a route.

pub mod audit;
pub mod check;
pub mod claim;
pub mod history;
pub mod join;
pub mod landing;
pub mod manage;
pub mod own_data;
pub mod problem;
pub mod respond;
pub mod results;
pub mod styleguide;
