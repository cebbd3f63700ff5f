//! Tables of values parted by commas, semicolons or tabs (CSV, TSV): one table paragraph, a row a line, the header first.

use crate::{ReadError, decoding, structure::numerals};
use plenum_model::{Language, Oddity, Paragraph, ParagraphKind, Reading};

const MOST_ROWS: usize = 1_000; // A page of more rows is not read by anyone; data of that size belongs in a record set.
const MOST_BYTES: usize = 200_000; // About 40 kB compressed, what a page may weigh.
const ROWS_LOOKED_AT: usize = 50;
const LEAST_ROWS: usize = 3; // A header and two rows: two lines with a comma each may well be a letter.

/// Reads a table.
///
/// In: the file. Out: one paragraph of kind table with every row, the header first; cells are parted by ` | `.
/// Errors: [`ReadError::TooLarge`] beyond 1,000 rows or 200 kB; [`ReadError::UnknownFormat`] if the bytes are no text.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let text =
        decoding::decode(bytes).ok_or_else(|| ReadError::UnknownFormat { found: "of an unknown format".into() })?;
    let text = text.trim_start_matches('\u{feff}');
    let sign = sign_of(text).unwrap_or(',');
    let rows: Vec<Vec<String>> = Rows { rest: text, sign }.take(MOST_ROWS + 1).collect();
    if rows.len() > MOST_ROWS {
        return Err(ReadError::TooLarge { what: "the table".into(), limit: "1,000 rows".into() });
    }
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { what: "the table".into(), limit: "200 kB".into() });
    }
    let mut changed = 0;
    let mut in_line = |cell: &String| {
        let line = cell.replace('|', "¦").split_whitespace().collect::<Vec<_>>().join(" ");
        changed += u64::from(cell.contains(['|', '\n']));
        line
    };
    let lines: Vec<String> =
        rows.iter().map(|row| row.iter().map(&mut in_line).collect::<Vec<_>>().join(" | ")).collect();
    let title = rows.first().map(|header| crate::shortened(&header.join(", "))).unwrap_or_default();
    let table = Paragraph { kind: ParagraphKind::Table, level: 0, ..Paragraph::plain(lines.join("\n")) };
    let troubles = if changed > 0 { vec![Oddity::ChangedCells(changed).at(None, "the table")] } else { Vec::new() };
    let paragraphs = if lines.is_empty() { Vec::new() } else { vec![table] };
    Ok(Reading { title, symbol: None, language: Language::unknown(), date: None, troubles, paragraphs })
}

/// Whether a text is a table: every row has as many cells as the first, and at least two.
pub(crate) fn is_table(text: &str) -> bool {
    sign_of(text.trim_start_matches('\u{feff}')).is_some()
}

/// What parts the cells; `None` if the text is no table.
fn sign_of(text: &str) -> Option<char> {
    ['\t', ',', ';'].into_iter().find(|sign| is_parted_by(text, *sign))
}

fn is_parted_by(text: &str, sign: char) -> bool {
    let rows: Vec<Vec<String>> = Rows { rest: text, sign }.take(ROWS_LOOKED_AT).collect();
    let Some(header) = rows.first() else { return false };
    let is_even = header.len() > 1 && rows.len() >= LEAST_ROWS && rows.iter().all(|row| row.len() == header.len());
    // A header names every column; a list of numbered paragraphs begins with a number.
    let is_named = header.iter().all(|cell| !cell.trim().is_empty()) && numerals::leading(&header[0]).is_none();
    // In running text a comma is followed by a space, in a table seldom.
    let spaced = rows.iter().flat_map(|row| &row[1..]).filter(|cell| cell.starts_with(' ')).count();
    let cells: usize = rows.iter().map(|row| row.len() - 1).sum();
    is_even && is_named && (sign == '\t' || spaced * 4 < cells)
}

/// The rows of a table as RFC 4180 writes them; blank lines are no rows.
struct Rows<'a> {
    rest: &'a str,
    sign: char,
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        self.rest = self.rest.trim_start_matches(['\r', '\n']);
        if self.rest.is_empty() {
            return None;
        }
        let mut row = Vec::new();
        loop {
            let (cell, is_last) = self.cell();
            row.push(cell);
            if is_last {
                return Some(row);
            }
        }
    }
}

impl Rows<'_> {
    /// The next cell, and whether its row ends with it.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            // A quotation mark within quotation marks is written twice.
            while let Some(end) = self.rest.find('"') {
                cell.push_str(&self.rest[..end]);
                self.rest = &self.rest[end + 1..];
                let Some(more) = self.rest.strip_prefix('"') else { break };
                cell.push('"');
                self.rest = more;
            }
        }
        let end = self.rest.find([self.sign, '\n']).unwrap_or(self.rest.len());
        cell.push_str(self.rest[..end].trim_end_matches('\r'));
        let ends_row = !self.rest[end..].starts_with(self.sign);
        self.rest = self.rest.get(end + 1..).unwrap_or("");
        (cell, ends_row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(crate::recognise(text.as_bytes()), Ok(crate::Format::Table), "{text}");
        let reading = read(text.as_bytes()).expect("a table");
        let [table] = &reading.paragraphs[..] else { panic!("one paragraph") };
        assert_eq!((table.kind, table.text.as_str()), (ParagraphKind::Table, expected));
    }

    #[test]
    fn rows_become_lines_and_cells_are_parted_by_bars() {
        check(
            "State,Lights,Note\r\nNorland,12,\r\nSudland,3,new\r\n",
            "State | Lights | Note\nNorland | 12 | \nSudland | 3 | new",
        );
        check("State;Lights\nNorland;1,5\nSudland;2,5", "State | Lights\nNorland | 1,5\nSudland | 2,5");
        check("State\tLights\nNorland\t1\nSudland\t2", "State | Lights\nNorland | 1\nSudland | 2");
    }

    #[test]
    fn quotation_marks_hold_commas_lines_and_quotation_marks() {
        let text = "State,Words\nNorland,\"We said \"\"no\"\", twice\"\nSudland,\"One\nline|two\"\n";
        check(text, "State | Words\nNorland | We said \"no\", twice\nSudland | One line¦two");
        assert_eq!(read(text.as_bytes()).expect("a table").troubles[0].key, "trouble-changed-cells");
        check("a,b\n1,2\n3,\"never closed", "a | b\n1 | 2\n3 | never closed");
    }

    #[test]
    fn running_text_with_commas_or_tabs_is_no_table() {
        for text in [
            "Dear all,\nwe agree, gladly.\nYours, Norland",
            "1.\tStates should meet.\n2.\tStates should talk.\n3.\tStates should write.",
            "One line, with a comma",
            "Yes, we do\nNo, we do not\nWell, we may",
        ] {
            assert_eq!(crate::recognise(text.as_bytes()), Ok(crate::Format::Text), "{text}");
        }
    }

    #[test]
    fn a_table_longer_than_a_page_is_refused_with_the_limit() {
        let text = format!("a,b\n{}", "1,2\n".repeat(MOST_ROWS));
        let error = read(text.as_bytes()).expect_err("too long").to_string();
        assert_eq!(error, "The file is too large: the table is over the limit of 1,000 rows.");
        let wide = format!("a,b\n1,2\n3,{}", "x".repeat(MOST_BYTES));
        assert!(matches!(read(wide.as_bytes()), Err(ReadError::TooLarge { .. })));
    }
}
