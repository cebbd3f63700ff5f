//! Which passages of documents serve, and which of their sentences.

use crate::dates;
use crate::draft::{Draft, Part};
use crate::lexicon::{Notion, notions};
use crate::manner;
use crate::matter::Matter;
use crate::passage::{Known, Passage, SubjectKind};
use crate::plan::{Kind, Plan, Wanted, symbols};
use crate::speakers;
use crate::text::{Token, fold, sentences, tokens};
use crate::weighing::{Weighing, evidence};
use plenum_model::Standing;
use plenum_model::answer::Quotation;
use std::collections::BTreeSet;
use std::ops::Range;

/// The share of a question's telling words that a passage in its language must have.
const ENOUGH: f32 = 0.55;
/// The likeness of meaning that a passage in another language must have.
const NEAR: f32 = 0.42;
/// The same among the words of one speaker alone, by itself and where most of the matter is shared.
const SPOKEN: f32 = 0.5;
const FAR: f32 = 0.2;
/// The share of the words that one of its sentences must mean, where neither is so.
const MEANT: f32 = 0.75;
/// The share of the notions that it must then have too.
const SHARED: f32 = 0.5;
/// With this much of either, the other is not asked for.
const VERY_NEAR: f32 = 0.55;
/// However far before the others, a passage with less of the question's words speaks of something else.
const LEAST: f32 = 0.2;

/// Chosen passages with the sentence of each that serves.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Chosen {
    /// Passage and range, the best first.
    pub(crate) serving: Vec<Quotation>,
    /// Passages that come near but do not bear an answer.
    pub(crate) near: Vec<usize>,
}

/// Words that carry no matter: question words and little words, folded.
const EMPTY: &str = " what which who whom whose when where why how did does do is are was were be been has have had the a an of in on at to for by and or with from that this these those it its as about into than \
many much there their they any all can could would should name list tell me us we you i after before during between kind type up out over each per \
please exactly actually currently today now these days still ever yet again thanks tell know need want wonder wondering keep seeing quick question sit sits stand stands also just really precisely far so ask asks say says said following called named various own \
mean means meant come came happen happened hold get got become make made enter enters entered \
svp exactement precisement actuellement aujourd hui maintenant encore toujours deja donc siege siegent savoir veux voudrais dire bien c j m donnez merci soit cela ca tous toutes tout toute leur leurs doit doivent peut demande dit disent \
le la les un une des du de d l et ou en au aux a est ete sont que qui quoi quel quelle quels quelles quand comment combien pourquoi dans sur par pour avec ce cette ces il elle ils elles se s n ne pas t y qu l ont ait sera compte comptent avait entre entrer \
favor exactamente actualmente hoy ahora todavia aun ya sigue saber quiero podria decir dice dicen pide gracias forman parte han ha ser esta estan va van sea todos todas todo toda me lo \
el los las una unos unas y o del al es fue eran son se que cual cuales quien quienes cuando como cuanto cuantos cuantas donde por para con su sus lo segun entre tiene tienen tenia tenian hubo hay entra tuvo lugar \
пожалуйста точно именно сейчас сегодня теперь еще уже скажите подскажите знать хочу можно ли же бы то та те тот такое такие все всех всего они она он них себя также просит говорит значит чём нем \
кто что какой какая какое какие каких каком какую когда где как сколько почему и в во на с со по о об от для к у из за не ли был была было были есть это его ее их при чем такое работа работу работы имеет вступает вступит насчитывает стала стал года году год \
رجاء فضلك بالضبط تحديدا حاليا الان اليوم لا يزال تزال اريد يمكن هناك تلك هم هن كل جميع بين ثم اذا لقد تطلب يطلب يقول تقول معني يعني \
من ما ماذا متي اين كيف كم لماذا هل في علي الي عن مع هو هي هذا هذه ذلك التي الذي ان كان كانت تم اي او و قد تدخل يدخل يبلغ يضم عمل عمله عملها عام سنه حتي ";
const EMPTY_HAN: &str =
    "请吧呀啊您我你们它他她都也就把让之所且还仍的是了吗呢在有和与什么哪谁何几多少为于被其这那个如怎样些及或由对从到";

