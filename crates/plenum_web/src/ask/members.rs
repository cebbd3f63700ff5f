//! Who belongs to which group, as the answers want it: an entry a group, a line a member.

use super::entries::Entry;
use super::knowledge::Gathered;
use plenum_answers::Belonging;
use plenum_store::actors::Membership;
use std::collections::HashMap;

impl Gathered {
    /// Adds the memberships of every group; the actors must be there.
    pub(super) fn members(&mut self, memberships: &[Membership]) {
        let places: HashMap<String, usize> =
            self.subjects.iter().enumerate().map(|(at, subject)| (subject.key.clone(), at)).collect();
        for of_group in memberships.chunk_by(|one, next| one.group == next.group) {
            let Some(group) = places.get(&of_group[0].group) else { continue };
            let mut entry = Entry::default();
            entry.line(&self.subjects[*group].names[0]);
            for one in of_group {
                let Some(member) = places.get(&one.member) else { continue };
                let names = &self.subjects[*member].names;
                let belonging =
                    Belonging { member: one.member.clone(), from: one.from, until: one.until, role: one.role.clone() };
                let said = said(&names[0], one);
                entry.member(belonging, &said, &names[1..].join(" · "));
            }
            let source = of_group.iter().map(|one| one.source.as_str()).find(|source| !source.is_empty());
            self.keep(entry, *group, format!("/actors/{}", of_group[0].group), source.unwrap_or_default());
        }
    }
}

/// `Croatia, since 2013-07-01`; `Türkiye: takes part`.
fn said(name: &str, one: &Membership) -> String {
    let role = one.role.as_ref().map(|role| format!(": {role}")).unwrap_or_default();
    match (one.from, one.until) {
        (Some(from), Some(until)) => format!("{name}{role}, from {from} until {until}"),
        (Some(from), None) => format!("{name}{role}, since {from}"),
        (None, Some(until)) => format!("{name}{role}, until {until}"),
        (None, None) => format!("{name}{role}"),
    }
}
