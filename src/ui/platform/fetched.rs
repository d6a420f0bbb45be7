//! Scripts and style sheets that are fetched when they are first wanted. The page names their addresses.

use super::{describe, document, page};
use js_sys::Promise;
use std::{cell::RefCell, thread::LocalKey};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// ECharts.
    pub static ECHARTS: Fetched = const { Fetched::new("reiseplan-echarts", "script", "src", &[]) };
    /// How areas of a plan look.
    pub static PLAN_STYLE: Fetched = const { Fetched::new("reiseplan-plan-style", "link", "href", &[("rel", "stylesheet")]) };
}

/// Something that is fetched once.
pub struct Fetched {
    /// Name of the `<meta>` that holds its address.
    meta: &'static str,
    tag: &'static str,
    address: &'static str,
    attributes: &'static [(&'static str, &'static str)],
    /// The loading, once it has begun.
    loading: RefCell<Option<Promise>>,
}

impl Fetched {
    const fn new(
        meta: &'static str,
        tag: &'static str,
        address: &'static str,
        attributes: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { meta, tag, address, attributes, loading: RefCell::new(None) }
    }

    fn begin(&self) -> Promise {
        Promise::new(&mut |resolve, reject| {
            let fail = |text: String| {
                let _ = reject.call1(&JsValue::NULL, &text.into());
            };
            let Some(address) = page::meta(self.meta) else { return fail(self.meta.to_owned()) };
            let attempt = || -> Result<(), JsValue> {
                let element = document().create_element(self.tag)?;
                for (name, value) in self.attributes {
                    element.set_attribute(name, value)?;
                }
                element.set_attribute(self.address, &address)?;
                element.add_event_listener_with_callback("load", &resolve)?;
                let (reject, failed) = (reject.clone(), address.clone());
                let on_error = Closure::once_into_js(move || reject.call1(&JsValue::NULL, &failed.into()));
                element.add_event_listener_with_callback("error", on_error.unchecked_ref())?;
                document().query_selector("head")?.ok_or("head")?.append_child(&element)?;
                Ok(())
            };
            if let Err(error) = attempt() {
                fail(describe(&error));
            }
        })
    }
}

/// Begins to fetch something, if it isn't there yet, and tells when it is.
///
/// # Errors
/// What the browser said; the next call tries again.
pub fn begin(what: &'static LocalKey<Fetched>) -> impl Future<Output = Result<(), String>> {
    let loading = what.with(|what| what.loading.borrow_mut().get_or_insert_with(|| what.begin()).clone());
    async move {
        let loaded = JsFuture::from(loading).await;
        loaded.map(drop).map_err(|error| {
            what.with(|what| what.loading.take());
            describe(&error)
        })
    }
}
