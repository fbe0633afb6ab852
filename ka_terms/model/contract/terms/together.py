"""One least or one most over several terms: a cap on a promotion package, a guarantee over all rebates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from ka_terms.model.base import Names, at_most
from ka_terms.model.contract.terms.limits import Limited, Share
from ka_terms.model.contract.terms.naming import Named
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.faults import Fault, missing_key, nearest, quoted
from ka_terms.text.messages import message


class Group(Limited, Named):
    """Terms whose sum is held between a least and a most. Its line corrects the sum where that is needed."""

    terms: Annotated[Names, at_most(50)] = Field(
        description="The terms that are added up: [dm_fee, display_fee]; each in one group only."
    )

    def _faults(self) -> Iterator[Fault]:
        yield from super()._faults()
        if not self.terms:
            mend = message("name at least one term, or delete the group")
            yield Fault(message("an empty list"), message("at least one term"), mend, ("terms",))
        if self.at_least is None and self.at_most is None:
            mend = message("add `at_least:` or `at_most:`")
            yield Fault(
                missing_key("at_most"), message("a minimum or a maximum of the group"), mend, on_key=True
            )

    @property
    def terms_named(self) -> tuple[str, ...]:
        """The names by which it may mean terms: its members, and those of its limits."""
        limits = (self.at_least, self.at_most)
        return (*self.terms, *(limit.of for limit in limits if isinstance(limit, Share)))


def faulty_groups(groups: Mapping[str, Group], terms: Mapping[str, Term]) -> Iterator[Fault]:
    """Every group whose key or whose members cannot be what they are named."""
    owners: dict[str, str] = {}
    for key, group in groups.items():
        if key in terms:
            mend = message("choose another name")
            yield Fault(quoted(key), message("a name that no term has"), mend, ("together", key), on_key=True)
        for at, name in enumerate(group.terms):
            path = ("together", key, "terms", at)
            if name not in terms:
                expected = message("a term of this contract")
                yield Fault(quoted(name), expected, nearest(name, terms), path, reason="unknown_term")
            elif not terms[name].owed:
                expected = message("a term that is owed, because a group adds up what is paid")
                yield Fault(quoted(name), expected, message("delete it here"), path)
            elif (owner := owners.setdefault(name, key)) != key:
                mend = message("delete it here or from {owner}", owner=owner)
                yield Fault(quoted(name), message("a term that is in one group only"), mend, path)
