//! The worker that reads files: started for the first request about a file, ended when it is no longer wanted.

use super::{describe, page};
use reiseplan::import::protocol::{FILE_MEMBER, REQUEST_MEMBER, Request, Response};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

/// The page's `<meta>` that names the worker's script.
const SCRIPT_META: &str = "reiseplan-worker";

/// Why no answer will come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The worker did not start.
    NotStarted(String),
    /// It has ended while it was at work, as when memory runs out.
    Died,
}

/// What a worker is at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It doesn't listen yet.
    Starting,
    /// It is at work on a request.
    Busy,
    /// It has met its last request, and can be asked again.
    Free,
    /// It couldn't meet its last request, and isn't asked again.
    Failed,
}

/// A worker that meets one request after another. Dropping it ends the worker.
pub struct ImportWorker {
    worker: Worker,
    state: Rc<Cell<State>>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl ImportWorker {
    /// Starts a worker, hands it the request once it listens, and tells what it says from then on.
    ///
    /// # Errors
    /// If the browser can't make the worker.
    pub fn start(
        file: &web_sys::File,
        request: &Request,
        on_answer: impl Fn(Result<Response, Lost>) + 'static,
    ) -> Result<Self, Lost> {
        let not_started = |error: &JsValue| Lost::NotStarted(describe(error));
        let script = page::meta(SCRIPT_META).ok_or_else(|| Lost::NotStarted(SCRIPT_META.to_owned()))?;
        let worker = Worker::new(&script).map_err(|error| not_started(&error))?;
        let message = message(file, request).map_err(|error| not_started(&error))?;
        let on_answer = Rc::new(on_answer);
        let state = Rc::new(Cell::new(State::Starting));

        let (asked, answer, now) = (worker.clone(), Rc::clone(&on_answer), Rc::clone(&state));
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let response = event.data().as_string().and_then(|json| serde_json::from_str(&json).ok());
            if let Some(response) = &response {
                now.set(match response {
                    Response::Ready | Response::Progress(_) => State::Busy,
                    Response::Inspected(_) | Response::Reduced(_) => State::Free,
                    Response::Failed(_) => State::Failed,
                });
            }
            match response {
                Some(Response::Ready) => {
                    if let Err(error) = asked.post_message(&message) {
                        answer(Err(Lost::NotStarted(describe(&error))));
                    }
                }
                Some(response) => answer(Ok(response)),
                None => answer(Err(Lost::Died)),
            }
        });
        let now = Rc::clone(&state);
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            let lost = if now.get() == State::Starting { Lost::NotStarted(script.clone()) } else { Lost::Died };
            on_answer(Err(lost));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, state, _on_message: on_message, _on_error: on_error })
    }

    /// Hands on another request, if it has answered the one before: what it has compiled and optimised for that serves
    /// this one, too. Tells whether it did.
    pub fn ask(&self, file: &web_sys::File, request: &Request) -> bool {
        if self.state.get() != State::Free {
            return false;
        }
        let asked = message(file, request).and_then(|message| self.worker.post_message(&message)).is_ok();
        if asked {
            self.state.set(State::Busy);
        }
        asked
    }
}

impl Drop for ImportWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// What the worker is sent.
fn message(file: &web_sys::File, request: &Request) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(request).expect("BUG: a request can't be written as JSON");
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &REQUEST_MEMBER.into(), &json.into())?;
    js_sys::Reflect::set(&message, &FILE_MEMBER.into(), file)?;
    Ok(message.into())
}