/// Whether a word carries no matter.
pub(crate) fn is_empty_word(token: &Token) -> bool {
    if token.is_han() {
        return EMPTY_HAN.contains(token.word.as_str());
    }
    EMPTY.contains(&format!(" {} ", token.word)) || (token.word.chars().count() == 1 && !token.is_number())
}

/// A telling word of the question: its stem, or two Chinese characters.
pub(crate) fn keys(words: &[Token]) -> Vec<String> {
    let mut out = Vec::new();
    for (at, token) in words.iter().enumerate() {
        if token.is_han() {
            let next = words.get(at + 1).filter(|next| next.is_han() && next.span.start == token.span.end);
            if let Some(next) = next.filter(|next| !is_empty_word(next) && !is_empty_word(token)) {
                out.push(format!("{}{}", token.word, next.word));
            }
        } else if !is_empty_word(token) {
            out.push(token.stem());
        }
    }
    out
}

pub(crate) fn key_set(text: &str) -> BTreeSet<String> {
    keys(&tokens(text)).into_iter().collect()
}

/// Chooses passages and sentences, in the order of search.
pub(crate) fn choose(plan: &Plan, known: &Known, found: &[Passage]) -> Chosen {
    if let Some(words) = &plan.spoken_of
        && let Some(chosen) = speakers::choose(plan, known, found, words)
    {
        return chosen;
    }
    let weighing = Weighing::new(plan, known, found);
    let asked = Asked::of(plan, known);
    // A number that a text tells is an answer; only what no text counts is counted here, with its list.
    if plan.kind == Kind::Count && plan.wanted == Wanted::Number {
        let mut told = choose_most(plan, &asked, found, &weighing, 1);
        prefer_agreed(plan, known, found, &weighing, &mut told);
        let numbers = dates::numbers(&plan.text);
        let is_told = |one: &Quotation| holds(Wanted::Number, &found[one.passage].text[one.span.clone()], &numbers);
        if told.serving.iter().any(is_told) {
            return told;
        }
    }
    let most = match plan.kind {
        Kind::Fact | Kind::Definition | Kind::AsOf => 1,
        Kind::Comparison | Kind::Position | Kind::History => 4,
        Kind::List => 20,
        // How many passages speak of a thing does not tell how many of it there are.
        Kind::Count => return Chosen { serving: Vec::new(), near: (0..found.len()).collect() },
    };
    let mut chosen = choose_most(plan, &asked, found, &weighing, most);
    if most == 1 {
        prefer_agreed(plan, known, found, &weighing, &mut chosen);
    }
    if plan.kind == Kind::History {
        chosen.serving.sort_by_key(|quotation| found[quotation.passage].date);
    }
    chosen
}

fn choose_most(plan: &Plan, asked: &Asked<'_>, found: &[Passage], weighing: &Weighing, most: usize) -> Chosen {
    if most == 1 {
        return choose_one(plan, asked, found, weighing);
    }
    let mut chosen = Chosen::default();
    for (at, passage) in found.iter().enumerate() {
        let may_serve = chosen.serving.len() < most && asked.allows(passage) && bears(plan, weighing, found, at);
        if let Some(span) = may_serve.then(|| sentence(plan, weighing, found, at)).flatten() {
            chosen.serving.push(Quotation { passage: at, span });
            continue;
        }
        chosen.near.push(at);
    }
    chosen
}

/// The one passage for which most speaks, where enough does; the others, and all where too little does, by how near they come.
fn choose_one(plan: &Plan, asked: &Asked<'_>, found: &[Passage], weighing: &Weighing) -> Chosen {
    // Beyond the first few, search has only likenesses left.
    const TRIED: usize = 6;
    let tried = (0..found.len().min(TRIED)).filter(|at| asked.allows(&found[*at]));
    let mut weighed: Vec<(usize, f32)> =
        tried.filter_map(|at| Some((at, over_enough(plan, weighing, found, at)?))).collect();
    // Of equals the first that search found.
    weighed.sort_by(|one, other| other.1.total_cmp(&one.1));
    let best = weighed.first().filter(|(_, over)| *over >= 0.0);
    let quoted = best.and_then(|(at, _)| Some(Quotation { passage: *at, span: sentence(plan, weighing, found, *at)? }));
    let others = (0..found.len()).filter(|at| weighed.iter().all(|(tried, _)| tried != at));
    let mut near: Vec<usize> = weighed.iter().map(|(at, _)| *at).chain(others).collect();
    near.retain(|at| quoted.as_ref().is_none_or(|one| one.passage != *at));
    Chosen { serving: quoted.into_iter().collect(), near }
}

