//! What stands under an answer: the form for a question that follows, and the form that tells the editor's desk.

use super::Wanted;
use crate::addresses::escape;
use crate::app::House;
use crate::ask::Answered;
use crate::ask::kept::KeptAnswer;
use crate::routes::feedback::Shown;
use plenum_answers::MOST_BEFORE;
use plenum_pages::ask::Chip;
use plenum_pages::asked::{Door, Further};
use std::borrow::Cow;

type Pair = (Cow<'static, str>, Cow<'static, str>);

/// The questions before it make an address no longer than this, in bytes: with the longest question it still fits.
const LONGEST_BEFORE: usize = 2_500;

impl Wanted {
    /// A question that was kept, to be asked again.
    pub(crate) fn again(kept: &KeptAnswer) -> Self {
        Self {
            question: kept.question.clone(),
            as_of: kept.as_of.clone().unwrap_or_default(),
            process: kept.process.clone(),
            without: kept.without.clone(),
            after: kept.after.clone(),
        }
    }

    /// Everything that was asked, as pairs of an address or a form.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = vec![("q", self.question.as_str()), ("as-of", self.as_of.as_str())];
        let several = [("process", &self.process), ("without", &self.without), ("after", &self.after)];
        pairs.extend(several.into_iter().flat_map(|(name, values)| values.iter().map(move |one| (name, one.as_str()))));
        pairs
    }
}

/// Where a question goes that is typed into a form of this house.
pub(crate) fn door(house: &House) -> Door {
    house.app.keeping.days.map_or(Door::Open, Door::Keeping)
}

/// The forms under an answer that is not kept.
pub(super) fn under(house: &House, wanted: &Wanted, answered: &Answered) -> Further<'static> {
    let to_keep = match door(house) {
        Door::Open => Vec::new(),
        Door::Keeping(_) => wanted.pairs().into_iter().filter(|(_, value)| !value.is_empty()).map(owned).collect(),
    };
    Further { to_keep, ..forms(house, &Shown::of(answered), wanted) }
}

/// The forms under what was shown for a question.
pub(crate) fn forms(house: &House, shown: &Shown, wanted: &Wanted) -> Further<'static> {
    let mut after: Vec<&str> = wanted.after.iter().chain([&wanted.question]).map(String::as_str).collect();
    after.drain(..after.len().saturating_sub(MOST_BEFORE));
    while after.len() > 1 && after.iter().map(|one| escape(one).len()).sum::<usize>() > LONGEST_BEFORE {
        after.remove(0);
    }
    let process = wanted.process.iter().map(|slug| ("process", slug.as_str()));
    let fields = process.chain(after.iter().map(|one| ("after", *one)));
    let (json, seal) = shown.sealed(house);
    Further {
        door: door(house),
        fields: fields.map(owned).collect(),
        to_keep: Vec::new(),
        sentences: shown.beginnings().map(Cow::Owned).collect(),
        shown: Cow::Owned(json),
        seal: Cow::Owned(seal),
        kept: None,
    }
}

fn owned((name, value): (&'static str, &str)) -> Pair {
    (Cow::Borrowed(name), Cow::Owned(value.to_owned()))
}

/// The question before, where something was taken over from it; without it the question stands alone.
pub(super) fn chip(answered: &Answered, wanted: &Wanted) -> Option<Chip<'static>> {
    answered.understood.as_ref()?;
    let before = wanted.after.last()?;
    let alone = Wanted { after: Vec::new(), ..wanted.clone() };
    Some(Chip {
        field: "question",
        words: Cow::Owned(before.clone()),
        without: Cow::Owned(alone.address("/ask", None)),
        is_before: false,
    })
}
