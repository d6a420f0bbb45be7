//! What page and worker say to each other, and the work between a request and its answer.
//!
//! The page posts an object `{ request, file }`: a [`Request`] as JSON, and the file. The worker posts [`Response`]s as
//! JSON: [`Response::Ready`] once it listens, then for each request any number of [`Response::Progress`] and one of the
//! others. The page waits for that answer before it asks for more, and cancels by ending the worker.

use super::{
    FormatChoices, ImportError, Inspection, Inspector, Mapping, MappingFault, Reducer, Reduction, SHEET_DELIMITER,
    workbook::{MAGIC, PACKED_LEN_MAX, write_sheet},
};
use serde::{Deserialize, Serialize};

/// Member of the page's message that holds the request.
pub const REQUEST_MEMBER: &str = "request";
/// Member of the page's message that holds the file.
pub const FILE_MEMBER: &str = "file";

/// Rows of a workbook between two reports of progress.
const ROWS_TOLD: u64 = 20_000;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// The first pass.
    Inspect(FormatChoices),
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
pub struct Job {
    pass: Pass,
    input: Input,
    choices: FormatChoices,
}

enum Pass {
    Inspect(Box<Inspector>),
    Reduce(Box<Reducer>),
}

/// What the file turned out to be.
enum Input {
    /// Its first bytes, too few to tell.
    Start(Vec<u8>),
    Text,
    /// All of a workbook so far: it can only be read as a whole.
    Workbook(Vec<u8>),
}

impl Job {
    /// Begins a request.
    ///
    /// # Errors
    /// If the mapping doesn't fit.
    pub fn new(request: &Request) -> Result<Self, Failure> {
        let (pass, choices) = match request {
            Request::Inspect(choices) => (Pass::Inspect(Box::new(Inspector::new(*choices))), *choices),
            Request::Reduce { inspection, mapping } => {
                (Pass::Reduce(Box::new(Reducer::new(inspection, mapping)?)), inspection.choices)
            }
        };
        Ok(Self { pass, input: Input::Start(Vec::new()), choices })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// If the file can't be imported.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match &mut self.input {
            Input::Text => self.pass.feed(bytes)?,
            Input::Workbook(all) => {
                all.extend_from_slice(bytes);
                if all.len() > PACKED_LEN_MAX {
                    return Err(ImportError::HugeWorkbook.into());
                }
            }
            Input::Start(start) => {
                start.extend_from_slice(bytes);
                if start.len() >= MAGIC.len() {
                    let start = std::mem::take(start);
                    self.begin(start)?;
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, start: Vec<u8>) -> Result<(), Failure> {
        if start.starts_with(MAGIC) {
            self.input = Input::Workbook(start);
        } else {
            self.input = Input::Text;
            self.pass.feed(&start)?;
        }
        Ok(())
    }

    /// Whether the rest of the file doesn't matter.
    #[must_use]
    pub fn knows_enough(&self) -> bool {
        matches!(self.input, Input::Text) && self.pass.knows_enough()
    }

    /// Number of rows that were read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.pass.rows()
    }

    /// Ends the file. A workbook is only read now: `progress` is told how many rows were.
    #[must_use]
    pub fn finish(mut self, progress: &mut dyn FnMut(u64)) -> Response {
        match self.finish_input(progress) {
            Err(failure) => Response::Failed(failure),
            Ok(sheets) => self.pass.finish(sheets, self.choices),
        }
    }

    /// Reads what was kept back; gives the sheets of a workbook with the one that was read.
    fn finish_input(&mut self, progress: &mut dyn FnMut(u64)) -> Result<Option<(Vec<String>, usize)>, Failure> {
        match std::mem::replace(&mut self.input, Input::Text) {
            Input::Text => Ok(None),
            Input::Start(start) => {
                self.pass.feed(&start)?;
                Ok(None)
            }
            Input::Workbook(bytes) => {
                let pass = &mut self.pass;
                let was_opened = matches!(pass, Pass::Reduce(_));
                if let Pass::Inspect(inspector) = pass {
                    let choices = FormatChoices { delimiter: Some(char::from(SHEET_DELIMITER)), ..self.choices };
                    **inspector = Inspector::new(choices);
                }
                let mut told = 0;
                let (sheets, sheet) = write_sheet(bytes, was_opened, self.choices.sheet, &mut |chunk| {
                    pass.feed(chunk)?;
                    if pass.rows() >= told + ROWS_TOLD {
                        told = pass.rows();
                        progress(told);
                    }
                    Ok(!pass.knows_enough())
                })?;
                Ok(Some((sheets, sheet)))
            }
        }
    }
}

impl Pass {
    fn feed(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        match self {
            Self::Inspect(inspector) => inspector.feed(bytes),
            Self::Reduce(reducer) => reducer.feed(bytes),
        }
    }

    fn knows_enough(&self) -> bool {
        match self {
            Self::Inspect(inspector) => inspector.knows_enough(),
            Self::Reduce(_) => false,
        }
    }

    fn rows(&self) -> u64 {
        match self {
            Self::Inspect(inspector) => inspector.rows(),
            Self::Reduce(reducer) => reducer.rows(),
        }
    }

    fn finish(self, sheets: Option<(Vec<String>, usize)>, choices: FormatChoices) -> Response {
        match self {
            Self::Inspect(inspector) => match inspector.finish() {
                Ok(inspection) => {
                    let (sheets, sheet) = sheets.map_or((Vec::new(), None), |(sheets, sheet)| (sheets, Some(sheet)));
                    let choices = FormatChoices { sheet, ..choices };
                    Response::Inspected(Box::new(Inspection { sheets, choices, ..inspection }))
                }
                Err(error) => Response::Failed(error.into()),
            },
            Self::Reduce(reducer) => match reducer.finish() {
                Ok(reduction) => Response::Reduced(Box::new(reduction)),
                Err(error) => Response::Failed(error.into()),
            },
        }
    }
}
