//! A question becomes an answer: the place where store, index and `plenum_answers` meet. It calls; no rule stands here.

mod cache;
mod entries;
mod json;
mod keeping;
pub(crate) mod kept;
mod knowledge;
mod meanings;
mod members;
mod norms;
mod observatory;
mod writing;

pub(crate) use cache::Knowledge;
pub use json::to_json;
pub(crate) use json::{AnsweredBody, AskedBody, KeptAt, QuestionBody, marked_address};
pub use keeping::Keeping;
pub(crate) use keeping::is_id;
pub use knowledge::known;
pub use meanings::meanings;
pub(crate) use writing::{Audience, write_aloud};
pub use writing::{Listener, Unwritten, Writer, WritingFuture, Written, write};

use plenum_answers::{
    Answer, Followed, Kind, Known, Passage, Place, Plan, Question, READ_FOR_SPEAKERS, SubjectKind, When,
};
use plenum_model::{ParagraphKind, PartialDate, Standing};
use plenum_search::{Filters, Found, Hit, Holding, Index, Mode, Query};
use plenum_store::Store;
use plenum_store::paragraphs::Passage as Stored;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How many paragraphs are read for a question; a list needs more to list.
const READ: usize = 20;
const READ_FOR_LISTS: usize = 60;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The question.
    pub question: Question,
    /// As it was on this day.
    pub as_of: Option<PartialDate>,
    /// The day on which it is asked.
    pub today: Option<PartialDate>,
    /// Only of these processes, by slug.
    pub process: Vec<String>,
    /// Filters found in the question that the reader took away, as `field:value`.
    pub without: Vec<String>,
    /// The questions asked before it, the last of them last: what it leaves out is taken from them.
    pub after: Vec<Question>,
}

/// A filter found in the question itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// `process`, `actor`, `group`, `symbol`, `year` or `session`.
    pub field: &'static str,
    /// Its value: slug, symbol, year.
    pub value: String,
    /// How it is shown.
    pub words: String,
    /// Whether it was taken over from a question before.
    pub is_before: bool,
}

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What was asked.
    pub asking: Asking,
    /// The question as it was answered, where it left out what one before it said.
    pub understood: Option<Question>,
    /// How it was understood.
    pub kind: Kind,
    /// The filters found in it and applied.
    pub filters: Vec<Filter>,
    /// The answer or the refusal.
    pub answer: Answer,
    /// Who wrote it.
    pub written: Written,
    /// How many passages were read.
    pub read: usize,
    /// How long it took, searching and writing.
    pub took: Duration,
}

impl Answered {
    /// The language of the answer.
    pub fn language(&self) -> &'static str {
        self.understood.as_ref().unwrap_or(&self.asking.question).language()
    }
}

/// Why a question could not be put at all. Nothing that a reader types is a cause.
#[derive(Debug, thiserror::Error)]
pub enum CannotAsk {
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] plenum_store::StoreError),
    /// The index cannot be searched.
    #[error(transparent)]
    Search(#[from] plenum_search::SearchError),
    /// The search was broken off.
    #[error("the search was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
}

/// Answers a question from the store and its index, by rules alone; [`write`] has the answer written anew.
///
/// Errors: [`CannotAsk`].
pub async fn ask(store: &Store, index: &Arc<Index>, known: &Arc<Known>, asking: Asking) -> Result<Answered, CannotAsk> {
    let started = Instant::now();
    let followed = plenum_answers::followed(&asking.after, &asking.question, known);
    let question = followed.as_ref().map_or(&asking.question, |followed| &followed.question);
    let parts = plenum_answers::parts(question, known);
    let mut first = part(store, index, known, &asking, followed.as_ref(), &parts[0]).await?;
    let mut answers = Vec::with_capacity(parts.len());
    for other in &parts[1..] {
        let other = part(store, index, known, &asking, followed.as_ref(), other).await?;
        first.read += other.read;
        answers.push(other.answer);
    }
    answers.insert(0, first.answer);
    let understood = followed.map(|followed| followed.question);
    Ok(Answered {
        asking,
        understood,
        kind: first.kind,
        filters: first.filters,
        answer: plenum_answers::joined(answers),
        written: Written::ByRules,
        read: first.read,
        took: started.elapsed(),
    })
}

/// A part of a question with its answer.
struct PartAnswered {
    kind: Kind,
    filters: Vec<Filter>,
    answer: Answer,
    read: usize,
}

async fn part(
    store: &Store,
    index: &Arc<Index>,
    known: &Arc<Known>,
    asking: &Asking,
    followed: Option<&Followed>,
    question: &Question,
) -> Result<PartAnswered, CannotAsk> {
    let when = When { as_of: asking.as_of, today: asking.today };
    let mut plan = plenum_answers::plan(question, known, when);
    let filters = filters(&mut plan, known, asking, followed);
    let query = query_of(&plan, &filters, asking, question);
    let mut found = searched(index, query).await?;
    // Speakers are told by the very words; where no statement has them all, only what comes near can be shown.
    if plan.spoken_of.is_some() && found.holding != Holding::AllWords {
        plan.spoken_of = None;
        found = searched(index, query_of(&plan, &filters, asking, question)).await?;
    }
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.paragraph_id).collect();
    let stored = store.paragraphs(&ids).await?;
    let passages = passages(&found.hits, &stored, asking.as_of);
    let (kind, read, known) = (plan.kind, passages.len(), Arc::clone(known));
    // Comparing a thousand passages takes a fraction of a second, in which other readers are to be served.
    let answer = tokio::task::spawn_blocking(move || plenum_answers::answer(&plan, &known, &passages)).await?;
    Ok(PartAnswered { kind, filters, answer, read })
}

