//! What happens when the app has a bug that ends it: the page offers a reload and the plan as a file.
//!
//! After a panic no more of this program runs. So the hook, the last thing that does, hands all that is needed to the
//! script `boot.js` as one event: words in the user's language and the plan as it stood.

use super::{document, window};
use crate::ui::plan_work::PlanWork;
use js_sys::{Object, Reflect};
use reiseplan::{plan::Plan, texts::Language};
use std::cell::RefCell;

/// What the hook tells.
#[derive(Clone)]
pub struct LastWill {
    /// The language that the user reads.
    pub language: Language,
    /// The open plan, and what makes a file of it.
    pub plan: Option<(Plan, &'static dyn PlanWork)>,
}

thread_local! {
    static LAST_WILL: RefCell<LastWill> = const { RefCell::new(LastWill { language: Language::De, plan: None }) };
}

/// Keeps what the hook would need if the app ended now; cheap, a plan shares its records.
pub fn prepare(will: LastWill) {
    LAST_WILL.with(|last| *last.borrow_mut() = will);
}

/// Lets a browser test see what a user gets when the app has a bug: raises a panic on the event `reiseplan:raise-panic`.
#[cfg(feature = "panic-test")]
pub fn raise_when_asked() {
    super::page::listen(&window(), "reiseplan:raise-panic", |_| panic!("a test asked for a panic"));
}

/// Installs the hook.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let Some(will) = LAST_WILL.with(|last| last.try_borrow().ok().map(|will| will.clone())) else { return };
        let texts = &will.language.texts().shell;
        let detail = Object::new();
        let set = |name: &str, value: &str| {
            let _ = Reflect::set(&detail, &name.into(), &value.into());
        };
        set("title", texts.panic_title);
        set("explanation", texts.panic_explanation);
        set("reason", &info.to_string());
        set("reload", texts.panic_reload);
        set("download", texts.panic_download);
        if let Some((plan, work)) = &will.plan {
            let file = work.file(plan);
            set("plan", &file.text);
            set("file_name", &file.name);
        }
        let options = web_sys::CustomEventInit::new();
        options.set_detail(&detail);
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("reiseplan:panic", &options) {
            let _ = window().dispatch_event(&event);
        }
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-ended", "");
        }
    }));
}
