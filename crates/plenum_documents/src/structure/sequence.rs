//! The running numbers of paragraphs and their sub-items: who is whose parent, and where the count stumbles.

use super::numerals::{Form, Label, Series};
use plenum_model::Oddity;

/// A numbered place within the body: the printed path of numbers and its depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// `12 (b)`.
    pub number: String,
    /// 1 for the body, 2 for `(a)`, 3 for `(i)`.
    pub level: u8,
    /// What stumbled: 14 follows 12.
    pub stumble: Option<Oddity>,
}

#[derive(Clone, Debug)]
struct Row {
    form: Form,
    series: Series,
    value: u32,
    printed: String,
}

/// The count at a place of the document.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// Number of the paragraph to which sub-items belong.
    base: Option<String>,
    /// The last number of the main row, with what stands before its last part (`25.` of `25.10`).
    main: Option<(String, u32, String)>,
    article: Option<(String, u32)>,
    rows: Vec<Row>,
    is_after_heading: bool,
}

const MAX_ROWS: usize = 6; // (a)(i)a.(1) is four; more is a misreading.

impl Sequence {
    /// A heading was passed: sub-items belong to nobody until the next number, and the count may start anew.
    pub fn pass_heading(&mut self, label: Option<&Label>, number: Option<&str>) {
        self.rows.clear();
        self.base = None;
        self.is_after_heading = true;
        match label {
            Some(label) if label.form == Form::Article => {
                let value = label.readings.first().map_or(0, |(_, v)| *v);
                self.article = number.map(|n| (n.to_owned(), value));
                self.base = number.map(str::to_owned);
                self.main = None;
            }
            _ => self.article = None,
        }
    }

