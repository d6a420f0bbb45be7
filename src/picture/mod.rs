//! A map as a picture, laid out by ourselves: for files, for paper and for a screen that is presented.
//!
//! A [`Picture`] is a list of shapes with inks named by their meaning. [`write_svg`] makes a file of it in light colours;
//! the page draws the same shapes in the colours of its theme. Texts are broken by an own measure of their width, since
//! the core has no browser to ask.

mod cells;
mod course;
mod curve;
mod draw;
mod layout;
mod legend;
mod measure;
mod mermaid;
mod pages;
mod shape;
mod slides;
mod svg;
mod whole;

pub use course::{CourseStyle, course};
pub use layout::MapView;
pub use mermaid::mermaid_journey;
pub use pages::{Paper, pages};
pub use shape::{Anchor, Dash, Ink, Picture, Shape, TextLine};
pub use slides::{Slide, pixel_scale, slides};
pub use svg::write_svg;
pub use whole::picture;

#[cfg(test)]
mod tests;
