//! Parts of a page as the text that they become.
//!
//! A Leptos view's type holds that of every element within it, with all that a view could ever do: be updated, be resolved
//! while it streams. Pages here are rendered once, from top to bottom. What a part hands on is therefore its text, so that
//! the compiler makes that one walk for its elements and nothing else: a seventh of the code, in a fraction of the time.

use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// A part of a page, rendered. It can stand in any view, as whole elements; attributes cannot be added from outside.
pub type Rendered = InertElement;

/// Renders a view at once.
pub trait IntoRendered {
    /// The view as text. Islands in it need the reactive owner of [`crate::shell::document`].
    fn rendered(self) -> Rendered;
}

impl<V: IntoView> IntoRendered for V {
    fn rendered(self) -> Rendered {
        Rendered::new(self.to_html())
    }
}

/// What stands between the tags of a part.
pub struct Inside(Box<dyn FnOnce() -> Rendered>);

impl Inside {
    /// Renders it.
    pub fn show(self) -> Rendered {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for Inside
where
    F: FnOnce() -> V + 'static,
    V: IntoView,
{
    fn to_children(inside: F) -> Self {
        Self(Box::new(move || inside().rendered()))
    }
}
