//! Import off the main thread: reads a file as it streams and answers with what it comes to.
//!
//! Only bytes and messages are moved here; what they mean stands in [`reiseplan::import`].

fn main() {
    #[cfg(target_arch = "wasm32")]
    listener::listen();
}

#[cfg(target_arch = "wasm32")]
mod listener {
    use js_sys::{Reflect, Uint8Array};
    use reiseplan::import::protocol::{FILE_MEMBER, Failure, Job, Progress, REQUEST_MEMBER, Request, Response};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, ReadableStreamDefaultReader};

    /// Bytes between two reports of progress.
    const PROGRESS_STEP: u64 = 1024 * 1024;

    /// Answers the page's messages from now on, and tells it so.
    pub fn listen() {
        std::panic::set_hook(Box::new(|_| post(&Response::Failed(Failure::Broken))));
        let answer = |message: MessageEvent| spawn_local(async move { post(&meet(&message.data()).await) });
        let answer = Closure::<dyn Fn(MessageEvent)>::new(answer);
        scope().set_onmessage(Some(answer.as_ref().unchecked_ref()));
        // The worker listens as long as it lives.
        answer.forget();
        post(&Response::Ready);
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(response: &Response) {
        let json = serde_json::to_string(response).expect("BUG: a response can't be written as JSON");
        // A string can always be posted.
        let _ = scope().post_message(&JsValue::from_str(&json));
    }

    /// Deals with a message of the page.
    async fn meet(message: &JsValue) -> Response {
        let Some((request, file)) = parse(message) else { return Response::Failed(Failure::Request) };
        let total_bytes = file.size() as u64;
        let mut tell = |rows| post(&Response::Progress(Progress { rows, bytes: total_bytes, total_bytes }));
        match read(&request, &file).await {
            Ok(job) => job.finish(&mut tell),
            Err(failure) => Response::Failed(failure),
        }
    }

    fn parse(message: &JsValue) -> Option<(Request, Blob)> {
        let member = |name: &str| Reflect::get(message, &JsValue::from_str(name)).ok();
        let request = member(REQUEST_MEMBER)?.as_string()?;
        let file = member(FILE_MEMBER)?.dyn_into().ok()?;
        Some((serde_json::from_str(&request).ok()?, file))
    }

    /// Feeds the file to the request's job, chunk by chunk.
    async fn read(request: &Request, file: &Blob) -> Result<Job, Failure> {
        let mut job = Job::new(request)?;
        let reader: ReadableStreamDefaultReader = file.stream().get_reader().unchecked_into();
        let total_bytes = file.size() as u64;
        let (mut bytes, mut reported) = (0, 0);
        let mut buffer = Vec::new();
        while let Some(chunk) = next_chunk(&reader).await? {
            buffer.resize(chunk.length() as usize, 0);
            chunk.copy_to(&mut buffer);
            job.feed(&buffer)?;
            bytes += buffer.len() as u64;
            if bytes - reported >= PROGRESS_STEP {
                reported = bytes;
                post(&Response::Progress(Progress { rows: job.rows(), bytes, total_bytes }));
            }
            if job.knows_enough() {
                // The rest isn't wanted; whether the browser heard so doesn't matter.
                let _ = reader.cancel();
                break;
            }
        }
        Ok(job)
    }

    /// The next bytes of the file; none at its end.
    async fn next_chunk(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, Failure> {
        let read = JsFuture::from(reader.read()).await.map_err(|_| Failure::Unreadable)?;
        let value = Reflect::get(&read, &JsValue::from_str("value")).map_err(|_| Failure::Unreadable)?;
        Ok(value.dyn_into().ok())
    }
}