    /// Numbers a paragraph with this label. `ahead` yields the labels that follow, nearest first.
    pub fn place<'a>(&mut self, label: &Label, ahead: impl Iterator<Item = &'a Label> + Clone) -> Place {
        match label.form {
            Form::Article => self.of_article(label),
            Form::Dotted => self.of_dotted(label),
            Form::Plain if label.value_in(Series::Digits).is_some() => self.of_digits(label, ahead),
            Form::Plain if label.value_in(Series::Chinese).is_some() => self.of_digits(label, ahead),
            Form::Plain if label.is_upper => self.of_capital(label),
            Form::Division => self.of_capital(label),
            Form::Plain | Form::Closed | Form::Bullet => self.of_item(label, ahead),
        }
    }

    /// Depth of an unnumbered list item here.
    pub fn list_level(&self) -> u8 {
        u8::try_from(self.rows.len()).unwrap_or(0) + 2
    }

    fn start(&mut self, number: &str) {
        self.base = Some(number.to_owned());
        self.rows.clear();
        self.is_after_heading = false;
    }

    fn of_article(&mut self, label: &Label) -> Place {
        let value = label.readings.first().map_or(0, |(_, v)| *v);
        let stumble = match &self.article {
            Some((printed, last)) if value != last + 1 && value != 1 && value != *last => {
                Some(stumble(&label.printed, printed, value < *last))
            }
            _ => None,
        };
        self.start(&label.printed);
        self.main = None;
        self.article = Some((label.printed.clone(), value));
        Place { number: label.printed.clone(), level: 1, stumble }
    }

    fn of_dotted(&mut self, label: &Label) -> Place {
        let prefix = label.printed.rsplit_once('.').map_or("", |(before, _)| before).to_owned();
        let value = label.readings.first().map(|(_, v)| *v);
        let place = |stumble| Place { number: label.printed.clone(), level: 1, stumble };
        let Some(value) = value else {
            self.start(&label.printed);
            return place(None);
        };
        let stumbled = match &self.main {
            Some((p, last, printed)) if *p == prefix && value != last + 1 && value != 1 => {
                Some(stumble(&label.printed, printed, value <= *last))
            }
            _ => None,
        };
        self.start(&label.printed);
        self.article = None;
        self.main = Some((prefix, value, label.printed.clone()));
        place(stumbled)
    }

    fn of_digits<'a>(&mut self, label: &Label, ahead: impl Iterator<Item = &'a Label> + Clone) -> Place {
        let value = label.readings.first().map_or(0, |(_, v)| *v);
        let (is_dotted, last) = match &self.main {
            Some((prefix, last, _)) => (!prefix.is_empty(), *last),
            None => (false, 0),
        };
        let continues_row = self.rows.iter().any(|r| r.form == Form::Plain && r.value + 1 == value);
        let continues_main = !is_dotted && (self.main.is_some() || value == 1) && value == last + 1;
        let opens_row = value == 1 && !self.is_after_heading && self.main.is_some() && {
            let mut next = ahead.clone().filter(|l| l.form == label.form || l.form == Form::Dotted);
            is_dotted && next.clone().any(|l| l.form == Form::Dotted) || goes_on(&mut next, last + 1)
        };
        if !continues_main && (continues_row || opens_row) {
            return self.of_item(label, ahead);
        }
        let stumble = match &self.main {
            Some((_, last, printed)) if !is_dotted && value != last + 1 && value != 1 => {
                Some(stumble(&label.printed, printed, value <= *last))
            }
            _ => None,
        };
        let number = match &self.article {
            Some((article, _)) => format!("{article} ({})", label.printed),
            None => label.printed.clone(),
        };
        self.start(&number);
        self.main = Some((String::new(), value, label.printed.clone()));
        Place { number, level: 1, stumble }
    }

    fn of_capital(&mut self, label: &Label) -> Place {
        self.start(&label.printed);
        Place { number: label.printed.clone(), level: 1, stumble: None }
    }

    /// `(b)`, `(ii)`: goes on with a row that it continues, else opens one under the innermost.
    fn of_item<'a>(&mut self, label: &Label, ahead: impl Iterator<Item = &'a Label> + Clone) -> Place {
        let mut stumbled = None;
        let chosen = self.continued(label, ahead).or_else(|| {
            let first = label.readings.iter().find(|(_, value)| *value == 1)?;
            // The same kind of row begins anew: a second list under the same paragraph.
            let again = self.rows.iter().position(|r| r.form == label.form && r.series == first.0);
            Some((again.unwrap_or(self.rows.len()), *first))
        });
        let (depth, (series, value)) = chosen.unwrap_or_else(|| {
            let open = self.rows.iter().enumerate().rev().find_map(|(i, row)| {
                let value = label.value_in(row.series).filter(|_| row.form == label.form)?;
                stumbled = Some(stumble(&label.printed, &row.printed, value <= row.value));
                Some((i, (row.series, value)))
            });
            let likeliest = label.readings.last().copied().unwrap_or((Series::Digits, 0));
            open.unwrap_or((self.rows.len(), likeliest))
        });
        self.rows.truncate(depth.min(MAX_ROWS));
        self.rows.push(Row { form: label.form, series, value, printed: bracketed(&label.printed) });
        self.is_after_heading = false;
        let level = u8::try_from(self.rows.len() + 1).unwrap_or(u8::MAX);
        Place { number: self.joined(), level, stumble: stumbled }
    }

    /// The row that the label continues with its next value, the innermost first.
    fn continued<'a>(&self, label: &Label, ahead: impl Iterator<Item = &'a Label>) -> Option<(usize, (Series, u32))> {
        let (depth, found) = self.rows.iter().enumerate().rev().find_map(|(i, row)| {
            let value = label.value_in(row.series).filter(|v| *v == row.value + 1 && row.form == label.form)?;
            Some((i, (row.series, value)))
        })?;
        // "(i)" after "(h)": a numeral under (h) if "(ii)" comes next, else the letter.
        let may_open = label.value_in(Series::Roman) == Some(1) && found.0 != Series::Roman;
        if may_open && ahead.take_while(|l| l.form == label.form).any(|l| l.value_in(Series::Roman) == Some(2)) {
            return None;
        }
        Some((depth, found))
    }

    fn joined(&self) -> String {
        let parts = self.base.iter().map(String::as_str).chain(self.rows.iter().map(|row| row.printed.as_str()));
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// Whether the main row goes on with `value` after a short list 2, 3, 4 of its own.
fn goes_on<'a>(labels: &mut impl Iterator<Item = &'a Label>, value: u32) -> bool {
    for (expected, label) in (2..).zip(labels) {
        let found = label.readings.first().map_or(0, |(_, v)| *v);
        // Where the list itself could reach the main row's next number nothing can be told: the count starts anew.
        if found == value && expected != value {
            return true;
        }
        if found != expected {
            return false;
        }
    }
    false
}

/// `1` within a list becomes `(1)`, so that `12 (1)` is no other paragraph's number.
fn bracketed(printed: &str) -> String {
    if printed.starts_with('(') { printed.to_owned() } else { format!("({printed})") }
}

fn stumble(found: &str, previous: &str, is_backwards: bool) -> Oddity {
    let (number, previous) = (found.to_owned(), previous.to_owned());
    if is_backwards { Oddity::Backwards { number, previous } } else { Oddity::Missing { number, previous } }
}
