"""One invalid file a rule, and what its message has to say: where, and in which words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from ka_terms.reading.yaml import yaml_reader as tree

FILES = Path(__file__).parent / "invalid"
NUMBER = "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"

# File -> its problems from top to bottom: line, column, and words of the message.
INVALID: dict[str, list[tuple[int, int, str]]] = {
    "a-list": [(1, 1, "Found a list. Expected lines of the form `key: value`")],
    "a-text": [(1, 1, "Found 'a contract of some kind'. Expected lines of the form `key: value`")],
    "absurd-decimals": [(3, 10, "(at most 6 decimals). Fix: round the number as the contract does")],
    "absurd-digits": [(3, 10, "(below 10^15, at most 6 decimals). Fix: check the number of digits and the unit")],
    "absurd-magnitude": [(3, 10, "(below 10^15). Fix: check the number of digits and the unit")],
    "alias-bomb": [(7, 10, "more than 20,000 values")],
    "alias-without-anchor": [(1, 11, "Found the alias *name. Expected an anchor of that name on an earlier line")],
    "amount-bound-of-growth": [(10, 16, "tiers.1.from: Found '5M'. "
                                        "Expected a percentage such as 110%, because `measure` is growth")],
    "blank-name": [(1, 10, "scenario: Found nothing. Expected a text")],
    "colon-in-value": [(1, 21, "a second colon in one entry")],
    "comments-only": [(1, 1, "Found only comments. Expected a scenario")],
    "classes-above-total": [(4, 21, "Found '26'. Expected 25, which the classes come to. Fix: correct one of the two")],
    "class-without-opening": [(4, 22, "classes.hyper.opening: Found no key `opening`. Expected `opening:`")],
    "class-closes-too-many": [(4, 58, "Expected no more closed stores than opening and new stores (7)")],
    "class-misspelt": [
        (8, 25, "Found 'stores.hypr.opening'. Expected a figure of the plan. "
                "Fix: write stores.hyper.opening if that is meant"),
        (9, 25, "Fix: write stores.hyper.closing if that is meant"),
        (10, 25, "Fix: write last_year.stores.market.new if that is meant"),
        (11, 21, "Fix: write categories.noodles.sales if that is meant"),
        (12, 25, "Fix: add `corner:` to `plan.stores.classes`"),
    ],
    "class-of-no-plan": [(6, 25, "Found 'stores.hyper.opening'. Expected a figure of the plan. "
                                 "Fix: add `hyper:` to `plan.stores.classes`")],
    "classes-too-many": [(7, 7, "Found 101 classes. Expected at most 100 classes of stores. "
                                "Fix: put the smallest of them together")],
    "class-estimate-of-nothing": [(4, 17, "Found an estimate. Expected one number, because no class opens")],
    "class-estimate-closes-too-many": [(6, 51, "Expected no more closed stores than opening stores and the low of new "
                                               "stores (0.333333)")],
    "currency-sign": [(3, 10, "delete the currency sign")],
    "footnote-mark": [
        (3, 10, "Found '1000000¹'"),
        (4, 21, "write the number without ② (U+2461, circled digit two)"),
        (6, 26, "write the number without ² (U+00B2, superscript two)"),
    ],
    "marks-in-braces": [
        (4, 19, "Found `amount: 1,500¹` in braces. Expected a number without commas, because a comma ends the entry"),
        (4, 19, "write the number without ¹ (U+00B9, superscript one)"),
        (5, 30, "because a comma ends the entry. Fix: write `at_most: 8.5% of sales`"),
        (6, 19, "Found `amount: 1,500元` in braces"),
        (6, 19, "delete the currency sign"),
    ],
    "date-as-name": [(1, 11, 'write "2003-01-01" in quotes; without them it means a date')],
    "duplicate-key": [(5, 3, "Found a second 'sales'. Expected each key once. "
                             "Fix: delete one of them (the first is in line 3)")],
    "empty": [(1, 1, "Found an empty file. Expected a scenario")],
    "estimate-elsewhere": [(4, 11, "Found a mapping. Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k."
                                   " Fix: write one number; only plan.sales and plan.stores.new can "
                                   "have low, likely and high")],
    "estimate-in-braces": [(3, 16, 'Found `low: 8,000,000` in braces. Expected a number without commas, because a comma'
                                   ' ends the entry. Fix: write `low: 8000000` or `low: "8,000,000"`')],
    "estimate-key-missing": [(3, 3, "likely: Found no key `likely`. "
                                    "Expected `likely:`, which every estimate needs. Fix: add `likely:`")],
    "estimate-key-unknown": [(5, 5, "plan.sales.likly: Found 'likly'. Expected a known key. "
                                    "Fix: write likely if that is meant")],
    "estimate-mixed": [(4, 28, "Found '+150%'. Expected an amount, because low is an amount (8,000,000)")],
    "estimate-of-growth-on-nothing": [(3, 10, "Expected an amount, because the plan gives no sales for "
                                              "last year. Fix: add `last_year:` to `plan`")],
    "estimate-of-half-a-store": [(4, 47, "plan.stores.new.likely: Found '7.5'. Expected a whole number")],
    "estimate-of-growth-without-sign": [(4, 30, "sales.likely: Found '5%'. Expected growth with its sign")],
    "estimate-of-last-year": [
        (4, 12, "Found an estimate. Expected one number, because last year is known. Fix: write the actual number"),
        (5, 32, "plan.last_year.stores.new: Found an estimate"),
    ],
    "estimate-out-of-order": [
        (3, 28, "plan.sales.likely: Found '7M'. Expected at least 8,000,000, which is low. Fix: correct the values"),
        (3, 38, "plan.sales.high: Found '6M'. Expected at least 7,000,000, which is likely"),
    ],
    "exponent": [(3, 10, f"Found '1e5'. {NUMBER}. Fix: write all zeros")],
    "extends-absolute": [(1, 10, "Found '/etc/hostname'. Expected the relative path of another scenario file")],
    "extends-directory": [(1, 10, "extends: Found a directory (extended)")],
    "extends-list": [(1, 10, "extends: Found no file name")],
    "extends-missing": [
        (1, 10, f"no such file ({Path('extended/basis.yaml')}). Expected the relative path of another scenario"),
        (4, 26, "Found '2.5'. Expected a percentage with its sign"),
    ],
    "figure-taken": [
        (4, 13, "plan.figures.sales: Found 'sales'. Expected a name that no figure and no total has")
    ],
    "categories-above-sales": [
        (4, 15, "Found 4,400,000 in all categories. Expected categories that come to no more than sales (4,000,000)")
    ],
    "category-other": [(4, 16, "Found 'other'. Expected another name")],
    "formula-circle": [(3, 10, "Found a circle of figures: sales -> own -> sales. Expected figures that can be")],
    "formula-unknown-name": [(5, 18, "own: Found 'vlume'. Expected a figure of the plan in `sales x vlume`.")],
    "formula-without-spaces": [(5, 18, "Expected a number, or a figure of the plan. Fix: write sales - returns")],
    "formula-of-unlike-kinds": [(5, 18, "Expected a sum of one kind: amounts of money, counts, or percentages")],
    "formula-of-two-shares": [(4, 32, "Expected at most one percentage among the factors of a product")],
    "formula-of-too-many": [(4, 24, "Expected at most 4 stated numbers multiplied with each other")],
    "formula-operator-alone": [(5, 10, "Found 'sales -'. Expected a number or a figure on both sides of every")],
    "formula-share-of-nothing": [(4, 18, "with what it is of, such as 20% of sales. Fix: write 20% of sales")],
    "formula-in-brackets": [(4, 18, "Expected a formula of +, -, x and percentages, without brackets or division")],
    "figure-key-of-plan": [
        (4, 13, "Found 'x'. Expected a name that is no key of the plan, and not x or year"),
        (4, 19, "Found 'stores'"),
    ],
    "share-bound-as-number": [(6, 55, "Expected a percentage from 0% to 100%, because facings is a share. "
                                      "Fix: write 30%")],
    "share-bound-on-number": [(6, 55, "Expected a number, because the thresholds are compared with facings")],
    "share-as-base": [(6, 23, "Found 'facings'. Expected a figure in money, such as sales, because a percentage")],
    "free-not-charged": [(9, 12, "Expected a figure that `per` of this term names. Fix: add stores.new to `per`")],
    "group-for-figure": [(6, 40, "Found 'store'. Expected a figure of the plan. Fix: write one of these:"
                                 " stores.average, stores.closed, stores.closing, stores.new, stores.opening")],
    "growth-bound-without-sign": [(11, 16, "tiers.2.over: Found '5%'. Expected growth with its sign, such as +5%")],
    "growth-on-nothing": [(8, 14, "Found 'growth'. Expected last_year.sales above zero")],
    "growth-without-sign": [(4, 10, "Found '5%'. Expected growth with its sign, such as +5%")],
    "growth-without-last-year": [(3, 10, "Expected an amount, because the plan gives no sales for last "
                                         "year. Fix: add `last_year:` to `plan`")],
    "half-a-store": [(4, 21, "Found '2.5'. Expected a whole number")],
    "infinite": [(3, 10, f"Found '.inf'. {NUMBER}")],
    "last-year-circle": [(3, 14, "a loop of files: last-year-circle.yaml -> last-year-circle.yaml")],
    "last-year-without-plan": [(3, 14, "Found a file without a plan")],
    "least-above-most": [(6, 40, "Found '9% of sales'. Expected at most 8% of sales, which is `at_most`")],
    "less-circle": [(6, 25, "a loop in `less`: one -> other -> one. "
                            "Expected an order in which each term is calculated once")],
    "less-no-term": [(6, 37, "Found 'anual_rebate'. Expected a term of this contract. "
                             "Fix: write annual_rebate if that is meant")],
    "list-for-mapping": [(3, 3, "plan: Found a list. Expected lines of the form `key: value` below it")],
    "mapping-as-key": [(2, 3, "Expected a name as the key")],
    "merge-key": [(5, 3, "Found the merge key <<. Expected plain keys. Fix: use `extends:` to take over another file")],
    "misaligned": [(4, 2, "Found a line with a wrong indentation")],
    "misgrouped-in-braces": [
        (4, 17, 'because a comma ends the entry. Fix: write `rate: 3.5%`'),
        (5, 19, 'Found `amount: 1.500,00` in braces. Expected a number without commas, because a comma ends the entry.'
                ' Fix: write `amount: 1500.00`'),
        (6, 19, 'write `amount: 1500.50` or `amount: "1,500.50"`'),
        (7, 19, 'Found `amount: １,５００` in braces'),
    ],
    "misgrouped-number": [(3, 10, "put a comma before every three digits, or use no commas")],
    "missing-colon": [(2, 1, "Found a line without a colon. Expected `key: value`")],
    "missing-mode": [(6, 3, "annual_rebate.mode: Found no key `mode`. "
                            "Expected `mode: whole` or `mode: marginal`. Fix: add `mode: whole` (全额累进")],
    "missing-plan": [(1, 1, "plan: Found no key `plan`. Expected `plan:`, which is required. Fix: add `plan:`")],
    "misspelt-key": [(2, 1, "Found 'acount'. Expected a known key. Fix: write account if that is meant")],
    "misspelt-key-in-term": [(6, 32, "Found 'at_leest'. Expected a known key. "
                                     "Fix: write at_least if that is meant")],
    "misspelt-shape": [(6, 20, "exactly one of rate, amount and tiers in a term. Fix: write rate if that is meant")],
    "mode-unknown": [(7, 11, "Found 'hole'. Expected one of whole, marginal. Fix: write whole if that is meant")],
    "more-closed-than-stores": [(4, 40, "Expected no more closed stores than opening and new stores (4)")],
    "more-closed-than-low": [(4, 69, "Found '5'. Expected no more closed stores than opening stores and the low of"
                                     " new stores (4)")],
    "more-returns-than-growth": [(5, 12, "Found '900'. Expected no more returns than sales (800)")],
    "more-returns-than-low": [(4, 12, "Found '9M'. Expected no more returns than the low of sales (8,000,000)")],
    "needs-last-year": [(6, 33, "Found 'increment'. Expected a figure of the plan, or another term. "
                                "Fix: add `last_year:` to `plan`")],
    "negative-stores": [(4, 21, "zero or more")],
    "nesting-bomb": [(1, 51, "Found more than 40 levels")],
    "not-a-number": [(3, 10, f"Found '.nan'. {NUMBER}")],
    "null-of-nothing": [(4, 3, "a key of the extended file, which is then removed. "
                               "Fix: write monthly_rebate if that is meant")],
    "number-in-braces": [(9, 16, "Found `from: 4,500,000` in braces. Expected a number without commas, because a comma"
                                 ' ends the entry. Fix: write `from: 4500000` or `from: "4,500,000"`')],
    "octal": [(3, 10, "delete the leading zero")],
    "one-fee-under-two-names": [
        (6, 3, "Found '月返利', another name of the fee 'monthly_rebate'. Expected each fee once. "
               "Fix: delete one of them (the first"
               " is in line 5)"),
        (8, 3, "Found 'annual_rebate', another name of the fee '年返'. Expected each fee once"),
    ],
    "open-brace": [(2, 7, "Found a brace or bracket that is never closed")],
    "open-bracket": [(4, 36, "Expected a comma or ] after each entry")],
    "open-quote": [(1, 11, "Found a quote that is never closed")],
    "payment-days": [(3, 28, "Found 'two months'. Expected a whole number of days, such as 60 or 60 after month end")],
    "per-figure-not-given": [(6, 37, "per.1: Found 'skus.new'. Expected a figure of the plan. "
                                     "Fix: add `skus:` to `plan`")],
    "per-no-figure": [(6, 39, "Found 'stores.newest'. Expected a figure of the plan. "
                              "Fix: write one of these: stores.average, stores.closed, stores.closing, ")],
    "percent-bound": [(9, 16, "Expected a number, because the thresholds are compared with sales. "
                              "Fix: set `measure: growth` or")],
    "percent-first": [(3, 10, "Found a value that starts with %. Expected a value in quotes")],
    "private-misspelt": [(3, 1, "Found 'privat'. Expected a known key. Fix: write private if that is meant")],
    "private-misspelt-block": [(3, 1, "write private if that is meant"), (5, 3, "Expected each key once")],
    "rate-above-all": [(6, 26, "Found '250%'. Expected a percentage from 0% to 100%, such as 2.5%")],
    "rate-and-amount": [(6, 3, "Found `rate`, `amount` in one term. Expected exactly one of rate, amount and tiers")],
    "rate-as-fraction": [(6, 26, "Found '0.025'. Expected a percentage with its sign, such as 2.5%. "
                                 "Fix: write 2.5% or 0.025%, whichever is meant")],
    "rate-of-a-count": [(6, 34, "Expected a figure in money, such as sales, because a percentage is applied to it")],
    "rate-without-percent": [(6, 26, "Expected a percentage with its sign, such as 2.5%. Fix: write 2.5%")],
    "share-of-nothing": [(6, 40, "Expected an amount, or a percentage of a figure, such as 8% of sales. "
                                 "Fix: write what it is a percentage of")],
    "six-faults": [
        (1, 11, "in quotes; without them it means true or false"),
        (2, 1, "write account if that is meant"),
        (4, 10, "put a comma before every three digits"),
        (5, 21, "zero or more"),
        (7, 26, "write 2.5%"),
        (8, 39, "write one of these: stores.average, "),
    ],
    "small-m": [(3, 10, "write 4.5M")],
    "status-unknown": [(2, 9, "Found 'agreeed'. Expected one of agreed, ask, proposal, draft. "
                              "Fix: write agreed if that is meant")],
    "tab-indentation": [(3, 1, "Found a tab. Expected spaces for the indentation. "
                               "Fix: replace each tab by two spaces")],
    "tag": [(1, 11, "Found the tag !!python/name:os.system. Expected plain YAML without tags")],
    "point-or-group": [
        (3, 10, "Expected a number that cannot be read in two ways. Fix: write 1,500 or 1.5, whichever is meant"),
        (5, 21, "Found '2.340'"),
    ],
    "term-as-number": [(6, 19, "Found '2.5%'. Expected a term with a rate, an amount or tiers. "
                               "Fix: write `{rate: 2.5%}`.")],
    "term-without-shape": [(6, 3, "Found no rate, amount or tiers. "
                                  "Expected exactly one of rate, amount and tiers in a term")],
    "tier-from-and-over": [(9, 9, "tiers.1: Found `from` and `over` in one tier. "
                                  "Expected only one of them. Fix: delete `over`")],
    "tier-without-bound": [(9, 9, "tiers.1: Found neither `from` nor `over` in a tier. Expected one of them")],
    "tiers-empty": [(6, 39, "Found an empty list. Expected at least one tier. "
                            "Fix: add a tier such as `{from: 9M, rate: 0.5%}`.")],
    "tiers-that-fall": [
        (10, 16, "tiers.2.from: Found '9M'. Expected a threshold above 9,000,000 (tier "),
        (11, 16, "tiers.3.from: Found '8M'. Expected a threshold above 9,000,000 (tier "),
    ],
    "time-as-number": [(3, 10, f"Found '1:30'. {NUMBER}. Fix: replace the time by a number")],
    "truth-value-as-name": [(1, 11, "Found 'NO'. Expected a name. "
                                    "Fix: write \"NO\" in quotes; without them it means true or false")],
    "two-documents": [(5, 1, "Found a second document (---). Expected one document per file. Fix: split the file")],
    "unknown-currency": [(2, 11, "Found 'RMB'. Expected an ISO 4217 currency code")],
    "unknown-escape": [(1, 11, "Found an unknown escape in double quotes")],
    "unknown-key": [(5, 1, "Found 'colour'. Expected a known key: extends, scenario, account")],
    "wide-characters": [(3, 20, "terms.monthly_rebate.rate: Found '2.5'")],
    "year-of-two-digits": [(2, 7, "Found '03'. Expected a year from 1900 to 2199, such as 2003")],
    # Rules, facts, groups, counts and names of terms
    "base-circle": [
        (5, 9, "terms.fund: Found a loop of terms: fund -> claim -> fund. Expected an order in which each term "
               "is calculated once. Fix: name a figure in one of them instead."),
    ],
    "base-unknown": [
        (6, 26, "terms.claim.of: Found 'marketing_found'. Expected a figure of the plan, or another term. Fix: "
                "write marketing_fund if that is meant."),
    ],
    "fact-as-number": [
        (4, 21, "plan.facts.hardware: Found '3'. Expected yes or no. Fix: write yes or no; a number belongs "
                "under `figures`."),
    ],
    "fact-named-as-figure": [
        (5, 11, "plan.facts.promoters: Found 'promoters'. Expected a name that no figure has. Fix: choose "
                "another name."),
    ],
    "growth-of-nothing": [
        (9, 14, "terms.case_rebate.measure: Found 'growth of volume'. Expected a plan with last_year.volume. "
                "Fix: add `volume:` to `plan.last_year`."),
    ],
    "limit-circle": [
        (5, 9, "terms.fund: Found a loop of terms: fund -> claim -> fund. Expected an order in which each term "
               "is calculated once. Fix: name a figure in one of them instead."),
    ],
    "lot-not-charged": [
        (6, 39, "terms.pallet_fee.for_every.cartons: Found 'cartons'. Expected a figure that `per` of this term "
                "names. Fix: add cartons to `per`."),
    ],
    "lot-of-nothing": [
        (6, 64, "terms.pallet_fee.for_every.cartons: Found '0'. Expected a number above zero. Fix: write the "
                "size of a full lot, such as 100."),
    ],
    "lots-in-bands": [
        (10, 5, "terms.case_rebate.for_every: Found `for_every` in marginal tiers. Expected `mode: whole`. Fix: "
                "delete `for_every`, or write `mode: whole`."),
    ],
    "owed-perhaps": [
        (5, 36, "terms.marketing_fund.owed: Found 'perhaps'. Expected yes or no. Fix: write yes or no."),
    ],
    "per-on-rates-in-tiers": [
        (11, 25, "terms.case_rebate.tiers.1.rate: Found a rate. Expected an amount, because `per` charges by "
                 "count. Fix: write `amount:` in every tier, or delete `per`."),
    ],
    "per-without-measure": [
        (10, 10, "terms.case_rebate.per: Found `per` without the measure. Expected `per` with volume, which is "
                 "charged band by band. Fix: add volume to `per`, or write `mode: whole`."),
    ],
    "rule-and": [
        (6, 39, "terms.display_fee.only_if: Found 'sales >= 1M and hardware'. Expected one rule. Fix: write "
                "`[sales >= 1M, hardware]`."),
    ],
    "rule-bare-number": [
        (5, 39, "terms.display_fee.only_if: Found '33%'. Expected a rule such as facings >= 33%, or the name of "
                "a fact. Fix: write `FIGURE >= 33%` with the figure that is meant."),
    ],
    "rule-equals": [
        (5, 39, "terms.display_fee.only_if: Found 'sales = 1M'. Expected a rule such as facings >= 33%, or the "
                "name of a fact. Fix: write sales >= 1M or sales <= 1M, whichever is meant."),
    ],
    "rule-fact-with-number": [
        (6, 39, "terms.display_fee.only_if.1: Found 'hardware >= 1'. Expected the name of a fact alone, because "
                "it has no number. Fix: write hardware."),
    ],
    "rule-figure-alone": [
        (5, 39, "terms.display_fee.only_if.1: Found 'sales'. Expected a rule with a number, because this is a "
                "figure. Fix: write what it is compared with, such as sales >= 100."),
    ],
    "rule-figure-not-given": [
        (5, 38, "terms.display_fee.unless.1: Found 'skus.total'. Expected a figure of the plan, growth or "
                "achievement, or a fact. Fix: add `skus:` to `plan`."),
    ],
    "rule-growth-on-nothing": [
        (6, 39, "terms.display_fee.only_if.1: Found 'growth'. Expected last_year.sales above zero, because "
                "growth is calculated from it. Fix: correct last_year.sales, or name a figure instead of growth."),
    ],
    "rule-growth-without-sign": [
        (6, 39, "terms.display_fee.only_if: Found '5%'. Expected growth with its sign, such as +5%, or an index "
                "of at least 100%, such as 105% (which means the same). Fix: write +5% for growth of 5%, or -95% "
                "for 5% of last year."),
    ],
    "rule-mapping": [
        (8, 14, "terms.display_fee.only_if: Found a mapping. Expected `any:` with a list of rules. Fix: write "
                "`[hardware]`."),
    ],
    "rule-not": [
        (6, 53, "terms.display_fee.only_if.2: Found 'not hardware'. Expected one rule. Fix: write hardware under "
                "`unless` or under `only_if`."),
    ],
    "rule-number-against-share": [
        (7, 40, "terms.display_fee.only_if.1: Found 'vat >= 13'. Expected a percentage, because vat is a "
                "percentage. Fix: write vat >= 13%."),
        (7, 51, "terms.display_fee.only_if.2: Found 'facings >= 33'. Expected a percentage, because facings is a "
                "percentage. Fix: write facings >= 33%."),
    ],
    "rule-private": [
        (5, 39, "terms.display_fee.only_if: Found a hidden value (private). Expected a figure that everyone may "
                "see. Fix: write it in the form that is expected."),
    ],
    "rule-share-against-amount": [
        (6, 40, "terms.display_fee.only_if.1: Found 'returns <= 3%'. Expected a number, or a percentage of a "
                "figure, because returns is no percentage. Fix: write returns <= 3% of sales."),
    ],
    "rule-split-number": [
        (5, 40, "terms.display_fee.only_if.1: Found 'sales >= 1, 000, 000'. Expected a number without commas "
                "inside brackets. Fix: write sales >= 1000000."),
    ],
    "rule-unknown-fact": [
        (9, 9, "terms.display_fee.only_if.1: Found 'hardwear'. Expected a fact of the plan, or a rule. Fix: "
               "write hardware if that is meant."),
        (10, 28, "terms.display_fee.only_if.2.any.2: Found 'no_cross_selling'. Expected a fact of the plan, or a "
                 "rule. Fix: add `no_cross_selling: yes` to `facts` of the plan."),
    ],
    "rule-unknown-figure": [
        (7, 14, "terms.display_fee.only_if.1: Found 'sale'. Expected a figure of the plan, growth or "
                "achievement, or a fact. Fix: write sales if that is meant."),
    ],
    "together-empty": [
        (7, 22, "together.promotion.terms: Found an empty list. Expected at least one term. Fix: name at least "
                "one term, or delete the group."),
    ],
    "together-named-as-term": [
        (7, 3, "together.dm_fee: Found 'dm_fee'. Expected a name that no term has. Fix: choose another name."),
    ],
    "together-not-owed": [
        (7, 23, "together.promotion.terms.1: Found 'marketing_fund'. Expected a term that is owed, because a "
                "group adds up what is paid. Fix: delete it here."),
    ],
    "together-twice": [
        (8, 23, "together.guarantee.terms.1: Found 'dm_fee'. Expected a term that is in one group only. Fix: "
                "delete it here or from promotion."),
    ],
    "together-unknown-term": [
        (7, 23, "together.promotion.terms.1: Found 'dm_fees'. Expected a term of this contract. Fix: write "
                "dm_fee if that is meant."),
    ],
    "together-without-limit": [
        (7, 3, "together.promotion: Found no key `at_most`. Expected a minimum or a maximum of the group. Fix: "
               "add `at_least:` or `at_most:`."),
    ],
    # What a name is instead, and what a value lacks
    "figure-as-word": [
        (4, 24, "plan.figures.promoters: Found 'sixty'. Expected a number, or a figure of the plan. Fix: "
                "write a number, or the name of a figure of the plan."),
        (4, 41, "plan.figures.hardware: Found 'yes'. Expected a number, or a figure of the plan. Fix: write"
                " a number, or put what is so or not so under `facts`."),
    ],
    "formula-of-a-fee": [
        (4, 19, "plan.figures.rest: Found 'fund'. Expected a figure of the plan in `sales - fund`. Fix: "
                "name a figure, because figures do not depend on fees."),
        (4, 40, "plan.figures.twice: Found 'growth'. Expected a figure of the plan in `growth x 2`. Fix: "
                "name a figure, such as sales; growth and achievement stand in `measure` and in rules."),
    ],
    "formula-of-nothing": [
        (4, 19, "plan.figures.rest: Found 'something'. Expected a figure of the plan in `sales - "
                "something`. Fix: add `something:` to `plan.figures`, or name another figure."),
    ],
    "formula-sign-first": [
        (5, 11, "Found a list on the line of its key. Expected each - on a line of its own. Fix: move the "
                "list to the next line."),
    ],
    "free-in-percent": [
        (6, 58, "terms.shelf_fee.free.facings: Found '2%'. Expected a number such as 4020000, 4,020,000, "
                "402万, 4.5M or 350k. Fix: write a number; of a figure in percent, 2% is 0.02."),
    ],
    "label-as-number": [
        (5, 21, "labels.promoters: Found '5'. Expected a name, which no number is. Fix: write a word."),
    ],
    "label-of-three-forms": [
        (5, 21, "labels.promoters: Found 'a|b|c'. Expected a name, or its singular and plural such as "
                "promoter|promoters. Fix: write one name, or two with one | between them."),
    ],
    "less-figure": [
        (7, 37, "terms.monthly_rebate.less.1: Found 'returns'. Expected a term of this contract. Fix: name "
                "a term; a figure is subtracted in a formula under `figures`."),
    ],
    "less-of-nothing": [
        (5, 37, "terms.monthly_rebate.less.1: Found 'something'. Expected a term of this contract. Fix: "
                "delete `less`, because the contract has no other term."),
    ],
    "less-on-amount": [
        (6, 30, "terms.display_fee.less: Found 'less'. Expected a known key. Fix: delete `less`, because an"
                " amount is paid on no base."),
    ],
    "limit-of-a-count": [
        (5, 37, "terms.display_fee.at_least: Found 'months'. Expected a figure in money, such as sales, "
                "because a percentage is applied to it. Fix: write an amount, or a percentage of a figure "
                "in money."),
    ],
    "limit-of-a-number": [
        (5, 37, "terms.display_fee.at_least: Found '100'. Expected a figure of the plan, or another term. "
                "Fix: work it out and write the number."),
    ],
    "lot-without-figure": [
        (6, 53, "terms.pallet_fee.for_every: Found '100'. Expected lines of the form `key: value` below it."
                " Fix: write `for_every: {FIGURE: 100}` with the figure that is meant."),
    ],
    "measure-no-figure": [
        (7, 39, "terms.display_fee.measure: Found 'hardware'. Expected a figure of the plan, growth or "
                "achievement. Fix: name a figure, because a fact is no number; conditions on it stand in "
                "`only_if`."),
        (8, 37, "terms.shelf_fee.measure: Found 'fund'. Expected a figure of the plan, growth or "
                "achievement. Fix: name a figure, because thresholds are not compared with fees."),
    ],
    "payment-days-in-words": [
        (4, 28, "conditions.payment_days: Found '60 after'. Expected a whole number of days, such as 60 or "
                "60 after month end. Fix: write 60 or 60 after month end, whichever is meant."),
    ],
    "per-formula": [
        (6, 35, "terms.display_fee.per.1: Found 'stores.opening - stores.closed'. Expected a figure of the "
                "plan. Fix: give the formula a name under `figures`, and write that name here."),
    ],
    "per-no-name": [
        (7, 36, "terms.display_fee.per.1: Found 'promotors'. Expected a figure of the plan. Fix: add "
                "`promotors:` to `plan.figures`, or name another figure."),
        (7, 47, "terms.display_fee.per.2: Found 'hardware'. Expected a figure of the plan. Fix: name a "
                "figure, because a fact is no number; conditions on it stand in `only_if`."),
        (7, 57, "terms.display_fee.per.3: Found 'fund'. Expected a figure of the plan. Fix: name a figure; "
                "a share of another fee is a `rate` with `of: fund`."),
        (7, 63, "terms.display_fee.per.4: Found 'growth'. Expected a figure of the plan. Fix: name a "
                "figure, such as sales; growth and achievement stand in `measure` and in rules."),
    ],
    "returns-as-formula": [
        (4, 12, "plan.returns: Found '2% of sales'. Expected an amount, or a percentage of sales such as "
                "2%. Fix: write 2%."),
    ],
    "rounding-as-word": [
        (4, 11, "rounding: Found 'cents'. Expected one of 0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000. Fix: "
                "choose one of them."),
    ],
    "rule-empty-list": [
        (5, 39, "terms.display_fee.only_if: Found an empty list. Expected a rule such as facings >= 33%, or"
                " the name of a fact. Fix: write a rule, or delete the key; `null` removes a condition of "
                "the extended file."),
    ],
    "rule-growth-against-share": [
        (6, 39, "terms.display_fee.only_if: Found '105% of last_year.sales'. Expected an index such as 110%"
                " or +10%, which both mean 1.1 times. Fix: write growth >= 105%."),
        (7, 37, "terms.shelf_fee.only_if: Found '5% of nothing'. Expected an index such as 110% or +10%, "
                "which both mean 1.1 times. Fix: compare it with a percentage alone, such as growth >= +5%."),
    ],
    "rule-names-a-fee": [
        (6, 40, "terms.display_fee.only_if.1: Found 'monthly_rebate'. Expected a figure of the plan, growth"
                " or achievement, or a fact. Fix: name a figure or a fact, because conditions do not depend"
                " on fees."),
        (6, 60, "terms.display_fee.only_if.2: Found 'monthly_rebate'. Expected a fact of the plan, or a "
                "rule. Fix: name a figure or a fact, because conditions do not depend on fees."),
        (6, 76, "terms.display_fee.only_if.3: Found 'promotion'. Expected a figure of the plan, growth or "
                "achievement, or a fact. Fix: name something else, because a group of terms cannot stand "
                "here."),
    ],
    "rule-range": [
        (6, 39, "terms.display_fee.only_if: Found '5 <= stores.new < 9'. Expected one rule. Fix: write "
                "`[stores.new >= 5, stores.new < 9]`."),
        (7, 37, "terms.shelf_fee.only_if: Found '1M <= sales'. Expected a rule such as facings >= 33%, or "
                "the name of a fact. Fix: write sales >= 1M."),
    ],
    "rule-two-figures": [
        (6, 40, "terms.display_fee.only_if.1: Found 'own'. Expected a number such as 4020000, 4,020,000, "
                "402万, 4.5M or 350k. Fix: write sales > 100% of own to compare two figures."),
        (6, 53, "terms.display_fee.only_if.2: Found 'own + 5'. Expected a number such as 4020000, "
                "4,020,000, 402万, 4.5M or 350k. Fix: give the formula a name under `figures`, and write "
                "sales >= 100% of NAME."),
    ],
    "rule-unlike-kinds": [
        (7, 40, "terms.display_fee.only_if.1: Found 'sales >= 5% of facings'. Expected figures that can be "
                "compared, such as returns <= 3% of sales. Fix: write an amount, or a percentage of a "
                "figure in money."),
        (7, 64, "terms.display_fee.only_if.2: Found 'stores.new >= 5% of sales'. Expected figures that can "
                "be compared, such as returns <= 3% of sales. Fix: write a number, or a percentage of a "
                "figure that is a number too."),
        (8, 36, "terms.shelf_fee.unless.1: Found 'facings >= 5% of sales'. Expected figures that can be "
                "compared, such as returns <= 3% of sales. Fix: write a percentage alone, such as facings "
                ">= 33%."),
    ],
    "rule-without-value": [
        (5, 39, "terms.display_fee.only_if: Found 'sales >='. Expected a rule such as facings >= 33%, or "
                "the name of a fact. Fix: write what it is compared with, such as sales >= 100."),
        (6, 37, "terms.shelf_fee.only_if: Found 'yes'. Expected a rule such as facings >= 33%, or the name "
                "of a fact. Fix: write the name of a fact, or delete the key."),
    ],
    "share-of-a-number": [
        (4, 18, "plan.figures.own: Found '100'. Expected a figure of the plan in `5% of 100`. Fix: write 5."),
    ],
    "share-with-plus": [
        (5, 11, "plan.target: Found '+10%'. Expected a percentage without a plus, such as 2.5%. Fix: write "
                "10% or 110%, whichever is meant."),
        (7, 40, "terms.display_fee.at_least: Found '+5%'. Expected a percentage without a plus, such as "
                "2.5%. Fix: write 5% or 105%, whichever is meant."),
    ],
    "together-in-terms": [
        (6, 25, "terms.claim.of: Found 'promotion'. Expected a figure of the plan, or another term. Fix: "
                "name something else, because a group of terms cannot stand here."),
        (7, 29, "terms.rebate.less.1: Found 'promotion'. Expected a term of this contract. Fix: write the "
                "terms of the group instead: fund."),
        (10, 17, "together.all.terms.1: Found 'promotion'. Expected a term of this contract. Fix: write the "
                 "terms of the group instead: fund."),
        (10, 45, "together.all.at_most: Found 'promotion'. Expected a figure of the plan, or another term. "
                 "Fix: name something else, because a group of terms cannot stand here."),
    ],
    "together-list": [
        (4, 11, "together: Found a list. Expected lines of the form `key: value` below it. Fix: write `key:"
                " value` in each line, without the list."),
    ],
    # The year by month, and terms that are settled by period
    "cumulative-alone": [
        (4, 29, "terms.annual_rebate.cumulative: Found `cumulative` without `each`. Expected `each: month`, "
                "`quarter` or `half` beside it. Fix: add `each:`, or delete `cumulative`."),
    ],
    "each-week": [
        (4, 35, "terms.weekly_rebate.each: Found 'week'. Expected one of month, quarter, half, year. Fix: choose "
                "one of them."),
    ],
    "event-month-twice": [
        (5, 25, "plan.months.events.dm.3: Found 'march'. Expected each month once. Fix: write {3: 2, 9: 1}."),
    ],
    "growth-without-months": [
        (7, 19, "terms.growth_rebate.each: Found sales of last year by month, which the plan does not give. "
                "Expected last year's months beside this year's. Fix: add `months` to `last_year`, or settle the "
                "term by the year."),
    ],
    "month-thirteen": [
        (6, 20, "plan.months.stores.new.13: Found '13'. Expected a month from 1 to 12, or its name such as mar. "
                "Fix: write a month from 1 to 12."),
        (8, 40, "terms.autumn_discount.in.2: Found '13'. Expected months such as [10], [1..6] or [jan, feb]. "
                "Fix: write a month from 1 to 12."),
    ],
    "month-twice-by-name": [
        (7, 23, "plan.last_year.months.volume.March: Found 'March', another name of '3'. Expected each month "
                "once. Fix: delete one of them (the first is in line 7)."),
        (11, 32, "plan.months.sales.3月: Found '3月', another name of 'mar'. Expected each month once. Fix: delete "
                 "one of them (the first is in line 11)."),
        (12, 44, "plan.months.stores.classes.hyper.new.03: Found '03', another name of '3'. Expected each month "
                 "once. Fix: delete one of them (the first is in line 12)."),
        (14, 28, "plan.months.quarters.events.dm.1: Found '1', another name of 'q1'. Expected each quarter once. "
                 "Fix: delete one of them (the first is in line 14)."),
    ],
    "month-twice": [
        (4, 43, "terms.autumn_discount.in.2: Found 'oct'. Expected each month once. Fix: write `in: [9..11]`."),
    ],
    "months-across-a-moved-year": [
        (6, 36, "terms.spring_discount.in.1: Found '2..5'. Expected months inside the contract year, which "
                "begins in April. Fix: write 2..3, 4..5."),
    ],
    "months-across-the-year": [
        (4, 36, "terms.winter_discount.in.1: Found '11..2'. Expected months inside the contract year, which "
                "begins in January. Fix: write 11..12, 1..2."),
    ],
    "months-amounts-and-shares": [
        (6, 26, "plan.months.sales.6: Found '3M'. Expected a share, as other months have one. Fix: write the "
                "share, or every month as an amount."),
        (7, 27, "plan.months.volume.6: Found '25'. Expected a percentage with its sign, such as 2.5%. Fix: write "
                "25%."),
    ],
    "months-and-quarters": [
        (6, 23, "plan.months.quarters.sales: Found sales by month and by quarter. Expected each figure once. "
                "Fix: delete one of them."),
    ],
    "months-closed-early": [
        (8, 38, "plan.months.stores.classes.hyper.closed: Found 6 stores that close in March. Expected no more "
                "than there are then (5). Fix: let them close later, or open earlier."),
    ],
    "months-beside-another-error": [
        (16, 25, "terms.annual_rebate.rate: Found '2'."),
        (20, 29, "terms.posters.per.1: Found 'events.posters'. Expected a figure of the plan. "
                 "Fix: add `posters:` to `plan.events`"),
    ],
    "months-in-no-list": [
        (6, 12, "plan.months.sales: Found '100%'. Expected a list of twelve amounts or shares (four of quarters), or "
                "those of some such as {mar: 2, 9: 5}. Fix: write all of them in a list, or some as {MONTH: VALUE}."),
        (7, 23, "new.3: Found '50%'. Expected a whole number, because counts take no shares. Fix: write how many."),
        (8, 18, "events.dm: Found 'mar'. Expected the months of the event, such as [3, 9], or how often in each: {3: "
                "2}. Fix: write [mar]."),
        (8, 27, "Fix: write its months in a list, or how often in each as {MONTH: COUNT}."),
        (9, 23, "Fix: write yes or no for each month, or state it once under `facts` of the plan."),
        (10, 41, "Found '10,11'. Expected months such as [10], [1..6] or [jan, feb]. Fix: write [10, 11]."),
        (10, 84, "in.1: Found '6..'. Expected months such as [10], [1..6] or [jan, feb]. Fix: write the first and the "
                 "last month, with .. between them."),
    ],
    "months-rest-of-amounts": [
        (5, 57, "plan.months.sales.12: Found 'rest'. Expected `rest` only among shares, which come to 100%. "
                "Fix: write the amount, or shares everywhere."),
    ],
    "months-counted-in-a-list": [
        (4, 36, "plan.months.events.dm: Found how often in each month, in a list. Expected the months of the event, "
                "such as [3, 9], or how often in each: {3: 2}. Fix: write {6: 1, 3: 2}."),
    ],
    "months-of-other-keys": [
        (7, 14, "plan.last_year.months.vat: Found 'vat'. Expected a figure that the plan states, such as sales. "
                "Fix: delete it: the rate is that of the whole year."),
        (7, 24, "Fix: write the months of last year under `last_year` of the plan."),
        (7, 56, "Expected a category of the plan. Fix: delete it: it is what the other categories leave over."),
        (9, 5, "plan.months.start: Found 'start'. Expected a known key. Fix: write starts if that is meant."),
        (10, 5, "plan.months.halves: Found 'halves'. Expected a known key. Fix: write the months, or the quarters "
                "under `quarters`."),
        (11, 14, "Fix: write new if that is meant."),
        (12, 16, "Fix: write it under `months`, not under `quarters`."),
        (12, 27, "Expected a known key: sales, volume, returns, target, stores, skus, events, categories, figures, "
                 "facts."),
        (12, 48, "Fix: name a figure first, such as sales, and its months below it."),
        (13, 5, "plan.months.mar: Found 'mar'. Expected a known key. Fix: name a figure first, such as sales, and its "
                "months below it."),
        (15, 32, "Found '季度'. Expected one of month, quarter, half, year. Fix: write quarter."),
        (16, 32, "Found 'half year'. Expected one of month, quarter, half, year. Fix: write half."),
        (17, 36, "Fix: write month."),
        (17, 55, "cumulative: Found 'maybe'. Expected yes or no. Fix: write yes or no."),
        (18, 53, "cumulative: Found '1'. Expected yes or no. Fix: write yes or no."),
    ],
    "year-before-no-figure": [
        (5, 41, "Found 'year.growth >= +5%'. Expected a rule such as facings >= 33%, or the name of a fact. Fix: write "
                "year.sales >= 105% of year.last_year.sales, because `year.` stands before figures alone."),
        (6, 41, "Fix: write year.sales >= 95% of year.target, because `year.` stands before figures alone."),
        (7, 41, "Fix: name a figure, because `year.` stands before figures alone."),
        (8, 31, "measure: Found 'year.growth'. Expected a figure of the plan, growth or achievement. Fix: name a "
                "figure, because `year.` stands before figures alone."),
    ],
    "year-of-a-term": [
        (5, 36, "terms.a.of: Found 'year.fee'. Expected a figure of the plan, or another term. Fix: write fee, because "
                "`year.` stands before figures alone."),
        (6, 36, "Fix: write year.sales if that is meant."),
        (7, 38, "Fix: name a figure; a share of another fee is a `rate` with `of: fee`."),
        (8, 38, "Fix: write fee, because `year.` stands before figures alone."),
        (9, 41, "Fix: write fee, because `year.` stands before figures alone."),
        (10, 38, "Fix: name a figure, such as sales; growth and achievement stand in `measure` and in rules."),
        (11, 36, "Fix: add `own:` to `plan.figures`, or name another figure."),
    ],
    "months-above-the-whole": [
        (6, 5, "plan.months: Found categories that come to more than sales in January. Expected no more than sales in "
               "every period of a term that reads categories.other.sales. Fix: correct the months of sales or of a "
               "category."),
    ],
    "months-eleven": [
        (5, 12, "plan.months.sales: Found 11 values. Expected twelve values, one for each month. Fix: write all "
                "twelve, or some as {MONTH: VALUE}."),
    ],
    "months-none": [
        (4, 35, "terms.autumn_discount.in: Found an empty list. Expected months such as [10], [1..6] or [jan, "
                "feb]. Fix: name a month, or delete the key."),
    ],
    "months-not-the-year": [
        (6, 12, "plan.months.sales: Found months that come to 12,500,000. Expected 12,000,000, which the plan "
                "states for the year: 500,000 less. Fix: correct a month, or the year."),
        (7, 13, "plan.months.volume: Found months that come to 110.5. Expected 130, which the plan states for "
                "the year: 19.5 more. Fix: correct a month, or the year."),
    ],
    "months-of-a-stock": [
        (6, 14, "plan.months.stores.opening: Found 'opening'. Expected what comes and goes in a month, such as "
                "`new`. Fix: delete it: it follows from the start of the year and what changes by month."),
        (7, 12, "plan.months.skus.total: Found 'total'. Expected what comes and goes in a month, such as `new`. "
                "Fix: delete it: it follows from the start of the year and what changes by month."),
    ],
    "months-of-another-fact": [
        (7, 17, "plan.months.facts.hardware: Found no in at least one month. Expected yes in every month, "
                "because `facts` says yes of the year. Fix: correct the months, or the fact of the year."),
        (8, 18, "plan.months.facts.announced: Found yes in every month. Expected no in at least one month, "
                "because `facts` says no of the year. Fix: correct the months, or the fact of the year."),
    ],
    "months-of-another-mean": [
        (6, 24, "plan.months.figures.facings: Found months whose mean is 60.5%. Expected months whose mean is "
                "60%. Fix: correct a month, or the year."),
    ],
    "months-of-nothing": [
        (5, 13, "plan.months.target: Found months of target. Expected a figure that the plan states. Fix: add it "
                "to `plan`."),
    ],
    "months-shares-of-99": [
        (5, 12, "plan.months.sales: Found shares that come to 99%. Expected shares that come to 100%. Fix: "
                "correct a share, or write `rest` for one of them."),
    ],
    "months-that-follow": [
        (6, 5, "plan.months.net_sales: Found 'net_sales'. Expected a figure that the plan states, such as "
               "sales. Fix: delete it: it follows from other figures."),
    ],
    "months-two-rests": [
        (5, 35, "plan.months.sales.9: Found 'rest'. Expected `rest` for one month. Fix: write a share."),
    ],
    "months-with-a-dash": [
        (4, 36, "terms.spring_discount.in.1: Found '1-6'. Expected months such as [10], [1..6] or [jan, feb]. "
                "Fix: write 1..6."),
        (5, 35, "terms.autumn_discount.in.1: Found '9-11'. Expected months such as [10], [1..6] or [jan, feb]. "
                "Fix: write 9..11."),
    ],
    "months-without-any": [
        (5, 13, "plan.months.volume: Found no months. Expected a list of twelve amounts or shares (four of "
                "quarters), or those of some such as {mar: 2, 9: 5}. Fix: name a month, or delete the key."),
        (6, 18, "plan.months.events.dm: Found no months. Expected the months of the event, such as [3, 9], or "
                "how often in each: {3: 2}. Fix: name a month, or delete the key."),
    ],
    "quarter-five": [
        (7, 24, "plan.months.quarters.sales.q5: Found 'q5'. Expected a quarter from 1 to 4, such as q1. Fix: "
                "write a quarter from 1 to 4."),
        (8, 15, "plan.months.quarters.volume: Found 3 values. Expected four values, one for each quarter. Fix: "
                "write all four, or some as {QUARTER: VALUE}."),
    ],
    "settled-for-longer": [
        (5, 53, "terms.monthly_rebate.each: Found annual_rebate, which is settled for longer than this term. "
                "Expected a term that is settled within each period of this one. Fix: settle both by the same "
                "periods, or this one by longer ones."),
    ],
    "year-starts-in-thirteen": [
        (4, 20, "plan.months.starts: Found '13'. Expected a month from 1 to 12, or its name such as mar. Fix: "
                "write a month from 1 to 12."),
    ],
}  # fmt: skip

# Those whose problem lies, wholly or in part, in the file they extend.
ELSEWHERE = {
    "extends-circle": [("extended/circle.yaml", 1, 10, "a loop of files: ")],
    "extends-faulty": [
        ("extended/faulty.yaml", 3, 10, "plan.sales: Found '4,02,000'"),
        ("extends-faulty.yaml", 3, 9, "write agreed if that is meant"),
    ],
}

# What belongs to the program and not to its user.
_OURS = re.compile(
    r"pydantic|Model|dict\b|tuple|\bstr\b|NoneType|Decimal|Traceback|Input should|\\[dswb]|\(\?|\[0-9\]"
)

LOADERS = {"c": getattr(yaml, "CSafeLoader", yaml.SafeLoader), "python": yaml.SafeLoader}


@pytest.fixture(autouse=True)
def _in_their_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as they were named on the command line."""
    monkeypatch.chdir(FILES)


