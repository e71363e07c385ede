//! Parts that two pages or more use. `/styleguide` shows each of them in its states.
//!
//! To add one: a file here, a line below, its look in `style/`, its states in `pages/styleguide/`.

pub mod address;
pub mod area;
pub mod before;
pub mod button;
pub mod card;
pub mod chart;
pub mod choices;
pub mod disclosure;
pub mod drawing;
pub mod empty;
pub mod errors;
pub mod field;
pub mod file;
pub mod form;
pub mod live;
pub mod mark;
pub mod notice;
pub mod pages;
pub mod progress;
pub mod qr;
pub mod question;
pub mod seen;
pub mod select;
pub mod table;
pub mod tag;
pub mod text;
pub mod when;
