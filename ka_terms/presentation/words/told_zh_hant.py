"""Traditional Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
    "... and {count:,} more problems": "……另有 {count:,} 個問題",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "讀到 {found}",
    "expected {expected}": "應為{expected}",
    "no more returns than sales": "退貨不超過銷售額",
    "the low of sales is {sales}": "銷售額的低值為 {sales}",
    "sales come to {sales}": "銷售額為 {sales}",
    "no more closed stores than there are": "關店數不超過現有店數",
    "opening and the low of new stores are {most} together": "期初店數加新開店數的低值共 {most} 家",
    "opening and new stores are {most} together": "期初店數加新開店數共 {most} 家",
}
