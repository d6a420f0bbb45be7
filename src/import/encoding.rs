//! Which characters the bytes of a file stand for.
//!
//! UTF-8 and Windows-1252 share the bytes of ASCII, and so of everything that gives a CSV file its structure: such
//! files are split into cells as they are, and only cells are decoded. UTF-16 is turned into UTF-8 beforehand.

use crate::plan::TextEncoding;
use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

impl TextEncoding {
    /// Decodes a cell, which [`Transcoder`] has turned into UTF-8 if it was UTF-16.
    pub(super) fn decode(self, cell: &[u8]) -> Cow<'_, str> {
        match self {
            // A file that only its end shows to be no UTF-8 is read cell by cell.
            Self::Utf8 | Self::Utf16 => decode_alone(cell),
            Self::Windows1252 => decode_windows(cell),
        }
    }
}

/// Decodes a cell of a file of which the encoding isn't known yet.
pub(super) fn decode_alone(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => decode_windows(cell),
    }
}

fn decode_windows(cell: &[u8]) -> Cow<'_, str> {
    WINDOWS_1252.decode_without_bom_handling(cell).0
}

/// Takes the byte order mark off a stream of bytes and turns UTF-16 into UTF-8.
pub(super) struct Transcoder {
    mode: Mode,
}

enum Mode {
    /// The first bytes, too few to tell.
    Start(Vec<u8>),
    AsIs,
    Utf16(Box<Decoder>),
}

impl Transcoder {
    pub(super) fn new() -> Self {
        Self { mode: Mode::Start(Vec::new()) }
    }

    pub(super) fn is_utf16(&self) -> bool {
        matches!(self.mode, Mode::Utf16(_))
    }

    /// Takes the next bytes of the file and hands on what they become.
    pub(super) fn feed<E>(&mut self, bytes: &[u8], sink: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        match &mut self.mode {
            Mode::Start(start) => {
                start.extend_from_slice(bytes);
                if start.len() < 3 { Ok(()) } else { self.begin(sink) }
            }
            Mode::AsIs => sink(bytes),
            Mode::Utf16(decoder) => decode_utf16(decoder, bytes, false, sink),
        }
    }

    /// Hands on what is left at the end of the file.
    pub(super) fn finish<E>(&mut self, sink: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        if matches!(self.mode, Mode::Start(_)) {
            self.begin(sink)?;
        }
        match &mut self.mode {
            Mode::Utf16(decoder) => decode_utf16(decoder, &[], true, sink),
            _ => Ok(()),
        }
    }

    fn begin<E>(&mut self, sink: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let Mode::Start(start) = std::mem::replace(&mut self.mode, Mode::AsIs) else { return Ok(()) };
        match start.as_slice() {
            [0xEF, 0xBB, 0xBF, rest @ ..] => sink(rest),
            [0xFF, 0xFE, rest @ ..] => self.begin_utf16(UTF_16LE.new_decoder_without_bom_handling(), rest, sink),
            [0xFE, 0xFF, rest @ ..] => self.begin_utf16(UTF_16BE.new_decoder_without_bom_handling(), rest, sink),
            rest => sink(rest),
        }
    }

    fn begin_utf16<E>(
        &mut self,
        mut decoder: Decoder,
        rest: &[u8],
        sink: &mut impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let done = decode_utf16(&mut decoder, rest, false, sink);
        self.mode = Mode::Utf16(Box::new(decoder));
        done
    }
}

fn decode_utf16<E>(
    decoder: &mut Decoder,
    mut bytes: &[u8],
    last: bool,
    sink: &mut impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut buffer = [0; 4096];
    loop {
        let (result, read, written, _) = decoder.decode_to_utf8(bytes, &mut buffer, last);
        bytes = &bytes[read..];
        sink(&buffer[..written])?;
        if result == CoderResult::InputEmpty {
            return Ok(());
        }
    }
}

/// Tells whether a stream of bytes is strict UTF-8.
pub(super) struct Utf8Check {
    valid: bool,
    /// A character that the last chunk broke off.
    tail: Vec<u8>,
}

impl Utf8Check {
    pub(super) fn new() -> Self {
        Self { valid: true, tail: Vec::new() }
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        while self.valid && !self.tail.is_empty() {
            let Some((first, rest)) = bytes.split_first() else { return };
            self.tail.push(*first);
            bytes = rest;
            match std::str::from_utf8(&self.tail) {
                Ok(_) => self.tail.clear(),
                Err(error) => self.valid = error.error_len().is_none(),
            }
        }
        if !self.valid {
            return;
        }
        if let Err(error) = std::str::from_utf8(bytes) {
            match error.error_len() {
                Some(_) => self.valid = false,
                None => self.tail.extend_from_slice(&bytes[error.valid_up_to()..]),
            }
        }
    }

    /// Whether it was so far; the last character may be broken off.
    pub(super) fn held(&self) -> bool {
        self.valid
    }

    pub(super) fn holds(&self) -> bool {
        self.valid && self.tail.is_empty()
    }
}