/// By how much more than enough speaks for a passage as the one answer, negative where less does; `None` where it cannot be.
fn over_enough(plan: &Plan, weighing: &Weighing, found: &[Passage], at: usize) -> Option<f32> {
    // Being before others says something only where there are others.
    const RIVALS: usize = 3;
    let passage = &found[at];
    let is_weighed = passage.likeness.is_some()
        && plan.kind != Kind::Position
        && weighing.others(found, at).nth(RIVALS - 1).is_some();
    if !is_weighed {
        return bears(plan, weighing, found, at).then_some(0.0);
    }
    let is_of_it = passage.language != plan.language || weighing.covered(&weighing.passages[at]) >= LEAST;
    (is_of_it && may_hold(plan, &passage.text)).then(|| evidence(plan, weighing, found, at))
}

/// Where a draft on the table was found first, and an adopted or official text says about as much, the latter is quoted.
fn prefer_agreed(plan: &Plan, known: &Known, found: &[Passage], weighing: &Weighing, chosen: &mut Chosen) {
    let Some(first) = chosen.serving.first_mut() else { return };
    if found[first.passage].standing != Standing::Chair {
        return;
    }
    const ABOUT: f32 = 0.15;
    let enough = weighing.covered(&weighing.passages[first.passage]) - ABOUT;
    let asked = Asked::of(plan, known);
    let is_agreed = |at: &usize| {
        let passage = &found[*at];
        matches!(passage.standing, Standing::Adopted | Standing::Official)
            && passage.language == found[first.passage].language
            && weighing.covered(&weighing.passages[*at]) >= enough
            && asked.holds_what_is_supposed(passage)
    };
    if let Some(at) = (0..found.len().min(8)).find(is_agreed)
        && let Some(span) = sentence(plan, weighing, found, at)
    {
        *first = Quotation { passage: at, span };
    }
}

/// Whether a passage speaks of what is asked: by its words, or in another language by meaning and by the notions it shares.
fn bears(plan: &Plan, weighing: &Weighing, found: &[Passage], at: usize) -> bool {
    let passage = &found[at];
    let covered = weighing.covered(&weighing.passages[at]);
    let likeness = passage.likeness.unwrap_or(0.0);
    // The search was among the words of those asked for alone; what they said of it may be farther away.
    if plan.kind == Kind::Position && passage.language != plan.language {
        let asked = Matter::of(&plan.asked);
        let is_of_it = || !asked.is_empty() && asked.share_in(&Matter::of(&passage.text)) >= SHARED;
        let is_meant = weighing.shared_by_best_sentence(at).is_some_and(|share| share >= MEANT);
        return likeness >= SPOKEN || (likeness >= FAR && is_of_it()) || is_meant;
    }
    if !may_hold(plan, &passage.text) {
        return false;
    }
    if passage.language == plan.language {
        return covered >= ENOUGH;
    }
    let shared = shared_notions(&plan.notions, passage);
    likeness >= VERY_NEAR || (likeness >= NEAR && shared >= SHARED) || covered >= ENOUGH
}

/// Whether a text can hold what is wanted at all: without any figure but the question's own it tells no date and no number.
fn may_hold(plan: &Plan, text: &str) -> bool {
    let asked = dates::numbers(&plan.text);
    let is_counted = matches!(plan.wanted, Wanted::Date | Wanted::Number);
    !is_counted || !dates::months(text).is_empty() || dates::numbers(text).iter().any(|number| !asked.contains(number))
}

