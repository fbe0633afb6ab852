"""What a document about one contract is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.wording.periods import named_with_start
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.model.contract.scenario import Scenario


def title_with_start(scenario: Scenario, words: Words) -> str:
    """`2003 agreed · Example Hypermarket · 2003 · agreed · CNY`; with the month its year begins in, if no January."""
    name, status = named_with_start(scenario, words), words(scenario.status)
    parts = (name, scenario.account, scenario.year, status, scenario.currency)
    return " · ".join(str(part) for part in parts if part is not None)
