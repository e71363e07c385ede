//! The report from outside: a result goes in, a file comes out, and the file is read back.

mod content;
mod document;
mod hostile;
mod samples;
mod support;
