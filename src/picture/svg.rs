//! A picture as an SVG file.

use super::{Anchor, Ink, Picture, Shape, shape::TextLine};
use std::fmt::Write;

/// Fonts that the file asks for; it brings none along. All are as wide as Helvetica or nearly so: what systems have for
/// want of them (DejaVu Sans) is wider than the texts were measured.
const FONTS: &str = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Arimo, 'Nimbus Sans', Roboto, Cantarell, 'Noto Sans', sans-serif";

/// Writes a picture as an SVG file in light colours, without scripts, links and fonts.
#[must_use]
pub fn write_svg(picture: &Picture) -> String {
    let (width, height) = (number(picture.width), number(picture.height));
    let mut svg = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">"
    );
    let _ = writeln!(svg, "<title>{}</title>", escape(&picture.title));
    let _ = writeln!(svg, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", colour(Ink::Paper));
    let mut windows = 0;
    picture.shapes.iter().for_each(|shape| push_shape(&mut svg, shape, &mut windows));
    svg.push_str("</svg>\n");
    svg
}

fn colour(ink: Ink) -> &'static str {
    ink.token().1
}

/// A length with a decimal at most.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.is_finite() { (rounded + 0.0).to_string() } else { "0".to_owned() }
}

fn push_shape(svg: &mut String, shape: &Shape, windows: &mut usize) {
    let _ = match shape {
        Shape::Box { x, y, width, height, radius, fill } => writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\"/>",
            number(*x),
            number(*y),
            number(*width),
            number(*height),
            number(*radius),
            colour(*fill)
        ),
        Shape::Line { from, to, width, ink } => writeln!(
            svg,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            colour(*ink),
            number(*width)
        ),
        Shape::Disc { x, y, radius, fill, edge, width } => writeln!(
            svg,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            number(*x),
            number(*y),
            number(*radius),
            colour(*fill),
            colour(*edge),
            number(*width)
        ),
        Shape::Curve { path, width, ink, dash } => writeln!(
            svg,
            "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>",
            escape(path),
            colour(*ink),
            number(*width),
            dash.pattern().map(|pattern| format!(" stroke-dasharray=\"{pattern}\"")).unwrap_or_default()
        ),
        Shape::Text(line) => push_text(svg, line),
        Shape::Group { dx, dy, shapes } => {
            let _ = writeln!(svg, "<g transform=\"translate({} {})\">", number(*dx), number(*dy));
            shapes.iter().for_each(|shape| push_shape(svg, shape, windows));
            writeln!(svg, "</g>")
        }
        Shape::Window { x, y, width, height, dx, dy, shapes } => {
            *windows += 1;
            let id = format!("window-{windows}");
            let _ = writeln!(
                svg,
                "<clipPath id=\"{id}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n<g clip-path=\"url(#{id})\"><g transform=\"translate({} {})\">",
                number(*x),
                number(*y),
                number(*width),
                number(*height),
                number(*dx),
                number(*dy)
            );
            shapes.iter().for_each(|shape| push_shape(svg, shape, windows));
            writeln!(svg, "</g></g>")
        }
    };
}

fn push_text(svg: &mut String, line: &TextLine) -> std::fmt::Result {
    let anchor = match line.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{anchor} fill=\"{}\">{}</text>",
        number(line.x),
        number(line.y),
        number(line.size),
        if line.strong { " font-weight=\"600\"" } else { "" },
        colour(line.ink),
        escape(&line.text)
    )
}

/// A text as XML has it (XML 1.0, 2.2 and 2.4): signs of structure as entities, without characters that XML hasn't.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
