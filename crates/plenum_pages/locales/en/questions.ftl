# Questions that are kept, questions that follow others, and what readers say of answers.

ask-keeping =
    { $n ->
        [one] A question sent by this form is kept with its answer for { $n } day, at an address of its own that nobody can guess. Nothing about you is kept. Write nothing here that is not to be kept.
       *[other] A question sent by this form is kept with its answer for { $n } days, at an address of its own that nobody can guess. Nothing about you is kept. Write nothing here that is not to be kept.
    }
ask-keep-this = Keep this answer at an address of its own
kept-title = A question with its answer as it was given
kept-answered = Answered on
kept-until = kept until
kept-again = Ask this again today
kept-changed = Something that this answer rests on has changed since. It is marked below; the answer stands here as it was given.
kept-unchanged = All that this answer rests on still stands as it was.
since-newer = a newer revision reads otherwise
since-standing = standing now:
since-gone = no longer kept here
since-otherwise = the entry reads otherwise now
further-title = Ask further
further-label = What goes on from this question, such as another State, year or session
further-go = Ask further
field-question = Question before
chip-before = from the question before
feedback-title = Say what is useful or wrong in this answer
feedback-verdict = This answer is
feedback-useful = useful
feedback-wrong = wrong
feedback-sentence = Which sentence
feedback-whole = The whole answer
feedback-words = A word to the editor, at most 500 characters; it may stay empty
feedback-kept = The question and this answer are kept with what you say, because you send them. Nothing about you is kept. All of it is deleted after a year.
feedback-send = Send to the editor
feedback-sent-title = Sent to the editor’s desk
feedback-sent = Thank you. An editor will read it beside the answer that you saw.
feedback-desk = What readers say of answers
feedback-open = Open
feedback-done = Done
feedback-none = Nothing is here.
feedback-of-refusal = The question was not answered.
feedback-meant = Of this sentence:
feedback-see-kept = the answer as it was kept
feedback-mark-done = Mark as done
feedback-reopen = Open again
feedback-reopened = Opened again
