"""What answers at the table cost: `python tests/benchmarks/at_table.py [RUNS]`.

- `offers` over twelve terms of 21 values, at most three of them changed (1.8 million packages): at most 3 seconds of
  processor time and 512 MiB, start-up included. Peers on the same task: a sweep over three of the twelve, per package;
  and, where `ortools` is installed, its integer solver on the amounts of the same choices, given a minute to count the
  same packages.
- `steps` of a contract of forty terms: at most one second.

Each runs in a process of its own, in turns; the least process time of all runs counts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

VALUES = 21
WITHIN = 5_000
MOST_SECONDS, MOST_MIB = 3.0, 512
SOLVER_SECONDS = 60
TASKS = ("offers", "sweep", "solver", "steps")


def twelve() -> Any:
    """Six rates, five amounts a store and a tiered rebate."""
    from ka_terms.model.contract.scenario import Scenario

    terms: dict[str, Any] = {f"rate_{at}": {"rate": f"{1 + at / 10:.1f}%"} for at in range(6)}
    terms |= {f"fee_{at}": {"amount": 1000 + 100 * at, "per": ["stores.closing"]} for at in range(5)}
    terms["annual"] = {"mode": "whole", "tiers": [{"from": "8M", "rate": "1%"}]}
    plan = {"sales": 10_000_000, "stores": {"opening": 30}}
    return Scenario.model_validate({"scenario": "twelve", "plan": plan, "terms": terms})


VARIED = (
    *(f"rate_{at}=0%..2%/{VALUES}" for at in range(6)),
    *(f"fee_{at}=500..1500/{VALUES}" for at in range(5)),
    f"annual.tiers.1.rate=0%..2%/{VALUES}",
)


def offers() -> int:
    from ka_terms.analysis.offers.offers import Wish, read_varied
    from ka_terms.analysis.offers.offers import offers as find
    from ka_terms.model.settings.catalogue import Catalogue

    contract = twelve()
    axes = read_varied(VARIED, contract, Catalogue())
    return find(contract, axes, Wish(within=str(WITHIN)), Catalogue()).number


def sweep() -> int:
    """Total fees of every package of three numbers."""
    from ka_terms import sweep as swept

    vary = dict(text.split("=") for text in (VARIED[0], VARIED[6], VARIED[11]))
    return len(swept(twelve(), vary=vary, metrics="total_fees").points)


def solver() -> int:
    """The packages that cost as much, counted by an integer solver on the amounts of the choices."""
    from ka_terms.analysis.offers.choices import choices, groups, varied
    from ka_terms.analysis.offers.offers import read_varied
    from ka_terms.model.settings.catalogue import Catalogue

    cp_model: Any = import_module("ortools.sat.python.cp_model")
    contract = twelve()
    known = varied(read_varied(VARIED, contract, Catalogue()), contract)
    model = cp_model.CpModel()
    cost, changed = [], []
    for group in groups(known):
        made = choices(group, [contract], 1)
        taken = [model.new_bool_var("") for _ in made]
        model.add_at_most_one(taken)
        cost += [int(choice.costs[0] * 100) * one for choice, one in zip(made, taken, strict=True)]
        changed += taken
    model.add(sum(changed) >= 1)
    model.add(sum(changed) <= 3)
    model.add_linear_constraint(sum(cost), -WITHIN * 100, WITHIN * 100)

    class Count(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # of a library that may be missing
        number = 0

        def on_solution_callback(self) -> None:
            self.number += 1

    counted, answer = Count(), cp_model.CpSolver()
    answer.parameters.enumerate_all_solutions = True
    answer.parameters.num_workers = 1
    answer.parameters.max_time_in_seconds = SOLVER_SECONDS
    answer.solve(model, counted)
    return counted.number


def steps() -> int:
    from ka_terms.analysis.concessions.steps import steps as price
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.settings.catalogue import Catalogue

    terms: dict[str, Any] = {f"rate_{at}": {"rate": f"{1 + at / 10:.1f}%"} for at in range(15)}
    terms |= {f"fee_{at}": {"amount": 1000 + at, "per": ["stores.closing", "events.dm"]} for at in range(15)}
    for at in range(10):
        tiers = [
            {"from": f"{8 + at / 10:.1f}M", "rate": "1%"},
            {"from": f"{11 + at / 10:.1f}M", "rate": "2%"},
        ]
        terms[f"tier_{at}"] = {"mode": "whole", "tiers": tiers}
    plan = {"sales": 10_000_000, "stores": {"opening": 30}, "events": {"dm": 4}}
    private = {"margin": "60%"}
    contract = Scenario.model_validate(
        {"scenario": "forty", "plan": plan, "terms": terms, "private": private}
    )
    return len(price(contract, Catalogue()).costs)


def main(runs: int) -> None:
    least: dict[str, dict[str, float]] = {}
    tasks = [task for task in TASKS if task != "solver" or find_spec("ortools")]
    for _ in range(runs):
        for task in tasks:
            done = subprocess.run(
                [sys.executable, __file__, "--task", task], capture_output=True, check=True, encoding="utf-8"
            )
            told = json.loads(done.stdout)
            if task not in least or told["seconds"] < least[task]["seconds"]:
                least[task] = told
    for task, told in least.items():
        print(f"{task:8} {told['seconds']:7.2f} s {told['mib']:6.0f} MiB {told['number']:>10,.0f}")
    packages, swept = 1_786_640, VALUES**3
    per = least["sweep"]["seconds"] / swept / (least["offers"]["seconds"] / packages)
    print(f"a package: {per:.1f} times as long in a sweep")
    if "solver" in least:
        share = least["solver"]["number"] / least["offers"]["number"]
        times = least["solver"]["seconds"] / least["offers"]["seconds"]
        print(f"the integer solver: {times:.1f} times as long, for {share:.0%} of the packages")
    within = least["offers"]["seconds"] <= MOST_SECONDS and least["offers"]["mib"] <= MOST_MIB
    print("within the limits" if within and least["steps"]["seconds"] <= 1 else "beyond the limits")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        number = {"offers": offers, "sweep": sweep, "solver": solver, "steps": steps}[sys.argv[2]]()
        mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": process_time(), "mib": mib, "number": number}))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
