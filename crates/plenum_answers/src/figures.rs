//! Whether numbers and dates are those of the words that something rests on: a writer's sentence, or a question.

use crate::check::Unsupported;
use crate::dates;
use crate::passage::Passage;
use crate::plan::Plan;
use crate::text::{Token, tokens};
use plenum_model::PartialDate;
use std::collections::BTreeSet;

/// The dates and ordinals that a text tells.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    dates: Vec<PartialDate>,
    ordinals: BTreeSet<u64>,
}

impl Figures {
    pub(crate) fn of(text: &str) -> Self {
        Self { dates: dates::dates(text), ordinals: dates::ordinals(text) }
    }

    /// Whether all years, dates, months and ordinals are among them that the question names.
    pub(crate) fn holds_what_is_supposed(&self, plan: &Plan) -> bool {
        let has_year = |year: &u16| self.dates.iter().any(|date| date.year() == *year);
        let has_date = |asked: &PartialDate| self.dates.iter().any(|date| is_within(*date, *asked));
        plan.years.iter().all(has_year)
            && plan.dates.iter().all(has_date)
            && plan.months.iter().all(|month| self.dates.iter().any(|date| date.month() == Some(*month)))
            && plan.ordinals.iter().all(|one| self.ordinals.contains(one))
    }
}

/// Every number and date claimed stands in the support, beside the same word, or is part of a name.
pub(crate) fn same_figures(own: &str, support: &str, passage: &Passage) -> Result<(), Unsupported> {
    let own = &without_figures_of_names(own, &passage.about);
    let mut there: Vec<PartialDate> = dates::dates(support);
    // The date of a pack's entry is its own; that of a document is not of what the document tells.
    there.extend(passage.date.filter(|_| passage.place.symbol.is_none()));
    for claimed in dates::dates(own) {
        if !there.iter().any(|date| is_within(*date, claimed)) {
            return Err(Unsupported::Date(claimed.to_string()));
        }
    }
    if let Some(month) =
        dates::months(own).into_iter().find(|month| !there.iter().any(|date| date.month() == Some(*month)))
    {
        return Err(Unsupported::Date(month.to_string()));
    }
    let mut numbers = dates::numbers(support);
    numbers.extend(dates::ordinals(support));
    let years: BTreeSet<u64> = there.iter().map(|date| u64::from(date.year())).collect();
    let mut claimed = dates::numbers(own);
    claimed.extend(dates::ordinals(own));
    for number in claimed {
        let is_there = numbers.contains(&number) || years.contains(&number) || is_day(number, &there, own);
        if !is_there || !is_beside_same_word(number, own, support) {
            return Err(Unsupported::Number(number));
        }
    }
    Ok(())
}

/// A sentence without the words that stand in what is said about the passage beside the same neighbour: "Working Group
/// 2021–2025" and "A/80/257" are names; "ended in 2021" and "80 States" are claims.
fn without_figures_of_names(own: &str, about: &str) -> String {
    let (said, names) = (tokens(own), tokens(about));
    let pairs: BTreeSet<(&str, &str)> =
        names.windows(2).map(|pair| (pair[0].word.as_str(), pair[1].word.as_str())).collect();
    let is_pair = |at: usize| said.get(at..at + 2).is_some_and(|two| pairs.contains(&(&two[0].word, &two[1].word)));
    let mut rest = own.to_owned();
    for (at, token) in said.iter().enumerate().rev() {
        if is_pair(at) || at.checked_sub(1).is_some_and(is_pair) {
            rest.replace_range(token.span.clone(), "x");
        }
    }
    rest
}

fn is_day(number: u64, there: &[PartialDate], own: &str) -> bool {
    let days = dates::dates(own).into_iter().filter_map(PartialDate::day);
    days.map(u64::from).any(|day| day == number) && there.iter().any(|date| date.day().map(u64::from) == Some(number))
}

/// Whether what is claimed is the date itself, or a vaguer form of it.
pub(crate) fn is_within(date: PartialDate, claimed: PartialDate) -> bool {
    let month = claimed.month().is_none() || claimed.month() == date.month();
    let day = claimed.day().is_none() || claimed.day() == date.day();
    claimed.year() == date.year() && month && day
}

/// The word after a number, where the support has it, must stand near the number there too: 116 States are not 116 days.
fn is_beside_same_word(number: u64, own: &str, support: &str) -> bool {
    let value = |token: &Token| token.word.parse().ok().or_else(|| dates::in_words(&token.word));
    let (said, there) = (tokens(own), tokens(support));
    let Some(at) = said.iter().position(|token| value(token) == Some(number)) else { return true };
    let Some(noun) = said.get(at + 1).map(Token::stem) else { return true };
    let places =
        |wanted: &dyn Fn(&Token) -> bool| -> Vec<usize> { (0..there.len()).filter(|at| wanted(&there[*at])).collect() };
    let nouns = places(&|token| token.stem() == noun);
    let numbers = places(&|token| value(token) == Some(number));
    const NEAR: usize = 4; // "116 of the Member States".
    nouns.is_empty() || numbers.is_empty() || nouns.iter().any(|n| numbers.iter().any(|at| at.abs_diff(*n) <= NEAR))
}
