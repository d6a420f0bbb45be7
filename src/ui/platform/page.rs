//! The page as a whole: its language, theme and title, and when it is hidden.

use super::{document, preferences::Theme, window};
use wasm_bindgen::{JsCast, prelude::Closure};

/// The path under which the app is served, without a slash at its end; empty at the root of a host.
pub fn base_path() -> String {
    let base = document().document_element().and_then(|html| html.get_attribute("data-base")).unwrap_or_default();
    base.trim_end_matches('/').to_owned()
}

/// The content of a `<meta name="…">` of the page.
pub fn meta(name: &str) -> Option<String> {
    document().query_selector(&format!("meta[name=\"{name}\"]")).ok()??.get_attribute("content")
}

/// The language that the browser asks for first.
pub fn browser_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether the user works on a machine whose shortcuts are made with the command key.
pub fn has_command_key() -> bool {
    window()
        .navigator()
        .user_agent()
        .is_ok_and(|agent| agent.contains("Mac") || agent.contains("iPhone") || agent.contains("iPad"))
}

/// Names the page's language.
pub fn set_language(code: &str) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", code);
    }
}

/// Sets the page's theme.
pub fn set_theme(theme: Theme) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-theme", theme.name());
    }
}

/// Whether the page is shown dark now.
pub fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches()),
    }
}

/// Calls `callback` whenever the system's theme changes.
pub fn on_system_theme(callback: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") else { return };
    listen(&query, "change", move |_| callback());
}

/// Opens the browser's dialog for printing the page.
pub fn print() {
    // A browser that can't print says so itself.
    let _ = window().print();
}

/// Tells `callback` when printing begins (`true`) and ends.
pub fn on_print(callback: impl Fn(bool) + Clone + 'static) {
    let begin = callback.clone();
    listen(&window(), "beforeprint", move |_| begin(true));
    listen(&window(), "afterprint", move |_| callback(false));
}

/// Sets the title of the browser's tab, which stands on printed pages too.
pub fn set_title(title: &str) {
    document().set_title(title);
    tell_paper("--printed-title", title);
}

/// Sets the day that stands on printed pages.
pub fn set_printed_day(day: &str) {
    tell_paper("--printed-day", day);
}

/// Hands the style sheet a text for the margin of printed pages.
fn tell_paper(property: &str, text: &str) {
    let html = document().document_element().and_then(|html| html.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(html) = html {
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"").replace(char::is_control, " ");
        let _ = html.style().set_property(property, &format!("\"{quoted}\""));
    }
}

/// Calls `callback` when the page is hidden or left, also for another in the history, before the router follows there.
pub fn on_hide(callback: impl Fn() + Clone + 'static) {
    let (hidden, left) = (callback.clone(), callback.clone());
    listen_first(&window(), "popstate", move |_| left());
    listen(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            hidden();
        }
    });
    listen(&window(), "pagehide", move |_| callback());
}

/// Calls `follow` with path and query of each link of this site that the user follows in this tab. What it takes, by
/// giving true, the browser doesn't load.
pub fn on_link(follow: impl Fn(&str, &str) -> bool + 'static) {
    listen(&document(), "click", move |event| {
        let Some(click) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let elsewhere = click.button() != 0 || click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = element.and_then(|element| element.closest("a[href]").ok()?);
        let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok()) else { return };
        let stays = !link.target().is_empty() || link.has_attribute("download") || !link.hash().is_empty();
        let is_ours = window().location().origin().is_ok_and(|origin| origin == link.origin());
        if !event.default_prevented() && !elsewhere && !stays && is_ours && follow(&link.pathname(), &link.search()) {
            event.prevent_default();
        }
    });
}

/// Path and query of the address that the browser shows.
pub fn address() -> (String, String) {
    let location = window().location();
    (location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// Lets the browser show another address of this site: as a step of its history, or in place of the last one.
pub fn set_address(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    // A browser that has been told too many addresses in a short time refuses one; the next is right again.
    let _ = match replace {
        true => history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(address)),
        false => history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address)),
    };
}

