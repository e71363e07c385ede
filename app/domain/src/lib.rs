//! The core of Plumbline.

pub mod answer;
pub mod answers_file;
pub mod fragmentation;
pub mod ids;
pub mod instrument;
pub mod links;
pub mod pace;
pub mod questionnaire;
pub mod report;
pub mod round;
pub mod scoring;
pub mod statistics;
