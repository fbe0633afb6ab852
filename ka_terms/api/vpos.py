"""VPO of accounts side by side, for programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ka_terms.analysis.vpo import vpo as measuring
from ka_terms.api.shown import A_SCENARIO, Shown, expect, whatever_the_context
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.reports.vpo.report import vpo_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.accounts import read_accounts
from ka_terms.reading.tables.typed import Remarks


@dataclass(frozen=True, repr=False)
class Vpo(Shown):
    """Accounts side by side; `result` has the figures, `remarks` what is to know of how a table was read."""

    result: measuring.Vpo
    remarks: Remarks | None
    contracts: tuple[Scenario, ...]

    def __repr__(self) -> str:
        result = self.result
        wrong = (
            f", {len(result.contradictions)} of {len(result.checks)} printed contradict"
            if result.checks
            else ""
        )
        return f"Vpo({len(result.accounts)} accounts, by {result.measure}{wrong})"

    def _report(self, words: Words) -> Report:
        currency = self.contracts[0].currency if self.contracts else "CNY"
        return vpo_report(self.result, words.of(*self.contracts), self.remarks, self.contracts, currency)


@whatever_the_context
def vpo(
    table: str | Path | Scenario, *others: Scenario, measure: str = "", encoding: str = "", sheet: str = ""
) -> Vpo:
    """Compare the VPO of the accounts of a table (csv, tsv, xlsx, a list in YAML), or of contracts.

    `measure` is "sales" or "volume". Errors: `ReadError` with every problem of the table; `ValueError` for a measure,
    an encoding or a sheet that there is none of; `Incomparable` for contracts in several currencies.
    """
    expect("vpo(measure=..., encoding=..., sheet=...)", str, "texts", measure, encoding, sheet)
    if isinstance(table, Scenario):
        contracts = (table, *others)
        expect("vpo", Scenario, A_SCENARIO, *contracts)
        return Vpo(measuring.vpo(measuring.accounts_of(contracts), measure), None, contracts)
    expect("vpo", (str, Path), "the path of a table, or scenarios", table, *others)
    if others:
        raise TypeError("vpo takes one table, or scenarios")
    read = read_accounts(Path(table), str(table), encoding=encoding, sheet=sheet)
    return Vpo(measuring.vpo(read.accounts, measure), read.remarks, ())
