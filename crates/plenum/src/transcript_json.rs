//! A transcript as JSON, in both directions: what the reading child hands back.
//!
//! Shape: `{"reading", "turns": [{"speaker","on_behalf","kind","first","last","moment"}], "moments": [moment]}`, a moment
//! being `[from, until or null]` in milliseconds, or `null`. `reading` is as `plenum_web::reading_json` has it.

use anyhow::{Context, ensure};
use plenum_model::statement::{Moment, StatementKind, Transcript, Turn};
use plenum_web::reading_json;
use serde_json::{Value, json};

/// Writes a transcript.
pub fn to_json(transcript: &Transcript) -> Value {
    let turn = |turn: &Turn| {
        json!({ "speaker": turn.speaker, "on_behalf": turn.on_behalf, "kind": turn.kind.as_str(), "first": turn.first,
            "last": turn.last, "moment": moment_to_json(turn.moment) })
    };
    json!({
        "reading": reading_json::to_json(&transcript.reading),
        "turns": transcript.turns.iter().map(turn).collect::<Vec<_>>(),
        "moments": transcript.moments.iter().map(|moment| moment_to_json(*moment)).collect::<Vec<_>>(),
    })
}

/// Reads a transcript; nothing of it is trusted.
pub fn from_json(value: &Value) -> anyhow::Result<Transcript> {
    let reading = reading_json::from_json(&value["reading"])?;
    let count = reading.paragraphs.len();
    let moments: Vec<Option<Moment>> =
        value["moments"].as_array().context("no moments")?.iter().map(moment_from_json).collect();
    ensure!(moments.len() == count, "{} moments for {count} paragraphs", moments.len());
    let turns = value["turns"].as_array().context("no turns")?;
    let turns: Vec<Turn> = turns.iter().map(|value| turn_from_json(value, count)).collect::<anyhow::Result<_>>()?;
    Ok(Transcript { reading, turns, moments })
}

fn turn_from_json(value: &Value, count: usize) -> anyhow::Result<Turn> {
    let place = |key: &str| value[key].as_u64().and_then(|at| usize::try_from(at).ok()).context("a turn without place");
    let (first, last) = (place("first")?, place("last")?);
    ensure!(first <= last && last < count, "a turn from {first} to {last} of {count}");
    let kind = value["kind"].as_str().and_then(StatementKind::parse).context("a turn of no kind")?;
    Ok(Turn {
        speaker: value["speaker"].as_str().unwrap_or_default().to_owned(),
        on_behalf: value["on_behalf"].as_str().map(str::to_owned),
        kind,
        first,
        last,
        moment: moment_from_json(&value["moment"]),
    })
}

fn moment_to_json(moment: Option<Moment>) -> Value {
    moment.map_or(Value::Null, |moment| json!([moment.from_ms, moment.until_ms]))
}

fn moment_from_json(value: &Value) -> Option<Moment> {
    let from_ms = value.get(0)?.as_u64()?;
    Some(Moment { from_ms, until_ms: value.get(1).and_then(Value::as_u64) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_is_read_as_it_is_written() {
        let text = "[00:00:01] CHAIR: Welcome.\n[00:00:05] NORLAND, on behalf of the Arab Group: We agree.\n";
        let transcript = plenum_documents::transcript::read(text.as_bytes()).expect("a transcript");
        assert_eq!(transcript.turns.len(), 2);
        assert_eq!(from_json(&to_json(&transcript)).expect("it is ours"), transcript);
    }

    #[test]
    fn a_turn_outside_the_text_is_refused() {
        let transcript = plenum_documents::transcript::read(b"CHAIR: Welcome.\n\nNORLAND: Yes.").expect("a transcript");
        let mut value = to_json(&transcript);
        value["turns"][1]["last"] = json!(99);
        assert!(from_json(&value).is_err());
    }
}
