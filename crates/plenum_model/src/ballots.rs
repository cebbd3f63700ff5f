//! How alike States vote: every vote of every roll call in memory, one letter each, and agreement counted from it.
//!
//! The measure: of the roll calls in which both voted yes, no or abstained, the same vote counts 1, an abstention beside
//! a yes or a no counts one half, yes against no counts 0. Absences are left out. Of groups, every pair of members
//! counts alike. A vote counts as it was cast, not as it was said afterwards to have been meant.

use crate::PartialDate;
use crate::vote::{Tally, Vote};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// Agreement, as counted: never a float, so that it can be added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Twice the points: 2 for the same vote, 1 with one abstention, 0 for yes against no.
    halves: u64,
    /// How many pairs of votes were compared.
    pub pairs: u64,
    /// In how many roll calls.
    pub calls: u32,
}

impl Agreement {
    /// Out of a thousand; `None` where nothing was compared.
    pub fn permille(self) -> Option<u16> {
        let rounded = (self.halves * 500 + self.pairs / 2).checked_div(self.pairs)?;
        u16::try_from(rounded).ok()
    }

    fn add(&mut self, other: Self) {
        self.halves += other.halves;
        self.pairs += other.pairs;
        self.calls += other.calls;
    }
}

/// One roll call as it is kept: the letters stand in the order of the seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotRow {
    /// The roll call's id.
    pub id: String,
    /// When; a roll call without a date counts in no year.
    pub date: Option<PartialDate>,
    /// A letter a seat ([`Vote::letter`]); seats behind the end have nothing recorded.
    pub letters: String,
}

/// States that vote together: one alone, or a group with its members as they came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bloc {
    /// Seat, first and last day as ordinals.
    members: Vec<(usize, i32, i32)>,
}

impl Bloc {
    /// Whether nobody of it ever voted.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

/// All votes in memory.
#[derive(Clone, Debug, Default)]
pub struct Ballots {
    actors: Vec<String>,
    seats: HashMap<String, usize>,
    /// The roll calls, oldest first.
    calls: Vec<(String, i32)>,
    /// By seat, a letter a roll call.
    columns: Vec<Vec<u8>>,
}

const YEAR: i32 = 10_000; // Of an ordinal.

impl Ballots {
    /// From the actors in the order of their seats, and the roll calls in the order in which they were held.
    pub fn new(actors: Vec<String>, rows: &[BallotRow]) -> Self {
        let mut columns = vec![vec![b'.'; rows.len()]; actors.len()];
        for (call, row) in rows.iter().enumerate() {
            for (column, letter) in columns.iter_mut().zip(row.letters.bytes()) {
                column[call] = letter;
            }
        }
        let calls = rows.iter().map(|row| (row.id.clone(), row.date.map_or(0, PartialDate::ordinal))).collect();
        let seats = actors.iter().enumerate().map(|(seat, actor)| (actor.clone(), seat)).collect();
        Self { actors, seats, calls, columns }
    }

    /// How many roll calls there are.
    pub fn calls(&self) -> usize {
        self.calls.len()
    }

    /// How many votes (yes, no, abstentions) there are.
    pub fn votes(&self) -> usize {
        let is_cast = |letter: &&u8| matches!(letter, b'Y' | b'N' | b'A');
        self.columns.iter().map(|column| column.iter().filter(is_cast).count()).sum()
    }

    /// The years with roll calls, first and last.
    pub fn years(&self) -> Option<RangeInclusive<u16>> {
        let mut years = self.calls.iter().filter_map(|(_, date)| year(*date));
        let first = years.next()?;
        Some(years.fold(first..=first, |all, one| *all.start().min(&one)..=*all.end().max(&one)))
    }

    /// One actor alone; empty if it never voted.
    pub fn alone(&self, actor: &str) -> Bloc {
        let seat = self.seats.get(actor).map(|seat| (*seat, 0, i32::MAX));
        Bloc { members: seat.into_iter().collect() }
    }

    /// A group: each member with its first and last day, `None` where there is none.
    pub fn group<'a>(
        &self,
        members: impl IntoIterator<Item = (&'a str, Option<PartialDate>, Option<PartialDate>)>,
    ) -> Bloc {
        let ordinal = |date: Option<PartialDate>, other: i32| date.map_or(other, PartialDate::ordinal);
        let one = |(actor, from, until): (&str, _, _)| {
            self.seats.get(actor).map(|seat| (*seat, ordinal(from, 0), last_day(ordinal(until, i32::MAX))))
        };
        Bloc { members: members.into_iter().filter_map(one).collect() }
    }

    /// How a bloc voted in all.
    pub fn tally(&self, bloc: &Bloc) -> Tally {
        let mut tally = Tally::default();
        for (seat, from, until) in &bloc.members {
            let dated = self.columns[*seat].iter().zip(&self.calls);
            let own = dated.filter(|(_, (_, date))| (from..=until).contains(&date));
            own.filter_map(|(letter, _)| Vote::of_letter(*letter)).for_each(|vote| tally.count(vote));
        }
        tally
    }

