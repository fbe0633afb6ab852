"""Charts made by hand: every shape in every language, and those that are hard to draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ka_terms.presentation.chart import Axis, Chart, Mark, Series, Shape
from ka_terms.presentation.table import Kind

Values = Sequence[int | str | None]
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
HOSTILE = (
    "$x^2_{a}$",
    r"$\frac{",
    "<script>alert(1)</script>",
    "a\nb]]>&amp;",
    "\u202eevil\x1b[31m",
    "M" * 90,
    "很長的名稱" * 20,
    "\ufffe\U0001f600 'x' \"y\" -->",
)
_WORDS: Mapping[str, tuple[str, str, str]] = {
    "fees": ("Total fees", "總費用", "总费用"),
    "sales": ("Sales", "銷售額", "销售额"),
    "ratio": ("Fee ratio", "費用率", "费用率"),
    "month": ("Month", "月份", "月份"),
    "old": ("2002 contract", "2002 合約", "2002 合同"),
    "new": ("2003 ask", "2003 要求", "2003 要求"),
    "listing": ("Listing fee", "新品上架費", "新品上架费"),
    "rebate": ("Conditional annual rebate", "年度退佣（達標）", "年度返利（达标）"),
    "anniversary": ("Anniversary fee", "週年慶費用", "店庆费"),
    "low": ("at the lower end", "較低值", "较低值"),
    "high": ("at the higher end", "較高值", "较高值"),
    "title": (
        "2003 ask costs 1,483,150 more than the 2002 contract: the plan makes half of it, new terms the other half",
        "2003 要求比 2002 合約多 1,483,150 元：一半因為計畫，另一半因為新條款，其中以新品上架費最多",
        "2003 要求比 2002 合同多 1,483,150 元：一半因为计划，另一半因为新条款，其中以新品上架费最多",
    ),
    "tier": ("tier 1 from 10M", "第一級距 1,000 萬起", "第一档 1,000 万起"),
    "plan": ("plan", "計畫", "计划"),
}


def numbers(values: Values) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


def series(name: str, values: Values, places: Values = ()) -> Series:
    return Series(name, numbers(values), tuple(value for value in numbers(places) if value is not None))


def chart(shape: Shape, *lists: Values, **parts: object) -> Chart:
    """A chart of amounts, its series called by letters; `parts` replace what a chart has by default."""
    plain = Chart(
        shape.value,
        shape,
        "Title",
        Axis("along"),
        Axis("across", Kind.MONEY),
        tuple(
            series("abcdefghijklmnop"[at], values, range(len(values)) if shape is Shape.LINES else ())
            for at, values in enumerate(lists)
        ),
        tuple(f"category {at}" for at in range(max(map(len, lists), default=0))),
    )
    return plain._replace(**parts)  # type: ignore[arg-type]


def of_shape(shape: Shape, language: str) -> Chart:
    """A chart as reports have them, in a language."""
    words = {key: texts[LANGUAGES.index(language)] for key, texts in _WORDS.items()}
    fees, terms = (
        Axis(words["fees"], Kind.MONEY),
        [words[key] for key in ("listing", "rebate", "anniversary")],
    )

    def made(along: str, across: Axis, *given: Series, **parts: object) -> Chart:
        plain = Chart(shape.value, shape, words["title"], Axis(along), across, given)
        return plain._replace(**parts)  # type: ignore[arg-type]

    if shape is Shape.WATERFALL:
        steps = series(words["fees"], (986100, 759400, -245000, 110000, 1610500))
        return made("", fees, steps, categories=(words["old"], *terms, words["new"]), levels=(0, 4))
    if shape is Shape.LINES:
        places, old_places = (8, 9, 10, 10, 11, 12), (8, 10, 12)
        new = series(words["new"], ("0.245", "0.243", "0.241", "0.256", "0.251", "0.248"), places)
        old = series(words["old"], ("0.24", "0.239", "0.238"), old_places)
        marks = (Mark(Decimal(10), words["tier"]), Mark(Decimal("10.05"), words["plan"]))
        along = Axis(words["sales"], Kind.MONEY)
        return made("", Axis(words["ratio"], Kind.RATIO), new, old, marks=marks)._replace(along=along)
    if shape is Shape.SPREAD:
        lower = series(words["low"], (2240000, 2380000, 2475000))
        higher = series(words["high"], (2697000, 2560000, 2490000))
        return made("", fees, lower, higher, categories=tuple(terms), middle=Decimal(2469250))
    if shape is Shape.COLUMNS:
        shares = series("", ("0.1", "0.4", "0.3", "0.2"))
        ranges = tuple(f"{at}.0M" for at in range(1, 5))
        return made(words["fees"], Axis(words["ratio"], Kind.RATIO), shares, categories=ranges)
    given = [series(name, (100 * at, 200000, None, -30000 * at)) for at, name in enumerate(terms, 1)]
    months = tuple(f"2003-{at:02}" for at in range(1, 5))
    return made(words["month"], fees, *given, categories=months)


def hard() -> dict[str, Chart]:
    """Charts that are hard to draw, by name."""
    found: dict[str, Chart] = {}
    for shape in Shape:
        name = shape.value
        places = tuple(map(Decimal, range(40)))
        found |= {
            f"{name} empty": chart(shape),
            f"{name} zero": chart(shape, (0, 0, 0), (0, 0, 0), levels=(0, 2), middle=Decimal(0)),
            f"{name} absent": chart(shape, (None, None), (None, 3), levels=(0, 1)),
            f"{name} single": chart(shape, (5,), (7,), levels=(0,)),
            f"{name} huge": chart(shape, (10**30, -(10**29), 5, "1e-9"), (1, 2, 3, 4), levels=(0, 3)),
            f"{name} tiny": chart(
                shape, ("0.245001", "0.245002"), ("0.2450011", "0.24"), across=Axis("", Kind.RATIO)
            ),
            f"{name} forty": chart(
                shape,
                [(-1) ** at * 1000 * at for at in range(40)],
                ["1000.5"] * 40,
                along=Axis("along", Kind.COUNT),
                levels=(0, 39),
                categories=() if shape is Shape.LINES else tuple(f"Category {at}" for at in range(40)),
                marks=tuple(Mark(place, f"mark {place}") for place in places[::4]),
            ),
            f"{name} hostile": chart(
                shape,
                (1, None, -3, 4, 5, 6, 7, 8),
                (-2, 3, None, 0, 1, 2, 3, -9),
                title="$t^2$ <b>title</b> " + "long " * 60,
                along=Axis(HOSTILE[2]),
                across=Axis(HOSTILE[0], Kind.MONEY),
                categories=HOSTILE,
                levels=(0, 7),
                marks=tuple(Mark(place / 2, text) for place, text in zip(places, HOSTILE, strict=False)),
            ),
        }
    return found
