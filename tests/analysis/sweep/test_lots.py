"""The size of full lots moved by itself, while what is charged in them stays."""

from tests.contracts import contract

LOTS = contract(
    {"fee": {"amount": 2, "per": ["cartons"], "for_every": {"cartons": 100}}},
    figures={"cartons": 250},
)