    /// The last year in which an actor has a vote recorded.
    pub fn last_year(&self, actor: &str) -> Option<u16> {
        let column = &self.columns[*self.seats.get(actor)?];
        let dated = column.iter().zip(&self.calls).rev();
        dated.filter(|(letter, _)| Vote::of_letter(**letter).is_some()).find_map(|(_, (_, date))| year(*date))
    }

    /// The roll calls before and after one.
    pub fn around(&self, id: &str) -> (Option<&str>, Option<&str>) {
        let Some(place) = self.calls.iter().position(|(own, _)| own == id) else { return (None, None) };
        let at = |place: Option<usize>| place.and_then(|place| self.calls.get(place)).map(|(id, _)| id.as_str());
        (at(place.checked_sub(1)), at(place.checked_add(1)))
    }

    /// The roll calls in which an actor has a vote recorded, newest first: id and vote.
    pub fn record<'a>(&'a self, actor: &str) -> impl Iterator<Item = (&'a str, Vote)> {
        let column: &[u8] = self.seats.get(actor).map_or(&[], |seat| &self.columns[*seat]);
        let votes = column.iter().zip(&self.calls).rev();
        votes.filter_map(|(letter, (id, _))| Vote::of_letter(*letter).map(|vote| (id.as_str(), vote)))
    }

    /// The agreement between two blocs, year by year; years in which nothing could be compared are left out.
    ///
    /// Who belongs to both is not compared with itself.
    pub fn between(&self, a: &Bloc, b: &Bloc) -> Vec<(u16, Agreement)> {
        let (mine, theirs) = (self.counts(a), self.counts(b));
        let both = Bloc {
            members: a.members.iter().flat_map(|one| b.members.iter().filter_map(|two| overlap(*one, *two))).collect(),
        };
        let shared = self.counts(&both);
        let calls = mine.iter().zip(&theirs).zip(&shared);
        self.by_year(calls.map(|((mine, theirs), shared)| across(*mine, *theirs, *shared)))
    }

    /// The agreement among the members of a bloc, year by year: every pair counts alike.
    pub fn within(&self, bloc: &Bloc) -> Vec<(u16, Agreement)> {
        self.by_year(self.counts(bloc).iter().map(|counts| among(*counts)))
    }

    /// The agreement of an actor with every other, within some years, the closest first.
    ///
    /// In: only others with at least `least` roll calls in common are told.
    pub fn nearest(&self, actor: &str, years: &RangeInclusive<u16>, least: u64) -> Vec<(&str, Agreement)> {
        let Some(own) = self.seats.get(actor) else { return Vec::new() };
        let is_within = |date: i32| year(date).is_some_and(|year| years.contains(&year));
        let first = self.calls.iter().position(|(_, date)| is_within(*date)).unwrap_or(self.calls.len());
        let after = self.calls.iter().rposition(|(_, date)| is_within(*date)).map_or(first, |last| last + 1);
        let mine = &self.columns[*own][first..after];
        let mut all: Vec<(&str, Agreement)> = Vec::new();
        for (seat, other) in self.actors.iter().enumerate().filter(|(seat, _)| seat != own) {
            let agreement = alike(mine, &self.columns[seat][first..after]);
            if agreement.pairs >= least.max(1) {
                all.push((other, agreement));
            }
        }
        // Cross-multiplied, so that 2 of 3 and 4 of 6 are equal; ties by name, so that the order stays.
        all.sort_by(|(a_name, a), (b_name, b)| {
            (b.halves * a.pairs).cmp(&(a.halves * b.pairs)).then_with(|| a_name.cmp(b_name))
        });
        all
    }

    /// Yes, no and abstentions of a bloc, roll call by roll call.
    fn counts(&self, bloc: &Bloc) -> Vec<[u32; 3]> {
        let mut counts = vec![[0; 3]; self.calls.len()];
        for (seat, from, until) in &bloc.members {
            for ((count, letter), (_, date)) in counts.iter_mut().zip(&self.columns[*seat]).zip(&self.calls) {
                let is_member = u32::from(from <= date && date <= until);
                count[0] += is_member & u32::from(*letter == b'Y');
                count[1] += is_member & u32::from(*letter == b'N');
                count[2] += is_member & u32::from(*letter == b'A');
            }
        }
        counts
    }

    fn by_year(&self, agreements: impl Iterator<Item = Agreement>) -> Vec<(u16, Agreement)> {
        let mut years: Vec<(u16, Agreement)> = Vec::new();
        for (agreement, (_, date)) in agreements.zip(&self.calls) {
            let Some(year) = year(*date).filter(|_| agreement.pairs > 0) else { continue };
            match years.last_mut().filter(|(last, _)| *last == year) {
                Some((_, sum)) => sum.add(agreement),
                None => years.push((year, agreement)),
            }
        }
        years
    }
}

/// All years of a list in one.
pub fn together(years: &[(u16, Agreement)]) -> Agreement {
    let mut sum = Agreement::default();
    years.iter().for_each(|(_, one)| sum.add(*one));
    sum
}

fn year(ordinal: i32) -> Option<u16> {
    u16::try_from(ordinal / YEAR).ok().filter(|year| *year > 0)
}

