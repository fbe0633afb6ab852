"""English: label and sentence by key. A sentence has {placeholders}; a unit has three forms, see `units`."""

from __future__ import annotations

MESSAGES = {
    "sales": "Sales",
    "volume": "Volume",
    "returns": "Returns",
    "net_sales": "Net sales",
    "sales_incl_tax": "Sales incl. tax",
    "vat": "VAT rate",
    "target": "Target",
    "increment": "Sales above last year",
    "months": "Months",
    "stores.opening": "Stores at start",
    "stores.new": "Stores opened",
    "stores.closed": "Stores closed",
    "stores.closing": "Stores at end",
    "stores.average": "Average stores",
    "skus.existing": "Existing SKUs",
    "skus.new": "New SKUs",
    "skus.total": "Total SKUs",
    "sales_growth": "Planned sales index vs last year",
    "last_year.sales": "Sales (last year)",
    "figure.part": "{name}: {figure}",
    "figure.block": "Block: {name}",
    "inline.block": "block {name}",
    "block.new_stores": "New stores",
    "block.price": "Price",
    "block.listings": "Listings",
    "block.promotions": "Promotions",
    "new_store_vpo": "VPO of a new store",
    "figure.event": "Events: {name}",
    "event.dm": "DM",
    "figure.month": "{figure} in {month}",
    "figure.last_year": "{figure} (last year)",
    "figure.years_ago": "{figure} ({count} years ago)",
    "inline.part": "{figure} of {name}",
    "inline.class": "{figure} ({name})",
    "other_categories": "Other categories",
    "inline.event": "{name} events",
    "figure.growth_of": "Growth of {figure}",
    "inline.growth_of": "growth of {figure}",
    "figure.of_year": "{figure}, full year",
    "inline.of_year": "full-year {figure}",
    "inline.month": "{figure} in {month}",
    "inline.last_year": "last year's {figure}",
    "inline.years_ago": "{figure} {count} years ago",
    "unit.stores.opening": "per store at start|store at start|stores at start",
    "unit.stores.new": "per new store|new store|new stores",
    "unit.stores.closed": "per closed store|closed store|closed stores",
    "unit.stores.closing": "per store|store|stores",
    "unit.stores.average": "per average store|average store|average stores",
    "unit.class": "{unit} ({name})",
    "unit.class_average": "average {unit} ({name})",
    "unit.part": "{unit} of {name}",
    "unit.skus.existing": "per existing SKU|existing SKU|existing SKUs",
    "unit.skus.new": "per new SKU|new SKU|new SKUs",
    "unit.skus.total": "per SKU|SKU|SKUs",
    "unit.volume": "per unit sold|unit sold|units sold",
    "unit.part_volume": "per unit|unit|units",
    "unit.months": "per month|month|months",
    "unit.event": "per event|event|events",
    "unit.last_year": "{unit} last year",
    "unit.own": "{number} {unit}",
    "total_fees": "Total fees",
    "fee_ratio": "Fee ratio",
    "vpo": "VPO (sales per store)",
    "vpo_volume": "VPO (units per store)",
    "open_gap": "Gap to the target",
    "fees_a_store": "Fees per store",
    "net_net_sales": "Net-net sales",
    "growth": "Sales growth",
    "growth_index": "Index vs last year",
    "achievement": "Target achievement",
    "activity": "Activity-based",
    "margin": "Margin",
    "logistics": "Logistics",
    "people": "People who serve the account",
    "payment_cost": "Financing cost of payment days",
    "contribution": "Contribution after fees",
    "share_of_sales": "{metric} (% of sales)",
    "share_of_fees": "{grade} (% of total fees)",
    "contribution_ratio": "Contribution (% of sales)",
    "walk_away": "Walk-away limit",
    "distance_to_walk_away": "Distance to walk-away limit",
    "aliases": "Other names",
    "amount": "Amount",
    "apparent": "Apparently conditional",
    "at_least": "Minimum",
    "bound": "Threshold",
    "broken": "Broken",
    "case.low": "Low",
    "case.likely": "Likely",
    "case.high": "High",
    "cases": "Low / likely / high case",
    "category": "Category",
    "category.other": "Other",
    "ceiling": "Maximum",
    "change": "Change",
    "change_percent": "Change (%)",
    "condition": "Condition",
    "conditional": "Conditional",
    "conditions": "Conditions",
    "correction": "Caps and guarantees of groups",
    "costs": "Fee",
    "beyond": "Above threshold by",
    "explanation": "Calculation",
    "fees": "Fees",
    "figure": "Figure",
    "fixed": "Fixed",
    "found": "Actual",
    "internal": "Internal",
    "kept": "Met",
    "key": "Key",
    "last_year": "Last year",
    "limit": "Limit",
    "marginal": "Band-by-band tiers",
    "measure": "Measure",
    "na": "n/a",
    "nature": "Type",
    "no": "No",
    "not_reached": "Not reached",
    "note": "Note",
    "of_which": "of which {name}",
    "performance": "Performance-based",
    "plan": "Plan",
    "plan_effect": "Due to plan",
    "points": "pp",
    "reached": "Reached",
    "reason": "Reason",
    "required": "Required",
    "result": "Result",
    "review": "Review",
    "rule.review": "Named fee",
    "rule": "Rule",
    "sales_driven": "Sales-driven",
    "says": "Charged as",
    "scenario": "Scenario",
    "share": "% of sales",
    "source": "Source",
    "status": "Status",
    "step": "Step",
    "term": "Term",
    "terms": "Terms",
    "other_terms": "Other terms",
    "terms_effect": "Due to terms",
    "tier": "Tier",
    "tiers": "Tiers",
    "to_go": "Missing to threshold",
    "totals": "Totals",
    "unconditional": "Unconditional",
    "value": "Value",
    "verdict": "Result",
    "volume_driven": "Volume-driven",
    "whole": "Whole-base tiers",
    "yes": "Yes",
    "agreed": "Agreed",
    "ask": "Retailer's request",
    "proposal": "Our proposal",
    "draft": "Draft",
    "payment_days": "Payment days",
    "days_after_month_end": "{days} days after month end",
    "sku_guarantee": "SKU guarantee",
    "return_policy": "Return policy",
    "delivery": "Delivery",
    "display_position": "Display position",
    "delisting": "Delisting",
    "contract_period": "Contract period",
    "join.comma": ", ",
    "join.list": ", ",
    "join.tiers": ", ",
    "join.semicolon": "; ",
    "join.colon": ": ",
    "join.unit": "{label} ({unit})",
    "join.value": "{name} {value}",
    "join.last": "{items} and {last}",
    "join.and": "{before} and {after}",
    "join.or": "{before} or {after}",
    "says.amount": "{amount} {unit}",
    "says.share": "{amount} {unit}",
    "says.units": "{units} {unit}",
    "says.lump_sum": "{amount} lump sum",
    "says.times": "for each of {count} events",
    "says.times.one": "for 1 event",
    "says.rate_of": "{rate} of {base}",
    "says.rate_after": "{rate} of sales after deducting {terms}",
    "says.rate_of_after": "{rate} of {base} after deducting {terms}",
    "says.rates_of": "{tiers}; rates apply to {base}",
    "says.rates_after": "{tiers}; rates apply to sales after deducting {terms}",
    "says.rates_of_after": "{tiers}; rates apply to {base} after deducting {terms}",
    "says.from_nth": "charged from the {nth} {unit}",
    "says.free": "first {free} of {figure} free of charge",
    "says.free_units": "first {free} {unit} free of charge",
    "says.at_least": "at least {limit}",
    "says.at_most": "at most {limit}",
    "says.not_owed": "{phrase}; calculated only, not counted as a fee",
    "says.from": "from {bound}",
    "says.over": "over {bound}",
    "says.growth_from": "growth of at least {bound}",
    "says.growth_over": "growth over {bound}",
    "says.growth_of_from": "at least {bound}",
    "says.growth_of_over": "over {bound}",
    "says.growth_back_from": "at least {bound}",
    "says.growth_back_over": "over {bound}",
    "says.tier": "{bound}: {pays}",
    "says.measured": "{measure} {tiers}",
    "says.by_band": "band by band: {tiers}",
    "says.of_figure": "growth of {figure} {tiers}",
    "says.for_every": "for every full {lot} {unit}",
    "says.only_if": "only if {rules}",
    "says.unless": "unless {rules}",
    "metric.within": "{metric} in {period}",
    "period.year": "Year",
    "period.span": "{first}–{last}",
    "period.shifted": "{period} ({months})",
    "starts.name": "{name}, year from {month}",
    "starts.note": "The contract years do not begin in the same month: {names}.",
    "starts.one": "{name} in {month}",
    "starts.columns": (
        "Columns have the months of {name}; other contracts are shown as far into their own year."
    ),
    "says.each_month": "settled by month",
    "says.each_quarter": "settled by quarter",
    "says.each_half": "settled by half-year",
    "says.to_date": "on the year to date",
    "says.in_months": "only in {months}",
    "explain.of_period": "{period}: {way}",
    "explain.of_each": "{period} each: {way}",
    "explain.settlements": "{count} settlements from {low} to {high}, see --explain {term}",
    "explain.even_settlements": "{count} settlements of {low} each, see --explain {term}",
    "explain.before": "{way}, less {amount} settled before",
    "explain.owed_before": "{way}, less {amount} owed before",
    "month.1": "Jan",
    "month.2": "Feb",
    "month.3": "Mar",
    "month.4": "Apr",
    "month.5": "May",
    "month.6": "Jun",
    "month.7": "Jul",
    "month.8": "Aug",
    "month.9": "Sep",
    "month.10": "Oct",
    "month.11": "Nov",
    "month.12": "Dec",
    "quarter.1": "Q1",
    "quarter.2": "Q2",
    "quarter.3": "Q3",
    "quarter.4": "Q4",
    "half.1": "H1",
    "half.2": "H2",
    "monthly.budget_month": "Budget by month",
    "monthly.budget_quarter": "Budget by quarter",
    "monthly.owed_month": "Owed to date by month",
    "monthly.owed_quarter": "Owed to date by quarter",
    "monthly.headline": "{name}, {view}: total fees {fees}.",
    "monthly.headline_not_phased": (
        "{name}, {view}: total fees {fees}, of which {not_phased} is not phased."
    ),
    "monthly.row": "Item",
    "monthly.month": "Month",
    "monthly.month_of_year": "{month} {year}",
    "monthly.not_phased": "Not phased",
    "monthly.to_date": "Total fees to date",
    "monthly.stores": "Stores and VPO by period",
    "monthly.tier_reached": "Tier reached",
    "monthly.short_by": "Short by",
    "monthly.turns": "Months in which a tier or limit takes effect",
    "monthly.not_phased_budget": (
        "{name}: {count} fees are not phased, because they are charged on nothing that has months, count "
        "what has none, or name such a fee: {names}."
    ),
    "monthly.not_phased_budget.one": (
        "{name}: {count} fee is not phased, because it is charged on nothing that has months, counts "
        "what has none, or names such a fee: {names}."
    ),
    "monthly.not_phased_owed": (
        "{name}: {count} fees are not phased, because they count what has no months, or name such a fee: "
        "{names}."
    ),
    "monthly.not_phased_owed.one": (
        "{name}: {count} fee is not phased, because it counts what has no months, or names such a fee: "
        "{names}."
    ),
    "monthly.not_phased_group": (
        "{name}: {count} corrections of several terms are not phased, because they belong to the year: "
        "{names}."
    ),
    "monthly.not_phased_group.one": (
        "{name}: {count} correction of several terms is not phased, because it belongs to the year: {names}."
    ),
    "monthly.sum": "Sum",
    "monthly.window": "{view}, {first} to {last}, of {names}: total fees {fees}.",
    "monthly.window_left_out": (
        "{name}: only some months of its contract year are shown. Its fees that are not phased "
        "({amount}) are left out."
    ),
    "monthly.late": (
        "{name}: signed on {month}. The months before run on the terms of {before}; that month has the "
        "catch-up of {amount} besides its own fees."
    ),
    "monthly.late_after": (
        "{name}: signed on {month}, after its contract year. All its months run on the terms of "
        "{before}; the catch-up of {amount} is in none of them."
    ),
    "monthly.signed": (
        "{name}: signed on {signed}. Until then last year's terms ran, which this view does not show: "
        "add last year's file and --from {first}."
    ),
    "monthly.signed_alone": (
        "{name}: signed on {signed}. No file has the terms of the year before, so all months are on the "
        "terms signed."
    ),
    "monthly.vpo_sum": (
        "The twelve monthly VPOs add up to {sum}. The VPO of the year is {vpo}: sales per average store."
    ),
    "says.together": "{terms} together: {limits}",
    "rule.from": "{figure} at least {bound}",
    "rule.over": "{figure} over {bound}",
    "rule.up_to": "{figure} at most {bound}",
    "rule.below": "{figure} below {bound}",
    "rule.any": "({rules})",
    "rule.fact": "{fact}: {truth}",
    "rule.unknown": "{figure} {na}",
    "rule.amount_of": "{amount} ({share})",
    "rule.stands.from": "{figure} {measured}, at least {bound}",
    "rule.stands.over": "{figure} {measured}, over {bound}",
    "rule.stands.up_to": "{figure} {measured}, not over {bound}",
    "rule.stands.below": "{figure} {measured}, below {bound}",
    "explain.not_due": "not due: {reasons}; would cost {amount}",
    "explain.full_lots": "full lots",
    "explain.no_tier": "no tier reached",
    "step.rate": "Rate",
    "step.amount": "Amount",
    "step.at_least": "Minimum",
    "step.at_most": "Maximum",
    "step.least_amount": "Minimum as an amount",
    "step.most_amount": "Maximum as an amount",
    "step.free": "Free allowance ({figure})",
    "step.tier": "Tier {number}",
    "step.tier_from": "Tier {number} threshold",
    "step.tier_over": "Tier {number} threshold (over)",
    "step.tier_index_from": "Tier {number} index threshold",
    "step.tier_index_over": "Tier {number} index threshold (over)",
    "step.tier_rate": "Tier {number} rate",
    "step.tier_amount": "Tier {number} amount",
    "step.tier_pays": "Tier {number} fee",
    "step.tier_bound": "Tier {number} threshold in units",
    "step.tier_band": "Part in tier {number}",
    "step.no_tier": "No tier reached",
    "step.reached": "{comparison}: reached",
    "step.not_reached": "{comparison}: not reached",
    "step.charged": "Charged quantity: {figure}",
    "step.for_every": "Full lot ({figure})",
    "step.only_if": "Due if ({figure})",
    "step.unless": "Waived if ({figure})",
    "step.rule_bound": "Condition threshold in units",
    "step.condition": "Condition: {figure}",
    "step.holds": "{comparison}: met",
    "step.fails": "{comparison}: not met",
    "step.due": "After conditions",
    "step.is_due": "Due",
    "step.not_due": "Not due",
    "step.correction": "Correction",
    "step.members": "Sum of the terms",
    "step.base": "Base",
    "step.sum": "Sum",
    "step.proportional": "Allocated to the base in proportion",
    "step.calculated": "Calculated fee",
    "step.larger": "Larger of the two",
    "step.smaller": "Smaller of the two",
    "step.settlements": "Sum of settlements",
    "step.before": "Less what was settled before",
    "step.rounded": "Rounded to {unit}",
    "explain.headline": "{name}, {term}: {says}",
    "input.only_if": "Condition {number}",
    "input.unless": "Waiver {number}",
    "input.parameter": "{fee}: {parameter}",
    "input.inline": "{fee} {parameter}",
    "chart.ends": "{name}: {metric} {first} at sales of {low}, {last} at {high}",
    "chart.range": "{metric} at sales of {sales}: from {least} ({lowest}) to {most} ({highest})",
    "chart.none": "{name}: n/a",
    "chart.natures": "{name}: {amount} of {fees} is unconditional",
    "chart.to_date": "{term}: {reached} of {tiers} tiers reached at the end of the year",
    "chart.share": "Share of draws",
    "chart.from": "{metric}, from",
    "chart.each_period": "{term}: a tier reached in {count} of {periods} periods, at most {most} of {tiers}",
    "chart.of_period": "{figure} of each period alone",
    "chart.month": "Month of the contract year",
    "chart.sheet": "Chart",
    "chart.base": "Base (not seen)",
    "chart.total": "Total",
    "chart.rise": "Rise",
    "chart.fall": "Fall",
    "chart.below": "{name}, below zero",
    "chart.jump": "{name}, at jumps",
    "show_headline": "{name}: total fees {fees} ({ratio} of sales).",
    "show_headline_without_ratio": (
        "{name}: total fees {fees}. The fee ratio is n/a because the plan has no sales."
    ),
    "set_note": "Set on the command line: {values}.",
    "opening_note": "{name}: the year starts with {opening} stores, but last year ended with {closing}.",
    "opening_note.one": "{name}: the year starts with {opening} store, but last year ended with {closing}.",
    "likely_note": (
        "{name}: the plan contains estimates. Figures are for the likely case unless marked low or high."
    ),
    "saved_note": "{name}: the saved amounts for {terms} differ from the recalculated amounts.",
    "doubts_note": "{name}: {count} entries to check. Run ka-terms check to see them.",
    "doubts_note.one": "{name}: {count} entry to check. Run ka-terms check to see it.",
    "internal_banner": "internal: contains private figures; do not share outside the company",
    "compare_headline.above": (
        "{name} costs {fees}, {ratio} of sales: {points} percentage points above {baseline} "
        "({baseline_fees}, {baseline_ratio})."
    ),
    "compare_headline.above.one": (
        "{name} costs {fees}, {ratio} of sales: 1 percentage point above {baseline} ({baseline_fees}, "
        "{baseline_ratio})."
    ),
    "compare_headline.below": (
        "{name} costs {fees}, {ratio} of sales: {points} percentage points below {baseline} "
        "({baseline_fees}, {baseline_ratio})."
    ),
    "compare_headline.below.one": (
        "{name} costs {fees}, {ratio} of sales: 1 percentage point below {baseline} ({baseline_fees}, "
        "{baseline_ratio})."
    ),
    "compare_headline.level": (
        "{name} costs {fees}, {ratio} of sales: the same fee ratio as {baseline} ({baseline_fees})."
    ),
    "compare_headline.unknown": (
        "{name}: total fees {fees}. {baseline}: total fees {baseline_fees}. The fee ratios cannot be "
        "compared because a plan has no sales."
    ),
    "effects": (
        "Effect of the new terms (on the plan of {name}): {terms}. Effect of the new plan (on the old "
        "terms): {plan}."
    ),
    "effects_same_plan": "Effect of the terms (same plan): {terms}.",
    "terms_effect.above": "fees rise by {amount}",
    "terms_effect.below": "fees fall by {amount}",
    "terms_effect.level": "no change in fees",
    "plan_effect.above": "fees rise by {amount}",
    "plan_effect.below": "fees fall by {amount}",
    "plan_effect.level": "no change in fees",
    "effects_unknown": (
        "The change cannot be split into an effect of terms and an effect of plan. The new plan does not "
        "give {figures}."
    ),
    "effects_unsettled": (
        "The change cannot be split into an effect of terms and an effect of plan. On the new plan these "
        "old terms cannot be settled by their periods: {terms}."
    ),
    "effects_unsettled.one": (
        "The change cannot be split into an effect of terms and an effect of plan. On the new plan this "
        "old term cannot be settled by its periods: {terms}."
    ),
    "unchanged_note": "{count} unchanged terms are not shown: {names}.",
    "unchanged_note.one": "{count} unchanged term is not shown: {names}.",
    "terms_against": "Terms: {name} compared with {baseline}",
    "zero_note": "Columns not shown because all their values are zero: {columns}.",
    "zero_column": "{column} ({names})",
    "zero_in_totals": "{column} in the totals",
    "column_says": "{name}: charged as",
    "column_fee": "{name}: fee",
    "column_case": "{name}: {case}",
    "room_to_walk_away": "Distance to walk-away limit in money: {metric}",
    "spread.points": "Combinations",
    "spread.least": "Lowest",
    "spread.most": "Highest",
    "spread_note": (
        "The 25th percentile is the lowest value that at least 25% of the combinations do not exceed. "
        "Largest error: 1/32,768 of the range."
    ),
    "sweep_headline": (
        "{name}, {metric}: lowest {least} at {at_least}; highest {most} at {at_most}; {number} combinations."
    ),
    "sweep_headline.one": "{name}, {metric}: {least} at {at_least}, the only combination.",
    "sweep_best": "Best {count} of {total} combinations by {metric}. First: {name}, {value} at {place}.",
    "sweep_best.one": "Best of {total} combinations by {metric}: {name}, {value} at {place}.",
    "sweep_none": "{name}: no combination has a value for {metric} and meets all rules.",
    "crossing_meets": (
        "Break-even at {input} {at}: {above} and {below} have the same {metric}. Above this value, "
        "{above} is higher."
    ),
    "crossing_leaps": "At {input} {at}, {above} jumps above {below} in {metric}.",
    "crossing_none": "The contracts have no break-even for {metric} in this range.",
    "impossible.returns": "{name}: n/a where returns exceed sales.",
    "impossible.parts": "{name}: n/a where the categories exceed sales or volume.",
    "impossible.closed": "{name}: n/a where more stores close than there are.",
    "steps_note": (
        "Jumps and break-evens are not shown: a fee for full lots has more than 1,000 steps in this range."
    ),
    "short_step_note": "{input}: the last step is shorter because the end value is always included.",
    "today_note": "* current value in the file.",
    "cliff": "{term} rises by {jump}",
    "cliff_falls": "{term} falls by {jump}",
    "today": "current",
    "today_of": "current: {names}",
    "tornado_headline": (
        "{name}: {metric} {base}. Each input changed by {by}, one at a time: {input} has the largest "
        "effect ({low} at -{by}, {high} at +{by})."
    ),
    "tornado_headline.still": "{name}: {metric} {base}. No input has an effect when it changes by {by}.",
    "tornado_headline.none": (
        "{name}: {metric} n/a. No effect can be calculated because the plan has no sales or no stores."
    ),
    "tornado.input": "Input",
    "tornado.path": "Path",
    "tornado.today": "Current",
    "tornado.bars": "Decrease and increase",
    "tornado.at": "{metric} at {side}",
    "tornado.held": "{side}: limited to {value}",
    "tornado.crosses": "{side}: crosses a threshold of {terms}",
    "tornado_note.slopes": (
        "Each input changes by the exact percentage, so a count can become a fraction (25 stores + 10% = "
        "27.5). The result measures sensitivity; it is not a plan. If a threshold is crossed, it "
        "includes a jump; do not scale it."
    ),
    "tornado_note.left": "{count} more inputs have a smaller effect.",
    "tornado_note.left.one": "{count} more input has a smaller effect.",
    "tornado_note.still": "{count} inputs have no effect; use --all to show them.",
    "tornado_note.still.one": "{count} input has no effect; use --all to show it.",
    "tornado_note.zeros": "Not tested because the value is zero: {names}.",
    "outlook_headline": (
        "{name}: expected total fees {fees} ({ratio} of sales). With all estimates at their mean: {at_mean}."
    ),
    "estimates": "Estimates",
    "expectation": "Expected values",
    "mean": "Mean",
    "probability": "Probability",
    "crossed": "Probability of breaking the limit",
    "standard_error": "Standard error",
    "simulated": "Simulated",
    "computed": "Calculated",
    "at_mean": "At mean estimates",
    "at_likely": "At likely estimates",
    "percentiles": "Percentiles",
    "percentile": "Percentile",
    "distribution.pert": "PERT distribution",
    "distribution.triangular": "triangular distribution",
    "distribution.uniform": "uniform distribution",
    "draws_note": (
        "Simulation: {draws} draws, {distribution}, seed {seed}. Standard errors: √(p (1 − p) / n) of a "
        "probability, s / √(n) of a mean, by order statistics of a percentile (nearest rank)."
    ),
    "independent_note": "The simulation treats the estimates as independent.",
    "rounded_mean_note": "{figure}: the mean {mean} is rounded half up to {rounded}.",
    "integrated_note": (
        "Calculated: integral over the distribution, relative error at most {error}; lines are not rounded."
    ),
    "summed_note": "Calculated: sum over all {count} values, relative error at most {error}.",
    "warning.dead_zone": (
        "{term}: the plan ({measure} {measured}) is in the dead zone of the {tier} tier. Just below "
        "{bound}, sales minus this fee would be {loss} higher. The dead zone ends at {end}."
    ),
    "warning.dead_zone_endless": (
        "{term}: the plan ({measure} {measured}) is in the dead zone of the {tier} tier. Just below "
        "{bound}, sales minus this fee would be {loss} higher. The dead zone has no end."
    ),
    "warning.passed_over": (
        "{terms}: not checked for dead zones because of too many tiers. Run ka-terms ladder to check."
    ),
    "warning.below": (
        "{term}: the plan is {share} ({distance}) below the {tier} tier. At its threshold the fee rises "
        "by {jump}."
    ),
    "warning.below_falls": (
        "{term}: the plan is {share} ({distance}) below the {tier} tier. At its threshold the fee falls "
        "by {jump}."
    ),
    "warning.above": (
        "{term}: the plan is {share} ({distance}) above the {tier} tier. At its threshold the fee rises "
        "by {jump}."
    ),
    "warning.above_falls": (
        "{term}: the plan is {share} ({distance}) above the {tier} tier. At its threshold the fee falls "
        "by {jump}."
    ),
    "warning.reached": (
        "{term}: the plan is exactly at the {tier} tier. At its threshold the fee rises by {jump}."
    ),
    "warning.reached_falls": (
        "{term}: the plan is exactly at the {tier} tier. At its threshold the fee falls by {jump}."
    ),
    "warning.over": (
        "{term}: the plan is exactly at the threshold of the {tier} tier. Above it the fee rises by {jump}."
    ),
    "warning.over_falls": (
        "{term}: the plan is exactly at the threshold of the {tier} tier. Above it the fee falls by {jump}."
    ),
    "warning.rule.below": (
        "{term}: {figure} is {share} ({distance}) below the threshold of a condition, {tier}. There the "
        "fee rises by {jump}."
    ),
    "warning.rule.below_falls": (
        "{term}: {figure} is {share} ({distance}) below the threshold of a condition, {tier}. There the "
        "fee falls by {jump}."
    ),
    "warning.rule.above": (
        "{term}: {figure} is {share} ({distance}) above the threshold of a condition, {tier}. There the "
        "fee rises by {jump}."
    ),
    "warning.rule.above_falls": (
        "{term}: {figure} is {share} ({distance}) above the threshold of a condition, {tier}. There the "
        "fee falls by {jump}."
    ),
    "warning.rule.reached": (
        "{term}: {figure} is exactly at the threshold of a condition, {tier}. There the fee rises by {jump}."
    ),
    "warning.rule.reached_falls": (
        "{term}: {figure} is exactly at the threshold of a condition, {tier}. There the fee falls by {jump}."
    ),
    "warning.rule.over": (
        "{term}: {figure} is exactly at the threshold of a condition, {tier}. Above it the fee rises by "
        "{jump}."
    ),
    "warning.rule.over_falls": (
        "{term}: {figure} is exactly at the threshold of a condition, {tier}. Above it the fee falls by "
        "{jump}."
    ),
    "warning.none": "{term}: the fee does not jump at any threshold.",
    "ladder.none_yearly": "{name} has no tiered terms that are settled by the year.",
    "ladder_note.by_period": (
        "{name}: not on the ladder, because they are settled by period: {terms}. `ka-terms show` has "
        "their tiers."
    ),
    "ladder.none": "{name} has no tiered terms.",
    "ladder.payment": "Fee at threshold",
    "ladder.jump": "Change in fee",
    "ladder.effective_rate": "Effective rate",
    "ladder.marginal_rate": "Marginal rate",
    "ladder.dead_zone": "Dead zone ends at",
    "ladder.worst_loss": "Largest loss",
    "ladder.all_fees": "Ends at (all fees)",
    "ladder.margin": "Ends at (on margin)",
    "ladder.margin_loss": "Largest loss (on margin)",
    "ladder.distance": "Threshold minus plan",
    "ladder.never": "no end",
    "ladder_note.dead_zone": (
        "Dead zone: a range that starts at a threshold. In it, sales minus this fee are lower than just "
        'below the threshold. "All fees": sales minus all fees of the contract.'
    ),
    "ladder_note.steps": "n/a where a fee for full lots has more than 1,000 steps.",
    "ladder_note.margin": '"On margin": margin minus this fee.',
    "check_headline": "{files} files checked. Errors: {problems}.",
    "check_headline.one": "{files} file checked. Errors: {problems}.",
    "doubts_headline": "Entries to check: {count}.",
    "names_read_headline": "Other names read: {count}.",
    "policy_headline": "House rules broken: {breaches}. To review: {marks}.",
    "policy_note": "House rules: {policy}",
    "review_reason": "{reason} ({source})",
    "solve.at": "at {value}",
    "solve.up_to": "up to {value}",
    "solve.from": "from {value} upward",
    "solve.between": "from {low} to {high}",
    "solve.unrounded": " ({value} before rounding)",
    "solve.unrounded_off": " ({value} before rounding), which gives {metric} {measured}",
    "solve.why.unrounded": "reaches the limit at {place} before rounding",
    "solve.why.unrounded_same": "both are equal at {place} before rounding",
    "solve.missed": (
        "No multiple of {step} meets it exactly: {near}. Before rounding, it is met with {input} at "
        "{place}. A smaller --step may come closer."
    ),
    "solve.missed_whole": "No whole number of {input} meets it exactly: {near}.",
    "solve.missed_rounded": (
        "No value meets it exactly, because amounts are rounded: {near}. Before rounding, it is met with "
        "{input} at {place}."
    ),
    "solve.neighbour": "{value} gives {metric} {measured}",
    "solve.neighbour_too": "{value} gives {measured}",
    "solve.below": " (must be below {value})",
    "solve.above": " (must be above {value})",
    "solve.excluded": "{value} (not included)",
    "solve.leap": " (jump at {place}: {metric} from {before} to {behind})",
    "solve.join": "; ",
    "solve.holds": "{subject} is met with {input} {where}.",
    "solve.everywhere": "{subject} is met for all values of {input} {span}.",
    "solve.broken": (
        "Not met at every value in between: because amounts are rounded, {input} {value} gives {metric} "
        "{measured}."
    ),
    "solve.undecided": (
        "With {input} {span}, the unrounded value of {metric} is exactly at the limit, and the rounding "
        "of amounts decides: at {kept_at} the rule is met ({kept}), at {broken_at} it is not ({broken})."
    ),
    "solve.rule": "{metric} {sign} {limit}",
    "solve.subject": "{name}: {rule}",
    "solve.same": "Equal {metric} in {one} and {other}",
    "solve.same.holds": "Break-even: {one} and {other} have the same {metric} with {input} {where}.",
    "solve.same.everywhere": "{one} and {other} have the same {metric} for all values of {input} {span}.",
    "solve.difference": "the difference in {metric}",
    "solve.today": "Current: {input} {value}, {metric} {measure}.",
    "solve.of_contract": "{value} ({name})",
    "solve.others": "Other solutions: {input} {where}.",
    "solve.no_multiple": "No multiple of {step} is in this range. Use a smaller step.",
    "solve.unattainable": "{subject} cannot be reached by changing only {input}.",
    "solve.nearest": "Closest value: {metric} {value} {place}.",
    "solve.apart": "Smallest difference in {metric}: {value} {place}.",
    "solve.undefined_period": (
        "{subject} cannot be calculated. The result is n/a for every value of {input} because a fee that "
        "it needs is not phased, or the plan has no sales or no stores in these months."
    ),
    "solve.undefined": (
        "{subject} cannot be calculated. The result is n/a for every value of {input} because the plan "
        "has no sales or no stores."
    ),
    "solve.place.at": "at {input} {place}",
    "solve.place.below": "just below {input} {place}",
    "solve.place.above": "just above {input} {place}",
    "solve.place.endless": "with {input} growing without limit",
    "solve.jump": "A jump at {input} {place} passes over the target: {metric} from {before} to {behind}.",
    "solve.overtakes": (
        "At {input} {place}, {higher} jumps above {lower}: {metric} from {before} to {behind}."
    ),
    "solve.why.range": "end of the range",
    "solve.why.crossing": "reaches the limit at {place}",
    "solve.why.crossing_same": "both are equal at {place}",
    "solve.why.jump": "jump at {place}: {metric} from {before} to {behind}",
    "solve.solutions": "Solutions",
    "solve.low": "From",
    "solve.low_exactly": "From (before rounding)",
    "solve.high": "To",
    "solve.no_limit": "No limit",
    "solve.high_exactly": "To (before rounding)",
    "solve.why": "Reason for the end",
    "solve.sides": "Which contract is lower",
    "solve.lower": "Lower contract",
    "solve.equal": "Equal",
    "solve.two_plans": (
        "{one} and {other} have different plans. Use --plan FILE to calculate both on one plan."
    ),
    "solve.statements": "Current and at the solution",
    "solve.column_today": "Current",
    "solve.column": "{name}: {value}",
    "workbook.inputs": "Inputs",
    "workbook.input": "Input",
    "workbook.key": "Key",
    "workbook.sent": "As sent",
    "workbook.how_to": "Edit the yellow cells. Every other amount of this workbook is a formula over them.",
    "workbook.living": "All amounts are formulas over the sheet of inputs. The calculation is below.",
    "workbook.computed": "As computed",
    "workbook.check": "Check",
    "workbook.equal": "Equal",
    "workbook.rounding": "Off by one unit of rounding",
    "workbook.changed": "Inputs changed",
    "workbook.differs": "Differs",
    "workbook.step": "Intermediate value",
    "workbook.comparison": "Comparison",
    "workbook.old_terms": "{name}: terms of {baseline}",
    "workbook.lower": "If sales come in lower",
    "workbook.lower_by": "Lower by",
    "workbook.case.last_year": "Sales of last year",
    "workbook.case.lower": "Below plan",
    "workbook.case.plan": "Plan",
    "workbook.case": "{name}: {case}",
    "workbook.months": "By month",
    "workbook.number_wanted": "Enter a number of zero or more.",
    "workbook.choice_wanted": "Choose one of the list.",
    "workbook.months_of": "{name} by month",
    "workbook.beside": "All amounts are formulas. The sheet of each contract shows how they come about.",
    "workbook.calculation": "Calculation in full amounts",
    "workbook.contracts": "Contracts",
    "workbook.contracts_note": "ka-terms reads the workbook back from here. Please do not edit this sheet.",
    "returned.edits": "Edited cells",
    "returned.cell": "Cell",
    "returned.before": "Before",
    "returned.after": "After",
    "returned.effect": "Effect on fees",
    "returned.struck": "Struck out",
    "returned.struck_term": "{term} struck out ({effect})",
    "returned.typed": "Typed into {cell}: “{text}”",
    "returned.nothing": "{name}: nothing was edited.",
    "returned.more": "{count} more",
    "returned.edit": "{input} {before} to {after} ({effect})",
    "returned.headline": "{name}: {count} edits. {edits}.",
    "returned.headline.one": "{name}: 1 edit. {edits}.",
    "returned.totals": "Total fees: {before} ({ratio_before}) before, {after} ({ratio_after}) after.",
    "form.title": "A new contract",
    "form.plan": "Plan",
    "form.fees": "Fees",
    "form.lists": "Lists",
    "form.plan_note": "Fill in the yellow cells that you know. The first and the sales are needed.",
    "form.fees_note": (
        "One row for each fee. Choose a fee, or write a name; then a rate, an amount or tiers."
    ),
    "form.value": "Value",
    "form.scenario": "Name of this version",
    "form.account": "Account",
    "form.year": "Year",
    "form.currency": "Currency code",
    "form.fee": "Fee",
    "form.rate": "Rate",
    "form.of": "Rate of",
    "form.amount": "Amount",
    "form.per": "Per",
    "form.per_2": "And per",
    "form.free": "Free of it",
    "form.at_least": "Minimum amount",
    "form.at_least_share": "Minimum % of sales",
    "form.at_most": "Maximum amount",
    "form.mode": "Tiers apply",
    "form.whole": "To the whole amount",
    "form.marginal": "Band by band",
    "form.from": "Tier {number} from",
    "form.tier_rate": "Tier {number} rate",
    "outward.proposal": "Proposal",
    "outward.agreement": "Agreement",
    "outward.title": "{kind}: {parts}",
    "outward.clause": "Clause",
    "outward.request": "Your request",
    "outward.our_proposal": "Our proposal",
    "outward.condition": "Condition",
    "outward.amount": "Amount",
    "outward.yours": "Your figure",
    "outward.total": "You receive",
    "outward.headline_proposal": (
        "Under this proposal you receive {amount} at sales of {sales}; {grows} of it grows with sales."
    ),
    "outward.headline_agreement": (
        "Under this agreement you receive {amount} at sales of {sales}; {grows} of it grows with sales."
    ),
    "outward.plan_note": "All amounts are calculated for sales of {sales}.",
    "outward.our_agreement": "Agreed terms",
    "approval.form": "Contract approval",
    "approval.form_of_year": "Contract approval {year}",
    "approval.banner": "internal: do not share outside the company",
    "approval.label.subject": "Subject",
    "approval.label.details": "Details",
    "approval.label.action": "Action",
    "approval.label.signatures": "Approved",
    "approval.colon": "{label}: {text}",
    "approval.subject.agreed": (
        "Please approve the terms agreed for {year}: fees of {fees}, {ratio} of planned sales of {sales}."
    ),
    "approval.subject.agreed_undated": (
        "Please approve the terms agreed: fees of {fees}, {ratio} of planned sales of {sales}."
    ),
    "approval.subject.draft": (
        "Please approve the draft terms for {year}: fees of {fees}, {ratio} of planned sales of {sales}."
    ),
    "approval.subject.draft_undated": (
        "Please approve the draft terms: fees of {fees}, {ratio} of planned sales of {sales}."
    ),
    "approval.against_old.below": "{amount} ({points} percentage points) below the {old} terms on the same plan.",
    "approval.against_old.above": "{amount} ({points} percentage points) above the {old} terms on the same plan.",
    "approval.against_old.level": "The same as the {old} terms on the same plan.",
    "approval.against_request.below": "{amount} ({points} percentage points) below their request.",
    "approval.against_request.above": "{amount} ({points} percentage points) above their request.",
    "approval.against_request.level": "The same as their request.",
    "approval.leaves": "Leaves {amount} ({ratio} of sales) at a margin of {margin}, {holds}.",
    "contribution.before": "before {costs}",
    "contribution.after": "after {costs}",
    "cost.logistics": "logistics",
    "cost.people": "people",
    "cost.payment_cost": "payment days",
    "approval.no_contribution": "What the contract leaves is not on this page: it needs the margin, and --internal.",
    "approval.basis": "Contribution = {formula}; {holds}.",
    "approval.basis.margin": "{margin} × sales − fees",
    "approval.basis.logistics": "logistics",
    "approval.basis.people": "people",
    "approval.basis.payment_cost": "invoices × {days} days / 365 × {rate}",
    "approval.no_old_terms": (
        "The {old} terms cannot be calculated on this plan, which does not give: {figures}."
    ),
    "approval.no_last_contract": "There is no earlier contract to compare with.",
    "approval.own_plan": (
        "{name}: on its own plan, because its terms need figures that this plan does not give."
    ),
    "approval.turns_left_out": "{count} further levels of sales are left out.",
    "approval.turns_left_out.one": "{count} further level of sales is left out.",
    "approval.turns_uncounted": "Levels of sales between these are not shown, because a fee has too many steps.",
    "approval.last_year": "last year",
    "approval.year": "{year}",
    "approval.fixed": "Of it fixed",
    "approval.contribution": "Contribution",
    "approval.column.last_contract": "{old} actual",
    "approval.column.old_terms": "{old} terms",
    "approval.column.request": "Their request",
    "approval.column.first_offer": "Our first offer",
    "approval.column.approval": "FOR APPROVAL",
    "approval.column.walk_away": "Walk-away ({bound})",
    "approval.title.figures": "Figures (all but {old} actual on this plan)",
    "approval.title.figures_alone": "Figures",
    "approval.title.effects": "Terms against the {old} terms on this plan",
    "approval.title.low_sales": "If sales come in lower, all else as planned",
    "approval.title.watch": "Watch",
    "approval.effect": "Fee effect",
    "approval.others": "Others ({count})",
    "approval.sum": "Sum",
    "approval.see_contract": "see the contract",
    "approval.dearer": "Higher than under {old} terms",
    "approval.within": "Within walk-away ({bounds})",
    "approval.yes": "yes",
    "approval.no": "no",
    "approval.from_here": "{truth} from here",
    "approval.case.last_year": "as in {old}",
    "approval.case.low": "low: {growth}",
    "approval.case.low_unknown": "low",
    "approval.case.part_of_plan": "{growth} on plan",
    "approval.case.break_even": "equal to {terms} terms",
    "approval.case.break_even_jump": "jumping past the {terms} terms",
    "approval.case.walk_away": "at walk-away {bound}",
    "approval.case.walk_away_jump": "jumping past walk-away {bound}",
    "approval.case.plan": "plan",
    "approval.numbers": "1|2|3|4",
    "approval.marks": "a)|b)|c)|d)|e)",
    "approval.watch.vpo": (
        "The plan asks {times} times last year's VPO ({before} to {after}), on {stores} times the stores."
    ),
    "approval.watch.opening_more": (
        "Stores: {opening} at the start, but last year closed with {closing}. With {closing}: fees "
        "{amount} higher, {ratio} of sales."
    ),
    "approval.watch.opening_less": (
        "Stores: {opening} at the start, but last year closed with {closing}. With {closing}: fees "
        "{amount} lower, {ratio} of sales."
    ),
    "approval.watch.opening_level": (
        "Stores: {opening} at the start, but last year closed with {closing}. With {closing}: the same fees."
    ),
    "approval.watch.opening_unknown": (
        "Stores: {opening} at the start, but last year closed with {closing}."
    ),
    "approval.watch.cliffs": "Fees that rise at once: {items}{more}. Watch loading at the end of the year.",
    "approval.watch.cliff": "{term} +{jump} at {bound}",
    "approval.watch.cliff_of": "{term} +{jump} at {figure} {bound}",
    "approval.watch.more": ", {count} more",
    "approval.watch.dearer": "{term} +{amount}",
    "approval.watch.dearer_rest": "{count} others +{amount}",
    "approval.watch.more_points": "{count} more",
    "approval.watch.not_won": "Not won from our first offer: {items}. Without a fee: {points}.",
    "approval.watch.not_won_fees": "Not won from our first offer: {items}.",
    "approval.watch.not_won_points": "Not won from our first offer, without a fee: {points}.",
    "approval.watch.all_won": "No fee is above our first offer.",
    "approval.watch.not_checked": "House rules: not checked.",
    "approval.watch.rules_kept": "House rules, {policy}: all kept.",
    "approval.watch.rules_kept_review": "House rules, {policy}: none broken; {marks} to review: {review}.",
    "approval.watch.rules_broken": "House rules, {policy}: {breaches} broken: {broken}.",
    "approval.watch.rules_broken_review": (
        "House rules, {policy}: {breaches} broken: {broken}; {marks} to review: {review}."
    ),
    "approval.action.budget": "Sign by ____-__-__. Budget: {fees}.",
    "approval.action.accrue_rate": "Accrue {term} at {rate} from {month}.",
    "approval.action.accrue_amount": "Accrue {term} from {month}: {amount} for the year.",
    "approval.action.accrue_more": "{count} further terms in tiers are to be accrued.",
    "approval.action.accrue_more.one": "{count} further term in tiers is to be accrued.",
    "approval.ka_manager": "KA manager",
    "approval.sales_director": "Sales director",
    "approval.finance": "Finance",
    "approval.general_manager": "General manager",
    "approval.date_blank": "____-__-__",
    "approval.files": "Files (SHA-256): {files}",
    "approval.more_files": "{count} more",
    "page.move": "Try other numbers",
    "page.in_plan": "In the plan",
    "page.back": "Back to the plan",
    "page.language": "Language",
    "page.planned": "Plan: {value}",
    "page.planned_each": "Moves in every contract at once. Plans: {values}.",
    "page.planned_each.one": "Moves in one contract. Plan: {values}.",
    "page.not_in": "It moves nothing in {names}.",
    "page.range": "Enter a number from {low} to {high}.",
    "page.ways": "How each fee comes about in the plan",
    "page.further": "Further tables of the plan",
    "page.moved": "Not the plan: calculated with the numbers set above.",
    "page.differs": "This browser calculates other amounts than the program: do not use the sliders here.",
    "page.footer": "Made by ka-terms {version}. The page calculates by itself and sends nothing.",
    "steps.title": "What a step costs: {name}",
    "steps.point": "0.1 percentage points of sales cost {amount} a year.",
    "steps.point_in_days": (
        "0.1 percentage points of sales cost {amount} a year: {least} to {most} days without orders."
    ),
    "steps.say": "To say aloud: {ways}.",
    "steps.half_a_point": "half a percentage point",
    "steps.of_event": "{share} {event}",
    "steps.a_store": "{amount} per store",
    "steps.days": "{days} payment days",
    "steps.asked": "{name} is {amount} above our target.",
    "steps.asked_below": "{name} is {amount} below our target.",
    "steps.asked_in_months": "{name} is {amount} above our target: {months} months of what this account contributes.",
    "steps.table": "Cost of a step",
    "steps.step": "Step",
    "steps.new": "New",
    "steps.share": "Share of sales",
    "steps.earn_back": "Extra sales to earn it back",
    "steps.not_past": "Not past",
    "steps.at_low": "Low ({sales})",
    "steps.at_plan": "Plan ({sales})",
    "steps.at_high": "High ({sales})",
    "steps.exchange": "Costs as much as one step: {step}",
    "steps.instead": "Instead",
    "steps.points": "Share of sales in percentage points",
    "steps.in_goods": "Goods in kind at invoice prices",
    "steps_note.no_margin": (
        "Not known: the margin. Extra sales, and what a month without orders costs, need it: add `margin` "
        "under `private`."
    ),
    "steps_note.contribution": (
        "Contribution here is margin × sales less fees, {holds}. Payment days are a step of their own."
    ),
    "steps_note.earn_back": (
        "With the extra sales the contribution with the step is that without it; n/a where a step is never "
        "earned back."
    ),
    "steps_note.not_past": (
        "Past the sales under “not past” a fee jumps; where that comes before a step is earned back, the extra "
        "sales are n/a."
    ),
    "steps_note.found_again": "Shoppers who are found again elsewhere contribute as much there as here.",
    "no_deal.month_title": "No deal: a month without orders",
    "no_deal.month": "Contribution lost",
    "no_deal.found_again": "{share} found again",
    "no_deal.fees_saved": "No fee is paid",
    "no_deal.fees_paid": "Fixed fees are paid anyway",
    "no_deal.once_title": "No deal: what else it costs",
    "no_deal.once": "Item",
    "no_deal.listing": "All SKUs listed again",
    "no_deal.receivables": "Our receivables ({days} payment days)",
    "no_deal.notice": "Months of notice",
    "no_deal.ramp_back": "Months until orders are back",
    "no_deal.way_back": "Contribution lost on the way back",
    "offers.title": "Offers of equal cost: {name}",
    "offers.none": "None of {tried} packages costs from {least} to {most} as planned.",
    "offers.found": (
        "{number} of {tried} packages cost from {least} to {most} as planned. "
        "These {count} differ most, each as a whole:"
    ),
    "offers.offer": "{name}: {changes}. {costs}.",
    "offers.change": "{name} {old} → {new}",
    "offers.at_plan.above": "As planned {amount} more",
    "offers.at_plan.below": "As planned {amount} less",
    "offers.at_plan.level": "As planned the same",
    "offers.at_sales.above": "at sales of {sales} {amount} more",
    "offers.at_sales.below": "at sales of {sales} {amount} less",
    "offers.at_sales.level": "at sales of {sales} the same",
    "offers.name": "Offer {name}",
    "offers.item": "Item",
    "offers.changes": "What each offer changes",
    "offers.costs": "What each offer costs",
    "offers.fees_at_low": "Fees at low sales ({sales})",
    "offers.fees_at_plan": "Fees as planned ({sales})",
    "offers.fees_at_high": "Fees at high sales ({sales})",
    "offers.more_at_low": "More at low sales ({sales})",
    "offers.more_at_plan": "More as planned ({sales})",
    "offers.more_at_high": "More at high sales ({sales})",
    "offers.rank_at_low": "Rank at low sales ({sales})",
    "offers.rank_at_plan": "Rank as planned ({sales})",
    "offers.rank_at_high": "Rank at high sales ({sales})",
    "offers.fixed": "Fixed fees",
    "offers.unconditional": "Unconditional fees",
    "offers_note.whole": "Each offer is one whole: its parts are not for choosing.",
    "offers_note.plan": "What is equal as planned is not equal at other sales: rank 1 is the cheapest offer there.",
    "pnl.title": "Customer P&L",
    "pnl.title_cases": "Customer P&L at low / plan / high sales",
    "pnl.title_retailer": "Margin of the retailer",
    "pnl.gross": "Gross sales at list",
    "pnl.on_invoice": "On-invoice discounts",
    "pnl.net_invoiced": "Net invoiced sales",
    "pnl.unconditional": "Off-invoice fees: unconditional",
    "pnl.conditional": "Off-invoice fees: conditional",
    "pnl.activity": "Off-invoice fees: activity-based",
    "pnl.correction": "Off-invoice fees: caps and guarantees of groups",
    "pnl.returns": "Returns and damages",
    "pnl.penalties": "Penalties",
    "pnl.net_net": "Net-net sales",
    "pnl.net_net_after_returns": "Net-net sales after returns",
    "pnl.net_net_partly": "Net-net sales (after returns where the plan has them)",
    "pnl.cost_of_goods": "Cost of goods",
    "pnl.margin_after_terms": "Margin after terms",
    "pnl.unknown": "Not known: {costs}",
    "pnl.unknown_of": "{costs} ({name})",
    "pnl.contribution": "Account contribution",
    "pnl.contribution_holding": "Account contribution, {holds}",
    "pnl.of_gross": "% of gross",
    "pnl.of_net_invoiced": "% of net invoiced",
    "pnl.a_store": "Per store",
    "pnl.gross_of": "{case} (% of gross)",
    "pnl.of_purchases": "% of purchases",
    "pnl.of_retail_sales": "% of retail sales",
    "pnl.purchases": "Purchases (net invoiced sales)",
    "pnl.retail_sales": "Retail sales excl. VAT",
    "pnl.front_margin": "Front margin",
    "pnl.back_margin": "Back margin",
    "pnl.total_margin": "Total margin",
    "pnl.headline": (
        "{name}: account contribution {amount}, {gross} of gross sales and {invoiced} of net invoiced sales, {holds}."
    ),
    "pnl.headline_without_margin": (
        "{name}: {label} {amount}, {gross} of gross sales and {invoiced} of net invoiced sales."
    ),
    "pnl.headline_of_nothing": "{name}: account contribution {amount}, {holds}.",
    "pnl.headline_of_nothing_without_margin": "{name}: {label} {amount}.",
    "pnl.against.above": "{name} contributes {amount} more than {first}.",
    "pnl.against.below": "{name} contributes {amount} less than {first}.",
    "pnl.against.level": "{name} contributes as much as {first}.",
    "pnl.note.no_margin": "{names}: no margin is given (`private: margin:`), so the P&L ends at net-net sales.",
    "pnl.note.holds": "{name}: the account contribution is {holds}.",
    "pnl.note.returns": "{names}: returns are deducted in full; goods taken back count as lost.",
    "pnl.note.without_vat": (
        "{names}: the plan has no VAT rate (`vat:`), so payment days are calculated on invoices without VAT."
    ),
    "pnl.note.gap.above": (
        "{name}: the contribution of `show` and `compare` is {metric}, {amount} higher: {reasons}."
    ),
    "pnl.note.gap.below": (
        "{name}: the contribution of `show` and `compare` is {metric}, {amount} lower: {reasons}."
    ),
    "pnl.gap.returns": "it does not deduct returns ({amount})",
    "pnl.gap.payment_cost": "it calculates payment days on sales before on-invoice discounts ({amount})",
    "pnl.note.unaddressed": (
        "{name}: not in the back margin, because the file does not say who receives it (`to:`): {terms}, {amount}."
    ),
    "pnl.note.no_sell_out": (
        "Front and total margin need the retailer's sales without VAT: name that figure of the plan with --sell-out."
    ),
    "pnl.note.moved": "At the low and high sales given on the command line, everything else is as planned.",
    "rounds.title": "Negotiation rounds",
    "rounds.title_of_year": "Negotiation rounds {year}",
    "rounds.title.rounds": "Rounds",
    "rounds.title.moves": "What moved in each round",
    "rounds.title.shares": "Shares of the gap",
    "rounds.title.open": "Still open",
    "rounds.title.years": "Years",
    "rounds.round": "Round",
    "rounds.year": "Year",
    "rounds.date": "Date",
    "rounds.side": "Side",
    "rounds.with": "With",
    "rounds.given": "Non-price gives",
    "rounds.cost": "Fees and non-price gives",
    "rounds.their_move": "Their move",
    "rounds.our_move": "Our move",
    "rounds.gap_left": "Gap left",
    "rounds.against_last_year": "Against last year's terms",
    "rounds.note": "Note",
    "rounds.theirs": "Theirs",
    "rounds.ours": "Ours",
    "rounds.both": "Both",
    "rounds.before": "Before",
    "rounds.after": "After",
    "rounds.effect": "Effect on our cost",
    "rounds.sum": "Sum",
    "rounds.opening": "Opening",
    "rounds.last": "Last",
    "rounds.gave_up": "Gave up",
    "rounds.share": "Share of the gap",
    "rounds.open": "Still open",
    "rounds.gap": "Gap",
    "rounds.our_last": "Our last offer",
    "rounds.our_cost": "Our offer: fee",
    "rounds.their_last": "Their last ask",
    "rounds.their_cost": "Their ask: fee",
    "rounds.count": "Rounds",
    "rounds.breakthrough": "Largest step in round",
    "rounds.step": "Largest step",
    "rounds.returned": "Demands that came back",
    "rounds.line.theirs": "Their position",
    "rounds.line.ours": "Our position",
    "rounds.line.last_year": "Last year's terms",
    "rounds.sentence": "{text}.",
    "rounds.of_gap": "Of the gap of {gap} {theirs}, {ours}",
    "rounds.theirs.above": "they gave up {amount} ({share})",
    "rounds.theirs.level": "they gave up nothing",
    "rounds.theirs.below": "they moved away by {amount} ({share})",
    "rounds.ours_too.above": "we {amount} ({share})",
    "rounds.ours_too.level": "we nothing",
    "rounds.ours.above": "we gave up {amount} ({share})",
    "rounds.ours.level": "we gave up nothing",
    "rounds.ours.below": "we moved away by {amount} ({share})",
    "rounds.left": "{amount} ({share}) is still open",
    "rounds.left_below": "their last ask is {amount} ({share}) below our last offer",
    "rounds.no_gap": "There is no gap: their opening ask and our opening offer cost the same.",
    "rounds.gap_below": "Their opening ask is {gap} below our opening offer.",
    "rounds.no_offer": "The gap is unknown: there is no opening offer of ours (status: proposal).",
    "rounds.no_ask": "The gap is unknown: there is no opening ask of theirs (status: ask).",
    "rounds.no_sides": "The gap is unknown: there is neither an opening ask nor an opening offer.",
    "rounds.agreed": "Agreed: {position}.",
    "rounds.last_theirs": "their last ask is {cost}",
    "rounds.last_ours": "our last offer is {cost}",
    "rounds.against.above": "{amount} above last year's terms",
    "rounds.against.below": "{amount} below last year's terms",
    "rounds.against.level": "the same as last year's terms",
    "rounds.plan_note": "All rounds are calculated on the plan of {name} (sales {sales}).",
    "rounds.own_plan_note": (
        "Rounds of {year} are calculated on the plan of {name}, because the plan of {plan} does not"
        " give what their terms need."
    ),
    "rounds.no_last_year_note": (
        "There is no comparison with last year's terms: no contract of last year is known. Name it "
        "with --baseline FILE."
    ),
    "rounds.uncosted_note": (
        "There is no comparison with last year's terms ({name}): they cannot be calculated on this "
        "plan because of {names}."
    ),
    "rounds.last_year_note": "Last year's terms are those of {name}: on this plan they cost {fees}.",
    "rounds.share_note": (
        "Share of the gap: movement towards the other side, divided by the opening ask minus our "
        "opening offer. Movement away counts as negative."
    ),
    "rounds.gives_note": "Non-price gives count at the cost entered, in every round that lists them.",
    "rounds.conditions_note": "Round {number}: conditions without a fee changed: {names}.",
    "brief.title": "Meeting brief",
    "brief.title_of_year": "Meeting brief {year}",
    "brief.meeting": "Meeting: {day}, with {who}",
    "brief.gap.above": "Gap {amount} ({points} percentage points): they ask {ask}, we offer {offer}.",
    "brief.gap.below": "They ask {ask}, {amount} ({points} percentage points) less than we offer ({offer}).",
    "brief.gap.level": "They ask {ask}, which is what we offer.",
    "brief.past_limit": "What we aim at is {amount} above the walk-away limit.",
    "brief.month_saved": "A month without orders costs {saved}.",
    "brief.notice": "Notice: {months} months.",
    "brief.notice.one": "Notice: {months} month.",
    "brief.ramp_back": "Until orders are back {months} months pass, which costs {amount} more.",
    "brief.ramp_back.one": "Until orders are back {months} month passes, which costs {amount} more.",
    "brief.role_contract": "Contract as drafted",
    "brief.steps_target": "A step from the target",
    "brief.steps_offer": "A step from our offer",
    "brief.steps_contract": "A step from the contract as drafted",
    "brief.gap_label": "Gap",
    "brief.ask": "They ask {amount}.",
    "brief.offer": "We offer {amount}.",
    "brief.target": "Target {amount}.",
    "brief.walk_away": "Walk-away {amount}.",
    "brief.leaves": "Their request leaves {amount} ({share} of sales).",
    "brief.limit.above": "It is {amount} above the walk-away limit.",
    "brief.limit.below": "It is {amount} below the walk-away limit.",
    "brief.limit.level": "It is at the walk-away limit.",
    "brief.month": "A month without orders costs {saved} (no fee is paid) to {paid} (fixed fees are paid anyway).",
    "brief.point_days": "0.1 percentage points = {amount} = {least} to {most} days without orders.",
    "brief.months": (
        "Their whole request is {amount} above our target: {months} months of what this account contributes."
    ),
    "brief.listing": "Coming back may cost {amount} in listing fees.",
    "brief.receivables": "They have {amount} of ours ({days} payment days).",
    "brief.positions": "Positions",
    "brief.position": "Position",
    "brief.role_request": "Their request",
    "brief.role_walk_away": "Walk-away",
    "brief.role_old_terms": "Last year's terms",
    "brief.old_terms_of_year": "{year} terms",
    "brief.role_target": "Target",
    "brief.role_ideal": "Ideal",
    "brief.role_offer": "Our last offer",
    "brief.of_sales": "Contribution (% of sales)",
    "brief.low_fees": "Fees at low sales ({sales})",
    "brief.low_ratio": "Fee ratio at low sales ({sales})",
    "brief.give": "Give",
    "brief.get": "Only if we get",
    "brief.offers": "Offers",
    "brief.last": "Since last year",
    "brief.questions": "Ask them",
    "brief.move": "{term}: {old} → {new} ({amount}).",
    "brief.others": "{count} more ({amount}).",
    "brief.wanted": "Also: {names}.",
    "brief.since": "Their request is {amount} on last year's terms: {terms}.",
    "brief.since_term": "{term} {amount}",
    "brief.ask_stores": "How many stores on the first day: {opening} or {closing}?",
    "brief.ask_stores_cost": "How many stores on the first day: {opening} or {closing} ({amount})?",
    "brief.ask_base": "On what are rates paid: receipts or invoices, before or after returns?",
    "brief.basis": "Contribution = {margin} × sales − fees; {holds}.",
    "brief.others_within": "{count} more ({amount})",
    "offers.found.one": "{number} of {tried} packages costs from {least} to {most} as planned, as a whole:",
    "steps.asked_level": "{name} is at our target.",
    "steps.point_in_one_number": "0.1 percentage points of sales cost {amount} a year: {least} days without orders.",
    "steps_note.loss": "This account loses money as planned, so a month without orders loses nothing.",
    "brief.point_one_number": "0.1 percentage points = {amount} = {least} days without orders.",
    "steps.chart": "Cost of a step",
    "offers.dropped": "Combinations of values that make no valid contract are left out: {count}.",
    "offers.groups": "Caps and guarantees of groups",
    "brief.worth": "{name} (worth {amount})",
    "growth.years": "Growth by year",
    "growth.year": "Year",
    "growth.years_ago": "{count} years before",
    "growth.years_ago.one": "Last year",
    "growth.total": "Sales growth",
    "growth.horizontal": "Store growth",
    "growth.vertical": "VPO growth",
    "growth.change": "Change in sales",
    "growth.from_stores": "From stores",
    "growth.from_vpo": "From VPO",
    "growth.stores": "Same stores and new stores",
    "growth.same_stores": "Same stores (average)",
    "growth.same_sales": "Same stores: sales",
    "growth.same_vpo": "Same stores: VPO",
    "growth.same_growth": "Same stores: VPO growth",
    "growth.new_stores": "New stores (average)",
    "growth.new_sales": "New stores: sales",
    "growth.new_vpo": "New stores: VPO",
    "growth.target": "What the target needs",
    "growth.value": "Value",
    "growth.target_asked": "Target",
    "growth.target_target": "Target of the plan",
    "growth.target_plan": "Planned sales",
    "growth.of_last_year": "Growth",
    "growth.last_year": "Last year's sales",
    "growth.gap": "Gap to last year",
    "growth.vpo_needed": "VPO needed on the planned stores",
    "growth.vpo_growth": "VPO growth needed",
    "growth.stores_needed": "Average stores needed at last year's VPO",
    "growth.openings": "Stores to open for that",
    "growth.closes": "What closes the gap",
    "growth.block": "Block",
    "growth.share": "Share of the gap",
    "growth.computed": "{name} (from the plan's stores)",
    "growth.open": "Still open",
    "growth.months": "VPO by month",
    "growth.month": "Month",
    "growth.vpo_before": "VPO last year",
    "growth.sum": "Sum of the months",
    "growth.years_title": "Sales year by year: from stores and from VPO",
    "growth.alone": "{name}: VPO {vpo}. Growth needs a last year: add `last_year`, or name one file a year.",
    "growth.needs": "{growth} needs VPO {vpo} times last year's on {stores} times the stores.",
    "growth.needs_sales": (
        "{growth} is {target}, after {before} last year; without stores of both years there is no VPO to compare."
    ),
    "growth.split": "Planned sales change by {total}: {stores} from stores, {vpo} from VPO.",
    "growth.still.above": "Blocks close {closed} of the gap of {gap}; {open} is still open.",
    "growth.still.below": "Blocks add up to {closed}, {open} more than the gap of {gap}.",
    "growth.still.level": "Blocks close the gap of {gap}.",
    "growth.note_split": (
        "From stores: more average stores at last year's VPO. From VPO: what all stores sell more than at last "
        "year's VPO. Both add up to the change; as growth they multiply."
    ),
    "growth.note_stores": "Same stores stood at the start of the year; stores opened or closed in it count half.",
    "growth.note_block": (
        "New stores: more average stores at last year's VPO; a new one counts as `new_store_vpo` says."
    ),
    "growth.note_months": "The monthly VPOs add up to the VPO of the year only where stores do not change.",
    "brief.more_steps": "Other steps, none of which costs more: {count}. `ka-terms steps` has all.",
    "accounts.title": "Accounts",
    "accounts.account": "Account",
    "accounts.channel": "Channel",
    "accounts.channels": "VPO by channel",
    "accounts.number": "Accounts",
    "accounts.rank": "Rank in channel",
    "accounts.rank_of_all": "Rank",
    "accounts.index_channel": "Index to channel",
    "accounts.index_total": "Index to total",
    "accounts.printed": "VPO as printed",
    "accounts.share_of_sales": "Share of sales",
    "accounts.share_of_volume": "Share of volume",
    "accounts.all": "Total",
    "accounts.no_channel": "No channel",
    "accounts.highest": "{kind}: the {count} highest of {of}",
    "accounts.contradict": "{number} of {count} printed VPOs contradict their own row: {items}.",
    "accounts.contradict.one": "The only printed VPO contradicts its own row: {items}.",
    "accounts.is": "{name} {printed}, is {expected}",
    "accounts.more": "{items}; and {count} more",
    "accounts.agree": "All {count} printed VPOs agree with their own rows.",
    "accounts.agree.one": "The only printed VPO agrees with its own row.",
    "accounts.none": "No VPO can be calculated: no row has stores, and sales or volume.",
    "accounts.single": "{kind} of {name}: {vpo}.",
    "accounts.spread": "{kind} is between {low} ({lowest}) and {high} ({highest}).",
    "accounts.means": "Weighted means: {items}; all together {total}.",
    "accounts.mean": "The weighted mean is {total}.",
    "accounts.note_sales": (
        "Ranks and indices compare sales / average stores. A mean is the sum of sales / the sum of stores."
    ),
    "accounts.note_volume": (
        "Ranks and indices compare volume / average stores. A mean is the sum of volume / the sum of stores."
    ),
    "accounts.note_of_volume": (
        "Printed VPOs are compared with volume / stores, and with sales / stores where there is no volume; rounded "
        "half up, to the decimals that are printed."
    ),
    "accounts.note_of_sales": (
        "Printed VPOs are compared with sales / stores; rounded half up, to the decimals that are printed."
    ),
    "accounts.note_of_both": "{count} printed VPOs are sales / stores, not volume / stores: {names}.",
    "accounts.note_of_both.one": "1 printed VPO is sales / stores, not volume / stores: {names}.",
    "accounts.note_unchecked": "{count} printed VPOs cannot be checked, without stores, sales or volume: {names}.",
    "accounts.note_unchecked.one": "1 printed VPO cannot be checked, without stores, sales or volume: {names}.",
    "accounts.note_lacking": (
        "{count} accounts have no VPO to compare: {names}. They count in sums, and in no rank, index or mean."
    ),
    "accounts.note_lacking.one": (
        "1 account has no VPO to compare: {names}. It counts in sums, and in no rank, index or mean."
    ),
    "table.encoding": "The table is not UTF-8 and was read as {name}; `--encoding` names another encoding.",
    "table.above": "{count} rows above the names of the columns were not read.",
    "table.above.one": "1 row above the names of the columns was not read.",
    "table.sums": "{count} rows with sums were left out: {rows}.",
    "table.sums.one": "The row with sums was left out: {rows}.",
    "table.unread": "{count} columns were not read: {names}.",
    "table.unread.one": "1 column was not read: {names}.",
    "table.and_more": "{items} and {count} more",
}
