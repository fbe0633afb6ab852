"""Structures drawn for fuzzing: of any shape, almost a scenario, and sound ones with numbers that hurt."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.reading.drawn_texts import TOKENS


def words(text: str) -> st.SearchStrategy[str]:
    """One word of the text."""
    return st.sampled_from(text.split())


KEYS = st.one_of(
    words(
        """scenario account year status currency plan terms conditions private extends last_year sales volume returns
        vat target stores skus events figures opening new closed existing rate amount tiers per free of less mode from
        over measure at_least at_most margin walk_away fee_ratio format_version lines term names fees categories
        aliases policy ceilings required review reason low likely high"""
    ),
    st.text(max_size=5),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(TOKENS),
    st.dates(),
)
STRUCTURES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=40,
)
ROOTS = st.dictionaries(KEYS, STRUCTURES, max_size=8)
"""Of any shape, under keys of the format and others."""

AMOUNTS = words(
    "0 1 0.000001 999999999999999 99999999999999.99999999 402万 1.2亿 4.5M 350k -1 010 1e5 2.5% '' １２"
)
COUNTS = words("0 1 3 999999999999999 100M 9999亿 0.5 -1")
RATES = words("0% 100% 0.000001% 2.5% ２．５％ 99.999999% 2.5 101% -1%")
INDEXES = words("0% 100% +150% -100% 110% 99999999999999% 0.000001% -101% 130")
FIGURES = words(
    """sales volume returns net_sales sales_incl_tax vat target increment stores.opening stores.new stores.closed
    stores.closing stores.average skus.existing skus.total events.dm promoters last_year.sales last_year.stores.average
    growth achievement nowhere"""
)
TERM_KEYS = st.sampled_from(["a", "b", "c", "月返", "annual_rebate"])
LIMITS = st.one_of(AMOUNTS, st.builds("{} of {}".format, RATES, FIGURES))


def _some(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


LIMITED = {"at_least": LIMITS, "at_most": LIMITS}
BASED = {"of": FIGURES, "less": st.lists(TERM_KEYS, max_size=3, unique=True), **LIMITED}
COUNTED = {
    "per": st.lists(FIGURES, max_size=6, unique=True),
    "free": st.dictionaries(FIGURES, AMOUNTS, max_size=2),
    **LIMITED,
}
MODES = words("whole marginal")
TIERS = st.one_of(
    *(
        _some({bound: st.one_of(AMOUNTS, INDEXES), **pay}, {})
        for bound in ("from", "over")
        for pay in ({"rate": RATES}, {"amount": AMOUNTS})
    )
)
TERMS = st.one_of(
    _some({"rate": RATES}, BASED),
    _some({"amount": AMOUNTS}, COUNTED),
    _some({"mode": MODES, "tiers": st.lists(TIERS, min_size=1, max_size=4)}, {"measure": FIGURES, **BASED}),
)


def _estimated(values: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """The three values of an estimate, in order or not, or one number."""
    return st.one_of(values, _some({}, {"low": values, "likely": values, "high": values}))


STORES = _some({"opening": COUNTS}, {"new": _estimated(COUNTS), "closed": COUNTS})
YEAR = {
    "volume": AMOUNTS,
    "returns": AMOUNTS,
    "vat": RATES,
    "target": AMOUNTS,
    "stores": STORES,
    "skus": _some({}, {"existing": COUNTS, "new": COUNTS}),
    "events": st.fixed_dictionaries({"dm": COUNTS}),
    "figures": st.fixed_dictionaries({"promoters": AMOUNTS}),
}
PLANS = _some(
    {"sales": _estimated(st.one_of(AMOUNTS, INDEXES))}, {"last_year": _some({"sales": AMOUNTS}, YEAR), **YEAR}
)
NEARLY = _some(
    {"scenario": st.just("a"), "plan": PLANS},
    {
        "terms": st.dictionaries(TERM_KEYS, TERMS, max_size=4),
        "currency": st.sampled_from(["CNY", "JPY", "KWD", "XXX"]),
        "conditions": st.fixed_dictionaries({"payment_days": COUNTS}),
        "private": _some(
            {}, {"margin": RATES, "cost_of_capital": RATES, "walk_away": _some({}, {"fee_ratio": RATES})}
        ),
    },
)
"""Each key of the format is there or not, and numbers stand at and beyond every bound."""

MONEY = words("sales net_sales sales_incl_tax increment last_year.sales promoters")
THIS_YEAR = words(
    """sales volume returns net_sales sales_incl_tax target stores.closing stores.average skus.total events.dm
    promoters"""
)
ANY_GIVEN = st.one_of(THIS_YEAR, THIS_YEAR.map("last_year.{}".format), st.just("increment"))
LARGE = words("0 0.000001 1 999999999999999 99999999.99999999 402万 1.2亿 350k")
WHOLE = words("0 1 31 9999亿 999999999999999")
SHARE = words("0% 0.000001% 2.5% ２．５％ 99.999999% 100%")
BOUND = st.one_of(LARGE, st.builds("{} of {}".format, SHARE, MONEY))
RISING = [
    ("over", "0"),
    ("from", "0.000001"),
    ("over", "402万"),
    ("from", "1.2亿"),
    ("from", "999999999999999"),
]
RISING_SHARES = [("from", "0%"), ("over", "0.000001%"), ("from", "110%"), ("from", "99999999999999%")]
RISING_INDEXES = [
    ("from", "-100%"),
    ("over", "-99.999999%"),
    ("from", "110%"),
    ("over", "+150%"),
    ("from", "99999999999999%"),
]


def _tiers(bounds: list[tuple[str, str]]) -> st.SearchStrategy[list[dict[str, str]]]:
    pays = st.one_of(st.tuples(st.just("rate"), SHARE), st.tuples(st.just("amount"), LARGE))
    chosen = st.tuples(*(st.one_of(st.none(), pays) for _ in bounds))
    return chosen.map(
        lambda pays: (
            [dict([bound, pay]) for bound, pay in zip(bounds, pays, strict=True) if pay]
            or [{"from": "101%", "rate": "1%"}]
        )
    )


FULL_YEAR = st.fixed_dictionaries(
    {
        "sales": LARGE,
        "volume": LARGE,
        "returns": st.just("0"),
        "vat": SHARE,
        "target": st.sampled_from(["0.000001", "1", "999999999999999"]),
        "stores": st.fixed_dictionaries({"opening": WHOLE, "new": WHOLE, "closed": st.just("0")}),
        "skus": st.fixed_dictionaries({"existing": WHOLE, "new": WHOLE}),
        "events": st.fixed_dictionaries({"dm": WHOLE}),
        "figures": st.fixed_dictionaries({"promoters": LARGE}),
    }
)
LIMITS_GIVEN = st.sampled_from(["at_least", "at_most"]).flatmap(
    lambda key: st.one_of(st.just({}), BOUND.map(lambda limit: {key: limit}))
)
SOUND_TERMS = st.one_of(
    st.fixed_dictionaries({"rate": SHARE, "of": MONEY}),
    st.fixed_dictionaries({"amount": LARGE, "per": st.lists(ANY_GIVEN, max_size=6, unique=True)}),
    st.fixed_dictionaries(
        {
            "mode": MODES,
            "of": MONEY,
            "measure": ANY_GIVEN,
            "tiers": _tiers(RISING),
        }
    ),
    st.fixed_dictionaries(
        {
            "mode": MODES,
            "of": MONEY,
            "measure": st.just("growth"),
            "tiers": _tiers(RISING_INDEXES),
        }
    ),
    st.fixed_dictionaries(
        {
            "mode": MODES,
            "of": MONEY,
            "measure": st.just("achievement"),
            "tiers": _tiers(RISING_SHARES),
        }
    ),
)
SOUND_PLANS = st.builds(
    lambda before, year, sales, new: {
        **year,
        "last_year": before,
        **sales,
        "stores": {**year["stores"], **new},
    },
    FULL_YEAR,
    FULL_YEAR,
    st.sampled_from(
        [
            {},
            {"sales": "+150%"},
            {"sales": "-99.999999%"},
            {"sales": {"low": "0", "likely": "0.000001", "high": "999999999999999"}},
            {"sales": {"low": "-99.999999%", "likely": "+150%", "high": "+150.5%"}},
        ]
    ),
    st.sampled_from([{}, {"new": {"low": "0", "likely": "3", "high": "999999999999999"}}]),
)
SOUND = st.fixed_dictionaries(
    {
        "scenario": st.just("a"),
        "currency": words("CNY JPY KWD"),
        "plan": SOUND_PLANS,
        "terms": st.dictionaries(
            words("a b 月返"),
            st.builds(lambda term, limit: {**term, **limit}, SOUND_TERMS, LIMITS_GIVEN),
            min_size=1,
            max_size=3,
        ),
    }
)
"""With a plan that gives every figure, so that most of them are costed."""

DUMPS: list[Callable[[Any], str]] = [
    lambda root: str(yaml.dump(root, Dumper=_Plain, allow_unicode=True)),
    lambda root: json.dumps(root, ensure_ascii=False),
]


class _Plain(yaml.SafeDumper):
    """Writes every text without quotes where it can, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
