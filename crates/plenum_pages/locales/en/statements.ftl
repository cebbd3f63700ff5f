
# Transcripts, statements, positions.
meetings = Meetings
meetings-lede = Who said what, meeting by meeting. Meetings with a transcript show every statement in speaking order, each unconfirmed until an editor has confirmed it; other meetings are known by the statements whose records name them.
meetings-none = No meeting is held yet. A transcript is added from the command line:
meetings-none-here = No meeting fits. Choose another process, year or kind.
meetings-kinds = Kinds of meetings
meetings-all = All meetings
meetings-transcribed = With a transcript
meetings-named = Named by statements
meeting-named = named by records of statements
speaking-order = Speaking order
statement = Statement
statements = Statements
statements-none = No statement could be made out in the transcript.
transcript = Transcript
recording = Recording
statistics = Who spoke, how long
statistics-none = Nothing is counted yet: no statement has been confirmed.
speaker-unnamed = Speaker not named
speaks-for = on behalf of
printed-as = printed as
answers = answers
answered-by = answered by
answers-unknown = what it answers is not recorded
first-proposal = first proposal
first-proposals-title = Proposed for the first time
replies-title = Rights of reply
words-in-all = Words
time-in-all = Time
unconfirmed-what = A machine made it out; it is not counted until an editor confirms it.
review-go = Review and confirm
review-title = Review the statements
review-lede = Set right what the machine made out, then confirm. Every change is kept with its time and author.
review-no-actor = No actor has that short name. Choose one from the list.
review-no-earlier = A reply answers an earlier statement of this meeting: give its number.
save-and-confirm = Save and confirm
save-unconfirmed = Save, leave unconfirmed
mode = Mode
mode-formal = formal
mode-informal = informal
field-answers = Answers statement number
said-statement = statement
said-reply = right of reply
said-explanation = explanation of position
said-joint = joint statement
said-chair = words of the Chair
gender-woman = woman
gender-man = man
gender-other = stated otherwise
gender-as-stated = Gender as stated:
gender-not-stated = gender not stated
in-meeting = In the meeting
about-statement = About this statement
statement-gone = A corrected transcript no longer has this statement as it stands here.
history = What editors changed
fact-actor = speaker
fact-speaks-for = speaks for
fact-kind = kind
fact-answers = answers
fact-confirmed = confirmed
fact-gender = gender as stated
yes = yes
no = no
bars-what = A bar for each, as long as its words are many; the table below has every value.
bars-cut = Only the longest are drawn; the table has all.
bars-table = The values as a table
bars-source = Counted from statements that an editor confirmed.
bars-by-actor = Words by speaker
bars-by-group = Words by group of States; a State counts in each of its groups
bars-by-voice = Words on behalf of groups
positions = Positions
positions-lede = Where each stands on each issue. Every cell is a quotation that an editor placed; it opens the paragraph it rests on.
positions-none = No quotation has been placed yet.
positions-none-on = No quotation stands on:
issue = Issue
stance = Stance
stance-supports = supports
stance-opposes = opposes
stance-proposes = proposes
stance-conditions = has conditions
stance-no-position = no position stated
relation-agree = Agree
relation-disagree = Disagree
pairs-title = Agreements and disagreements
positions-history = Everything that was placed
withdrawn = withdrawn
withdraw = Withdraw
positions-edit = Place quotations
place-title = Place a quotation
place-lede = Choose issue and actor; the software proposes paragraphs, but a person places every quotation.
place-address = Paragraph’s address
place-words = Words quoted, exactly; empty for the whole paragraph
place-go = Place
candidates-go = Propose paragraphs
candidates-title = Paragraphs that may say it
candidates-none = No paragraph of this actor was found.
candidate-take = Take this one
issue-add = Add an issue
issue-add-note = Packs tell the issues of a process; what you add here is kept apart from them and written out with the pack.
issues-entered = Added here so far:
issue-slug = Short name: letters, digits, hyphens
issue-label = In words
add = Add
pair-title = Put two quotations side by side
pair-one = Quotation number
pair-other = Other quotation’s number
pair-relation = What they are to each other
place-no-issue = This process has no such issue. Add it first.
place-told-issue = A pack tells an issue of that short name: choose it from the list.
place-no-actor = No actor has that short name.
place-no-paragraph = No paragraph has that address. Copy it from the paragraph’s page.
place-not-its-words = These words do not stand in that paragraph. Copy them exactly.
place-no-pair = Two different quotations that stand here are needed. Give their numbers.
place-not-understood = Something is missing or not as it should be. Check the form.
sure-percent = { $n } % sure
meetings-n =
    { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }
statements-n =
    { $n ->
        [one] { $n } statement
       *[other] { $n } statements
    }
confirmed-n =
    { $n ->
        [one] { $n } confirmed
       *[other] { $n } confirmed
    }
unconfirmed-n =
    { $n ->
        [one] { $n } statement is unconfirmed.
       *[other] { $n } statements are unconfirmed.
    }
words-n =
    { $n ->
        [one] { $n } word
       *[other] { $n } words
    }
counted-n =
    { $n ->
        [one] { $n } confirmed statement is counted.
       *[other] { $n } confirmed statements are counted.
    }
left-out-n =
    { $n ->
        [one] { $n } unconfirmed statement is left out.
       *[other] { $n } unconfirmed statements are left out.
    }
timed-n =
    { $n ->
        [one] known for { $n } statement
       *[other] known for { $n } statements
    }
confirm-all-n =
    { $n ->
        [one] Confirm the one whose speaker is known
       *[other] Confirm all { $n } whose speaker is known
    }
