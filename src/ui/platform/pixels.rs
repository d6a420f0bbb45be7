//! Pictures as pixels: what is drawn as SVG becomes a PNG file.

use super::{describe, document};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Draws the text of an SVG file of a size in CSS pixels, each of which becomes `scale` pixels, as a PNG file.
///
/// # Errors
/// What the browser said, such as that it has no memory for it.
pub async fn png(svg: &str, width: f64, height: f64, scale: f64) -> Result<Blob, String> {
    draw(svg, width, height, scale).await.map_err(|error| describe(&error))
}

async fn draw(svg: &str, width: f64, height: f64, scale: f64) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let source = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &options)?;
    let address = Url::create_object_url_with_blob(&source)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let loaded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    loaded?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width((width * scale).round() as u32);
    canvas.set_height((height * scale).round() as u32);
    let context = canvas.get_context("2d")?.ok_or("2d")?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * scale, height * scale)?;
    let made = JsFuture::from(Promise::new(&mut |resolve, reject| make_blob(&canvas, resolve, &reject))).await?;
    made.dyn_into::<Blob>().map_err(|_| "canvas".into())
}

fn make_blob(canvas: &HtmlCanvasElement, resolve: Function, reject: &Function) {
    let done = Closure::once_into_js(move |blob: JsValue| {
        let _ = resolve.call1(&JsValue::NULL, &blob);
    });
    if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
        let _ = reject.call1(&JsValue::NULL, &error);
    }
}
