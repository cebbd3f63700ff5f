//! The facts of which an edition is composed, as the web edge fills them: each tells where it stands.

use plenum_model::digest::{Citation, Citations};
use plenum_model::statement::{Relation, Stance};
use plenum_model::{DocumentKind, PartialDate, Standing};

/// What the record shows of one process between two days. Filled by the web edge; every fact tells where it stands.
#[derive(Clone, Debug)]
pub struct ProcessFacts {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub page: Citation,
    /// Its matrix of positions.
    pub matrix: Citation,
    /// Its calendar from the day after the last.
    pub calendar: Citation,
    /// Who chairs or chaired it, as the record names them.
    pub chair: Option<String>,
    /// The document that set it up.
    pub mandate: Option<Citation>,
    /// How it decides, in the record's words.
    pub decision_rule: Option<String>,
    /// Whether these facts of the process are confirmed.
    pub is_confirmed: bool,
    /// Documents dated within, the oldest first.
    pub documents: Vec<DocumentFact>,
    /// Documents issued earlier for a session told of, each with the session's name.
    pub issued: Vec<(String, DocumentFact)>,
    /// Sessions that begin or end within.
    pub sessions: Vec<SessionFact>,
    /// Recorded votes.
    pub votes: Vec<VoteFact>,
    /// What is claimed, property by property.
    pub claims: Vec<ClaimFact>,
    /// The issues that it talks about.
    pub issues: Vec<IssueFact>,
    /// Meetings with statements.
    pub meetings: Vec<MeetingFact>,
    /// Meetings and deadlines of the calendar within the days, the earliest first.
    pub passed: Vec<ComingFact>,
    /// What stands in the calendar after the last day, the earliest first.
    pub coming: Vec<ComingFact>,
    /// When its mandate ends or is reviewed, if after the last day; whether that is confirmed.
    pub mandate_ends: Option<(PartialDate, bool)>,
}

/// A document.
#[derive(Clone, Debug)]
pub struct DocumentFact {
    /// Its symbol.
    pub symbol: String,
    /// Its title; may be empty.
    pub title: String,
    /// Whose it is, in words.
    pub issuer: Option<String>,
    /// What sort of paper.
    pub kind: DocumentKind,
    /// What weight it has.
    pub standing: Standing,
    /// Its date.
    pub date: PartialDate,
    /// Whether its facts are confirmed.
    pub is_confirmed: bool,
    /// Where it stands.
    pub cited: Citations,
}

/// A session, or another dated event of a process.
#[derive(Clone, Debug)]
pub struct SessionFact {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: Option<PartialDate>,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
    /// What came out of it, in the record's words.
    pub outcome: Option<String>,
    /// Whether it ends after the last day of the edition: then nothing is said of its outcome.
    pub goes_on: bool,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
    /// Where it stands.
    pub cited: Citations,
}

/// A recorded vote.
#[derive(Clone, Debug)]
pub struct VoteFact {
    /// On what.
    pub title: String,
    /// When.
    pub date: PartialDate,
    /// For, against, abstaining.
    pub counts: [u32; 3],
    /// Whether the source says that it was adopted; `None`: it does not say.
    pub is_adopted: Option<bool>,
    /// Where it stands.
    pub cited: Citations,
}

/// What is claimed of one property.
#[derive(Clone, Debug)]
pub struct ClaimFact {
    /// Of what, by name.
    pub subject: String,
    /// Which property.
    pub property: String,
    /// Slug of the issue on which it bears.
    pub issue: Option<String>,
    /// What its numbers count.
    pub unit: Option<String>,
    /// The values dated within, in the order of time; never none.
    pub values: Vec<ValueFact>,
    /// Of a series the last value before.
    pub before: Option<ValueFact>,
    /// Whether claims of it contradict each other.
    pub is_disputed: bool,
    /// The value that its ledger puts first, if it is none of these.
    pub shown: Option<ValueFact>,
    /// Where it stands: the ledger, and the paragraphs that hold the words.
    pub cited: Citations,
}

/// A value of a property.
#[derive(Clone, Debug)]
pub struct ValueFact {
    /// In the words of the source.
    pub value: String,
    /// When it held, or was said to hold.
    pub date: PartialDate,
    /// What weight the source has.
    pub standing: Standing,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
}

/// An issue with the quotations placed on it that are dated within.
#[derive(Clone, Debug)]
pub struct IssueFact {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The quotations.
    pub positions: Vec<PositionFact>,
    /// Two of them each, that an editor placed side by side.
    pub pairs: Vec<PairFact>,
}

/// Two quotations that agree or disagree, as an editor says.
#[derive(Clone, Debug)]
pub struct PairFact {
    /// What they are to each other.
    pub relation: Relation,
    /// One.
    pub one: PositionFact,
    /// The other.
    pub other: PositionFact,
}

/// A quotation.
#[derive(Clone, Debug)]
pub struct PositionFact {
    /// Whose, by name.
    pub actor: String,
    /// Where the actor stands.
    pub stance: Stance,
    /// The words, exactly.
    pub words: String,
    /// When they were said.
    pub date: PartialDate,
    /// The confirmed statement that they are cut from, if it is one.
    pub statement: Option<Citation>,
    /// The paragraph.
    pub cited: Citations,
}

/// A meeting.
#[derive(Clone, Debug)]
pub struct MeetingFact {
    /// Its name.
    pub name: String,
    /// Its day.
    pub date: PartialDate,
    /// Its confirmed statements in speaking order.
    pub spoken: Vec<SpokenFact>,
    /// How many statements nobody has confirmed.
    pub unconfirmed: u64,
    /// Where it stands.
    pub cited: Citations,
}

/// A confirmed statement.
#[derive(Clone, Debug)]
pub struct SpokenFact {
    /// Who spoke, by name.
    pub speaker: String,
    /// For which group, by name.
    pub group: Option<String>,
    /// Whether an editor marked it as proposing for the first time.
    pub is_first_proposal: bool,
    /// Its first words.
    pub opening: String,
    /// The statement.
    pub cited: Citation,
}

/// A session, a meeting or a deadline of the calendar.
#[derive(Clone, Debug)]
pub struct ComingFact {
    /// Its name; of a deadline with what sort it is.
    pub name: String,
    /// Its first day.
    pub from: PartialDate,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
    /// Where it stands.
    pub cited: Citations,
}
