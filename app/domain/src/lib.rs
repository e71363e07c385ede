//! The core of Plumbline.

pub mod ids;
pub mod instrument;
pub mod links;
pub mod round;