/// The last day of a vague date: who was a member until 2020 was one in all of 2020.
fn last_day(ordinal: i32) -> i32 {
    match (ordinal % YEAR, ordinal % 100) {
        _ if ordinal == i32::MAX => ordinal,
        (0, _) => ordinal + YEAR - 1,
        (_, 0) => ordinal + 99,
        _ => ordinal,
    }
}

fn overlap(one: (usize, i32, i32), two: (usize, i32, i32)) -> Option<(usize, i32, i32)> {
    let (from, until) = (one.1.max(two.1), one.2.min(two.2));
    (one.0 == two.0 && from <= until).then_some((one.0, from, until))
}

fn across([yes, no, abstain]: [u32; 3], [yes2, no2, abstain2]: [u32; 3], shared: [u32; 3]) -> Agreement {
    let product = |a: u32, b: u32| u64::from(a) * u64::from(b);
    let selves: u64 = shared.iter().map(|n| u64::from(*n)).sum();
    let same = product(yes, yes2) + product(no, no2) + product(abstain, abstain2) - selves;
    let half = product(abstain, yes2 + no2) + product(yes + no, abstain2);
    let pairs = product(yes + no + abstain, yes2 + no2 + abstain2) - selves;
    Agreement { halves: 2 * same + half, pairs, calls: u32::from(pairs > 0) }
}

fn among([yes, no, abstain]: [u32; 3]) -> Agreement {
    let pairs = |n: u32| u64::from(n) * u64::from(n.saturating_sub(1)) / 2;
    let half = u64::from(abstain) * u64::from(yes + no);
    let all = pairs(yes + no + abstain);
    Agreement { halves: 2 * (pairs(yes) + pairs(no) + pairs(abstain)) + half, pairs: all, calls: u32::from(all > 0) }
}

fn alike(mine: &[u8], theirs: &[u8]) -> Agreement {
    let mut sum = Agreement::default();
    let is_cast = |letter: u8| matches!(letter, b'Y' | b'N' | b'A');
    for (a, b) in mine.iter().zip(theirs).filter(|(a, b)| is_cast(**a) && is_cast(**b)) {
        sum.pairs += 1;
        sum.calls += 1;
        sum.halves += if a == b { 2 } else { u64::from(*a == b'A' || *b == b'A') };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three States and a row a year from 2001.
    fn ballots(rows: &[&str]) -> Ballots {
        let row = |(nth, letters): (usize, &&str)| BallotRow {
            id: nth.to_string(),
            date: PartialDate::parse(&format!("{}-06-01", 2001 + nth)).ok(),
            letters: (*letters).into(),
        };
        let rows: Vec<BallotRow> = rows.iter().enumerate().map(row).collect();
        Ballots::new(vec!["a".into(), "b".into(), "c".into()], &rows)
    }

    fn check(a: &str, b: &str, rows: &[&str], expected: Option<u16>) {
        let all = ballots(rows);
        assert_eq!(together(&all.between(&all.alone(a), &all.alone(b))).permille(), expected, "{rows:?}");
    }

    #[test]
    fn an_abstention_is_half_way_and_an_absence_counts_nothing() {
        check("a", "b", &["YY", "NN", "AA"], Some(1000));
        check("a", "b", &["YN", "NY"], Some(0));
        check("a", "b", &["YA", "AN"], Some(500));
        check("a", "b", &["YY", "Y.", "YX", ".N"], Some(1000));
        check("a", "b", &["Y."], None);
        check("a", "nobody", &["YY"], None);
    }

    #[test]
    fn every_pair_of_a_group_counts_alike() {
        let all = ballots(&["YYN", "YYY"]);
        let group = all.group([("a", None, None), ("b", None, None), ("c", None, None)]);
        let years: Vec<_> = all.within(&group).iter().map(|(year, a)| (*year, a.permille())).collect();
        assert_eq!(years, [(2001, Some(333)), (2002, Some(1000))]);
        assert_eq!(all.between(&group, &group)[0].1.pairs, 6, "nobody is compared with itself");
        assert_eq!(all.tally(&group), Tally { yes: 5, no: 1, ..Tally::default() });
    }

    #[test]
    fn members_count_while_they_are_members() {
        let all = ballots(&["YYN", "YYN"]);
        let until = PartialDate::parse("2001").ok();
        let group = all.group([("a", None, None), ("b", None, until)]);
        assert_eq!(all.within(&group).len(), 1);
        assert_eq!(all.tally(&group).yes, 3);
    }

    #[test]
    fn the_nearest_come_first_and_those_with_little_in_common_not_at_all() {
        let all = ballots(&["YYN", "YAN", "Y.N"]);
        let told = |least| -> Vec<&str> { all.nearest("a", &(2001..=2003), least).iter().map(|one| one.0).collect() };
        assert_eq!(told(1), ["b", "c"]);
        assert_eq!(told(3), ["c"]);
        assert_eq!(all.nearest("a", &(1990..=1991), 1), []);
        assert_eq!((all.years(), all.votes()), (Some(2001..=2003), 8));
        assert_eq!(all.record("b").collect::<Vec<_>>(), [("1", Vote::Abstain), ("0", Vote::Yes)]);
    }
}