fn shared_notions(asked: &BTreeSet<Notion>, passage: &Passage) -> f32 {
    let there = notions(&format!("{} {}", passage.text, passage.about));
    if asked.is_empty() { 0.0 } else { asked.intersection(&there).count() as f32 / asked.len() as f32 }
}

/// What a question takes for granted, and of whom it asks.
struct Asked<'a> {
    plan: &'a Plan,
    known: &'a Known,
    numbers: BTreeSet<u64>,
    names: Vec<String>,
}

impl<'a> Asked<'a> {
    fn of(plan: &'a Plan, known: &'a Known) -> Self {
        let numbers = dates::numbers(&plan.text).into_iter().filter(|n| *n > 12).collect();
        let in_symbol = |word: &str| symbols(&plan.text).iter().any(|symbol| symbol.contains(word));
        // The first word has a capital in any case.
        let is_name =
            |token: &&Token| token.is_capital && token.span.start > 0 && !in_symbol(&plan.text[token.span.clone()]);
        let names = plan.words.iter().filter(is_name).map(Token::stem).collect();
        Self { plan, known, numbers, names }
    }

    /// Whether a passage may serve at all.
    fn allows(&self, passage: &Passage) -> bool {
        self.names_what_is_asked_of(passage)
            && self.holds_what_is_supposed(passage)
            && self.is_said_by_one_asked(passage)
            && says_something(passage)
    }

    /// What is said of one body is no answer about another: what the question names must be named in the passage or above it.
    fn names_what_is_asked_of(&self, passage: &Passage) -> bool {
        let is_one = |at: &&usize| {
            let kind = self.known.subjects[**at].kind;
            matches!(kind, SubjectKind::Process | SubjectKind::Instrument | SubjectKind::State)
        };
        let mut asked = self.plan.subjects.iter().filter(is_one).peekable();
        if self.plan.kind == Kind::Position || asked.peek().is_none() {
            return true;
        }
        // A commentary on one body names the people and the papers of many.
        let is_of_many =
            passage.standing == Standing::Commentary && matches!(self.plan.wanted, Wanted::Person | Wanted::Symbol);
        let above = if is_of_many { "" } else { &passage.about };
        let words = format!("{} {above}", passage.text);
        let said = fold(&words);
        asked.all(|at| self.known.subjects[*at].is_named_in(&words, &said))
    }

    /// Numbers and years that the question names must be in the passage, and most of the names.
    fn holds_what_is_supposed(&self, passage: &Passage) -> bool {
        let said = format!("{} {}", passage.text, passage.about);
        let there = dates::numbers(&said);
        let year = passage.date.map(|date| u64::from(date.year()));
        let fits = |n: &u64| there.contains(n) || year == Some(*n) || said.contains(&n.to_string());
        if !self.numbers.iter().all(fits) {
            return false;
        }
        if passage.language != self.plan.language || self.names.is_empty() {
            return true;
        }
        let words: BTreeSet<String> = tokens(&said).iter().map(Token::stem).collect();
        let held = self.names.iter().filter(|name| words.contains(*name)).count();
        held * 2 >= self.names.len()
    }

    /// A position is what the actors asked for said themselves.
    fn is_said_by_one_asked(&self, passage: &Passage) -> bool {
        if self.plan.kind != Kind::Position {
            return true;
        }
        let is_actor = |at: &&usize| self.known.subjects[**at].kind.is_party();
        let words = format!("{}\n{}", passage.speaker.as_deref().unwrap_or_default(), passage.text);
        let said = fold(&words);
        self.plan.subjects.iter().filter(is_actor).any(|at| self.known.subjects[*at].is_named_in(&words, &said))
    }
}

