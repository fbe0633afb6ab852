"""Simplified Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
    "... and {count:,} more problems": "……另有 {count:,} 个问题",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "读到 {found}",
    "expected {expected}": "应为{expected}",
    "no more returns than sales": "退货不超过销售额",
    "the low of sales is {sales}": "销售额的低值为 {sales}",
    "sales come to {sales}": "销售额为 {sales}",
    "no more closed stores than there are": "闭店数不超过现有店数",
    "opening and the low of new stores are {most} together": "期初店数加新开店数的低值共 {most} 家",
    "opening and new stores are {most} together": "期初店数加新开店数共 {most} 家",
}
