//! ECharts, bound to the few calls that charts need.

use super::{describe, document};
use js_sys::JSON;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    type Instance;

    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(element: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);

    #[wasm_bindgen(method, js_name = getDataURL, catch)]
    fn data_url(this: &Instance, options: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn svg(this: &Instance) -> Result<String, JsValue>;
}

/// A chart on the page; it goes when this is dropped.
pub struct Drawing {
    element: HtmlElement,
    instance: Instance,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
}

impl Drawing {
    /// Begins a chart in an element, whose size it follows. ECharts must be loaded.
    ///
    /// # Errors
    /// What the browser said.
    pub fn new(element: &HtmlElement) -> Result<Self, String> {
        let instance = begin(element, &json!({ "renderer": "svg" }))?;
        let shared: Instance = instance.unchecked_ref::<JsValue>().clone().unchecked_into();
        let watched = element.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            if watched.client_width() > 0 {
                // A chart that can't be resized keeps its size.
                let _ = shared.resize();
                let_shrink(&watched);
            }
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Ok(Self { element: element.clone(), instance, observer, _on_resize: on_resize })
    }

    /// Whether it is drawn in this element.
    pub fn is_in(&self, element: &HtmlElement) -> bool {
        self.element == *element
    }

    /// Draws an option in place of the one before.
    ///
    /// # Errors
    /// What ECharts said.
    pub fn draw(&self, option: &Value) -> Result<(), String> {
        draw(&self.instance, option)?;
        let_shrink(&self.element);
        Ok(())
    }
}

/// Lets the style sheet make a drawing smaller, as paper does, which is laid out before anything could be drawn anew.
fn let_shrink(element: &HtmlElement) {
    let Ok(Some(drawing)) = element.query_selector("svg") else { return };
    if let (Some(width), Some(height)) = (drawing.get_attribute("width"), drawing.get_attribute("height")) {
        let _ = drawing.set_attribute("viewBox", &format!("0 0 {width} {height}"));
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.instance.dispose();
    }
}

/// Draws an option as a picture of this size in CSS pixels: the text of an SVG file.
///
/// # Errors
/// What ECharts or the browser said.
pub fn picture_svg(option: &Value, width: f64, height: f64) -> Result<String, String> {
    picture(option, "svg", width, height, |instance| instance.svg().map_err(|error| describe(&error)))
}

/// Draws an option as a picture of this size in CSS pixels, twice as sharp: the address of a PNG file.
///
/// # Errors
/// What ECharts or the browser said.
pub fn picture_png(option: &Value, width: f64, height: f64) -> Result<String, String> {
    let how = to_js(&json!({ "type": "png", "pixelRatio": 2 }))?;
    picture(option, "canvas", width, height, |instance| instance.data_url(&how).map_err(|error| describe(&error)))
}

fn picture(
    option: &Value,
    renderer: &str,
    width: f64,
    height: f64,
    take: impl FnOnce(&Instance) -> Result<String, String>,
) -> Result<String, String> {
    let element = document().create_element("div").map_err(|error| describe(&error))?;
    let instance = begin(element.unchecked_ref(), &json!({ "renderer": renderer, "width": width, "height": height }))?;
    let taken = draw(&instance, option).and_then(|()| take(&instance));
    instance.dispose();
    taken
}

fn begin(element: &HtmlElement, options: &Value) -> Result<Instance, String> {
    init(element, &JsValue::NULL, &to_js(options)?).map_err(|error| describe(&error))
}

fn draw(instance: &Instance, option: &Value) -> Result<(), String> {
    instance.set_option(&to_js(option)?, &to_js(&json!({ "notMerge": true }))?).map_err(|error| describe(&error))
}

fn to_js(value: &Value) -> Result<JsValue, String> {
    JSON::parse(&value.to_string()).map_err(|error| describe(&error))
}
