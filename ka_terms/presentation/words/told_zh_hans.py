"""Simplified Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
    "... and {count:,} more problems": "……另有 {count:,} 个问题",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "读到 {found}",
    "expected {expected}": "应为{expected}",
}
