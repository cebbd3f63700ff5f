

all-processes = All processes
all-years = All years
stands-today = Where it stands today
reached-last = Reached last
comes-next = Next:
mandate-ends = Mandate ends or is reviewed
timeline = Timeline
timeline-desc = Numbered dots on a line of time; each number leads to the same item in the list beneath, with its source.
handover = Families of processes and how they hand over
handover-desc = A bar for each process from its beginning to its end, and a line from each to the one that carries it on. The list beneath says the same in words.
handover-source = Source: the pages of the processes, where each date has its own.
figures = Figures and facts
instruments = Instruments
instruments-lede = What processes set up for States to use: a directory, a portal, a fund.
works-since = Works since
issues = Issues
labels-norms = Norms
labels-measures = Confidence-building measures
labels-principles = Principles of capacity-building
labels-note = Labels in our words; the binding words are in the document.
crosswalks = Cross-walks
crosswalk-yes = answers to it
neighbouring-processes = Neighbouring processes
glossary = Glossary
glossary-lede = Words of the trade, explained in ours.
claims-title = Claims
claims-lede = Every figure and date is a claim with a source. Those that contradict each other stand side by side.
claims-rule = Shown is what is confirmed before what is not; of a series the newest, else what the weightiest source says, then the newest.
claims-hollow = A hollow dot is a lower bound or an estimate; the source stands beside each value in the table.
series-values = Values and sources
claim-value = Value
claim-source = Source
claim-entered = Entered by
claim-is-shown = shown
claim-disputed = others disagree
claim-paragraph = The paragraph in
claim-not-found = The document is here, but no paragraph of it holds these words
claim-counted-by = As counted by
claim-added = added
claim-changed = changed
claim-confirmed = confirmed
claim-withdrawn = withdrawn
claim-confirm = Confirm
claim-withdraw = Withdraw
claim-enter = Add a claim
claim-words = Words in the paragraph that show the value
claim-author = Your name
claim-edit = Edit (administrator)
claims-history = What became of these claims
claim-wrong-empty = Value, source and name are needed.
claim-wrong-date = This is no date: write 2025, 2025-07 or 2025-07-11.
claim-wrong-document = This is no symbol of a document.
claim-wrong-words = The words do not show the value, or the document that holds them is not named.
claims-count =
    { $n ->
        [one] { $n } claim
       *[other] { $n } claims
    }
quotations-count =
    { $n ->
        [one] { $n } quotation
       *[other] { $n } quotations
    }
claims-disagree =
    { $n ->
        [one] { $n } claim disagrees
       *[other] { $n } claims disagree
    }
