//! The charts that stand alone, from the outside.

mod any;
mod colours;
mod drawn;
mod labels;
mod lines;
mod properties;
mod published;
mod round;
mod samples;
mod values;
mod words;