/// The sentence of a passage that has most of what is asked; where a figure is wanted, of those that hold one.
fn sentence(plan: &Plan, weighing: &Weighing, found: &[Passage], at: usize) -> Option<Range<usize>> {
    let passage = &found[at];
    let asked_numbers = dates::numbers(&plan.text);
    let is_figure = matches!(plan.wanted, Wanted::Date | Wanted::Number | Wanted::Symbol);
    let mut best: Option<(f32, Range<usize>)> = None;
    for (place, range) in sentences(&passage.text).into_iter().enumerate() {
        let words = &passage.text[range.clone()];
        let is_held = holds(plan.wanted, words, &asked_numbers);
        let is_beside = (is_figure && !is_held) || (plan.manner.is_why && !manner::gives_reason(words));
        if crate::orders::gives_orders(words) || is_beside {
            continue;
        }
        let shared = match weighing.shared_by_sentence(at, place) {
            Some(share) => share,
            None if passage.language == plan.language => 0.0,
            None => shared_notions_of(plan, words),
        };
        let fits = if is_held { 0.25 } else { 0.0 };
        let score = shared + weighing.covered(&key_set(words)) + fits;
        // Of equals the first: a paragraph says its matter at the beginning.
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, range));
        }
    }
    best.map(|(_, range)| range)
}

/// A few words without an end are a label of something else.
fn says_something(passage: &Passage) -> bool {
    const FEW: usize = 9;
    let text = passage.text.trim_end();
    text.ends_with(|c: char| c.is_ascii_punctuation() || "。！？；：؟؛…”»".contains(c)) || tokens(text).len() > FEW
}

fn shared_notions_of(plan: &Plan, words: &str) -> f32 {
    let there = notions(words);
    let named = plan.words.iter().filter(|token| token.is_number() || token.is_capital);
    let literal = named.filter(|token| words.contains(&plan.text[token.span.clone()])).count();
    plan.notions.intersection(&there).count() as f32 * 0.2 + literal as f32 * 0.3
}

/// Whether words hold what is wanted, besides what the question itself brought.
pub(crate) fn holds(wanted: Wanted, words: &str, asked: &BTreeSet<u64>) -> bool {
    match wanted {
        Wanted::Date => {
            dates::dates(words).iter().any(|date| !asked.contains(&u64::from(date.year())) || date.month().is_some())
        }
        Wanted::Number => {
            let ordinals = dates::ordinals(words); // The nineteenth forum tells no number of forums.
            let counts = |n: &u64| !asked.contains(n) && !ordinals.contains(n);
            dates::numbers_besides_dates(&without_symbols(words)).iter().any(counts)
        }
        Wanted::Symbol => !symbols(words).is_empty() || names_resolution(words),
        Wanted::Person | Wanted::Place => tokens(words).iter().skip(1).any(|token| token.is_capital),
        Wanted::Anything => false,
    }
}

/// Whether words call a resolution or decision by its number as texts do: `73/27`, `1863 (2009)`.
fn names_resolution(words: &str) -> bool {
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut all = words.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ':']));
    let mut before = "";
    all.any(|word| {
        let of_session =
            word.split_once('/').is_some_and(|(session, number)| is_figures(session) && is_figures(number));
        let year = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let of_council = is_figures(before) && year.is_some_and(|year| year.len() == 4 && is_figures(year));
        before = word;
        of_session || of_council
    })
}

/// Words without what stands in a symbol, `79/194` or `A/80/257`: its figures count nothing.
fn without_symbols(words: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let parts = words.split_inclusive(|c: char| !is_part(c));
    let counts = |part: &&str| !(part.contains('/') && part.contains(|c: char| c.is_ascii_digit()));
    parts.filter(counts).collect()
}

/// The words quoted, as a sentence: `“…”`, with who says it before a statement's.
pub(crate) fn draft(quotation: &Quotation, found: &[Passage], language: &str) -> Draft {
    let passage = &found[quotation.passage];
    let mut parts = Vec::new();
    let is_statement = passage.standing == plenum_model::Standing::Statement;
    if let Some(speaker) =
        passage.speaker.as_ref().filter(|speaker| is_statement && passage.about.contains(speaker.as_str()))
    {
        parts.push(Part::Name(speaker.clone()));
        if let Some(day) = passage.date {
            parts.push(Part::Fixed(crate::phrases::comma(language).into()));
            parts.push(Part::Date(day));
        }
        parts.push(Part::Fixed(crate::phrases::colon(language).into()));
    }
    parts.push(Part::Quote(0));
    Draft { parts, cites: vec![quotation.clone()] }
}
