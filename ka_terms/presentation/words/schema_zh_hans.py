"""Simplified Chinese: what the schema says to an editor, by its English text; see `ka_terms.writing.schema`."""

from __future__ import annotations

TEXTS = {
    "A scenario of ka-terms: one version of one contract, its plan and its terms.": (
        "ka-terms 的方案：一份合同的一个版本，含计划和条款。"
    ),
    "Relative path of another scenario; this file holds what differs, null takes out what that one has.": (
        "另一个方案的相对路径；本文件只写不同之处，以 null 删除该方案的一项。"
    ),
    "Name of this version, as every table shows it.": "此版本的名称，每张表都会显示。",
    "The retail chain.": "零售商。",
    "Contract year.": "合同年度。",
    "agreed: signed; ask: the retailer's; proposal: ours; draft: not yet shown.": (
        "agreed：已签订；ask：对方要求；proposal：我方提案；draft：尚未提出。"
    ),
    "Takes out what the extended file has.": "删除所继承文件中的这一项。",
    "The day it was signed; until that month last year's terms run: 2003-05-20.": (
        "签订日；签订当月之前仍按去年条款计费：2003-05-20。"
    ),
    "Expected a date such as 2003-05-20.": "应为日期，如 2003-05-20。",
    "ISO 4217 code; it sets the minor unit amounts round to.": "ISO 4217 货币代码；金额按其最小单位四舍五入。",
    "What the business will do.": "全年的生意计划。",
    "A fee of your own: a rate, an amount or tiers.": "自定的费用：费率、金额或档位。",
    "What is agreed: fee key -> a rate, an amount or tiers.": "约定的条款：每项费用为费率、金额或档位。",
    "An agreed point of your own.": "自定的约定事项。",
    "Agreed points that carry no fee: payment_days, sku_guarantee, return_policy...": (
        "约定而不收费的事项：payment_days、sku_guarantee、return_policy……"
    ),
    "How many SKUs the retailer keeps on sale: at least 35 SKUs a store.": (
        "零售商保证销售的单品数，如每店不少于 35 个。"
    ),
    "What may be sent back, and at whose cost.": "哪些商品可退，费用由谁负担。",
    "Where, how often and how fast goods are delivered.": "送货的地点、频率和时限。",
    "The place on the shelf.": "陈列位置。",
    "When a SKU may be taken out, and with what notice.": "何时可下架单品，须多久前通知。",
    "From when to when the contract runs.": "合同起止日期。",
    "Never leaves the house; shown only with --internal.": "绝不外传；只有加上 --internal 才显示。",
    "Last year's figures: the relative path of another scenario, or its plan in place.": (
        "去年的数字：另一个方案的相对路径，或直接写出其计划。"
    ),
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or growth with its sign, such "
        "as +5%, or an index of at least 100%, such as 105% (which means the same), or {low: ..., likely: "
        "..., high: ...}."
    ): (
        "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k；或带正负号的增长，如 +5%；或 100% 以上的指数，"
        "如 105%（意思相同）；或 {low: ..., likely: ..., high: ...}。"
    ),
    "What it comes to if things go badly.": "情况不佳时的数字。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or growth with its sign, such "
        "as +5%, or an index of at least 100%, such as 105% (which means the same)."
    ): (
        "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k；或带正负号的增长，如 +5%；或 100% 以上的指数，"
        "如 105%（意思相同）。"
    ),
    "What is expected; the statement, tiers and house rules are of this case.": (
        "预期的数字；费用表、档位和公司规定都按此计算。"
    ),
    "What it comes to if things go well.": "情况良好时的数字。",
    "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k.": (
        "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k。"
    ),
    "VAT rate; sales_incl_tax is sales with it added.": "增值税率；sales_incl_tax 为加上此税率的销售额。",
    "Expected a percentage with its sign, such as 2.5%.": "应为带百分号的百分比，如 2.5%。",
    "Stores of the account; VPO is n/a without them.": "零售商的门店数；不填则没有单点销量。",
    "SKUs listed.": "上架单品数。",
    "Expected a whole number (zero or more).": "应为零以上的整数。",
    "How many times a year. The figure is called `events.` and this name.": (
        "每年次数；条款中写作 `events.` 加此名称。"
    ),
    "What a new store sells, as a share of what the others sell: 60%; without it as much as they.": (
        "新店销售额相当于其他门店的比率：60%；不写则与其他门店相同。"
    ),
    "What adds to last year's sales, by name: {price: 2% of last_year.sales} is blocks.price.": (
        "在去年销售额之上的增长来源：{price: 2% of last_year.sales} 即 blocks.price。"
    ),
    "Sales that this measure adds, an amount or a formula.": ("此项来源增加的销售额：金额或公式。"),
    "Promotions under names of your own: what each costs, and what it is expected to sell.": (
        "自定名称的促销：各档费用与预期销量。"
    ),
    "A promotion under a name of your own.": ("自定名称的一档促销。"),
    "What the event costs, in all stores.": ("档期费用，全部门店合计。"),
    "Terms charged for it: what they cost for one event is added to the fee.": (
        "为此收取的条款：其一次的费用加入档期费用。"
    ),
    "Stores that take part; without it those that the terms are charged for, or all.": (
        "参加门店数；不写则为条款计费的门店，或全部门店。"
    ),
    "How long it lasts; without it 14 days.": ("天数；不写则为 14 天。"),
    "What the items sell of all that a store sells, without the event.": ("平日这些单品占全店销售的比例。"),
    "What the items sell in as many days without the event, in all its stores.": (
        "同样天数、全部参加门店的平日销售额。"
    ),
    "The cut of our price, for all units of the event.": ("我方降价幅度，计在档期的全部销量上。"),
    "What comes back of the event's sales, of no use to us.": ("档期销售额中退回的比例，对我方为损失。"),
    "The share of the extra units that would have been sold at another time.": (
        "增量中本会在其他时间卖出的比例。"
    ),
    "The fee as a share of the event's sales, at most.": ("档期费用率上限。"),
    "What the event sells: 180k, or more units than without it: +60%; or low, likely and high.": (
        "档期销售额：180k，或销量增幅：+60%；或低、可能、高三值。"
    ),
    "What it sold: 150k, or +45%.": ("实际销售额：150k，或 +45%。"),
    "What it cost in the end.": ("实际费用。"),
    "The retailer's side of it.": ("零售商一方。"),
    "Their front margin, as a share of their sales without VAT.": ("其前台毛利率，占未税销售额。"),
    "The cut of the shelf price; without it as much as ours.": ("货架价降幅；不写则与我方相同。"),
    "Its trade channel, in your own words: hypermarket, convenience.": (
        "所属渠道，用自己的说法：大卖场、便利店。"
    ),
    "Times a year, by name: {dm: 4} is events.dm.": "各项活动每年的次数：{dm: 4} 即 events.dm。",
    "A number of your own. `per`, `of` and `measure` know it by this name.": (
        "自定的数字；`per`、`of` 和 `measure` 以此名称引用。"
    ),
    "Our gross margin on sales, before fees.": "我方的销售毛利率，扣除费用前。",
    "The worst outcome we would still sign.": "底线：我方仍愿签约的最差结果。",
    "Cost of capital a year: payment days cost invoices x days / 365 x this rate.": (
        "资金成本年利率：账期成本为开票金额 x 天数 / 365 x 此利率。"
    ),
    "SKUs listed at the start of the year.": "年初上架的单品数。",
    "SKUs newly listed in the year.": "全年新上架的单品数。",
    "Stores at the start of the year.": "年初门店数。",
    "Stores opened in the year, or {low: 5, likely: 10, high: 12}; 0 unless said.": (
        "全年新开门店数，或 {low: 5, likely: 10, high: 12}；不填为 0。"
    ),
    "Expected a whole number (zero or more), or {low: ..., likely: ..., high: ...}.": (
        "应为零以上的整数，或 {low: ..., likely: ..., high: ...}。"
    ),
    "Stores closed in the year; 0 unless said.": "全年关闭门店数；不填为 0。",
    "Lower bound, reached at exactly this figure (inclusive, 达到/含).": "门槛，达到此数即适用（含此数）。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or an index such as 110% or +10%, "
        "which both mean 1.1 times."
    ): "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k；或指数，如 110% 或 +10%，两者都是 1.1 倍。",
    "Lower bound, reached strictly above it (exclusive, 超过).": "门槛，超过此数才适用（不含此数）。",
    "The share this tier pays.": "此档位的费率。",
    "Expected exactly one of from and over.": "from 和 over 应择一填写。",
    "Expected exactly one of rate and amount.": "rate 和 amount 应择一填写。",
    "Total fees as a share of sales, at most.": "费用占销售额的比率，最高不超过此数。",
    "Total fees, at most.": "费用合计，最高不超过此数。",
    "Sales less all fees, at least.": "销售额减全部费用，最低不少于此数。",
    "Margin on sales less all fees, at least.": "毛利减全部费用，最低不少于此数。",
    "The fee is never below this: an amount, or a share such as 8% of sales.": (
        "保底：金额，或百分比如 8% of sales。"
    ),
    "Expected an amount, or a percentage of a figure, such as 8% of sales.": (
        "应为金额，或某个数字的百分比，如 8% of sales。"
    ),
    "The fee is never above this: an amount, or a share such as 10% of sales.": (
        "封顶：金额，或百分比如 10% of sales。"
    ),
    "Terms taken off the base first: [monthly_rebate] is a rebate on the net.": (
        "计算基数先扣除的条款：[monthly_rebate] 表示按扣除后的余额计算。"
    ),
    "The share, with its percent sign: 2.5%.": "费率，带百分号：2.5%。",
    "The amount for one of everything in `per`, or the lump sum.": (
        "`per` 所列各项每一单位的金额；没有 `per` 则为一笔总额。"
    ),
    "How many of this figure are free.": "此数字中免收的数量。",
    "Free allowance of a figure in `per`: {skus.total: 35} charges from the 36th on.": (
        "`per` 所列数字的免收数量：{skus.total: 35} 表示从第 36 个起计收。"
    ),
    (
        "whole (全额累进): the tier reached applies to the whole base; marginal (超额累进): each band at "
        "its own rate."
    ): "whole（全额累进）：全部基数适用所达档位的费率；marginal（超额累进）：各档位适用各自的费率。",
    "The steps, with strictly rising bounds.": "档位，门槛由低到高。",
    "Expected exactly one of rate, amount, tiers in a term.": "每项条款应在 rate、amount、tiers 中择一填写。",
    "Expected `mode: whole` (全额累进) or `mode: marginal` (超额累进).": (
        "应为 `mode: whole`（全额累进）或 `mode: marginal`（超额累进）。"
    ),
    "`mode` does not go with `rate`": "`mode` 不能和 `rate` 并用",
    "`measure` does not go with `rate`": "`measure` 不能和 `rate` 并用",
    "`of` does not go with `amount`": "`of` 不能和 `amount` 并用",
    "`less` does not go with `amount`": "`less` 不能和 `amount` 并用",
    "`mode` does not go with `amount`": "`mode` 不能和 `amount` 并用",
    "`measure` does not go with `amount`": "`measure` 不能和 `amount` 并用",
    (
        "Sales of the year, or their growth on last year's: +150% is 2.5 times, 130% is 1.3 times; where "
        "they are uncertain {low: 8M, likely: 10M, high: 11M}; or a formula such as volume x price."
    ): (
        "全年销售额，或比去年的增长：+150% 为 2.5 倍，130% 为 1.3 倍；不确定时写 {low: 8M, likely: 10M, "
        "high: 11M}；或算式，如 volume x price。"
    ),
    "Volume of the year, in units or cases, or a formula.": "全年数量（个或箱），或算式。",
    "Goods sent back, an amount or a share of sales such as 2%; net_sales is sales less returns.": (
        "退货：金额，或销售额的占比如 2%；net_sales 为 sales 减去此数。"
    ),
    "Agreed sales target, or a formula; `achievement` is measured by it.": (
        "约定的销售目标，或算式；`achievement` 按此计量。"
    ),
    (
        "Any other number a fee is counted by, under a name of your own: {promoters: 12}. A share: 66%. "
        "A formula: sales - own_label, 20% of sales, volume x price."
    ): (
        "费用所依据的其他数字，名称自定：{promoters: 12}。占比：66%。算式：sales - own_label、20% of sale"
        "s、volume x price。"
    ),
    "Its name in reports: a text, or one a language.": "报表中的名称：一个文本，或每种语言一个。",
    (
        "unconditional; apparent: under a condition nobody enforces; activity: paid for something done; "
        "performance: paid for something reached."
    ): (
        "费用性质：unconditional（无条件）；apparent（形式上有条件，实际不追究）；activity（做了才付）；p"
        "erformance（达成才付）。"
    ),
    "Key of the category it is counted in.": "所属类别的键。",
    "A remark: a text, or one a language.": "备注：一个文本，或每种语言一个。",
    "How it is paid: on_invoice (票扣), deducted (账扣), transferred (汇款) or in_goods (货补).": (
        "付款方式：on_invoice（票扣）、deducted（账扣）、transferred（汇款）或 in_goods（货补）。"
    ),
    "Who gets it: the retailer, or another party.": "付给谁：零售商（retailer）或其他方（other）。",
    "no: it is calculated and shown, but counts in no sum of fees.": (
        "no：照算并列出，但不计入任何费用合计。"
    ),
    "Due only if this holds: a fact, a figure against a number (facings >= 33%), or a list of such.": (
        "符合条件才收取：一项事实、与数字比较的条件（facings >= 33%），或其列表。"
    ),
    "Expected yes or no.": "应为 yes 或 no。",
    "Figures the fee is multiplied by: [skus.new, stores.closing] is per SKU and store.": (
        "与费用相乘的数字：[skus.new, stores.closing] 为每单品每店。"
    ),
    "How many of this figure make one full lot.": "此数字多少为一整批。",
    "Not due if this holds: a fact, a figure against a number, or a list of which all hold.": (
        "符合条件即免收：一项事实、与数字比较的条件，或须全部符合的列表。"
    ),
    "One minimum or maximum over several terms: key -> the terms and `at_least` or `at_most`.": (
        "多项条款合计的下限或上限：名称之下写条款与 `at_least` 或 `at_most`。"
    ),
    "One of these is enough.": "符合其中一项即可。",
    "Size of the full lots in which a figure of `per` is charged: {volume: 100} is for every full 100.": (
        "`per` 的数字按整批计收的批量：{volume: 100} 为每满 100。"
    ),
    "Terms that share one minimum or maximum.": "共用一个下限或上限的条款。",
    "The lump sum this tier pays, or with `per` the amount for one.": (
        "此档位支付的固定金额；有 `per` 时为每一单位的金额。"
    ),
    "The terms that are added up: [dm_fee, display_fee]; each in one group only.": (
        "汇总的条款：[dm_fee, display_fee]；每项只能属于一个合计。"
    ),
    "What is so or not so, for `only_if` and `unless`: {hardware: yes}.": (
        "供 `only_if` 与 `unless` 使用的是否事实：{hardware: yes}。"
    ),
    (
        "What the bounds are compared with: a figure, `growth` (on last year), `growth of` a figure, or "
        "`achievement` (of the target)."
    ): (
        "门槛所比较的指标：数字、`growth`（比去年）、某数字的增长 `growth of`，或 `achievement`（目标达成"
        "率）。"
    ),
    "What the rate is paid on: a figure, or another term; sales unless said.": (
        "费率的计算基数：数字或另一项条款；未写时为销售额。"
    ),
    "Yes or no. `only_if` and `unless` know it by this name.": (
        "是或否。`only_if` 与 `unless` 以此名称引用。"
    ),
    (
        "Days of credit: 60, or 60 after month end. With `private.cost_of_capital` the internal view "
        "puts a cost on them."
    ): (
        "账期天数，如 60 或 60 after month end（月结后 60 天）。有 `private.cost_of_capital` 时，内部资料"
        "会算出账期的成本。"
    ),
    "What fees are rounded to: 0.01, 1...; the currency's minor unit unless said.": (
        "费用取整到的单位：0.01、1……；不填为币种的最小单位。"
    ),
    (
        "Names of figures, facts, categories, events and conditions, by language: {promoters: {en: "
        "promoter|promoters, zh-Hans: 促销员, unit: 名}}."
    ): (
        "数字、事实、类别、档期和约定事项的名称，按语言：{promoters: {en: promoter|promoters, zh-Hans: 促"
        "销员, unit: 名}}。"
    ),
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or a percentage of sales "
        "such as 2%."
    ): "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k；或占销售额的百分比，如 2%。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or a formula over figures of "
        "the plan, such as sales - own_label or 20% of sales."
    ): (
        "应为数字，如 4020000、4,020,000、402万、4.5M 或 350k；或以计划数字写成的公式，如 sales - "
        "own_label 或 20% of sales。"
    ),
    "What it is called: a text, or one a language.": "名称：一个文本，或每种语言一个。",
    (
        "Parts of sales and volume: {noodles: {sales: 60%}} is categories.noodles.sales; what is left is "
        "categories.other.sales. Amounts alone make the sales where those are not stated."
    ): (
        "销售额与数量按品类划分：{noodles: {sales: 60%}} 即 categories.noodles.sales；其余为 categories.o"
        "ther.sales。未写销售额时，由各品类金额相加。"
    ),
    "Its sales: an amount, or a share of all sales such as 60%.": (
        "该品类的销售额：金额，或占全部销售额的百分比，如 60%。"
    ),
    "Its volume, in units or cases.": "该品类的数量（个或箱）。",
    "A part of the business under a name of your own.": "按自定名称划分的品类。",
    "Stores by class: {hyper: {opening: 5}} is stores.hyper.opening. Their sums are the totals.": (
        "按门店类型划分的门店：{hyper: {opening: 5}} 即 stores.hyper.opening。各类型合计即为总数。"
    ),
    "Stores of the class at the start of the year.": "该类型年初门店数。",
    "Stores of the class opened in the year; 0 unless said.": "该类型全年新开门店数；不填为 0。",
    "Stores of the class closed in the year; 0 unless said.": "该类型全年关闭门店数；不填为 0。",
    "A class of stores under a name of your own. Its figures are `stores.NAME.opening` and so on.": (
        "自定名称的门店类型。其数字为 `stores.NAME.opening` 等。"
    ),
    "Expected a month from 1 to 12.": "应为 1 至 12 的月份。",
    "Figures of your own in each month: they add up, unless the year is their mean.": (
        "自定数字的各月数字：全年为各月合计；全年填平均值时为平均。"
    ),
    "How often it is settled, each time on the figures of that period alone; by the year unless said.": (
        "多久结算一次，每次只按该期的数字；不填为按年结算。"
    ),
    "Its sales in each month: amounts or shares.": "该品类的各月销售额：金额或百分比。",
    "Its volume in each month: amounts or shares.": "该品类的各月数量：数量或百分比。",
    "Returns of each month; else they follow sales.": "各月退货；不填则随销售额分摊。",
    "SKUs newly listed in each month.": "各月新上架的单品数。",
    "SKUs newly listed: {new: {3: 12}}.": "新上架的单品：{new: {3: 12}}。",
    "Sales and volume of categories in each month.": "各品类的各月销售额和数量。",
    "Sales of each month: amounts, or shares of the year that add to 100%.": (
        "各月销售额：金额，或占全年的百分比，合计 100%。"
    ),
    "Stores closed in each month.": "各月关闭门店数。",
    "Stores opened in each month: {3: 2, 9: 1}.": "各月新开门店数：{3: 2, 9: 1}。",
    "Stores that open and close: {new: {3: 2}}.": "开店和闭店：{new: {3: 2}}。",
    "Target of each month; else it is even.": "各月目标；不填则各月相同。",
    "The month in which the contract year begins: 4 for April. Lists begin there too.": (
        "合同年度开始的月份：4 月填 4。列表也从该月起。"
    ),
    "How often each event takes place in each: {dm: [1, 0, 2, 1]}.": "每季度各举办几次：{dm: [1, 0, 2, 1]}。",
    "The months of each event: {dm: [3, 9]}; twice in one month: {dm: {3: 2}}.": (
        "各档期的月份：{dm: [3, 9]}；同月两次：{dm: {3: 2}}。"
    ),
    "The months whose figures count: [10], [1..6]; all of the contract year unless said.": (
        "计入哪些月份的数字：[10]、[1..6]；不填为整个合同年度。"
    ),
    "The same by class of stores.": "按门店类型填写的各月数字。",
    "The same by quarter of the contract year, even inside: {sales: [4 shares]}.": (
        "按合同年度的季度填写，季内各月相同：{sales: [四个百分比]}。"
    ),
    "The year by month: {sales: [6%, 9%, ...], events: {dm: [3, 9]}}; without it the year is even.": (
        "全年各月的分布：{sales: [6%, 9%, ...], events: {dm: [3, 9]}}；不填则各月相同。"
    ),
    "Volume of each month: amounts or shares.": "各月销量：数量或百分比。",
    "What is so in which months; of the year it is so if it is in all.": (
        "哪些月份成立；每个月都成立，全年才算成立。"
    ),
    "yes: each settlement is what is due on the year to date, less what was settled before.": (
        "yes：每次结算为本年累计应付金额，减去此前已结金额。"
    ),
    "How often this event takes place in each quarter.": "这项活动每季度举办几次。",
    "The months of this event, such as [3, 9], or how often in each.": (
        "此档期的月份，如 [3, 9]；或各月次数。"
    ),
    "This figure in each month.": "此数字的各月数字。",
    "Yes or no for each month.": "各月是或否。",
    "The sales and the volume of this category by month.": "此品类的各月销售额和数量。",
    "Cost of delivery: an amount a year, or a share of sales.": (
        "配送成本：每年的金额，或占销售额的百分比。"
    ),
    "Cost of the people who serve the account: an amount a year, or a share of sales.": (
        "服务此客户的人员成本：每年的金额，或占销售额的百分比。"
    ),
    "The outcome we want to reach.": ("我方要达到的结果。"),
    "The best outcome we can hope for.": ("我方所能期望的最好结果。"),
    "What is known of a break with the account.": ("与客户中断合作时已知的情况。"),
    "Months in which orders go on after notice is given.": ("通知后仍照常订货的月数。"),
    "Months until orders are back to the plan, rising evenly from none.": (
        "订单恢复到计划水平所需的月数（从零起平均回升）。"
    ),
    "Expected an amount a year, or a percentage of sales such as 3%.": (
        "应为每年的金额，或占销售额的百分比，如 3%。"
    ),
    "What agreed points without a fee are worth to us a year, by their keys.": (
        "没有费用的约定事项每年对我方值多少，以键列出。"
    ),
    "What the point is worth to us a year.": "此事项每年对我方值多少。",
}