/// Calls `callback` with each event of a kind, as long as the page lives.
pub fn listen(target: &web_sys::EventTarget, kind: &str, callback: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(callback);
    let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The same, before those who listen without haste.
fn listen_first(target: &web_sys::EventTarget, kind: &str, callback: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(callback);
    let _ = target.add_event_listener_with_callback_and_bool(kind, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}

/// Scrolls as little as is needed to show the first element that fits a selector.
pub fn bring_into_view(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to the first element that fits a selector.
pub fn focus(selector: &str) {
    focus_if_there(selector);
}

/// Moves the focus to the first element that fits a selector; tells whether there is one.
pub fn focus_if_there(selector: &str) -> bool {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.focus();
        return true;
    }
    false
}

/// Scrolls to the first element that fits a selector as soon as what has just changed is built.
pub fn show_next(selector: String) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        leptos::task::tick().await;
        bring_into_view(&selector);
    });
}

/// Moves the focus to the first element that fits a selector as soon as what has just changed is built: before the next
/// key is heard.
pub fn focus_next(selector: String) {
    leptos::task::spawn_local(async move {
        // The first round builds what follows signals, the second what follows from that.
        leptos::task::tick().await;
        leptos::task::tick().await;
        if !focus_if_there(&selector) {
            focus_soon(selector);
        }
    });
}

/// Gives the focus back to the element that has it now, once what has just changed has moved that: a browser takes the
/// focus from what is moved. Where it was made anew, the element that has its id now gets it.
pub fn keep_focus() {
    let active = document().active_element();
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        leptos::task::tick().await;
        let Some(active) = active.filter(|_| is_focus_lost()) else { return };
        let now = if active.is_connected() { Some(active) } else { document().get_element_by_id(&active.id()) };
        if let Some(now) = now.and_then(|now| now.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = now.focus();
        }
    });
}

/// Whether an event happened in an element that fits a selector.
pub fn is_within(target: Option<web_sys::EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.and_then(|element| element.closest(selector).ok()?).is_some()
}

/// Whether no element has the focus. What has just been disabled loses it as soon as that is painted.
pub fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY" || element.has_attribute("disabled"))
}

/// Calls `callback` if what has just changed took the focus away, and nothing gave it back like [`focus_next`].
pub fn if_focus_is_lost(callback: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        // One round more than there.
        for _ in 0..3 {
            leptos::task::tick().await;
        }
        if is_focus_lost() {
            callback();
        }
    });
}

/// Calls `callback` with what stands in the field that is being written in, if what has just changed takes that field away.
pub fn if_field_goes(callback: impl FnOnce(String) + 'static) {
    let Some(field) = document().active_element() else { return };
    let text = match (field.dyn_ref::<web_sys::HtmlTextAreaElement>(), field.dyn_ref::<web_sys::HtmlInputElement>()) {
        (Some(area), _) => area.value(),
        (_, Some(input)) if matches!(&*input.type_(), "text" | "number" | "date") => input.value(),
        _ => return,
    };
    leptos::task::spawn_local(async move {
        for _ in 0..3 {
            leptos::task::tick().await;
        }
        if !text.trim().is_empty() && !field.is_connected() {
            callback(text);
        }
    });
}

/// Width of the window in CSS pixels.
pub fn width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1024.0)
}

/// Size of a rem in CSS pixels.
pub fn rem() -> f64 {
    let html = document().document_element();
    let style = html.and_then(|html| window().get_computed_style(&html).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(16.0)
}

/// Tells when an element has got its size and whenever that changes, as long as this is kept.
pub struct SizeWatch {
    observer: Option<web_sys::ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Begins to watch an element.
    pub fn new(element: &web_sys::Element, callback: impl FnMut() + 'static) -> Self {
        let on_resize = Closure::<dyn FnMut()>::new(callback);
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _on_resize: on_resize }
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Lets a field report what is typed in it, as if it were left.
pub fn report_typed(field: &web_sys::Element) {
    if let Ok(change) = web_sys::Event::new("change") {
        let _ = field.dispatch_event(&change);
    }
}

/// Calls `callback` when what has just changed is on the page.
pub fn after_render(callback: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(callback);
}

/// Calls `callback` once what has just changed has been painted.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    after_render(move || leptos::prelude::set_timeout(callback, std::time::Duration::ZERO));
}

/// A value that is computed anew once what it follows has changed and the change itself has been painted.
pub fn once_painted<T: Send + Sync + 'static>(
    follow: impl Fn() + 'static,
    compute: impl Fn() -> T + Clone + 'static,
) -> leptos::prelude::RwSignal<T> {
    use leptos::prelude::*;
    let shown = RwSignal::new(untrack(&compute));
    Effect::new(move |before: Option<()>| {
        follow();
        let compute = compute.clone();
        if before.is_some() {
            after_paint(move || {
                // Who has gone to another page meanwhile doesn't want it any more.
                if !shown.is_disposed() {
                    shown.set(untrack(compute));
                }
            });
        }
    });
    shown
}

