"""Simplified Chinese: the help of the commands, by its English text; see `ka_terms.cli.help.page`."""

from __future__ import annotations

from ka_terms.analysis.defaults import DISTRIBUTIONS, FEWEST_DRAWS, MOST_DRAWS
from ka_terms.cli.options import MOST_SHOWN, USUAL_METRICS, either
from ka_terms.model.numbers.units import SHOWN
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import template_names

TEXTS = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND": "命令",
    "[ARGS]": "[参数]",
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "Example: ": "示例：",
    "Examples: ": "示例：",
    "required": "必填",
    "default": "默认",
    "env var": "环境变量",
    "language of your system": "系统语言",
    "Show this message and exit.": "显示此说明后退出。",
    "Print the version and exit.": "显示版本后退出。",
    "Install completion for the current shell.": "为当前的 shell 安装自动补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的补全脚本，可复制或自行安装。"
    ),
    "Calculate the fees of a retail contract and compare contracts.": (
        "计算零售商合同的费用，并比较各份合同。"
    ),
    "Show all fees of one contract.": "列出一份合同的全部费用。",
    "Compare contracts: terms, fees and reasons for the difference.": "比较合同：条款、费用与差异原因。",
    "Calculate fees for many combinations of input values.": "按多组数值逐一试算费用。",
    "Find the input value that meets a rule or gives a break-even.": (
        "求符合条件的数值，或两份合同打平的数值。"
    ),
    "Show each tier: its threshold, the jump in fee and the dead zone.": (
        "列出各档位的门槛、费用跳升与不划算的范围。"
    ),
    "Rank the inputs by their effect on a result (sensitivity).": "按影响大小排列各项数字（敏感度）。",
    "Calculate expected fees when sales or openings are estimates.": (
        "销售额或新开店数为估计值时，计算预期费用。"
    ),
    "Check files for errors and against house rules.": "检查文件有无错误，是否符合公司规定。",
    "Write a scenario template with comments.": "写出附说明的方案模板。",
    "Print the JSON Schema of the file format, for editors.": "输出文件格式的 JSON Schema，供编辑器使用。",
    "List the known fee types with all their names.": "列出已知的费用类型及其名称与别名。",
    "Print a page of the manual.": "显示手册的一页。",
    "Scenario (YAML) or saved statement (JSON); - is standard input.": (
        "方案（YAML）或保存的费用表（JSON）；- 为标准输入。"
    ),
    "Scenarios (YAML) or saved statements (JSON); - is standard input.": (
        "一个或多个方案（YAML）或保存的费用表（JSON）；- 为标准输入。"
    ),
    "Show the calculation of one term step by step.": "逐步列出一项条款的计算。",
    (
        "Warn if the distance from plan to a tier threshold is at most this percentage. 0%: warn only "
        "inside a dead zone."
    ): ("计划与档位门槛的距离不超过此百分比时提醒；0% 表示只在不划算时提醒。"),
    "Exit with code 3 if this is true: 'fee_ratio > 25%', 'listing_fee > 400k'.": (
        "此条件成立时，退出码为 3：'fee_ratio > 25%'、'listing_fee > 400k'。"
    ),
    "Include private data (margin, walk-away limit) in the output.": "输出包含内部资料（毛利、底线）。",
    "Write to FILE. The file extension sets the format; - is standard output.": (
        "写入 FILE，由扩展名决定格式；- 为标准输出。"
    ),
    "Overwrite an existing file.": "覆盖已有的文件。",
    f"{either(LANGUAGES)}.": f"{'、'.join(LANGUAGES)}。",
    f"{either(LANGUAGES)}; two languages with a comma: bilingual labels.": (
        f"{'、'.join(LANGUAGES)}；以逗号分隔两种语言则为双语标签。"
    ),
    f"Unit of amounts: {either(SHOWN)}; the headers name it.": (
        f"金额的单位：{'、'.join(SHOWN)}；表头会注明。"
    ),
    f"{', '.join(FORMATS)}.": f"{'、'.join(FORMATS)}。",
    "Use no box characters and no typographic signs.": "不用框线字符与排版符号。",
    "Start csv and tsv with a byte order mark, so that spreadsheets read UTF-8.": (
        "在 csv 与 tsv 开头加字节顺序标记（BOM），让电子表格按 UTF-8 读取。"
    ),
    "File with your own labels: `listing_fee: ...`.": "自定义标签的文件：`listing_fee: ...`。",
    "File with your own fee types.": "自定义费用类型的文件。",
    "Write a page with sliders that recalculates by itself.": ("输出可用滑块试算的网页。"),
    "Input to move in the page: sales=8M..12M, sales=8M..12M..250k (default: sales, plan ±30%).": (
        "页面上可调整的数字：sales=8M..12M、sales=8M..12M..250k（默认：sales，计划 ±30%）。"
    ),
    "Write to FILE, an html page; - is standard output.": ("写入 FILE，为 html 网页；- 为标准输出。"),
    "Compare with this contract (default: the first).": "与这份合同比较（默认为第一份）。",
    "Calculate every contract on the plan of FILE.": "各份合同一律按 FILE 的计划计算。",
    "wide: one table per compared contract; tidy: one row per term and contract.": (
        "wide：每份相比较的合同一张表；tidy：每份合同的每项条款一行。"
    ),
    "Show the fees by month or by quarter.": ("按月或按季列出费用。"),
    "budget: the fees of the year spread over its months; owed: what is owed if the year ends with each month.": (
        "budget：全年费用分摊到各月；owed：假设合同年度止于该月时的应付金额。"
    ),
    "Show the months from here on, over the files of several contract years: 2003-01.": (
        "列出自此月起的各月，可跨数个合同年度的文件：2003-01。"
    ),
    "The last of these months (default: twelve months).": ("最后一个月（默认为十二个月）。"),
    "Show unchanged terms too.": "也列出无变动的条款。",
    "Calculate with this number or fact instead: sales=9M, hardware=no.": (
        "改用这个数字或事实计算：sales=9M、hardware=no。"
    ),
    "Input and its values: sales=3M..12M..250k, sales=3M..12M/37, monthly_rebate=1%,2%.": (
        "变动的数字及其各个值：sales=3M..12M..250k、sales=3M..12M/37、monthly_rebate=1%,2%。"
    ),
    "Combine the first values, the second values, ... instead of all combinations.": (
        "第一个值配第一个值，第二个值配第二个值……，不试算所有组合。"
    ),
    f"Totals, terms or figures, separated by commas: {USUAL_METRICS},vpo,annual_rebate.": (
        f"合计、条款或计划数字，以逗号分隔：{USUAL_METRICS},vpo,annual_rebate。"
    ),
    "Show only combinations that meet this rule: 'fee_ratio <= 20%'.": (
        "只列出符合此条件的组合：'fee_ratio <= 20%'。"
    ),
    f"Show only the N best combinations by the first metric, up to {MOST_SHOWN:,}.": (
        f"只列出第一项指标最佳的 N 个组合，最多 {MOST_SHOWN:,} 个。"
    ),
    "Show only the distribution of the first metric: lowest, percentiles, highest.": (
        "只列出第一项指标的分布：最低、百分位、最高。"
    ),
    "Allow more than ten million combinations.": "允许试算一千万个以上的组合。",
    "Input to solve for: sales, stores.new, monthly_rebate, annual_rebate.tiers.2.from...": (
        "要求解的数字：sales、stores.new、monthly_rebate、annual_rebate.tiers.2.from……"
    ),
    "Required with one file: 'fee_ratio <= 18%', 'vpo = 611,000'. With two files: the metric that must be equal.": (
        "只有一个文件时必填：'fee_ratio <= 18%'、'vpo = 611,000'；有两个文件时，为两者须相等的指标。"
    ),
    "Round the solution to a multiple of this (0.1% or 500), so that the rule is still met.": (
        "把解取为此值（如 0.1% 或 500）的倍数，并仍符合条件。"
    ),
    "Exit code 3: no value meets the rule.": "退出码 3：没有任何值符合条件。",
    "In a dead zone, sales minus the fee are lower than just below the threshold.": (
        "不划算的范围：跨过门槛后，销售额扣除该费用反而比不跨过时少。"
    ),
    "Change each input by this percentage.": "各项数字增减的百分比。",
    "A total, a term or a figure.": "合计、条款或计划数字之一。",
    "Show only the N inputs with the largest effect.": "只列出影响最大的 N 项。",
    "Show also the inputs without effect.": "也列出没有影响的各项。",
    f"Number of simulation draws, from {FEWEST_DRAWS:,} to {MOST_DRAWS:,}.": (
        f"模拟次数，{FEWEST_DRAWS:,} 到 {MOST_DRAWS:,}。"
    ),
    "Start value of the simulation. The same seed gives the same result.": "随机种子；种子相同，结果相同。",
    f"Distribution between low and high: {either(DISTRIBUTIONS)}.": (
        f"low 与 high 之间的分布：{'、'.join(DISTRIBUTIONS)}。"
    ),
    "File with house rules, or the name of a shipped policy.": "公司规定的文件，或程序内置规定的名称。",
    "Exit with code 1 if there are entries to check, too.": "有待确认之处时，退出码也为 1。",
    (
        "Exit code 1: a file has an error. 3: a house rule is broken. Terms and conditions to review do not "
        "change the exit code. An entry to check is valid, but perhaps not what you mean. "
        "Known names of fees are only listed."
    ): (
        "退出码 1：文件有错误；3：违反公司规定。待复核的项目不影响退出码。待确认之处符合格式，但可能不是本意。"
        "已知的费用名称只列出对照。"
    ),
    f"{either(template_names())}.": f"{'、'.join(template_names())}。",
    "Create next year's draft from this contract.": "由这份合同生成明年的草案。",
    "Write to FILE. References to other files are relative to it.": (
        "写入 FILE；对其他文件的引用以其位置为准。"
    ),
    "Write to FILE.": "写入 FILE。",
    (
        "Editors with yaml-language-server use the schema if it is in the same folder under this name "
        "and the first line of the scenario is the line below."
    ): (
        "schema 以此文件名放在同一文件夹，且方案的第一行为下面这一行时，使用 yaml-language-server 的编辑器即会采用。"
    ),
    "Show only fee types with this text in the key or any name.": (
        "只列出键名、名称或别名含此文字的费用类型。"
    ),
    "Name of a page; without it, the list of pages.": "页名；不写则列出所有页。",
    # Titles of the pages of the manual
    "Definitions": "定义",
    "The file format": "文件格式",
    "Your first contract in ten minutes": "十分钟写好第一份合同",
    "json, csv and saved statements": "json、csv 与保存的费用表",
    "One negotiation from request to agreement": "一次谈判：从对方要求到签约",
    "Outlook: expected fees while sales are uncertain": "销售额不确定时的预期费用：outlook",
    "ka-terms at a glance": "ka-terms 简介",
    "House rules, fee types and labels of your own": "自定义的公司规定、费用类型与标签",
    "Python": "Python",
    "What if: sweep, solve, ladder, tornado": "数字变动时：sweep、solve、ladder、tornado",
    "Read a workbook back: what was edited, and what it costs.": "读回工作簿：修改了什么、影响多少费用。",
    "A form of `ka-terms init --xlsx` becomes a scenario.": "`ka-terms init --xlsx` 的表单会成为方案文件。",
    "A workbook (.xlsx) of ka-terms, or a form filled in.": "ka-terms 的工作簿（.xlsx），或填好的表单。",
    "Write the edited contract to FILE as a scenario (YAML).": "将修改后的合同写入 FILE（YAML 方案文件）。",
    "The contract to read, where the workbook has several.": "工作簿含多份合同时，要读取的合同名称。",
    "Write a form to fill in as a workbook; `ka-terms import` reads it.": (
        "写出可填写的表单工作簿，由 `ka-terms import` 读取。"
    ),
    "Workbooks: sheets that calculate, and come back": "工作簿：会计算、可读回",
    "retailer: the edition for the other side, without our analysis, private data and names of files.": (
        "retailer：对外版，不含我方分析、内部数据与文件名。"
    ),
    "Report: one page with sliders": "报告：一页可拖动试算的网页",
    "Approval: the page that is signed": "审批：待签核的页面",
    "Pictures and slides: what leaves the terminal": "图表与演示文稿：终端之外的结果",
    "For the retailer: the edition that goes across the table": "给零售商：对外版",
    "png and svg: draw this chart (default: the printed page, else the first chart).": (
        "png 和 svg：画这张图表（默认：打印页；没有则为第一张图表）。"
    ),
    "Show these tables only, by their titles, separated by commas.": (
        "只显示这些表格（以标题指定，逗号分隔）。"
    ),
    "Show these columns only, by their headers, separated by commas; the first one always.": (
        "只显示这些列（以列名指定，逗号分隔）；首列一律显示。"
    ),
    "Leave out what is below the tables.": "不显示表格下方的说明。",
    "docx: put the report into this document, in place of the paragraph [ka-terms]. "
    "pptx: add the slides to this presentation, on its own master.": (
        "docx：将报告放入此文档，取代段落 [ka-terms]。pptx：将幻灯片加到此演示文稿之后，套用其母版。"
    ),
    "Write the page on which a contract is approved: one A4, internal.": (
        "生成合同审批表：A4 一页，内部使用。"
    ),
    (
        "docx and html are a form to print, as each language has it. --internal adds contribution and walk-away "
        "limit. Status and year tell which contract is which; options name it where they do not."
    ): (
        "docx 与 html 为可打印的表单，按各语言的格式。--internal 加上费后贡献与底线。"
        "各份合同的角色由状态与年度判断；无法判断时以选项指明。"
    ),
    "The contract to approve (default: the agreed one, or the draft, of the latest year).": (
        "待审批的合同（默认：最近年度的签订合同或草案）。"
    ),
    "The last contract (default: the agreed one of an earlier year, else the file of last_year).": (
        "前期合同（默认：较早年度的签订合同，否则为 last_year 的文件）。"
    ),
    "Their request (default: the one with status: ask).": ("对方要求（默认：status 为 ask 的一份）。"),
    "Our first offer (default: the one with status: proposal).": (
        "我方首次报价（默认：status 为 proposal 的一份）。"
    ),
    "Low sales to show beside last year's: 8M, +80% (default: the low estimate of the plan).": (
        "除去年之外要列出的低估销售额：8M、+80%（默认：计划的低估值）。"
    ),
    "The date on the page (default: the current date).": ("页面上的日期（默认：今天）。"),
    "Price the steps that people say aloud at the table, and no deal.": (
        "谈判桌上每一步让步的价目，以及谈崩的代价。"
    ),
    "A step of your own: listing_fee=+100, monthly_rebate=+0.3%, or the new value.": (
        "自定的让步：listing_fee=+100、monthly_rebate=+0.3%，或写新值。"
    ),
    "Exchange one step of this term, or one event of it, for everything else.": (
        "把此条款的一步（或一档活动）换算成其他各项。"
    ),
    "Low sales: 8M, +80% (default: the estimate, or 80% of the plan).": (
        "低估销售额：8M、+80%（默认：估计值，或计划的 80%）。"
    ),
    "High sales (default: the estimate, or 110% of the plan).": (
        "高估销售额（默认：估计值，或计划的 110%）。"
    ),
    "Their request, on the plan of FILE.": ("对方要求，按 FILE 的计划计算。"),
    (
        "Internal: needs --internal. Costs are in money at low, planned and high sales; with a margin also "
        "the extra sales that earn a step back, and what a month without orders costs."
    ): (
        "内部资料，须加 --internal。列出低、计划、高三种销售额下的金"
        "额；有毛利率时，另列回本所需销售额与断供一个月的损失。"
    ),
    "At the table: what a step costs, and no deal": "谈判桌上：让一步要多少，谈崩要多少",
    "Exit with code 3 if a contract is past its own walk-away limit; needs --internal.": (
        "合同突破自身底线时以退出码 3 结束；须加 --internal。"
    ),
    "Find offers that cost us the same and differ most.": ("找出成本相同而差异最大的方案。"),
    "A number that an offer may change: monthly_rebate=2%..4%..0.1%. Repeat it.": (
        "方案可以变动的数字：monthly_rebate=2%..4%..0.1%。可重复。"
    ),
    "What they cost as planned: now, an amount, or 'fee_ratio <= 15%'.": (
        "按计划的费用：now（现在的）、金额，或 'fee_ratio <= 15%'。"
    ),
    "How far off still costs the same (default: 0.05% of sales).": (
        "相差多少仍算相同（默认：销售额的 0.05%）。"
    ),
    "Numbers that an offer changes at most.": ("每个方案最多变动的数字。"),
    "Offers to show, 8 at most.": ("列出的方案数，最多 8 个。"),
    (
        "Internal: needs --internal. All packages of a few changes are counted; those that differ most "
        "are shown, each as a whole, with what they cost at low, planned and high sales."
    ): (
        "内部资料，须加 --internal。所有变动不多的组合都计入，列出"
        "差异最大的几个（整包，不拆选），以及低、计划、高三种销售额下的费用。"
    ),
    "Offers of equal cost, and really different": ("成本相同而确有差异的方案"),
    "Show the customer P&L: from gross sales to account contribution.": (
        "列出客户损益表：从目录价销售额到客户贡献。"
    ),
    "It is internal throughout, and needs --internal. Costs that a file does not give are not in the contribution, "
    "which says so.": ("全属内部资料，必须加 --internal。文件未提供的成本不计入客户贡献，并予注明。"),
    "Low sales to show too: 8M, +80% (default: the low estimate of the plan).": (
        "另列的低销售额：8M、+80%（默认：计划的低估值）。"
    ),
    "High sales to show too: 12M, +200% (default: the high estimate of the plan).": (
        "另列的高销售额：12M、+200%（默认：计划的高估值）。"
    ),
    "Figure of your own in the plan with the retailer's sales without VAT; adds the front margin.": (
        "计划中自定的数字，为零售商的不含税销售额；加上前台毛利。"
    ),
    "Customer P&L: what an account leaves": "客户损益表：一个客户留下多少",
    "Show what moved in each round of a negotiation, and by whom.": ("列出谈判进度：各轮由谁作了什么变动。"),
    "Split growth into stores and VPO, and say what a target needs.": (
        "把增长拆成门店与单点销量，并说明目标需要什么。"
    ),
    "The years are those of the file and of its last years, or one file a year from the first to the last.": (
        "年度取自文件及其去年；也可每年列一个文件，由先到后。"
    ),
    "Sales to reach: 12M, 130%, +150% (default: the target of the plan, else its sales).": (
        "要达到的销售额：12M、130%、+150%（默认：计划的目标，没有则为计划销售额）。"
    ),
    "Check whether a promotion pays: fee share and uplift needed.": (
        "评估促销是否合算：档期费用率与所需增幅。"
    ),
    "With --internal and a margin also what it leaves, and the uplift from which it pays.": (
        "有毛利率并加 --internal 时，另列出贡献与保本增幅。"
    ),
    "Promotions of the file, or terms charged for events (default: all promotions).": (
        "文件中的促销，或按次收取的条款（默认：全部促销）。"
    ),
    "Days of one event of a term.": ("条款一次档期的天数。"),
    "Promotions: does this one pay?": ("促销：这一档合算吗？"),
    "Sum up all accounts: what they cost, what moved, what is due.": ("汇总全部客户：费用、增减、即将应付。"),
    "A file that cannot be read is reported and stops nothing; the exit code is then 1.": (
        "读不了的文件会列出，不影响其他文件；退出码则为 1。"
    ),
    "Scenario files, folders with them, and tables of accounts.": ("方案文件、其文件夹，以及客户表。"),
    "Groups to show: channel, nature, category, status, year, separated by commas.": (
        "要列的分组：channel、nature、category、status、year，以逗号分隔。"
    ),
    "Show the N largest only (default: all).": ("只列最大的 N 个（默认：全部）。"),
    "Days in which settlements are due.": ("多少天内应付。"),
    "The day from which they count (default: the current date).": ("自哪一天起算（默认：今天）。"),
    "Move all contracts at once: sales=+0%,+5%,+10%. Repeat it.": (
        "一并变动全部合同：sales=+0%,+5%,+10%。可重复。"
    ),
    "Processes that read; 0 is one a processor.": ("读文件的进程数；0 为每个处理器一个。"),
    "All accounts: what they cost together": ("全部客户：合计费用"),
    "A walk-away limit applies to the last round.": "底线适用于最后一轮。",
    "A folder with one scenario a round, or the scenarios; - is standard input.": (
        "一轮一个方案的文件夹，或各方案；- 为标准输入。"
    ),
    "Order, dates, notes and non-price gives of the rounds (default: rounds.yaml in the folder).": (
        "各轮的顺序、日期、备注与非价格让步（默认：文件夹中的 rounds.yaml）。"
    ),
    "Calculate every round on the plan of FILE (default: that of the last round).": (
        "各轮均按此文件的计划计算（默认：最后一轮的计划）。"
    ),
    "The contract of last year (default: the file that last_year refers to).": (
        "去年的合同（默认：last_year 所指的文件）。"
    ),
    "Compare the VPO of accounts; find VPOs that contradict their row.": (
        "比较各客户的单点销量，并找出与本行不符的数字。"
    ),
    "A table of accounts or stores (csv, tsv, xlsx, a list in YAML), or scenarios.": (
        "客户或门店的表格（csv、tsv、xlsx、YAML 列表），或合同文件。"
    ),
    "Rank by sales or volume per store (default: volume, unless fewer rows have it).": (
        "按单店销售额（sales）或销量（volume）排名（默认：销量；有销量的行较少时为销售额）。"
    ),
    "Encoding of a csv file that is not UTF-8: gb18030, big5, cp1252.": (
        "csv 文件不是 UTF-8 时的编码：gb18030、big5、cp1252。"
    ),
    "Sheet of a workbook that has several tables.": ("工作簿有多个表格时所读的工作表。"),
    "VPO: accounts side by side, and figures that contradict their row": (
        "单点销量：各客户并列，以及与本行不符的数字"
    ),
    "Growth: stores, sales per store, and what a target needs": "增长：门店、单点销量，以及目标需要什么",
    "Rounds: how a negotiation went": "谈判进度：各轮经过",
    "Write the page for a meeting: positions, steps, no deal.": (
        "会谈前的一页：各方位置、每一步的价目、谈崩的代价、让出什么换回什么。"
    ),
    (
        "Internal: needs --internal. docx and html are one A4 to print; png and svg draw the positions. "
        "Status and year tell which contract is which; options name it where they do not."
    ): (
        "内部资料，须加 --internal。docx 与 html 为可打印的一页 A4；p"
        "ng 与 svg 画出各方位置。各份合同的角色由状态与年度判断；无法判断时以选项指明。"
    ),
    "What we want to reach; its plan is used for all (default: the agreed one, or the draft).": (
        "我方目标；各份合同都按其计划（默认：签订合同或草案）。"
    ),
    "Our last offer (default: the one with status: proposal).": (
        "我方最近报价（默认：status 为 proposal 的一份）。"
    ),
    "A number that an offer may change, for offers as dear as the target. Repeat it.": (
        "方案可以变动的数字，用于与目标成本相同的方案。可重复。"
    ),
    "A question to ask them. Repeat it.": ("要问对方的问题。可重复。"),
    "Whom we meet.": ("与谁会谈。"),
    "The day of the meeting.": ("会谈日期。"),
}
