
# Questions and answers.
