//! Other tabs of the app in the same browser.

use super::page::listen;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

const CHANNEL: &str = "reiseplan";

/// What a tab tells the others.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A plan was saved; its records can be read from the store.
    Saved(String),
    /// A plan was deleted.
    Deleted(String),
}

/// A line to the other tabs. Where the browser has none, nothing is sent and nothing comes.
#[derive(Clone)]
pub struct Tabs(Option<web_sys::BroadcastChannel>);

impl Tabs {
    /// Opens the line; `hear` is called with what other tabs say.
    pub fn open(hear: impl Fn(News) + 'static) -> Self {
        let Ok(channel) = web_sys::BroadcastChannel::new(CHANNEL) else { return Self(None) };
        listen(&channel, "message", move |event| {
            let text = event.dyn_into::<web_sys::MessageEvent>().ok().and_then(|event| event.data().as_string());
            if let Some(news) = text.and_then(|text| serde_json::from_str(&text).ok()) {
                hear(news);
            }
        });
        Self(Some(channel))
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: &News) {
        if let (Some(channel), Ok(text)) = (&self.0, serde_json::to_string(news)) {
            let _ = channel.post_message(&text.into());
        }
    }
}
