//! The core of Plumbline.

pub mod account;
pub mod answer;
pub mod answers_file;
pub mod audit;
pub mod comparison;
pub mod demo;
pub mod explain;
pub mod figures;
pub mod fragmentation;
pub mod ids;
pub mod instrument;
pub mod invitees;
pub mod links;
pub mod meeting;
pub mod pace;
pub mod privacy;
pub mod questionnaire;
pub mod quick_check;
pub mod report;
pub mod rights;
pub mod roi;
pub mod round;
pub mod sample;
pub mod scoring;
pub mod statistics;
pub mod units;
