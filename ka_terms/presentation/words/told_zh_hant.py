"""Traditional Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
    "... and {count:,} more problems": "……另有 {count:,} 個問題",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "讀到 {found}",
    "expected {expected}": "應為{expected}",
    "an invisible sign (U+{code:04X})": "一個看不見的符號 (U+{code:04X})",
    "plain text": "純文字",
    "delete it": "請刪去",
    "a full-width colon {sign}": "全形冒號 {sign}",
    "a colon with no space behind it": "冒號後沒有空格",
    "a colon and a space": "半形冒號加一個空格",
    "write `{key}: `": "請寫 `{key}: `",
    "plain spaces": "一般空格",
    "replace it by a space": "請改為一般空格",
    "the full-width sign {sign}": "全形符號 {sign}",
    "the plain sign {sign}": "半形符號 {sign}",
    "write {text}": "請寫 {text}",
    "an ideographic space (U+3000)": "全形空格 (U+3000)",
    "a no-break space (U+{code:04X})": "不換行空格 (U+{code:04X})",
    "a space of another width (U+{code:04X})": "特殊寬度的空格 (U+{code:04X})",
    "a key without signs around it that no one sees": "前後沒有看不見符號的鍵",
    "delete them": "請將其刪去",
}
