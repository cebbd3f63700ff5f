//! OpenAI's chat completions: what is sent, and how words come back, as events or in one piece.

use plenum_answers::Prompt;
use plenum_web::ask::{Listener, Unwritten};
use serde::Deserialize;
use serde_json::json;

/// Ten sentences of the longest resolutions.
const MOST_TOKENS: u32 = 600;

/// The body of a request.
pub(super) fn request(model: &str, prompt: &Prompt) -> Vec<u8> {
    let messages: Vec<_> =
        prompt.messages.iter().map(|one| json!({ "role": one.role, "content": one.words })).collect();
    let body = json!({
        "model": model, "messages": messages, "stop": prompt.stop, "stream": true, "temperature": 0, "max_tokens": MOST_TOKENS,
    });
    body.to_string().into_bytes()
}

/// The answer's body as it comes.
pub(super) struct Stream {
    is_events: bool,
    /// What is not understood yet: the beginning of a line, or of the whole.
    rest: Vec<u8>,
    has_ended: bool,
}

/// One event, or the whole answer of a server that does not stream.
#[derive(Deserialize)]
struct Completion {
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    error: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(alias = "message")]
    delta: Option<Said>,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    content: Option<String>,
}

impl Stream {
    pub(super) fn of(is_events: bool) -> Self {
        Self { is_events, rest: Vec::new(), has_ended: false }
    }

    /// Whether the model has finished; whatever comes after is nothing to us.
    pub(super) fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// Takes a piece; words that are whole go to the listener.
    pub(super) fn take(&mut self, piece: &[u8], listener: Listener<'_>) -> Result<(), Unwritten> {
        self.rest.extend_from_slice(piece);
        while self.is_events
            && !self.has_ended
            && let Some(end) = self.rest.iter().position(|byte| *byte == b'\n')
        {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            self.line(&line, listener)?;
        }
        Ok(())
    }

    /// The body has ended. Errors: too early, or it was not of the protocol.
    pub(super) fn end(&mut self, listener: Listener<'_>) -> Result<(), Unwritten> {
        let rest = std::mem::take(&mut self.rest);
        if self.is_events {
            self.line(&rest, listener)?
        } else {
            self.completion(&rest, listener)?
        }
        if self.has_ended { Ok(()) } else { Err(Unwritten::BrokenOff) }
    }

    /// A line of the stream; empty ones, comments and other fields than `data` say nothing.
    fn line(&mut self, line: &[u8], listener: Listener<'_>) -> Result<(), Unwritten> {
        let line = line.trim_ascii();
        let Some(data) = line.strip_prefix(b"data:") else {
            let is_field = [&b":"[..], b"event:", b"id:", b"retry:"].iter().any(|field| line.starts_with(field));
            return if line.is_empty() || is_field { Ok(()) } else { Err(Unwritten::Nonsense) };
        };
        if data.trim_ascii() == b"[DONE]" {
            self.has_ended = true;
            return Ok(());
        }
        self.completion(data, listener)
    }

    fn completion(&mut self, json: &[u8], listener: Listener<'_>) -> Result<(), Unwritten> {
        let completion: Completion = serde_json::from_slice(json).map_err(|_| Unwritten::Nonsense)?;
        if completion.error.is_some() {
            return Err(Unwritten::BrokenOff);
        }
        for choice in completion.choices.into_iter().take(1) {
            if let Some(words) = choice.delta.and_then(|said| said.content) {
                listener(&words);
            }
            self.has_ended |= choice.finish_reason.is_some();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(is_events: bool, body: &str, piece: usize) -> Result<String, Unwritten> {
        let mut said = String::new();
        let mut stream = Stream::of(is_events);
        for piece in body.as_bytes().chunks(piece) {
            stream.take(piece, &mut |words| said.push_str(words))?;
            if stream.has_ended() {
                return Ok(said);
            }
        }
        stream.end(&mut |words| said.push_str(words))?;
        Ok(said)
    }

    fn check(is_events: bool, body: &str, expected: Result<&str, Unwritten>) {
        for piece in [1, 5, 100_000] {
            assert_eq!(read(is_events, body, piece), expected.clone().map(str::to_owned), "{body} by {piece}");
        }
    }

    const HELLO: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"Мол\"}}]}\r\n\r\n: waiting\nevent: x\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\ndata:{\"choices\":[{\"delta\":{\"content\":\"во\"}}]}\n\n";

    #[test]
    fn words_come_as_events() {
        check(true, &format!("{HELLO}data: [DONE]\n\n"), Ok("Молво"));
        check(true, &format!("{HELLO}data: [DONE]"), Ok("Молво"));
        check(
            true,
            &format!("{HELLO}data: {{\"choices\":[{{\"delta\":{{}},\"finish_reason\":\"stop\"}}]}}\n"),
            Ok("Молво"),
        );
        check(true, "data: {\"choices\":[],\"usage\":{}}\ndata: [DONE]\n", Ok(""));
    }

    #[test]
    fn words_come_in_one_piece() {
        let whole =
            r#"{"choices":[{"index":0,"message":{"role":"assistant","content":"It met."},"finish_reason":"length"}]}"#;
        check(false, whole, Ok("It met."));
    }

    #[test]
    fn what_ends_too_early_or_is_not_of_the_protocol_is_an_error() {
        check(true, HELLO, Err(Unwritten::BrokenOff));
        check(true, "", Err(Unwritten::BrokenOff));
        check(true, "data: {\"error\":{\"message\":\"no\"}}\n", Err(Unwritten::BrokenOff));
        check(true, "data: {\"choi\n", Err(Unwritten::Nonsense));
        check(true, "<html>\n", Err(Unwritten::Nonsense));
        for body in ["", "{", "<html>", "[3]", "{\"choices\":3}", "\u{0}\u{1}"] {
            check(false, body, Err(Unwritten::Nonsense));
        }
        check(false, "{\"choices\":[]}", Err(Unwritten::BrokenOff));
    }
}
