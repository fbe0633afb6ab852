"""Traditional Chinese: what the schema says to an editor, by its English text; see `ka_terms.writing.schema`."""

from __future__ import annotations

TEXTS = {
    "A scenario of ka-terms: one version of one contract, its plan and its terms.": (
        "ka-terms 的方案：一份合約的一個版本，含計畫與條款。"
    ),
    "Relative path of another scenario; this file holds what differs, null takes out what that one has.": (
        "另一個方案的相對路徑；本檔案只寫不同之處，以 null 刪除該方案的一項。"
    ),
    "Name of this version, as every table shows it.": "此版本的名稱，每張表都會顯示。",
    "The retail chain.": "零售商。",
    "Contract year.": "合約年度。",
    "agreed: signed; ask: the retailer's; proposal: ours; draft: not yet shown.": (
        "agreed：已簽訂；ask：對方要求；proposal：我方提案；draft：尚未提出。"
    ),
    "Takes out what the extended file has.": "刪除所延伸檔案中的這一項。",
    "The day it was signed; until that month last year's terms run: 2003-05-20.": (
        "簽訂日；簽訂當月之前仍按去年條款計費：2003-05-20。"
    ),
    "Expected a date such as 2003-05-20.": "應為日期，如 2003-05-20。",
    "ISO 4217 code; it sets the minor unit amounts round to.": "ISO 4217 幣別代碼；金額按其最小單位四捨五入。",
    "What the business will do.": "全年的生意計畫。",
    "A fee of your own: a rate, an amount or tiers.": "自訂的費用：費率、金額或級距。",
    "What is agreed: fee key -> a rate, an amount or tiers.": "約定的條款：每項費用為費率、金額或級距。",
    "An agreed point of your own.": "自訂的約定事項。",
    "Agreed points that carry no fee: payment_days, sku_guarantee, return_policy...": (
        "約定而不收費的事項：payment_days、sku_guarantee、return_policy……"
    ),
    "How many SKUs the retailer keeps on sale: at least 35 SKUs a store.": (
        "零售商保證販售的品項數，如每店不少於 35 個。"
    ),
    "What may be sent back, and at whose cost.": "哪些商品可退，費用由誰負擔。",
    "Where, how often and how fast goods are delivered.": "送貨的地點、頻率與時限。",
    "The place on the shelf.": "陳列位置。",
    "When a SKU may be taken out, and with what notice.": "何時可下架品項，須多久前通知。",
    "From when to when the contract runs.": "合約起訖日期。",
    "Never leaves the house; shown only with --internal.": "絕不外傳；只有加上 --internal 才顯示。",
    "Last year's figures: the relative path of another scenario, or its plan in place.": (
        "去年的數字：另一個方案的相對路徑，或直接寫出其計畫。"
    ),
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or growth with its sign, such "
        "as +5%, or an index of at least 100%, such as 105% (which means the same), or {low: ..., likely: "
        "..., high: ...}."
    ): (
        "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k；或帶正負號的成長，如 +5%；或 100% 以上的指數，"
        "如 105%（意思相同）；或 {low: ..., likely: ..., high: ...}。"
    ),
    "What it comes to if things go badly.": "情況不佳時的數字。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or growth with its sign, such "
        "as +5%, or an index of at least 100%, such as 105% (which means the same)."
    ): (
        "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k；或帶正負號的成長，如 +5%；或 100% 以上的指數，"
        "如 105%（意思相同）。"
    ),
    "What is expected; the statement, tiers and house rules are of this case.": (
        "預期的數字；費用表、級距與公司規定都按此計算。"
    ),
    "What it comes to if things go well.": "情況良好時的數字。",
    "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k.": (
        "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k。"
    ),
    "VAT rate; sales_incl_tax is sales with it added.": "營業稅率；sales_incl_tax 為加計此稅率的銷售額。",
    "Expected a percentage with its sign, such as 2.5%.": "應為帶百分號的百分比，如 2.5%。",
    "Stores of the account; VPO is n/a without them.": "零售商的門市數；不填則沒有單點銷量。",
    "SKUs listed.": "上架品項數。",
    "Expected a whole number (zero or more).": "應為零以上的整數。",
    "How many times a year. The figure is called `events.` and this name.": (
        "每年次數；條款中寫作 `events.` 加此名稱。"
    ),
    "What a new store sells, as a share of what the others sell: 60%; without it as much as they.": (
        "新店銷售額相當於其他門店的比率：60%；不寫則與其他門店相同。"
    ),
    "What adds to last year's sales, by name: {price: 2% of last_year.sales} is blocks.price.": (
        "在去年銷售額之上的增長來源：{price: 2% of last_year.sales} 即 blocks.price。"
    ),
    "Sales that this measure adds, an amount or a formula.": ("此項來源增加的銷售額：金額或公式。"),
    "Promotions under names of your own: what each costs, and what it is expected to sell.": (
        "自訂名稱的促銷：各檔費用與預期銷量。"
    ),
    "A promotion under a name of your own.": ("自訂名稱的一檔促銷。"),
    "What the event costs, in all stores.": ("檔期費用，全部門店合計。"),
    "Terms charged for it: what they cost for one event is added to the fee.": (
        "為此收取的條款：其一次的費用加入檔期費用。"
    ),
    "Stores that take part; without it those that the terms are charged for, or all.": (
        "參加門店數；不寫則為條款計費的門店，或全部門店。"
    ),
    "How long it lasts; without it 14 days.": ("天數；不寫則為 14 天。"),
    "What the items sell of all that a store sells, without the event.": ("平日這些品項占全店銷售的比例。"),
    "What the items sell in as many days without the event, in all its stores.": (
        "同樣天數、全部參加門店的平日銷售額。"
    ),
    "The cut of our price, for all units of the event.": ("我方降價幅度，計在檔期的全部銷量上。"),
    "What comes back of the event's sales, of no use to us.": ("檔期銷售額中退回的比例，對我方為損失。"),
    "The share of the extra units that would have been sold at another time.": (
        "增量中本會在其他時間賣出的比例。"
    ),
    "The fee as a share of the event's sales, at most.": ("檔期費用率上限。"),
    "What the event sells: 180k, or more units than without it: +60%; or low, likely and high.": (
        "檔期銷售額：180k，或銷量增幅：+60%；或低、可能、高三值。"
    ),
    "What it sold: 150k, or +45%.": ("實際銷售額：150k，或 +45%。"),
    "What it cost in the end.": ("實際費用。"),
    "The retailer's side of it.": ("零售商一方。"),
    "Their front margin, as a share of their sales without VAT.": ("其前台毛利率，占未稅銷售額。"),
    "The cut of the shelf price; without it as much as ours.": ("貨架價降幅；不寫則與我方相同。"),
    "Its trade channel, in your own words: hypermarket, convenience.": (
        "所屬通路，用自己的說法：量販、超商。"
    ),
    "Times a year, by name: {dm: 4} is events.dm.": "各項活動每年的次數：{dm: 4} 即 events.dm。",
    "A number of your own. `per`, `of` and `measure` know it by this name.": (
        "自訂的數字；`per`、`of` 與 `measure` 以此名稱引用。"
    ),
    "Our gross margin on sales, before fees.": "我方的銷售毛利率，扣除費用前。",
    "The worst outcome we would still sign.": "底線：我方仍願簽約的最差結果。",
    "Cost of capital a year: payment days cost invoices x days / 365 x this rate.": (
        "資金成本年利率：帳期成本為發票金額 x 天數 / 365 x 此利率。"
    ),
    "SKUs listed at the start of the year.": "年初上架的品項數。",
    "SKUs newly listed in the year.": "全年新上架的品項數。",
    "Stores at the start of the year.": "年初門市數。",
    "Stores opened in the year, or {low: 5, likely: 10, high: 12}; 0 unless said.": (
        "全年新開門市數，或 {low: 5, likely: 10, high: 12}；不填為 0。"
    ),
    "Expected a whole number (zero or more), or {low: ..., likely: ..., high: ...}.": (
        "應為零以上的整數，或 {low: ..., likely: ..., high: ...}。"
    ),
    "Stores closed in the year; 0 unless said.": "全年關閉門市數；不填為 0。",
    "Lower bound, reached at exactly this figure (inclusive, 达到/含).": "門檻，達到此數即適用（含此數）。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or an index such as 110% or +10%, "
        "which both mean 1.1 times."
    ): "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k；或指數，如 110% 或 +10%，兩者都是 1.1 倍。",
    "Lower bound, reached strictly above it (exclusive, 超过).": "門檻，超過此數才適用（不含此數）。",
    "The share this tier pays.": "此級距的費率。",
    "Expected exactly one of from and over.": "from 與 over 應擇一填寫。",
    "Expected exactly one of rate and amount.": "rate 與 amount 應擇一填寫。",
    "Total fees as a share of sales, at most.": "費用占銷售額的比率，最高不超過此數。",
    "Total fees, at most.": "費用合計，最高不超過此數。",
    "Sales less all fees, at least.": "銷售額減全部費用，最低不少於此數。",
    "Margin on sales less all fees, at least.": "毛利減全部費用，最低不少於此數。",
    "The fee is never below this: an amount, or a share such as 8% of sales.": (
        "保底：金額，或百分比如 8% of sales。"
    ),
    "Expected an amount, or a percentage of a figure, such as 8% of sales.": (
        "應為金額，或某個數字的百分比，如 8% of sales。"
    ),
    "The fee is never above this: an amount, or a share such as 10% of sales.": (
        "上限：金額，或百分比如 10% of sales。"
    ),
    "Terms taken off the base first: [monthly_rebate] is a rebate on the net.": (
        "計算基數先扣除的條款：[monthly_rebate] 表示按扣除後的餘額計算。"
    ),
    "The share, with its percent sign: 2.5%.": "費率，帶百分號：2.5%。",
    "The amount for one of everything in `per`, or the lump sum.": (
        "`per` 所列各項每一單位的金額；沒有 `per` 則為一筆總額。"
    ),
    "How many of this figure are free.": "此數字中免收的數量。",
    "Free allowance of a figure in `per`: {skus.total: 35} charges from the 36th on.": (
        "`per` 所列數字的免收數量：{skus.total: 35} 表示從第 36 個起計收。"
    ),
    (
        "whole (全额累进): the tier reached applies to the whole base; marginal (超额累进): each band at "
        "its own rate."
    ): "whole（全額累進）：全部基數適用所達級距的費率；marginal（超額累進）：各級距適用各自的費率。",
    "The steps, with strictly rising bounds.": "級距，門檻由低到高。",
    "Expected exactly one of rate, amount, tiers in a term.": "每項條款應在 rate、amount、tiers 中擇一填寫。",
    "Expected `mode: whole` (全额累进) or `mode: marginal` (超额累进).": (
        "應為 `mode: whole`（全額累進）或 `mode: marginal`（超額累進）。"
    ),
    "`mode` does not go with `rate`": "`mode` 不能與 `rate` 並用",
    "`measure` does not go with `rate`": "`measure` 不能與 `rate` 並用",
    "`of` does not go with `amount`": "`of` 不能與 `amount` 並用",
    "`less` does not go with `amount`": "`less` 不能與 `amount` 並用",
    "`mode` does not go with `amount`": "`mode` 不能與 `amount` 並用",
    "`measure` does not go with `amount`": "`measure` 不能與 `amount` 並用",
    (
        "Sales of the year, or their growth on last year's: +150% is 2.5 times, 130% is 1.3 times; where "
        "they are uncertain {low: 8M, likely: 10M, high: 11M}; or a formula such as volume x price."
    ): (
        "全年銷售額，或比去年的成長：+150% 為 2.5 倍，130% 為 1.3 倍；不確定時寫 {low: 8M, likely: 10M, "
        "high: 11M}；或算式，如 volume x price。"
    ),
    "Volume of the year, in units or cases, or a formula.": "全年數量（個或箱），或算式。",
    "Goods sent back, an amount or a share of sales such as 2%; net_sales is sales less returns.": (
        "退貨：金額，或銷售額的占比如 2%；net_sales 為 sales 減去此數。"
    ),
    "Agreed sales target, or a formula; `achievement` is measured by it.": (
        "約定的銷售目標，或算式；`achievement` 按此計量。"
    ),
    (
        "Any other number a fee is counted by, under a name of your own: {promoters: 12}. A share: 66%. "
        "A formula: sales - own_label, 20% of sales, volume x price."
    ): (
        "費用所依據的其他數字，名稱自訂：{promoters: 12}。占比：66%。算式：sales - own_label、20% of sale"
        "s、volume x price。"
    ),
    "Its name in reports: a text, or one a language.": "報表中的名稱：一個文字，或每種語言一個。",
    (
        "unconditional; apparent: under a condition nobody enforces; activity: paid for something done; "
        "performance: paid for something reached."
    ): (
        "費用性質：unconditional（無條件）；apparent（形式上有條件，實際不追究）；activity（做了才付）；p"
        "erformance（達成才付）。"
    ),
    "Key of the category it is counted in.": "所屬類別的鍵。",
    "A remark: a text, or one a language.": "備註：一個文字，或每種語言一個。",
    "How it is paid: on_invoice (票扣), deducted (账扣), transferred (汇款) or in_goods (货补).": (
        "付款方式：on_invoice（發票折讓）、deducted（帳扣）、transferred（匯款）或 in_goods（搭贈）。"
    ),
    "Who gets it: the retailer, or another party.": "付給誰：零售商（retailer）或其他方（other）。",
    "no: it is calculated and shown, but counts in no sum of fees.": (
        "no：照算並列出，但不計入任何費用合計。"
    ),
    "Due only if this holds: a fact, a figure against a number (facings >= 33%), or a list of such.": (
        "符合條件才收取：一項事實、與數字比較的條件（facings >= 33%），或其清單。"
    ),
    "Expected yes or no.": "應為 yes 或 no。",
    "Figures the fee is multiplied by: [skus.new, stores.closing] is per SKU and store.": (
        "與費用相乘的數字：[skus.new, stores.closing] 為每品項每店。"
    ),
    "How many of this figure make one full lot.": "此數字多少為一整批。",
    "Not due if this holds: a fact, a figure against a number, or a list of which all hold.": (
        "符合條件即免收：一項事實、與數字比較的條件，或須全部符合的清單。"
    ),
    "One minimum or maximum over several terms: key -> the terms and `at_least` or `at_most`.": (
        "多項條款合計的下限或上限：名稱之下寫條款與 `at_least` 或 `at_most`。"
    ),
    "One of these is enough.": "符合其中一項即可。",
    "Size of the full lots in which a figure of `per` is charged: {volume: 100} is for every full 100.": (
        "`per` 的數字按整批計收的批量：{volume: 100} 為每滿 100。"
    ),
    "Terms that share one minimum or maximum.": "共用一個下限或上限的條款。",
    "The lump sum this tier pays, or with `per` the amount for one.": (
        "此級距支付的固定金額；有 `per` 時為每一單位的金額。"
    ),
    "The terms that are added up: [dm_fee, display_fee]; each in one group only.": (
        "加總的條款：[dm_fee, display_fee]；每項只能屬於一個合計。"
    ),
    "What is so or not so, for `only_if` and `unless`: {hardware: yes}.": (
        "供 `only_if` 與 `unless` 使用的是否事實：{hardware: yes}。"
    ),
    (
        "What the bounds are compared with: a figure, `growth` (on last year), `growth of` a figure, or "
        "`achievement` (of the target)."
    ): (
        "門檻所比較的指標：數字、`growth`（比去年）、某數字的成長 `growth of`，或 `achievement`（目標達成"
        "率）。"
    ),
    "What the rate is paid on: a figure, or another term; sales unless said.": (
        "費率的計算基數：數字或另一項條款；未寫時為銷售額。"
    ),
    "Yes or no. `only_if` and `unless` know it by this name.": (
        "是或否。`only_if` 與 `unless` 以此名稱引用。"
    ),
    (
        "Days of credit: 60, or 60 after month end. With `private.cost_of_capital` the internal view "
        "puts a cost on them."
    ): (
        "帳期天數，如 60 或 60 after month end（月結後 60 天）。有 `private.cost_of_capital` 時，內部資料"
        "會算出帳期的成本。"
    ),
    "What fees are rounded to: 0.01, 1...; the currency's minor unit unless said.": (
        "費用取整到的單位：0.01、1……；不填為幣別的最小單位。"
    ),
    (
        "Names of figures, facts, categories, events and conditions, by language: {promoters: {en: "
        "promoter|promoters, zh-Hans: 促销员, unit: 名}}."
    ): (
        "數字、事實、類別、檔期和約定事項的名稱，依語言：{promoters: {en: promoter|promoters, zh-Hans: 促"
        "销员, unit: 名}}。"
    ),
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or a percentage of sales "
        "such as 2%."
    ): "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k；或占銷售額的百分比，如 2%。",
    (
        "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or a formula over figures of "
        "the plan, such as sales - own_label or 20% of sales."
    ): (
        "應為數字，如 4020000、4,020,000、402万、4.5M 或 350k；或以計畫數字寫成的公式，如 sales - "
        "own_label 或 20% of sales。"
    ),
    "What it is called: a text, or one a language.": "名稱：一個文字，或每種語言一個。",
    (
        "Parts of sales and volume: {noodles: {sales: 60%}} is categories.noodles.sales; what is left is "
        "categories.other.sales. Amounts alone make the sales where those are not stated."
    ): (
        "銷售額與數量按品類劃分：{noodles: {sales: 60%}} 即 categories.noodles.sales；其餘為 categories.o"
        "ther.sales。未寫銷售額時，由各品類金額相加。"
    ),
    "Its sales: an amount, or a share of all sales such as 60%.": (
        "該品類的銷售額：金額，或占全部銷售額的百分比，如 60%。"
    ),
    "Its volume, in units or cases.": "該品類的數量（個或箱）。",
    "A part of the business under a name of your own.": "按自訂名稱劃分的品類。",
    "Stores by class: {hyper: {opening: 5}} is stores.hyper.opening. Their sums are the totals.": (
        "按門市類型劃分的門市：{hyper: {opening: 5}} 即 stores.hyper.opening。各類型合計即為總數。"
    ),
    "Stores of the class at the start of the year.": "該類型年初門市數。",
    "Stores of the class opened in the year; 0 unless said.": "該類型全年新開門市數；不填為 0。",
    "Stores of the class closed in the year; 0 unless said.": "該類型全年關閉門市數；不填為 0。",
    "A class of stores under a name of your own. Its figures are `stores.NAME.opening` and so on.": (
        "自訂名稱的門市類型。其數字為 `stores.NAME.opening` 等。"
    ),
    "Expected a month from 1 to 12.": "應為 1 至 12 的月份。",
    "Figures of your own in each month: they add up, unless the year is their mean.": (
        "自訂數字的各月數字：全年為各月合計；全年填平均值時為平均。"
    ),
    "How often it is settled, each time on the figures of that period alone; by the year unless said.": (
        "多久結算一次，每次只按該期的數字；不填為按年結算。"
    ),
    "Its sales in each month: amounts or shares.": "該品類的各月銷售額：金額或百分比。",
    "Its volume in each month: amounts or shares.": "該品類的各月數量：數量或百分比。",
    "Returns of each month; else they follow sales.": "各月退貨；不填則隨銷售額分攤。",
    "SKUs newly listed in each month.": "各月新上架的品項數。",
    "SKUs newly listed: {new: {3: 12}}.": "新上架的品項：{new: {3: 12}}。",
    "Sales and volume of categories in each month.": "各品類的各月銷售額與數量。",
    "Sales of each month: amounts, or shares of the year that add to 100%.": (
        "各月銷售額：金額，或占全年的百分比，合計 100%。"
    ),
    "Stores closed in each month.": "各月關閉門市數。",
    "Stores opened in each month: {3: 2, 9: 1}.": "各月新開門市數：{3: 2, 9: 1}。",
    "Stores that open and close: {new: {3: 2}}.": "開店與關店：{new: {3: 2}}。",
    "Target of each month; else it is even.": "各月目標；不填則各月相同。",
    "The month in which the contract year begins: 4 for April. Lists begin there too.": (
        "合約年度開始的月份：4 月填 4。清單也從該月起。"
    ),
    "How often each event takes place in each: {dm: [1, 0, 2, 1]}.": "每季各舉辦幾次：{dm: [1, 0, 2, 1]}。",
    "The months of each event: {dm: [3, 9]}; twice in one month: {dm: {3: 2}}.": (
        "各檔期的月份：{dm: [3, 9]}；同月兩次：{dm: {3: 2}}。"
    ),
    "The months whose figures count: [10], [1..6]; all of the contract year unless said.": (
        "計入哪些月份的數字：[10]、[1..6]；不填為整個合約年度。"
    ),
    "The same by class of stores.": "按門市類型填寫的各月數字。",
    "The same by quarter of the contract year, even inside: {sales: [4 shares]}.": (
        "按合約年度的季填寫，季內各月相同：{sales: [四個百分比]}。"
    ),
    "The year by month: {sales: [6%, 9%, ...], events: {dm: [3, 9]}}; without it the year is even.": (
        "全年各月的分布：{sales: [6%, 9%, ...], events: {dm: [3, 9]}}；不填則各月相同。"
    ),
    "Volume of each month: amounts or shares.": "各月銷量：數量或百分比。",
    "What is so in which months; of the year it is so if it is in all.": (
        "哪些月份成立；每個月都成立，全年才算成立。"
    ),
    "yes: each settlement is what is due on the year to date, less what was settled before.": (
        "yes：每次結算為本年累計應付金額，減去先前已結金額。"
    ),
    "How often this event takes place in each quarter.": "這項活動每季舉辦幾次。",
    "The months of this event, such as [3, 9], or how often in each.": (
        "此檔期的月份，如 [3, 9]；或各月次數。"
    ),
    "This figure in each month.": "此數字的各月數字。",
    "Yes or no for each month.": "各月是或否。",
    "The sales and the volume of this category by month.": "此品類的各月銷售額與數量。",
    "Cost of delivery: an amount a year, or a share of sales.": (
        "配送成本：每年的金額，或占銷售額的百分比。"
    ),
    "Cost of the people who serve the account: an amount a year, or a share of sales.": (
        "服務此客戶的人員成本：每年的金額，或占銷售額的百分比。"
    ),
    "The outcome we want to reach.": ("我方要達到的結果。"),
    "The best outcome we can hope for.": ("我方所能期望的最好結果。"),
    "What is known of a break with the account.": ("與客戶中斷合作時已知的情況。"),
    "Months in which orders go on after notice is given.": ("通知後仍照常訂貨的月數。"),
    "Months until orders are back to the plan, rising evenly from none.": (
        "訂單恢復到計畫水準所需的月數（從零起平均回升）。"
    ),
    "Expected an amount a year, or a percentage of sales such as 3%.": (
        "應為每年的金額，或占銷售額的百分比，如 3%。"
    ),
    "What agreed points without a fee are worth to us a year, by their keys.": (
        "沒有費用的約定事項每年對我方值多少，以鍵列出。"
    ),
    "What the point is worth to us a year.": "此事項每年對我方值多少。",
}
