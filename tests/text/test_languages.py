"""The names of languages."""

from __future__ import annotations

import pytest

from ka_terms.text.languages import language_named, of_locale


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en", "en"),
        (" ZH-hant ", "zh-Hant"),
        ("zh_CN", "zh-Hans"),
        ("", None),
        ("fr", None),
        ("zh-Hnat", None),
    ],
)
def test_a_language_goes_by_several_names(name: str, language: str | None) -> None:
    assert language_named(name) == language


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        *(
            (name, "en")
            for name in ("", "C", "POSIX", "C.UTF-8", "en_AU.UTF-8", "fr_FR", "ja", "@", "_", "zhx_TW")
        ),
        *(
            (name, "zh-Hant")
            for name in ("zh_TW.UTF-8", "zh_HK", "zh_MO.big5hkscs", "zh-Hant-TW", "zh_TW@stroke")
        ),
        *(
            (name, "zh-Hans")
            for name in ("zh_CN.GB18030", "zh_SG", "zh", "zh_Hans_HK", "zh_MY.UTF-8", "ZH_cn")
        ),
    ],
)
def test_the_language_of_a_locale(locale: str, language: str) -> None:
    assert of_locale(locale) == language
