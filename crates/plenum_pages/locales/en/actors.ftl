# Actors, groups, votes.

room-actors = Actors
actors-lede = States, groups of States and organisations: what each is, what it has said, and how it has voted.
actors-none = No actor is held yet. They come with the packs.
actors-other-states = Other States
actor-state = State
actors-state = Member States
actor-former-state = Former Member or seat
actors-former-state = Former Members and seats
actor-observer = Observer
actors-observer = Observers
actor-group = Group of States
actors-group = Groups of States
actor-organisation = Organisation
actors-organisation = Organisations
actor-person = Person
actors-person = Persons
on-this-page = On this page
actor-also = Also called:
actor-compare = Compare with others
actor-documents = Statements and documents
actor-no-documents = No words of it are held yet.
actor-groups = Groups
members-title = Members
members-not-told = Its members are not in the packs: nothing here counts them.
members-n =
    { $n ->
        [one] { $n } member
       *[other] { $n } members
    }
actor-votes = Votes
actor-code = Code
votes-newest = Latest recorded votes
agreement-title = Agreement in votes over time
agreement-about = Agreement is counted over the roll calls in which both cast a vote: the same vote counts 1, an abstention beside a vote in favour or against counts one half, in favour against against counts 0. Absences are left out. In and between groups every pair of members counts alike. Votes count as cast, not as later said to have been meant. Years with fewer than ten roll calls are drawn as dots.
agreement-closest = Closest in votes
agreement-farthest = Farthest in votes
agreement-years = Compared over the years { $from } to { $until }, with those that have at least fifty roll calls in common.
agreement-everybody = All others
agreement-within = Within: { $name }
agreement-with-others = Agreement with others
agreement-among = Agreement among its members
compare-title = Compare up to three actors
compare-lede = Choose States or groups: their groups, their words, and how alike they vote.
compare-nth = Actor { $n }
compare-go = Compare
compare-unknown = Not known here:
compare-kind = What it is
compare-members = Members today
compare-no-votes = No vote is held.
compare-nothing = They have no roll call in common.
pairs-compared =
    { $n ->
        [one] { $n } pair of votes compared
       *[other] { $n } pairs of votes compared
    }
votes-title = Recorded votes
votes-lede = Roll calls, the latest first: the result, each State’s vote on a map of tiles, and how groups voted.
votes-none = No roll call is held yet.
votes-import = Add a record set of roll calls from the command line:
votes-none-here = No roll call fits. Choose another year or issue.
votes-issues = Issues
votes-all-issues = All issues
votes-years = Years
votes-all-years = All years
roll-calls =
    { $n ->
        [one] { $n } roll call
       *[other] { $n } roll calls
    }
votes-cast =
    { $n ->
        [one] { $n } vote cast
       *[other] { $n } votes cast
    }
votes-sentence = { $yes } in favour, { $no } against, { $abstain } abstaining
vote = Vote
vote-yes = In favour
vote-no = Against
vote-abstain = Abstaining
vote-absent = Absent or not voting
vote-none = No vote recorded
vote-result = Result
vote-adopted = Adopted
vote-rejected = Not adopted
voted-text = Text voted on
voted-on-whole = on the text as a whole, or a motion
voted-on-paragraph = on a paragraph or some words
voted-on-amendment = on an amendment
vote-changes = Noted afterwards
vote-changes-about = These delegations later told the Secretariat how they had meant to vote. The result does not change.
vote-map = How each State voted
vote-map-about = One tile a State, arranged by regional group; no borders are drawn. + in favour, − against, ○ abstaining, × absent or not voting; a faint tile without a mark: no vote recorded, because absent, not voting, or not a Member then.
vote-unplaced = Counted, but of voters that are not known here:
vote-groups = How groups voted
vote-table = Every vote as a table
session-n = session { $name }
trend-about = The same values stand in the table beneath.
trend-table = Table of the values
percent = { $n }%
debate-order = by name; the record does not tell the order of speaking
debate-actor = groups, votes and words
debate-statements =
    { $n ->
        [one] { $n } statement
       *[other] { $n } statements
    }
