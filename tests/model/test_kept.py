"""What is worked out once of an object, and anew of any other."""

from __future__ import annotations

from ka_terms.model.kept import MOST_KEPT, kept


def test_what_follows_from_an_object_is_worked_out_once() -> None:
    asked: list[list[int]] = []

    @kept
    def doubled(of: list[int]) -> list[int]:
        asked.append(of)
        return of * 2

    one, equal = [1], [1]
    assert doubled(one) is doubled(one)
    assert doubled(equal) == doubled(one)
    assert doubled(equal) is not doubled(one)
    assert [of is one for of in asked] == [True, False]
    assert doubled.__name__ == "doubled"


def test_of_many_objects_the_last_are_kept() -> None:
    objects = [[at] for at in range(MOST_KEPT + 1)]
    asked: list[int] = []

    @kept
    def first(of: list[int]) -> int:
        asked.append(of[0])
        return of[0]

    assert [first(each) for each in (*objects, objects[1], objects[-1])] == [*range(33), 1, 32]
    assert first(objects[0]) == 0
    assert asked == [*range(33), 0]
