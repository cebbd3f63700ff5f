# Questions and answers.

room-ask = Ask
ask-label = Ask in العربية, 中文, English, français, русский or español
ask-lede = Each sentence of the answer opens the words it rests on. What the documents do not say is not said here.
ask-go = Ask the documents
ask-try = Questions to try:
ask-as-of = As it stood on
ask-understood = What the question was understood to name
ask-too-long = A question has at most 500 characters. Please shorten it.
ask-no-date = The day must be written as year, month and day, for example 2024-12-06.
ask-embed = This answer as a frame for your own site
ask-whole = Open in Plenum
ask-opens = opens source
ask-composed = Composed from quotations, without a language model
ask-composed-instead = Composed from quotations: a language model was asked, and nothing that it wrote can be shown
ask-machine = Written by a language model, each sentence checked against the source it cites:
ask-writing = The language model is writing. Each sentence appears once it has been checked.
ask-otherwise = Another source says otherwise
ask-nearest = What comes nearest
ask-of-pack = knowledge pack
ask-refused-nothing = The documents kept here do not answer this.
ask-refused-near = Nothing kept here answers this for certain. What comes nearest may; read it before you use it.
ask-refused-supposes = The question supposes something that the sources here do not bear out. This is what they say:
ask-refused-unsupported = Nothing that could be written is borne out by the sources, so nothing is said.
field-session = Session
example-question-who = Who chairs the Global Mechanism?
example-question-when = When was the Convention against Cybercrime adopted?
example-question-count = How many substantive sessions did the second OEWG hold?
ask-read =
    { $n ->
        [one] { $n } passage read
       *[other] { $n } passages read
    }
ask-searched =
    { $n ->
        [one] { $n } passage was read and does not answer it for certain.
       *[other] { $n } passages were read, and none answers it for certain.
    }
ask-took = { $n } ms
ask-dropped =
    { $n ->
        [one] { $n } sentence not shown: no source bears it out
       *[other] { $n } sentences not shown: no source bears them out
    }
