"""Which metric a name means, and when what is private may be named."""

from __future__ import annotations

import pytest

from ka_terms.analysis.metric_names import metric_named
from ka_terms.model.faults import Fault
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import PRIVATE_METRICS, figure_metric, term_metric
from tests.contracts import Keys, contract, refused
from tests.metrics import as_metric

PRIVATE_VALUES: Keys = {
    "margin": "32%",
    "walk_away": {"fee_ratio": "25%", "total_fees": 9, "net_net_sales": 9, "contribution": 9},
}
PLAIN = contract({"fee": {"rate": "1%"}}, {"events": {"dm": 4}})
HOUSE = contract({"fee": {"rate": "1%"}}, private=PRIVATE_VALUES)


@pytest.mark.parametrize("name", ["fee_ratio", "vpo", "fee", "events.dm", "sales", "net_net_sales"])
def test_a_metric_is_a_total_a_term_or_a_figure(name: str) -> None:
    assert [metric_named(name, [PLAIN])] == [as_metric(name)]
    assert [metric_named(name, [HOUSE, PLAIN], internal=True)] == [as_metric(name)]


def test_another_name_of_a_fee_means_its_term() -> None:
    assert metric_named("返利", [PLAIN], {"返利": "fee"}.__getitem__) == term_metric("fee")


def test_where_no_figure_is_looked_for_none_is_found() -> None:
    (fault,) = refused(lambda: metric_named("events.dm", [PLAIN], figures=False))
    assert fault.expected == "a total, or a term of one of the contracts"


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("events.dn", "write events.dm if that is meant"),
        ("fee_rato", "write fee_ratio if that is meant"),
        (
            "xyzzy",
            "write one of these: total_fees, fee_ratio, sales, vpo, vpo_volume, fees_a_store, net_net_sales, fee",
        ),
        (
            "contributio",
            "write one of these: total_fees, fee_ratio, sales, vpo, vpo_volume, fees_a_store, net_net_sales, fee",
        ),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(name: str, mend: str) -> None:
    expected = "a total, a term or a figure of the plan"
    assert refused(lambda: metric_named(name, [PLAIN])) == [Fault(f"'{name}'", expected, mend)]


@pytest.mark.parametrize("name", [name.removeprefix(PRIVATE_NAMES) for name in PRIVATE_METRICS])
def test_what_is_private_is_named_only_where_it_is_asked_for(name: str) -> None:
    for written in (name, PRIVATE_NAMES + name):
        assert metric_named(written, [HOUSE, HOUSE], internal=True) == PRIVATE_METRICS[PRIVATE_NAMES + name]
        for scenario in (PLAIN, HOUSE):
            assert refused(lambda one=scenario, text=written: metric_named(text, [one])) == [
                Fault(f"'{written}'", "a metric without private data", "add --internal to use private data")
            ]


@pytest.mark.parametrize(
    ("name", "key", "mend"),
    [
        ("contribution", "private.margin", "`private: {margin: 30%}`"),
        ("contribution_ratio", "private.margin", "`private: {margin: 30%}`"),
        (
            "room.fee_ratio",
            "private.walk_away.fee_ratio",
            "`private: {walk_away: {fee_ratio: 25%}}`",
        ),
        (
            "room.contribution",
            "private.walk_away.contribution",
            "`private: {walk_away: {contribution: 500000}}`",
        ),
    ],
)
def test_where_no_file_gives_it_the_key_is_told(name: str, key: str, mend: str) -> None:
    expected = f"contracts whose files give {key}"
    for scenario in (PLAIN, contract(private={"cost_of_capital": "6%"})):
        found = refused(lambda one=scenario: metric_named(name, [HOUSE, one], internal=True))
        assert found == [Fault(f"'{name}'", expected, f"add {mend} to a contract")]


def test_a_name_of_the_contract_goes_before_a_private_one() -> None:
    term = contract({"contribution": {"rate": "1%"}}, private=PRIVATE_VALUES)
    figure = contract({}, {"figures": {"contribution": 3}}, private=PRIVATE_VALUES)
    own = (term_metric("contribution"), figure_metric("contribution"))
    for scenario, metric in zip((term, figure), own, strict=True):
        assert metric_named("contribution", [scenario]) == metric
        assert metric_named("contribution", [scenario], internal=True) == metric
        earned = metric_named("private.contribution", [scenario], internal=True)
        assert earned == PRIVATE_METRICS["private.contribution"]


def test_private_names_are_offered_only_where_they_may_be_named() -> None:
    (fault,) = refused(lambda: metric_named("contributio", [HOUSE], internal=True))
    assert fault.mend == "write contribution if that is meant"
