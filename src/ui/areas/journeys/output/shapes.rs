//! Pictures on the page, in the colours of its theme.

use crate::ui::components::unique_id;
use leptos::prelude::*;
use reiseplan::picture::{Anchor, Ink, Picture, Shape, TextLine};

/// A picture; it is as wide as the style sheet lets it be.
pub fn drawing(picture: &Picture) -> AnyView {
    let view_box = format!("0 0 {} {}", picture.width, picture.height);
    let shapes = picture.shapes.iter().map(shape).collect_view();
    view! {
        <svg class="drawing" viewBox=view_box width=picture.width.to_string() height=picture.height.to_string() role="img" aria-label=picture.title.clone()>
            {shapes}
        </svg>
    }
    .into_any()
}

fn colour(ink: Ink) -> String {
    format!("var({})", ink.token().0)
}

fn shape(shape: &Shape) -> AnyView {
    match shape {
        Shape::Box { x, y, width, height, radius, fill } => view! {
            <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() rx=radius.to_string() fill=colour(*fill) />
        }
        .into_any(),
        Shape::Line { from, to, width, ink } => view! {
            <line
                x1=from.0.to_string()
                y1=from.1.to_string()
                x2=to.0.to_string()
                y2=to.1.to_string()
                stroke=colour(*ink)
                stroke-width=width.to_string()
            />
        }
        .into_any(),
        Shape::Disc { x, y, radius, fill, edge, width } => view! {
            <circle
                cx=x.to_string()
                cy=y.to_string()
                r=radius.to_string()
                fill=colour(*fill)
                stroke=colour(*edge)
                stroke-width=width.to_string()
            />
        }
        .into_any(),
        Shape::Curve { path, width, ink, dash } => view! {
            <path
                d=path.clone()
                fill="none"
                stroke=colour(*ink)
                stroke-width=width.to_string()
                stroke-dasharray=dash.pattern()
            />
        }
        .into_any(),
        Shape::Text(line) => text(line),
        Shape::Group { dx, dy, shapes } => {
            let shapes = shapes.iter().map(self::shape).collect_view();
            view! { <g transform=format!("translate({dx} {dy})")>{shapes}</g> }.into_any()
        }
        Shape::Window { x, y, width, height, dx, dy, shapes } => {
            let id = unique_id("window");
            let clip = format!("url(#{id})");
            let shapes = shapes.iter().map(self::shape).collect_view();
            view! {
                <clipPath id=id>
                    <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() />
                </clipPath>
                <g clip-path=clip>
                    <g transform=format!("translate({dx} {dy})")>{shapes}</g>
                </g>
            }
            .into_any()
        }
    }
}

fn text(line: &TextLine) -> AnyView {
    let anchor = match line.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    view! {
        <text
            x=line.x.to_string()
            y=line.y.to_string()
            font-size=line.size.to_string()
            font-weight=line.strong.then_some("600")
            text-anchor=anchor
            fill=colour(line.ink)
        >
            {line.text.clone()}
        </text>
    }
    .into_any()
}
