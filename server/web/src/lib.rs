//! Plumbline over HTTP, and nothing else: a handler reads the request, calls one use case, and shows what came of it.
//!
//! To add a page: its use case, its page in `app`, a handler under [`pages`](self) with its GET and its POST at the
//! page's own address, a line in the route table of `router.rs`, a test in `tests/http/`.

mod assets;
mod client;
mod csv;
mod downloads;
mod form;
mod headers;
mod health;
mod limits;
mod listen;
mod pages;
mod problem;
mod render;
mod router;
mod session;
mod state;
mod table;

pub use downloads::{RenderPdf, RenderPdfError};
pub use listen::serve;
pub use router::{entries, router};
pub use state::{Settings, State};
pub use table::{Door, Entry};
