//! Comma-separated values as RFC 4180 has them: quoted fields may hold commas, quotes (doubled) and line ends.

use std::collections::HashMap;
use std::io::BufRead;

/// Reads a table row by row; columns are asked for by the names of the first row.
pub struct Table<R> {
    lines: R,
    columns: HashMap<String, usize>,
    fields: Vec<String>,
    /// The line on which the last row began, from 1.
    pub line: usize,
    next_line: usize,
}

const ROW_BYTES: usize = 1 << 20; // A quote that never closes must not swallow the file.

impl<R: BufRead> Table<R> {
    /// Reads the names of the columns.
    pub fn open(lines: R) -> std::io::Result<Self> {
        let mut table = Self { lines, columns: HashMap::new(), fields: Vec::new(), line: 0, next_line: 1 };
        if table.step()? {
            let names = std::mem::take(&mut table.fields);
            let trim = |name: String| name.trim_start_matches('\u{feff}').trim().to_ascii_lowercase();
            table.columns = names.into_iter().map(trim).zip(0..).collect();
        }
        Ok(table)
    }

    /// Whether there is a column of this name.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The value in the present row; empty where there is none.
    pub fn get(&self, column: &str) -> &str {
        self.columns.get(column).and_then(|place| self.fields.get(*place)).map_or("", |field| field.trim())
    }

    /// Goes to the next row; `false` at the end.
    pub fn step(&mut self) -> std::io::Result<bool> {
        self.fields.clear();
        self.line = self.next_line;
        let mut row = String::new();
        loop {
            let begun = row.len();
            if self.lines.read_line(&mut row)? == 0 && row.is_empty() {
                return Ok(false);
            }
            self.next_line += 1;
            let is_open = row.matches('"').count() % 2 == 1;
            let has_ended = row.len() == begun;
            if !is_open || has_ended || row.len() > ROW_BYTES {
                break;
            }
        }
        self.fields = fields(row.trim_end_matches(['\n', '\r']));
        Ok(true)
    }
}

/// The fields of one row.
fn fields(row: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        let field = fields.last_mut().expect("a row has a first field");
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            other => field.push(other),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_commas_quotes_and_line_ends() {
        let text = "\u{feff}id,Words\n1,\"a, \"\"b\"\"\nc\"\r\n2,plain\n";
        let mut table = Table::open(text.as_bytes()).expect("a table");
        assert!(table.step().expect("a row"));
        assert_eq!((table.get("id"), table.get("words"), table.line), ("1", "a, \"b\"\nc", 2));
        assert!(table.step().expect("a row"));
        assert_eq!((table.get("words"), table.get("other"), table.line), ("plain", "", 4));
        assert!(!table.step().expect("the end"));
    }

    #[test]
    fn a_quote_that_never_closes_ends_with_the_file() {
        let mut table = Table::open("a\n\"b\nc".as_bytes()).expect("a table");
        assert!(table.step().expect("a row"));
        assert_eq!(table.get("a"), "b\nc");
        assert!(!table.step().expect("the end"));
    }
}
