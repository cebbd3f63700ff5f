//! Metadata: identification, and notes kept apart from the text.

use super::super::gather::Gathered;
use super::opening::Opening;
use super::{Target, Walk};
use crate::languages;
use plenum_model::{Oddity, PartialDate, Symbol};

impl Walk {
    pub(super) fn start_meta(&mut self, opening: &Opening) {
        match opening.name.as_str() {
            "meta" => self.in_meta += 1,
            "note" => {
                self.kept_id = opening.get("eId").or_else(|| opening.get("id")).unwrap_or_default().to_owned();
                self.notes.push((String::new(), Gathered::default()));
                self.targets.push(Target::KeptNote);
            }
            "FRBRdate" if self.date.is_none() => {
                let date = opening.get("date").and_then(|date| PartialDate::parse(date).ok());
                self.date = date.and_then(|date| as_precise_as(date, opening.get("name").unwrap_or_default()));
            }
            "FRBRlanguage" if self.language.is_none() => {
                self.language = opening.get("language").and_then(languages::from_tag);
            }
            "FRBRcountry" => self.is_united_nations |= opening.get("value") == Some("un"),
            "FRBRnumber" => {
                self.number_value = self.number_value.take().or_else(|| opening.get("value").map(str::to_owned))
            }
            _ => {}
        }
    }

    pub(super) fn end_meta(&mut self, name: &str) {
        match name {
            "meta" => {
                self.in_meta -= 1;
                if let Some(value) =
                    self.number_value.take().filter(|_| self.is_united_nations && self.symbol.is_none())
                {
                    self.symbol = Symbol::parse(&value).ok();
                }
            }
            "note" if self.target() == Target::KeptNote => {
                self.targets.pop();
                if let Some((_, mut note)) = self.notes.pop() {
                    self.kept.insert(std::mem::take(&mut self.kept_id), note.take().0);
                }
            }
            _ => {}
        }
    }

    pub(super) fn start_note(&mut self, marker: Option<&str>) {
        self.note_count += 1;
        let mark = marker
            .map(str::trim)
            .filter(|mark| !mark.is_empty())
            .map_or_else(|| self.note_count.to_string(), str::to_owned);
        self.notes.push((mark, Gathered::default()));
        self.targets.push(Target::Note);
    }

    pub(super) fn note_reference(&mut self, opening: &Opening) {
        let id = opening.get("href").unwrap_or_default().trim_start_matches('#').to_owned();
        match self.kept.get(&id).cloned() {
            Some(text) => {
                self.note_count += 1;
                let mark = opening.get("marker").map_or_else(|| self.note_count.to_string(), str::to_owned);
                self.place_note(mark, text);
            }
            None => self.troubles.push(Oddity::LostNote.at(None, id)),
        }
    }

    pub(super) fn place_note(&mut self, mark: String, text: String) {
        match self.target() {
            Target::Number | Target::Heading | Target::Speaker => self.aside.note(mark, text),
            _ => self.gathered.note(mark, text),
        }
        if self.is_own {
            self.aside.keep_space();
            self.gathered.keep_space();
        }
    }
}

/// Our own exports say in the date's name how much of it is known; others' dates are days.
fn as_precise_as(date: PartialDate, name: &str) -> Option<PartialDate> {
    match name {
        "issued-year" => PartialDate::new(date.year(), None, None),
        "issued-month" => PartialDate::new(date.year(), date.month(), None),
        "unknown" => None,
        _ => Some(date),
    }
}
