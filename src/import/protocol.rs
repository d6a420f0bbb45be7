//! What page and worker say to each other, and the work between a request and its answer.
//!
//! The page posts an object `{ request, file }`: a [`Request`] as JSON, and the file. The worker posts [`Response`]s as
//! JSON: [`Response::Ready`] once it listens, then for each request any number of [`Response::Progress`] and one of the
//! others. The page waits for that answer before it asks for more, and cancels by ending the worker.

use super::{ImportError, Inspection, Inspector, Mapping, MappingFault, Reducer, Reduction};
use serde::{Deserialize, Serialize};

/// Member of the page's message that holds the request.
pub const REQUEST_MEMBER: &str = "request";
/// Member of the page's message that holds the file.
pub const FILE_MEMBER: &str = "file";

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// The first pass.
    Inspect,
    /// The second pass.
    Reduce {
        /// What the first pass has found.
        inspection: Box<Inspection>,
        /// What the columns are taken for.
        mapping: Mapping,
    },
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Rows read.
    pub rows: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes of the file.
    pub total_bytes: u64,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// The worker listens.
    Ready,
    /// It is reading.
    Progress(Progress),
    /// The first pass is done.
    Inspected(Box<Inspection>),
    /// The second pass is done.
    Reduced(Box<Reduction>),
    /// The request can't be met.
    Failed(Failure),
}

/// Why a request can't be met.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The file can't be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The mapping doesn't fit.
    #[error(transparent)]
    Mapping(#[from] MappingFault),
    /// The browser can't read the file: it was moved, changed or locked.
    #[error("the file can't be read")]
    Unreadable,
    /// The page's message wasn't understood: page and worker are of different versions.
    #[error("the request wasn't understood")]
    Request,
    /// The worker has broken down.
    #[error("the worker has broken down")]
    Broken,
}

/// A request that is being dealt with.
pub enum Job {
    /// The first pass.
    Inspect(Inspector),
    /// The second pass.
    Reduce(Box<Reducer>),
}

impl Job {
    /// Begins a request.
    ///
    /// # Errors
    /// If the mapping doesn't fit.
    pub fn new(request: &Request) -> Result<Self, Failure> {
        Ok(match request {
            Request::Inspect => Self::Inspect(Inspector::new()),
            Request::Reduce { inspection, mapping } => Self::Reduce(Box::new(Reducer::new(inspection, mapping)?)),
        })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file can't be imported.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Inspect(inspector) => inspector.feed(bytes)?,
            Self::Reduce(reducer) => reducer.feed(bytes)?,
        }
        Ok(())
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        match self {
            Self::Inspect(inspector) => inspector.rows(),
            Self::Reduce(reducer) => reducer.rows(),
        }
    }

    /// Ends the file.
    #[must_use]
    pub fn finish(self) -> Response {
        match self {
            Self::Inspect(inspector) => match inspector.finish() {
                Ok(inspection) => Response::Inspected(Box::new(inspection)),
                Err(error) => Response::Failed(error.into()),
            },
            Self::Reduce(reducer) => match reducer.finish() {
                Ok(reduction) => Response::Reduced(Box::new(reduction)),
                Err(error) => Response::Failed(error.into()),
            },
        }
    }
}
