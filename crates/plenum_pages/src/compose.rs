//! Composes the sentences of an edition: fixed phrases filled with facts. No sentence says more than its facts, and none
//! can be made without a citation, because [`Sentence::composed`] asks for one.

mod report;
mod spoken;

use crate::digest_facts::*;
use crate::words::{Told, Words};
use plenum_model::Standing;
use plenum_model::digest::{Citation, Citations, Covered, Edition, Kind, Section, Sentence, Span};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered<'a> {
    /// What sort of edition.
    pub kind: Kind,
    /// Its days.
    pub span: Span,
    /// Only these issues, by slug; empty: all.
    pub issues: &'a [String],
}

const DOCUMENTS: usize = 20; // Of one process; the rest is counted and its page named.
const COMING: usize = 5; // What comes within sight; the calendar has the rest.
const PASSED: usize = 10;
const VALUES: usize = 6;

/// Composes an edition from what the record shows of some processes.
pub fn compose(words: &'static Words, ordered: &Ordered<'_>, facts: &[&ProcessFacts]) -> Edition {
    let span = ordered.span;
    let days = words.span(Some(span.from()), Some(span.until()));
    let composing = Composing { words, span, days, kind: ordered.kind, issues: ordered.issues, facts };
    let mut sentences = Vec::new();
    if ordered.kind == Kind::Session {
        composing.sessions(&mut sentences);
    }
    composing.decided(&mut sentences);
    composing.moved(&mut sentences);
    match ordered.kind {
        Kind::Session => {
            composing.speakers(&mut sentences);
            composing.proposed(&mut sentences);
        }
        Kind::Weekly | Kind::Quarterly => composing.spoke(&mut sentences),
    }
    composing.published(&mut sentences);
    composing.coming(&mut sentences);
    Edition {
        kind: ordered.kind,
        language: words.lang().to_owned(),
        title: composing.title(),
        processes: facts.iter().map(|one| Covered { slug: one.slug.clone(), name: one.name.clone() }).collect(),
        from: span.from(),
        until: span.until(),
        sentences: sentences.into_iter().zip(1..).map(|(sentence, n): (Sentence, u32)| sentence.numbered(n)).collect(),
    }
}

/// What every sentence needs.
struct Composing<'a> {
    words: &'static Words,
    span: Span,
    /// The days in words.
    days: String,
    kind: Kind,
    /// Only these issues, by slug; empty: all.
    issues: &'a [String],
    facts: &'a [&'a ProcessFacts],
}

