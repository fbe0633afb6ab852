"""Simplified Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
    "... and {count:,} more problems": "……另有 {count:,} 个问题",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "读到 {found}",
    "expected {expected}": "应为{expected}",
    "an invisible sign (U+{code:04X})": "一个看不见的符号 (U+{code:04X})",
    "plain text": "纯文本",
    "delete it": "请删去",
    "a full-width colon {sign}": "全角冒号 {sign}",
    "a colon with no space behind it": "冒号后没有空格",
    "a colon and a space": "半角冒号加一个空格",
    "write `{key}: `": "请写 `{key}: `",
    "plain spaces": "普通空格",
    "replace it by a space": "请改为普通空格",
    "the full-width sign {sign}": "全角符号 {sign}",
    "the plain sign {sign}": "半角符号 {sign}",
    "write {text}": "请写 {text}",
    "an ideographic space (U+3000)": "全角空格 (U+3000)",
    "a no-break space (U+{code:04X})": "不换行空格 (U+{code:04X})",
    "a space of another width (U+{code:04X})": "特殊宽度的空格 (U+{code:04X})",
    "a key without signs around it that no one sees": "前后没有看不见符号的键",
    "delete them": "请将其删去",
}
