//! Import off the main thread: reads a file as it streams and answers with what it comes to.
//!
//! Only bytes and messages are moved here; what they mean stands in [`reiseplan::import`].

fn main() {
    #[cfg(target_arch = "wasm32")]
    listener::listen();
}

#[cfg(target_arch = "wasm32")]
mod listener {
    use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
    use reiseplan::import::protocol::{FILE_MEMBER, Failure, Job, Progress, REQUEST_MEMBER, Request, Response};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, ReadableStreamDefaultReader};

    /// Bytes that are read at once.
    const CHUNK_LEN: u32 = 512 * 1024;
    /// Bytes between two reports of progress.
    const PROGRESS_STEP: u64 = 4 * 1024 * 1024;

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
        let request = member(message, REQUEST_MEMBER).ok()?.as_string()?;
        let file = member(message, FILE_MEMBER).ok()?.dyn_into().ok()?;
        Some((serde_json::from_str(&request).ok()?, file))
    }

    /// Feeds the file to the request's job, chunk by chunk.
    async fn read(request: &Request, file: &Blob) -> Result<Job, Failure> {
        let mut job = Job::new(request)?;
        let mut chunks = Chunks::of(file);
        let total_bytes = file.size() as u64;
        let (mut bytes, mut reported) = (0, 0);
        let mut buffer = Vec::new();
        while let Some(chunk) = chunks.next().await? {
            buffer.resize(chunk.length() as usize, 0);
            chunk.copy_to(&mut buffer);
            chunks.give_back(&chunk);
            job.feed(&buffer)?;
            bytes += buffer.len() as u64;
            if bytes - reported >= PROGRESS_STEP {
                reported = bytes;
                post(&Response::Progress(Progress { rows: job.rows(), bytes, total_bytes }));
            }
            if job.knows_enough() {
                // The rest isn't wanted; whether the browser heard so doesn't matter.
                let _ = chunks.reader.cancel();
                break;
            }
        }
        Ok(job)
    }

    /// The bytes of a file, chunk by chunk, the next of which is read while one is worked on; all in two buffers where the
    /// browser can do that, since else each is memory of its own until it is collected.
    struct Chunks {
        reader: ReadableStreamDefaultReader,
        /// Whether it reads into buffers that it is given.
        takes_buffers: bool,
        /// What is being read.
        reading: Option<Promise>,
        /// A buffer whose bytes are no longer wanted.
        free: Option<ArrayBuffer>,
    }

    impl Chunks {
        fn of(file: &Blob) -> Self {
            let stream = file.stream();
            // Both kinds of readers are used alike, but for what is read into.
            let (reader, takes_buffers) = match byob_reader(&stream) {
                Ok(reader) => (reader.unchecked_into(), true),
                Err(_) => (stream.get_reader().unchecked_into(), false),
            };
            Self { reader, takes_buffers, reading: None, free: None }
        }

        /// The next bytes; none at the end.
        async fn next(&mut self) -> Result<Option<Uint8Array>, Failure> {
            let unreadable = |_| Failure::Unreadable;
            let reading = match self.reading.take() {
                Some(reading) => reading,
                None => self.read().map_err(unreadable)?,
            };
            let read = JsFuture::from(reading).await.map_err(unreadable)?;
            if member(&read, "done").map_err(unreadable)?.is_truthy() {
                return Ok(None);
            }
            self.reading = Some(self.read().map_err(unreadable)?);
            member(&read, "value").and_then(JsCast::dyn_into).map(Some).map_err(unreadable)
        }

        /// Asks for the next bytes.
        fn read(&mut self) -> Result<Promise, JsValue> {
            if !self.takes_buffers {
                return Ok(self.reader.read());
            }
            let buffer = self.free.take().unwrap_or_else(|| ArrayBuffer::new(CHUNK_LEN));
            let read: Function = member(&self.reader, "read")?.dyn_into()?;
            read.call1(&self.reader, &Uint8Array::new(&buffer))?.dyn_into()
        }

        /// Takes the buffer of a chunk that was read for one of the next.
        fn give_back(&mut self, chunk: &Uint8Array) {
            self.free = Some(chunk.buffer());
        }
    }

    fn member(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
        Reflect::get(object, &JsValue::from_str(name))
    }

    /// A reader that fills the buffers that it is given, where the browser has one.
    fn byob_reader(stream: &JsValue) -> Result<JsValue, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &JsValue::from_str("mode"), &JsValue::from_str("byob"))?;
        let get_reader: Function = member(stream, "getReader")?.dyn_into()?;
        get_reader.call1(stream, &options)
    }
}
