# Every word of the interface, in the order in which a reader meets it. A key ends with what it is where that helps.
# $n is a number and chooses the plural; $name, $symbol, $words … are put in as they are.

## Around every page
name = Plenum
skip-to-text = Skip to the text
rooms = Rooms
room-library = Library
room-processes = Processes
room-help = How to search
room-upload = Add a document
room-status = Status
room-api = For programs
preferences = Language and look
interface-language = Language of this site
theme = Look
theme-system = As my device
theme-light = Light
theme-dark = Dark
search-label = Search words, symbols, agreed language
search-placeholder = Words, “a phrase”, a symbol
search-go = Search
foot-promise = Every line here opens the paragraph it rests on.
foot-links = More
as-atom = Follow this list (Atom)
as-json = This page as JSON
to-first-page = First page

## First page
home-title = What was said, what was agreed, and where
home-lede = Documents of multilateral negotiations, paragraph by paragraph: find the words, see their standing, follow them from draft to adoption, and cite them by number.
home-try = Try:
example-words = support for small delegations
example-phrase = "capacity-building"
example-symbol = A/80/257
newest = Newest documents
all-documents = All documents
empty-title = The library is empty
empty-what = No document has been added yet. Search and reading begin with the first one.
empty-import = Add a folder of files from the command line:
empty-upload = Or bring one file through this page:
documents =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
paragraphs =
    { $n ->
        [one] { $n } paragraph
       *[other] { $n } paragraphs
    }
languages =
    { $n ->
        [one] { $n } language
       *[other] { $n } languages
    }
date-unknown = date not known
no-text-yet = text not here yet
goes-on = today

## Library
library-none = No document fits these filters. Remove one to see more.
filters = Filters
filters-chosen = Filters chosen
filter-remove = remove this filter
field-standing = Standing
field-process = Process
field-actor = Speaker
field-group = Group of States
field-kind = Kind
field-language = Language
field-year = Year
field-symbol = Symbol
order = Order
order-best = Best first
order-oldest = Oldest first
order-newest = Newest first
found-all =
    { $n ->
        [one] { $n } paragraph holds all the words
       *[other] { $n } paragraphs hold all the words
    }
found-any =
    { $n ->
        [one] No paragraph holds all the words; { $n } holds some of them
       *[other] No paragraph holds all the words; { $n } hold some of them
    }
found-phrase =
    { $n ->
        [one] { $n } paragraph holds exactly these words
       *[other] { $n } paragraphs hold exactly these words
    }
found-filters =
    { $n ->
        [one] { $n } paragraph fits the filters
       *[other] { $n } paragraphs fit the filters
    }
found-meaning =
    { $n ->
        [one] No paragraph holds these words; { $n } is near in meaning
       *[other] No paragraph holds these words; { $n } are near in meaning
    }
found-filtered-heading = Filtered paragraphs
found-none = Nothing found.
found-none-fewer = Try fewer words, or others with the same meaning.
found-none-filters = Remove a filter.
all-n-found =
    { $n ->
        [one] Show the one paragraph
       *[other] Show all { $n } paragraphs
    }
jump = Go to
by-meaning = near in meaning
meaning-ready = every paragraph can also be found by its meaning
meaning-following = { $n } % of the paragraphs can also be found by their meaning; the others follow
meaning-absent = Search by meaning is not set up here: words alone are searched.
agreed-question = Is this agreed language?
agreed-yes =
    { $n ->
        [one] Yes: these exact words stand in { $n } paragraph of adopted text, of { $total } in all.
       *[other] Yes: these exact words stand in { $n } paragraphs of adopted text, of { $total } in all.
    }
agreed-not-adopted =
    { $n ->
        [one] Not as far as this library goes: these exact words stand in { $n } paragraph, and it is not adopted text.
       *[other] Not as far as this library goes: these exact words stand in { $n } paragraphs, none of them adopted text.
    }
