//! One file or folder a route.

pub mod account;
pub mod admin;
pub mod audit;
pub mod check;
pub mod claim;
pub mod compare;
pub mod confirm;
pub mod dashboard;
pub mod history;
pub mod invitation;
pub mod join;
pub mod landing;
pub mod login;
pub mod manage;
pub mod meeting;
pub mod overview;
pub mod own_data;
pub mod plan;
pub mod problem;
pub mod respond;
pub mod results;
pub mod rounds;
pub mod search;
pub mod setup;
pub mod styleguide;
pub mod teams;