async fn searched(index: &Arc<Index>, query: Query) -> Result<Found, CannotAsk> {
    let index = Arc::clone(index);
    Ok(tokio::task::spawn_blocking(move || index.find(&query)).await??)
}

/// The filters that the question names, less those that the reader took away.
fn filters(plan: &mut Plan, known: &Known, asking: &Asking, followed: Option<&Followed>) -> Vec<Filter> {
    let is_taken = |field: &str, value: &str| asking.without.iter().any(|one| *one == format!("{field}:{value}"));
    let mut filters = Vec::new();
    plan.subjects.retain(|at| {
        let subject = &known.subjects[*at];
        let field = match subject.kind {
            SubjectKind::Process => "process",
            SubjectKind::Session => "session",
            SubjectKind::Document => "symbol",
            SubjectKind::State | SubjectKind::Actor => "actor",
            SubjectKind::Group => "group",
            SubjectKind::Term | SubjectKind::Instrument => return true,
        };
        let keep = !is_taken(field, &subject.key);
        if keep {
            let words = subject.name_in(plan.language).to_owned();
            let is_before = followed.is_some_and(|followed| followed.takes(*at));
            filters.push(Filter { field, value: subject.key.clone(), words, is_before });
        }
        keep
    });
    plan.years.retain(|year| !is_taken("year", &year.to_string()));
    filters.extend(plan.years.iter().map(|year| Filter {
        field: "year",
        value: year.to_string(),
        words: year.to_string(),
        is_before: followed.is_some_and(|followed| followed.takes_year(*year)),
    }));
    filters
}

fn query_of(plan: &Plan, filters: &[Filter], asking: &Asking, question: &Question) -> Query {
    let of = |field: &str| -> Vec<String> {
        filters.iter().filter(|one| one.field == field).map(|one| one.value.clone()).collect()
    };
    let is_position = plan.kind == Kind::Position;
    let spoken = plan.spoken_of.as_deref();
    let is_of_years = is_position || spoken.is_some();
    let years = plan.years.iter().map(|year| i32::from(*year));
    // A document named by its symbol is where the answer is; one named by its title may only be spoken of.
    let symbols = plan.symbols.clone();
    let narrowing = Filters {
        process: asking.process.clone(),
        actor: if is_position { of("actor") } else { Vec::new() },
        group: if is_position { of("group") } else { Vec::new() },
        symbol: if is_held(&symbols, filters) { symbols } else { Vec::new() },
        standing: spoken.map(|_| Standing::Statement.as_str().to_owned()).into_iter().collect(),
        from_year: years.clone().min().filter(|_| is_of_years),
        until_year: years.max().filter(|_| is_of_years).or_else(|| asking.as_of.map(|day| i32::from(day.year()))),
        ..Filters::default()
    };
    let limit = match plan.kind {
        _ if spoken.is_some() => READ_FOR_SPEAKERS,
        Kind::List | Kind::Count => READ_FOR_LISTS,
        _ => READ,
    };
    Query {
        words: plain(spoken.unwrap_or(question.text())),
        filters: narrowing,
        limit,
        mode: if spoken.is_some() { Mode::Words } else { Mode::Fused },
        with_facets: false,
        ..Query::default()
    }
}

fn is_held(symbols: &[String], filters: &[Filter]) -> bool {
    symbols
        .iter()
        .any(|symbol| filters.iter().any(|one| one.field == "symbol" && one.value.eq_ignore_ascii_case(symbol)))
}

/// A question is no search: what would be syntax there is a mark here.
fn plain(question: &str) -> String {
    question.replace(['"', '“', '”', '«', '»'], " ").replace(" -", " ").replace(':', " ")
}

/// The paragraphs found, in the order of the hits, as passages; those dated later than asked for are left out, and those
/// that tell a machine what to answer.
fn passages(hits: &[Hit], stored: &[Stored], as_of: Option<PartialDate>) -> Vec<Passage> {
    let by_id: HashMap<i64, &Stored> = stored.iter().map(|one| (one.paragraph_id, one)).collect();
    let both = hits.iter().filter_map(|hit| Some((hit, *by_id.get(&hit.paragraph_id)?)));
    let is_then = |stored: &Stored| as_of.is_none_or(|day| stored.document.facts.date.is_some_and(|date| date <= day));
    // A heading names what is said below it, and says nothing itself.
    let says = |stored: &Stored| stored.kind != ParagraphKind::Heading;
    let is_open = |stored: &Stored| says(stored) && is_then(stored) && !plenum_answers::gives_orders(&stored.text);
    both.filter(|(_, stored)| is_open(stored)).map(|(hit, stored)| passage(stored, hit.likeness)).collect()
}

fn passage(stored: &Stored, likeness: Option<f32>) -> Passage {
    let facts = &stored.document.facts;
    let speaker = crate::view::speaker(&stored.document).map(str::to_owned);
    let mut about = format!("{} {} {}", facts.symbol, facts.title, stored.path.join(" "));
    for more in [&stored.number, &speaker, &stored.document.process_name, &facts.meeting].into_iter().flatten() {
        about.push(' ');
        about.push_str(more);
    }
    Passage {
        place: Place {
            address: stored.address.to_string(),
            symbol: Some(facts.symbol.to_string()),
            revision: stored.address.revision.as_ref().map(ToString::to_string),
            number: stored.number.clone(),
            source: None,
        },
        text: stored.text.clone(),
        language: stored.language.to_string(),
        standing: facts.standing,
        date: facts.date,
        speaker,
        about,
        likeness,
    }
}