agreed-nowhere = Not as far as this library goes: these exact words stand nowhere in it.
agreed-first = First used
agreed-first-adopted = First adopted
paging = Pages of the list
paging-previous = Previous
paging-next = Next
paging-cut = Lists can be turned to their first entries only, here { $n }. Filters or more words make the list shorter.
paging-sentence = { $from } to { $until } of { $n }

## Standing, kinds, languages
standing-adopted = Adopted
standing-chair = Chair’s text
standing-official = Official paper
standing-statement = Statement
standing-commentary = Commentary
standing-machine = Machine-made
standing-adopted-meaning = A body adopted these words: a resolution, a decision, a report by consensus, a treaty.
standing-chair-meaning = A Chair’s or co-facilitators’ words: a draft on the table, or a summary in their own responsibility.
standing-official-meaning = An official paper that nobody adopted: a report of the Secretary-General, a budget, a note.
standing-statement-meaning = A speaker’s own words: a State, a group, an organization.
standing-commentary-meaning = What others wrote about it: a newsletter, an analysis.
standing-machine-meaning = Made by a machine and not yet confirmed by a person.
kind-resolution = Resolution or decision
kind-report = Report
kind-treaty = Treaty
kind-draft = Draft
kind-statement = Statement
kind-paper = Paper
kind-article = Article
language-ar = Arabic
language-zh = Chinese
language-en = English
language-fr = French
language-ru = Russian
language-es = Spanish
language-unknown = Language not known

## Document
about-document = About this document
contents = Contents
parts = Parts
versions = Versions of this text
languages-title = Languages
speaker = Speaker
issuer = Issued by
process = Process
meeting = Session or meeting
files = Files
file-original = as it came:
source-title = Taken from
reading = Reading
older-reading = This is an older reading of the document.
to-current-reading = Open the current one
page-number = page { $n }
this-paragraph = Open this paragraph
table = Table
cited-by =
    { $n ->
        [one] Referred to once
       *[other] Referred to { $n } times
    }
earlier-words = Earlier words:
document-no-text = Only the symbol of this document is known here; its text has not been added.
document-no-text-remedy = Whoever has the file can add it:
names = Documents it names
named-by = Who refers to it
named-by-none = No paragraph in this library refers to it.
named-by-total =
    { $n ->
        [one] { $n } reference in all
       *[other] { $n } references in all
    }
