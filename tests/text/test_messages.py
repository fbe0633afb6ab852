"""Messages that remember what they were made of, so that they can be told in another language."""

from __future__ import annotations

import copy
import pickle

from ka_terms.model.faults import Fault, Refused, faults_of, in_a_row, refusal
from ka_terms.text.messages import Message, enumerated, message, translated

TEMPLATES = {
    "write {name}": "写成{name}",
    "a {kind} of its own": "自己的{kind}",
    ", ": "、",
    " ": "",
}


def test_a_message_is_an_english_text_like_any_other() -> None:
    sentence = message("write {name}", name="vpo")
    assert sentence == "write vpo"
    assert (sentence.template, sentence.values) == ("write {name}", {"name": "vpo"})


def test_a_message_is_told_in_the_words_of_the_templates_with_what_fills_it() -> None:
    inner = message("a {kind} of its own", kind="name")
    assert translated(message("write {name}", name=inner), TEMPLATES) == "写成自己的 name"
    assert translated(message("write {name}", name=5), TEMPLATES) == "写成 5"


def test_what_no_template_knows_stays_english() -> None:
    assert translated(message("leave out {sign}", sign="+"), TEMPLATES) == "leave out +"
    assert translated("write {name}", TEMPLATES) == "write {name}"


def test_braces_that_fill_a_message_are_no_template() -> None:
    assert translated(message("write {name}", name="{kind}"), TEMPLATES) == "写成 {kind}"


def test_a_copy_can_still_be_told() -> None:
    sentence = message("write {name}", name=message("a {kind} of its own", kind="name"))
    for again in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert isinstance(again, Message)
        assert translated(again, TEMPLATES) == "写成自己的 name"


def test_sentences_in_a_row_keep_their_own_words() -> None:
    row = in_a_row(message("write {name}", name="vpo"), "", "as it stands")
    assert row == "write vpo as it stands"
    assert translated(row, TEMPLATES) == "写成 vpoas it stands"
    assert translated(row, {"write {name}": "写成{name}"}) == "写成 vpo as it stands"
    assert in_a_row() == ""


def test_names_in_a_row_are_divided_as_the_language_does_it() -> None:
    sentence = message("write {name}", name=enumerated(["vpo", message("a {kind} of its own", kind="name")]))
    for same in (sentence, copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert same == "write vpo, a name of its own"
        assert translated(same, TEMPLATES) == "写成 vpo、自己的 name"


def test_without_templates_a_text_stays_what_it_is() -> None:
    sentence = message("write {name}", name="vpo")
    assert translated(sentence, {}) is sentence


def test_only_a_refusal_carries_faults() -> None:
    fault = Fault("'a'", "b")
    assert faults_of(refusal(fault)) == (fault,)
    assert faults_of(ValueError("a")) == ()


def test_what_is_refused_carries_its_faults() -> None:
    faults = (Fault("'a'", "b"), Fault("'c'", "d", "e"))
    error = Refused(*faults)
    assert faults_of(error) == faults
    assert str(error) == "Found 'a'. Expected b. Found 'c'. Expected d. Fix: e."