/// Moves the focus to the first element that fits a selector, once the page shows what has just changed.
pub fn focus_soon(selector: String) {
    after_render(move || focus(&selector));
}

/// Moves the focus by the first of some selectors that an element fits, once the page shows what has just changed.
pub fn focus_one_soon(selectors: Vec<String>) {
    after_render(move || {
        let _ = selectors.iter().any(|selector| focus_if_there(selector));
    });
}

/// Moves the focus to the first field that fits a selector, with its text selected, once the page shows what has just
/// changed.
pub fn select_soon(selector: &'static str) {
    after_render(move || {
        focus(selector);
        let field = document().query_selector(selector).ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            field.select();
        }
    });
}

/// Gives the focus to the first element that fits a selector, without scrolling, if it lies nowhere once the page shows
/// what has just changed: else the keyboard would begin at the top of the page again.
pub fn hold_focus(selector: impl Into<String>) {
    let selector = selector.into();
    after_paint(move || {
        let target = document().query_selector(&selector).ok().flatten().filter(|_| is_focus_lost());
        if let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
            let without_scroll = web_sys::FocusOptions::new();
            without_scroll.set_prevent_scroll(true);
            let _ = target.focus_with_options(&without_scroll);
        }
    });
}

/// Moves the focus to the first element that fits a selector, once the page shows what has just changed, unless the focus
/// is in it already.
pub fn focus_into_soon(selector: &'static str) {
    after_render(move || {
        let active = document().active_element();
        if active.is_none_or(|active| !active.closest(selector).is_ok_and(|around| around.is_some())) {
            focus(selector);
        }
    });
}

/// What can have the focus in a part of a list.
const CONTROLS: &str = "a, button, input, select, textarea, [role=\"button\"]";

/// Moves the focus out of the part of a list that has it and is about to go, to the part beside it; where that was the
/// list's last, to the next or the previous part on the page, and without any to the page's content.
pub fn leave_part(parts: &str) {
    let own = document().active_element().and_then(|active| active.closest(parts).ok().flatten());
    let Some(own) = own else { return };
    let beside = own.next_element_sibling().or_else(|| own.previous_element_sibling()).or_else(|| {
        let all = document().query_selector_all(parts).ok()?;
        let at = (0..all.length()).find(|at| all.item(*at).is_some_and(|part| part.is_same_node(Some(&own))))?;
        all.item(at + 1).or_else(|| all.item(at.checked_sub(1)?))?.dyn_into().ok()
    });
    let control = beside.and_then(|part| {
        let is_control = part.matches(CONTROLS).unwrap_or_default();
        if is_control { Some(part) } else { part.query_selector(CONTROLS).ok().flatten() }
    });
    match control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(control) => drop(control.focus()),
        None => focus("#main"),
    }
}

/// Scrolls until the element with this id is in view, and moves the focus there unless it is in it already; tells whether
/// there is one.
pub fn reveal(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    let is_within = document().active_element().is_some_and(|active| element.contains(Some(&active)));
    if let Some(element) = element.dyn_into::<web_sys::HtmlElement>().ok().filter(|_| !is_within) {
        let without_scroll = web_sys::FocusOptions::new();
        without_scroll.set_prevent_scroll(true);
        let _ = element.focus_with_options(&without_scroll);
    }
    true
}