@pytest.fixture(params=list(LOADERS))
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers: PyYAML does without the one in C where that is not installed."""
    monkeypatch.setattr(tree, "_LOADER", LOADERS[request.param])
    return str(request.param)


def refused(path: Path) -> ReadError:
    """What the reader says of a file that it must not take."""
    with pytest.raises(ReadError) as caught:
        load(path, read_catalogue().canonical)
    return caught.value


@pytest.mark.parametrize("name", INVALID)
@pytest.mark.usefixtures("parser")
def test_invalid(name: str) -> None:
    """Every problem of the file, at its place, in the promised words."""
    problems = refused(Path(f"{name}.yaml")).problems
    assert [(problem.line, problem.column) for problem in problems] == [row[:2] for row in INVALID[name]]
    for problem, (*_, words) in zip(problems, INVALID[name], strict=True):
        assert words in problem.message
        assert problem.file == f"{name}.yaml"


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.usefixtures("parser")
def test_invalid_elsewhere(name: str) -> None:
    """A problem of an extended file is reported there, under a path as seen from here."""
    problems = refused(Path(f"{name}.yaml")).problems
    assert len(problems) == len(ELSEWHERE[name])
    for problem, (file, line, column, words) in zip(problems, ELSEWHERE[name], strict=True):
        assert problem.place == f"{Path(file)}:{line}:{column}"
        assert words in problem.message


def test_every_file_has_its_row() -> None:
    """No invalid file without expectations."""
    assert {path.stem for path in FILES.glob("*.yaml")} == {*INVALID, *ELSEWHERE}


@pytest.mark.parametrize("name", [*INVALID, *ELSEWHERE])
@pytest.mark.usefixtures("parser")
def test_message_reads_well(name: str) -> None:
    """Found, expected and an excerpt with a caret; nothing in a message comes from inside the program."""
    error = refused(Path(f"{name}.yaml"))
    assert not _OURS.search(str(error))
    for problem in error.problems:
        assert "Expected " in problem.message
        first, *excerpt = problem.lines()
        assert first.startswith(f"{problem.file}:{problem.line}:{problem.column}: ")
        if not problem.private and name != "empty":
            shown, caret = excerpt
            assert shown.startswith(f"{problem.line:5} | ")
            assert caret.endswith("^")


def test_caret_stands_below_the_culprit_after_wide_characters() -> None:
    """A Chinese character takes two columns on a terminal."""
    (problem,) = refused(Path("wide-characters.yaml")).problems
    _, shown, caret = problem.lines()
    before = shown[: shown.index("2.5")]
    wide = sum(letter in "月返" for letter in before)
    assert wide == 2
    assert caret.index("^") == len(before) + wide


def test_caret_in_a_long_line(tmp_path: Path) -> None:
    """Of an overlong line the part around the culprit is shown."""
    path = tmp_path / "long.yaml"
    path.write_text("{scenario: " + "x" * 250 + ", plan: {sales: ~5}, account: " + "y" * 250 + "}", "utf-8")
    (problem,) = refused(path).problems
    _, shown, caret = problem.lines()
    assert len(shown) < 170
    assert shown[caret.index("^") :].startswith("~5}")
    assert shown[8:11] == shown[-3:] == "..."