not-kept = not in this library
times =
    { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
troubles =
    { $n ->
        [one] { $n } place in the file could not be read with certainty
       *[other] { $n } places in the file could not be read with certainty
    }
troubles-title = What could not be read with certainty
troubles-none = Nothing in the file was unclear.

## Paragraph
paragraph-numbered = Paragraph { $name }
paragraph-unnumbered = A paragraph without a number
neighbours = Neighbouring paragraphs
before = Before
after = After
in-document = In the document
cite = Cite
copy-text = Copy as text
copy-markdown = Copy as Markdown
copy-link = Copy the link
copied = Copied.
cite-show = Show the citation
as-text = Text
as-link = Link
other-languages = In other languages
original = The original
earlier-title = Earlier words
later-title = Later words
change-unchanged = same words
change-moved = moved
change-reworded = reworded
change-added = added
change-removed = removed
# Said to those who hear the page, around words removed and added.
words-added = added:
words-removed = removed:
words-end = end

## Processes
processes-lede = The work of bodies under a mandate, with what came before and after.
processes-none = No process has been described yet. Import a knowledge pack to begin.
mandate = Set up by
chair = Chair
decides-by = Decides by
carries-on = Carries on
carried-on-by = Carried on by
source = Source:
unconfirmed = Unconfirmed
unconfirmed-facts = Unconfirmed: no page that could be opened shows these facts.
documents-title = Documents
process-no-documents = No document of this process is in the library yet.
all-n-documents =
    { $n ->
        [one] Show the one document
       *[other] Show all { $n } documents
    }
sessions = Sessions

## Adding a document
token-lede = Adding documents is for whoever runs this library.
token = Administrator’s token
token-wrong = This is not the token. Copy it again, without blanks.
token-go = Continue
token-where = The token was printed when the server first started, and is kept in its data folder.
upload-lede = Choose a file. You will see what was read from it before anything is published.
upload-file = File
upload-drop = Drop a file here, or choose one.
upload-formats = PDF, Word (DOCX), HTML, text, Markdown, CSV, Akoma Ntoso XML, WordPress JSON.
upload-limit = At most { $n } MB.
upload-go = Read the file
upload-reading = The file is being read.
upload-waiting = Read, not yet published
reading-title = What was read
reading-revises = Publishing makes a new reading of
facts-title = The document
title = Title
date = Date
none = None
publish = Publish
discard = Discard
as-read = As read
reading-shown =
    { $n ->
        [one] The first { $shown } of { $n } paragraph are shown.
       *[other] The first { $shown } of { $n } paragraphs are shown.
    }
original-open = Open the original:

## Status
status-good = Everything works.
status-findings = Something needs attention:
status-documents = Documents
status-paragraphs = Paragraphs
status-by-words = Found by words
status-by-meaning = Found by meaning
status-behind =
    { $n ->
        [one] { $n } change waits to be indexed
       *[other] { $n } changes wait to be indexed
    }
status-sizes = On disk
status-index = Index
status-database = Database
status-version = Release
status-running =
    { $n ->
        [one] running for { $n } minute
       *[other] running for { $n } minutes
    }

## For programs
api-lede = Every page is also JSON at the same address with .json at its end. The whole description for programs:
api-required = required
api-try = Try:

## How to search
help-title = How to search
help-lede = Write what you remember, in any of the six languages; paragraphs in the others are found too. The rest is for when that finds too much.
help-words = Paragraphs with all these words, in any form.
help-phrase = Exactly these words, oldest first, with their standing: “is this agreed language?”
help-without = Not the word after the hyphen.
help-symbol = A symbol opens the document; with a number after it, the paragraph.
help-in-symbol = Only in this document.
help-language = Only in this language: ar, zh, en, fr, ru, es.
help-year = Only from this year.
help-standing-filter = Only with this standing: adopted, chair, official, statement, commentary, machine.
help-standing = Standing
help-standing-lede = Each text shows what weight it has; weightier texts come first.
help-keys = Keys
help-key-search = go to the search box
help-key-arrows = move through the suggestions
help-key-escape = close the suggestions

## When something goes wrong
error-no-page = There is no page here
error-no-page-why = The address may be mistyped, or the page never existed.
error-no-page-remedy = Search for what you were looking for.
error-no-document = { $name } is not in this library
error-no-document-why = No file of this document has been added, and no other document’s list names it.
error-no-document-remedy = Check the symbol as it is printed, or search for it: others may refer to it.
error-no-paragraph = { $symbol } has no paragraph { $number }
error-no-paragraph-why = The number may belong to another version of the document, or to an annex.
error-no-paragraph-remedy = Open the document and look in its contents.
error-not-understood = The request could not be understood
error-not-understood-remedy = Put right what is named above and try again.
error-not-allowed = Only whoever runs this library may do this
error-not-allowed-why = The token is missing or is no longer valid.
error-not-allowed-remedy = Enter the token again.
error-too-large = The file is too large
error-too-large-why = This library takes files of at most { $n } MB. Nothing was kept.
error-too-large-remedy = Split the file, or ask whoever runs the library to raise the limit.
error-too-many = Too many requests
error-too-many-why =
    { $n ->
        [one] Your address has asked more than its share. Try again in { $n } second.
       *[other] Your address has asked more than its share. Try again in { $n } seconds.
    }
error-too-many-remedy = Programs may use the JSON pages at a slower pace.
error-busy = The library is busy
error-busy-why = It is starting, or more readers are here than it can serve at once.
error-busy-remedy = Try again in a minute.
error-fault = Something went wrong on our side
error-fault-why = The fault has been written to the log. Nothing you sent was half kept.
error-fault-remedy = Try again; if it happens again, tell whoever runs this library the number below.
log-number = Number in the log:

## What the readers of files say: what happened, and what to do
trouble-film = A film after “{ $near }” is not part of the text ({ $from }). Open the original page to see it.
trouble-sound = A sound recording after “{ $near }” is not part of the text ({ $from }). Open the original page to hear it.
trouble-frame = A frame after “{ $near }” shows another page and is not part of the text ({ $from }). Open the original page to see it.
trouble-object = An embedded object after “{ $near }” is not part of the text ({ $from }). Open the original page to see it.
trouble-pictures = Pictures that were left out: { $n }. Open the original page to see them.
trouble-described-pictures = Pictures that were left out: { $n }; the words that describe them are kept. Open the original to see them.
trouble-furniture = Words of menus, forms and the like that were left out: { $n }. Compare with the page if something is missing.
trouble-not-a-post = Entry { $n } of the list is no post with words in it and was left out. Look at that entry in the file.
trouble-locked-post = The post is behind a password, so its words are not in the file. Get the file again while signed in.
trouble-backwards = Numbering goes backwards: { $number } follows { $previous }. Check the original: a paragraph may be missing, or an annex begins here.
trouble-missing = Numbers are missing: { $number } follows { $previous }. Check the original: a paragraph may be missing, or an annex begins here.
trouble-word-pictures = Pictures that are not read: { $n }. Look at the original if words matter that stand in a picture.
trouble-charts = Charts and diagrams that are not read: { $n }. Look at the original for their figures.
trouble-hidden-letters = Letters of hidden text that were left out: { $n }. Unhide the text in Word if it belongs.
trouble-embedded = Embedded documents that were left out: { $n }. Copy their text into the document itself.
trouble-lost-notes = Footnote marks without a footnote: { $n }. Check the notes in the original.
trouble-lost-note = A mark refers to a note that the file does not hold. Look for the note in the original.
trouble-too-many-pages = Only the first pages were read: { $n }. Split the file.
trouble-damaged-page = Part of the page is damaged or packed in an unknown way. Compare the page with the original; print it to a new PDF and send that.
trouble-overdrawn = The page draws more than a page can honestly draw; the rest was left out. Compare the page with the original; print it to a new PDF and send that.
trouble-nested-drawings = Drawings are nested in one another too deeply; the innermost were left out. Compare the page with the original; print it to a new PDF and send that.
trouble-overfull = The page has more text than a page can honestly have; the rest of it was left out. Compare the page with the original; print it to a new PDF and send that.
trouble-nameless-letters = Letters drawn in a font that does not say which letters they are: { $n }. Compare the page with the original, or send the document as DOCX or HTML.
trouble-picture-of-a-page = The page is a picture without text. Run text recognition (OCR) over the file and send the result.
trouble-changed-cells = Cells whose lines were joined or whose bars (|) were replaced: { $n }. Compare with the file where a cell’s own lines matter.
refusal-empty = The file is empty. Check that the copy was complete and send the file again.
refusal-unknown-format = The file is of a kind that Plenum does not read. Send it as PDF, DOCX, HTML, plain text, Markdown, CSV, Akoma Ntoso XML or WordPress JSON.
refusal-encrypted = The file is locked with a password. Save a copy without a password and send that.
refusal-damaged = The file is damaged. Open it in the program that made it, save it anew, and send the new file.
refusal-too-large = The file is larger, once unpacked, than a document can honestly be. Split the document, or remove its pictures, and send the parts.
refusal-too-deep = The file is nested too deeply. Open it in the program that made it and save it anew; if it came from a stranger, do not trust it.
refusal-unsafe = The file was refused: it holds what could be used to attack the reader. Open it in the program that made it and save it anew; if it came from a stranger, do not trust it.
refusal-too-slow = Reading the file took too long, so it was stopped. Split the file, or bring another format of it (DOCX is read fastest).
refusal-too-much-memory = The file needs too much memory to be read, or is damaged. Save it anew with the program it was made with, split it, or bring another format of it.
refusal-fault = The file could not be read because of a fault here. Try again; if it stays so, the log says more.
