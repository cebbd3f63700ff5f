"""Asks questions of a program whose answers a real language model writes, and looks at what holds whatever it writes.

Usage: ask.py PROGRAM DATA. PLENUM_MODEL_URL and PLENUM_MODEL_NAME say where the model is.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request

QUESTIONS = [
    "Who chairs the Global Mechanism?",
    "When was the Convention against Cybercrime adopted?",
    "Where was the convention against cybercrime opened for signature?",
    "Who should not show a false light?",
    "Quand la Convention contre la cybercriminalité a-t-elle été adoptée ?",
]
UNANSWERED = "What do penguins think of the moon?"
SECONDS = "30"  # One thread of a machine that does other things beside.


def ask(question):
    """The answer's JSON."""
    program, data = sys.argv[1:]
    command = [program, "--data", data, "ask", question, "--json", "--model-seconds", SECONDS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def figures(text):
    """The runs of digits of a text, without zeros before them."""
    return {run.lstrip("0") for run in re.findall(r"[0-9]+", text)}


def hold(answer):
    """Whatever the model wrote: each sentence cites, each citation is of the record, no figure is from elsewhere."""
    assert answer["writer"] in ("language-model", "rules-instead"), answer
    assert (answer["model"] is not None) == (answer["writer"] == "language-model"), answer
    assert answer["answer"], answer
    for said in answer["answer"]:
        assert said["sentence"].strip() and "<" not in said["sentence"] and "[" not in said["sentence"], said
        assert said["citations"], said
        quotes = " ".join(f"{cited['quote']} {cited['date']} {cited['paragraph']} {cited['document']}" for cited in said["citations"])
        assert all(cited["quote"].strip() and cited["address"].startswith("/") for cited in said["citations"]), said
        if answer["writer"] == "language-model":
            assert figures(said["sentence"]) <= figures(quotes), said


def speaks():
    """The model answers at all, outside of us: so that an answer by rules alone is not taken for a test passed."""
    body = {"model": "m", "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 4}
    request = urllib.request.Request(
        os.environ["PLENUM_MODEL_URL"] + "/chat/completions", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        assert json.load(reply)["choices"], "the server speaks another protocol"


speaks()
written = dropped = 0
for question in QUESTIONS:
    answer = ask(question)
    hold(answer)
    written += answer["writer"] == "language-model"
    dropped += answer["dropped"]
    print(f"{answer['writer']}, {answer['took_ms']:.0f} ms: {answer['answer'][0]['sentence'][:110]}", file=sys.stderr)
refused = ask(UNANSWERED)
assert refused["refusal"] and refused["writer"] == "rules", refused
assert written + dropped > 0, "the model was asked, and neither was a sentence of it shown nor one dropped"
print(f"{written} of {len(QUESTIONS)} answers written by the model; {dropped} sentences not shown.", file=sys.stderr)