impl Composing<'_> {
    /// The kind and the days; of a report on one session its name too.
    fn title(&self) -> String {
        let kind = self.words.digest_kind(self.kind);
        let told = [("kind", Told::Name(kind)), ("days", Told::Name(&self.days))];
        let mut sessions = self.facts.iter().flat_map(|one| &one.sessions);
        match (sessions.next(), sessions.next()) {
            (Some(only), None) if self.kind == Kind::Session => {
                self.words.tell("digest-report-title", &[told[0], told[1], ("session", Told::Name(&only.name))])
            }
            _ => self.words.tell("digest-title", &told),
        }
    }

    fn decided(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let before = out.len();
            let say = |text, cited: &Citations, is_confirmed| {
                Sentence::composed(Section::Decided, Some(&one.slug), text, cited.clone()).confirmed(is_confirmed)
            };
            for document in one.documents.iter().filter(|document| document.standing == Standing::Adopted) {
                out.push(say(self.adopted(document), &document.cited, document.is_confirmed));
            }
            for vote in &one.votes {
                out.push(say(self.vote(vote), &vote.cited, true));
            }
            for session in &one.sessions {
                out.push(say(self.session(session), &session.cited, session.is_confirmed));
            }
            if out.len() == before {
                silent.push((&*one.name, &one.page));
            }
        }
        self.nothing(Section::Decided, "digest-nothing-decided", &silent, out);
    }

    fn adopted(&self, document: &DocumentFact) -> String {
        let date = self.words.date(document.date);
        let named = self.named(document);
        self.words.tell("digest-adopted", &[("document", Told::Name(&named)), ("date", Told::Name(&date))])
    }

    /// A document by symbol, title and issuer, as far as they are known.
    fn named(&self, document: &DocumentFact) -> String {
        let (symbol, title) = (Told::Name(&document.symbol), Told::Name(&document.title));
        match document.issuer.as_deref() {
            _ if document.title.is_empty() => document.symbol.clone(),
            None => self.words.tell("digest-document", &[("symbol", symbol), ("title", title)]),
            Some(issuer) => {
                let all = [("symbol", symbol), ("title", title), ("issuer", Told::Name(issuer))];
                self.words.tell("digest-document-of", &all)
            }
        }
    }

    fn vote(&self, vote: &VoteFact) -> String {
        let date = self.words.date(vote.date);
        let [yes, no, abstain] = vote.counts.map(|count| Told::Number(u64::from(count)));
        let key = match vote.is_adopted {
            Some(true) => "digest-vote-adopted",
            Some(false) => "digest-vote-rejected",
            None => "digest-vote",
        };
        let told = [
            ("title", Told::Name(&vote.title)),
            ("date", Told::Name(&date)),
            ("yes", yes),
            ("no", no),
            ("abstain", abstain),
        ];
        self.words.tell(key, &told)
    }

    fn days_and_place(&self, session: &SessionFact) -> String {
        let days = self.words.span(session.from.or(session.until), session.until.or(session.from));
        session.place.as_ref().map_or_else(|| days.clone(), |place| format!("{days}{}{place}", self.words.comma()))
    }

    fn session(&self, session: &SessionFact) -> String {
        let days = self.days_and_place(session);
        let (name, days) = (("session", Told::Name(&session.name)), ("days", Told::Name(&days)));
        match session.outcome.as_deref().filter(|_| !session.goes_on) {
            Some(outcome) => {
                // The quotation marks of the phrase end the sentence; the record's own stop would double it.
                let outcome = outcome.trim_end().trim_end_matches('.');
                self.words.tell("digest-session", &[name, days, ("outcome", Told::Name(outcome))])
            }
            None if session.goes_on => {
                let last = self.words.date(self.span.until());
                self.words.tell("digest-session-on", &[name, days, ("date", Told::Name(&last))])
            }
            None => self.words.tell("digest-session-silent", &[name, days]),
        }
    }

    fn moved(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let before = out.len();
            let say = |text, cited: Citations| Sentence::composed(Section::Moved, Some(&one.slug), text, cited);
            self.claims_on(one, None, out);
            for event in one.passed.iter().take(PASSED) {
                out.push(say(self.event(event), event.cited.clone()).confirmed(event.is_confirmed));
            }
            for issue in self.chosen(one) {
                self.claims_on(one, Some(issue), out);
                self.quoted_on(one, issue, out);
            }
            if out.len() == before {
                silent.push((&*one.name, &one.page));
                continue;
            }
            let still: Vec<&str> =
                self.chosen(one).filter(|issue| issue.positions.is_empty()).map(|issue| &*issue.name).collect();
            if !still.is_empty() {
                let names = self.joined(still);
                let told = [("issues", Told::Name(&names)), ("days", Told::Name(&self.days))];
                out.push(say(self.words.tell("digest-issues-still", &told), Citations::one(one.matrix.clone())));
            }
            if self.kind == Kind::Session && self.chosen(one).all(|issue| issue.pairs.is_empty()) {
                let text = self.words.tell("digest-nothing-pairs", &[("days", Told::Name(&self.days))]);
                out.push(say(text, Citations::one(one.matrix.clone())));
            }
        }
        let key = if self.issues.is_empty() { "digest-nothing-moved" } else { "digest-nothing-moved-on" };
        self.nothing(Section::Moved, key, &silent, out);
    }

    /// The issues of a process that were asked for.
    fn chosen<'p>(&self, process: &'p ProcessFacts) -> impl Iterator<Item = &'p IssueFact> {
        process.issues.iter().filter(|issue| self.issues.is_empty() || self.issues.contains(&issue.slug))
    }

    /// What is claimed that bears on an issue; `None`: on none that the process talks about. What is said of one thing
    /// stands together; what sources agree on comes before what they contradict each other about.
    fn claims_on(&self, one: &ProcessFacts, issue: Option<&IssueFact>, out: &mut Vec<Sentence>) {
        let of = |claim: &ClaimFact| one.issues.iter().find(|issue| Some(&issue.slug) == claim.issue.as_ref());
        let mut own: Vec<&ClaimFact> = one
            .claims
            .iter()
            .filter(|claim| of(claim).map(|issue| &issue.slug) == issue.map(|issue| &issue.slug))
            .collect();
        own.sort_by_key(|claim| (&claim.subject, claim.is_disputed));
        // Figures of one thing make one sentence; a contradiction has its own, and so has what is said of the process.
        let is_together = |a: &&ClaimFact, b: &&ClaimFact| {
            a.subject == b.subject && a.subject != one.name && !a.is_disputed && !b.is_disputed
        };
        for group in own.chunk_by(is_together) {
            let [first, rest @ ..] = group else { continue };
            let text = if rest.is_empty() { self.claim(one, first, issue) } else { self.figures(group, issue) };
            let cited = rest.iter().fold(first.cited.clone(), |all, claim| all.and_all(claim.cited.all().to_vec()));
            let is_confirmed = group.iter().flat_map(|claim| &claim.values).all(|value| value.is_confirmed);
            out.push(Sentence::composed(Section::Moved, Some(&one.slug), text, cited).confirmed(is_confirmed));
        }
    }

    /// What is claimed of several properties of one thing.
    fn figures(&self, group: &[&ClaimFact], issue: Option<&IssueFact>) -> String {
        let marks = group.iter().flat_map(|claim| &claim.values).any(|value| value.is_confirmed);
        let figure = |claim: &&ClaimFact| {
            let values = self.values(claim, marks);
            self.words
                .tell("digest-figure", &[("property", Told::Name(&claim.property)), ("values", Told::Name(&values))])
        };
        let figures: Vec<String> = group.iter().map(figure).collect();
        let figures = self.joined(figures.iter().map(String::as_str));
        let claimed = self.on(group.first().map_or("", |claim| claim.subject.as_str()), issue);
        self.words.tell("digest-claims", &[("claimed", Told::Name(&claimed)), ("figures", Told::Name(&figures))])
    }

    /// What is claimed of, with the issue on which it bears.
    fn on(&self, claimed: &str, issue: Option<&IssueFact>) -> String {
        let Some(issue) = issue else { return claimed.to_owned() };
        let both = [("claimed", Told::Name(claimed)), ("issue", Told::Name(&issue.name))];
        self.words.tell("digest-claimed-on", &both)
    }

    fn claim(&self, process: &ProcessFacts, claim: &ClaimFact, issue: Option<&IssueFact>) -> String {
        let values = self.values(claim, claim.values.iter().any(|value| value.is_confirmed));
        // Under the heading of a process its name need not be said again.
        let claimed = match claim.subject == process.name {
            true => claim.property.clone(),
            false => format!("{} – {}", claim.subject, claim.property),
        };
        let claimed = self.on(&claimed, issue);
        let all = [("claimed", Told::Name(&claimed)), ("values", Told::Name(&values))];
        match &claim.shown {
            Some(shown) if claim.is_disputed => {
                let shown = self.value(shown, claim, true);
                self.words.tell("digest-claim-shown", &[all[0], all[1], ("shown", Told::Name(&shown))])
            }
            _ if claim.is_disputed => self.words.tell("digest-claim-disputed", &all),
            _ => self.words.tell("digest-claim", &all),
        }
    }

    /// The values of a property, of a series with the one before. The mark of the sentence tells of one value; among
    /// several each has its own (`marks`).
    fn values(&self, claim: &ClaimFact, marks: bool) -> String {
        let mut told: Vec<String> =
            claim.values.iter().take(VALUES).map(|value| self.value(value, claim, marks)).collect();
        if let Some(before) = &claim.before {
            let (value, date) = (self.quoted(before, claim), self.words.date(before.date));
            let both = [("value", Told::Name(&value)), ("date", Told::Name(&date))];
            told.push(self.words.tell("digest-value-before", &both));
        }
        self.joined(told.iter().map(String::as_str))
    }

    /// A value in the words of its source, with what it counts.
    fn quoted(&self, value: &ValueFact, claim: &ClaimFact) -> String {
        let quoted = self.words.name("digest-quoted", &value.value);
        claim.unit.as_ref().map_or_else(|| quoted.clone(), |unit| format!("{quoted} {unit}"))
    }

    fn value(&self, value: &ValueFact, claim: &ClaimFact, marks: bool) -> String {
        let (words, date) = (self.quoted(value, claim), self.words.date(value.date));
        let standing = self.words.standing(value.standing);
        let key = if marks && !value.is_confirmed { "digest-value-unconfirmed" } else { "digest-value" };
        let told = [("value", Told::Name(&words)), ("date", Told::Name(&date)), ("standing", Told::Name(standing))];
        self.words.tell(key, &told)
    }

    fn published(&self, out: &mut Vec<Sentence>) {
        let (mut silent, mut beside) = (Vec::new(), Vec::new());
        for one in self.facts {
            let issued = one.issued.iter().filter(|_| self.kind == Kind::Session);
            for (session, document) in issued {
                let text = self.issued(session, document);
                let sentence = Sentence::composed(Section::Published, Some(&one.slug), text, document.cited.clone());
                out.push(sentence.confirmed(document.is_confirmed));
            }
            let others: Vec<&DocumentFact> =
                one.documents.iter().filter(|document| document.standing != Standing::Adopted).collect();
            for document in others.iter().take(DOCUMENTS) {
                let sentence = Sentence::composed(
                    Section::Published,
                    Some(&one.slug),
                    self.document(document),
                    document.cited.clone(),
                );
                out.push(sentence.confirmed(document.is_confirmed));
            }
            let left = others.len().saturating_sub(DOCUMENTS);
            if left > 0 {
                let told = [
                    ("n", Told::Number(left as u64)),
                    ("process", Told::Name(&one.name)),
                    ("days", Told::Name(&self.days)),
                ];
                let text = self.words.tell("digest-more-documents", &told);
                let cited = Citations::one(one.page.clone());
                out.push(Sentence::composed(Section::Published, Some(&one.slug), text, cited));
            }
            match (others.is_empty(), one.documents.is_empty()) {
                (true, true) => silent.push((&*one.name, &one.page)),
                (true, false) => beside.push((&*one.name, &one.page)),
                (false, _) => {}
            }
        }
        self.nothing(Section::Published, "digest-nothing-beside", &beside, out);
        self.nothing(Section::Published, "digest-nothing-published", &silent, out);
    }

    fn issued(&self, session: &str, document: &DocumentFact) -> String {
        let (named, date) = (self.named(document), self.words.date(document.date));
        let told = [
            ("session", Told::Name(session)),
            ("document", Told::Name(&named)),
            ("date", Told::Name(&date)),
            ("kind", Told::Name(self.words.kind(document.kind))),
            ("standing", Told::Name(self.words.standing(document.standing))),
        ];
        self.words.tell("digest-issued-for", &told)
    }

    fn document(&self, document: &DocumentFact) -> String {
        let (named, date) = (self.named(document), self.words.date(document.date));
        let told = [
            ("document", Told::Name(&named)),
            ("date", Told::Name(&date)),
            ("kind", Told::Name(self.words.kind(document.kind))),
            ("standing", Told::Name(self.words.standing(document.standing))),
        ];
        self.words.tell("digest-published", &told)
    }

    fn coming(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let before = out.len();
            let say = |text, cited: Citations| Sentence::composed(Section::Next, Some(&one.slug), text, cited);
            for event in one.coming.iter().take(COMING) {
                out.push(say(self.event(event), event.cited.clone()).confirmed(event.is_confirmed));
            }
            let left = one.coming.len().saturating_sub(COMING);
            if left > 0 {
                let last = self.words.date(self.span.until());
                let told = [("n", Told::Number(left as u64)), ("date", Told::Name(&last))];
                let text = self.words.tell("digest-coming-more", &told);
                out.push(say(text, Citations::one(one.calendar.clone())));
            }
            if let Some((date, is_confirmed)) = one.mandate_ends {
                let date = self.words.date(date);
                let text = self.words.tell("digest-mandate-ends", &[("date", Told::Name(&date))]);
                out.push(say(text, Citations::one(one.page.clone())).confirmed(is_confirmed));
            }
            if out.len() == before {
                silent.push((&*one.name, &one.calendar));
            }
        }
        self.nothing(Section::Next, "digest-nothing-next", &silent, out);
    }

    fn event(&self, event: &ComingFact) -> String {
        let days = self.words.span(Some(event.from), event.until.or(Some(event.from)));
        let told = [("name", Told::Name(&event.name)), ("days", Told::Name(&days))];
        match &event.place {
            None => self.words.tell("digest-coming", &told),
            Some(place) => self.words.tell("digest-coming-at", &[told[0], told[1], ("place", Told::Name(place))]),
        }
    }

    /// Says of processes that the record kept here shows nothing: in one sentence, with a page of each.
    fn nothing(&self, section: Section, key: &str, silent: &[(&str, &Citation)], out: &mut Vec<Sentence>) {
        let Some(((_, first), rest)) = silent.split_first() else { return };
        let names = self.joined(silent.iter().map(|(name, _)| *name));
        let last = self.words.date(self.span.until());
        let told = [("processes", Told::Name(&names)), ("days", Told::Name(&self.days)), ("date", Told::Name(&last))];
        let cited = Citations::one((*first).clone()).and_all(rest.iter().map(|(_, page)| (*page).clone()));
        out.push(Sentence::composed(section, None, self.words.tell(key, &told), cited));
    }

    /// Names in a row.
    fn joined<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> String {
        names.into_iter().collect::<Vec<_>>().join(self.words.joint())
    }
}
