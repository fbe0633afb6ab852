"""Traditional Chinese: the help of the commands, by its English text; see `ka_terms.cli.help.page`."""

from __future__ import annotations

from ka_terms.analysis.defaults import DISTRIBUTIONS, FEWEST_DRAWS, MOST_DRAWS
from ka_terms.cli.options import MOST_SHOWN, USUAL_METRICS, either
from ka_terms.model.numbers.units import SHOWN
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import template_names

TEXTS = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[選項]",
    "COMMAND": "指令",
    "[ARGS]": "[引數]",
    "Arguments": "引數",
    "Options": "選項",
    "Commands": "指令",
    "Example: ": "範例：",
    "Examples: ": "範例：",
    "required": "必填",
    "default": "預設",
    "env var": "環境變數",
    "language of your system": "系統語言",
    "Show this message and exit.": "顯示此說明後結束。",
    "Print the version and exit.": "顯示版本後結束。",
    "Install completion for the current shell.": "為目前的 shell 安裝自動補全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "顯示目前 shell 的補全指令碼，可複製或自行安裝。"
    ),
    "Calculate the fees of a retail contract and compare contracts.": (
        "計算零售商合約的費用，並比較各份合約。"
    ),
    "Show all fees of one contract.": "列出一份合約的全部費用。",
    "Compare contracts: terms, fees and reasons for the difference.": "比較合約：條款、費用與差異原因。",
    "Calculate fees for many combinations of input values.": "按多組數值逐一試算費用。",
    "Find the input value that meets a rule or gives a break-even.": (
        "求符合條件的數值，或兩份合約打平的數值。"
    ),
    "Show each tier: its threshold, the jump in fee and the dead zone.": (
        "列出各級距的門檻、費用跳升與不划算的範圍。"
    ),
    "Rank the inputs by their effect on a result (sensitivity).": "按影響大小排列各項數字（敏感度）。",
    "Calculate expected fees when sales or openings are estimates.": (
        "銷售額或新開店數為估計值時，計算預期費用。"
    ),
    "Check files for errors and against house rules.": "檢查檔案有無錯誤，是否符合公司規定。",
    "Write a scenario template with comments.": "寫出附說明的方案範本。",
    "Print the JSON Schema of the file format, for editors.": "輸出檔案格式的 JSON Schema，供編輯器使用。",
    "List the known fee types with all their names.": "列出已知的費用類型及其名稱與別名。",
    "Print a page of the manual.": "顯示手冊的一頁。",
    "Scenario (YAML) or saved statement (JSON); - is standard input.": (
        "方案（YAML）或存檔的費用表（JSON）；- 為標準輸入。"
    ),
    "Scenarios (YAML) or saved statements (JSON); - is standard input.": (
        "一個或多個方案（YAML）或存檔的費用表（JSON）；- 為標準輸入。"
    ),
    "Show the calculation of one term step by step.": "逐步列出一項條款的計算。",
    (
        "Warn if the distance from plan to a tier threshold is at most this percentage. 0%: warn only "
        "inside a dead zone."
    ): ("計畫與級距門檻的距離不超過此百分比時提醒；0% 表示只在不划算時提醒。"),
    "Exit with code 3 if this is true: 'fee_ratio > 25%', 'listing_fee > 400k'.": (
        "此條件成立時，結束代碼為 3：'fee_ratio > 25%'、'listing_fee > 400k'。"
    ),
    "Include private data (margin, walk-away limit) in the output.": "輸出包含內部資料（毛利、底線）。",
    "Write to FILE. The file extension sets the format; - is standard output.": (
        "寫入 FILE，由副檔名決定格式；- 為標準輸出。"
    ),
    "Overwrite an existing file.": "覆寫已有的檔案。",
    f"{either(LANGUAGES)}.": f"{'、'.join(LANGUAGES)}。",
    f"{either(LANGUAGES)}; two languages with a comma: bilingual labels.": (
        f"{'、'.join(LANGUAGES)}；以逗號分隔兩種語言則為雙語標籤。"
    ),
    f"Unit of amounts: {either(SHOWN)}; the headers name it.": (
        f"金額的單位：{'、'.join(SHOWN)}；表頭會註明。"
    ),
    f"{', '.join(FORMATS)}.": f"{'、'.join(FORMATS)}。",
    "Use no box characters and no typographic signs.": "不用框線字元與排版符號。",
    "Start csv and tsv with a byte order mark, so that spreadsheets read UTF-8.": (
        "在 csv 與 tsv 開頭加位元組順序標記（BOM），讓試算表按 UTF-8 讀取。"
    ),
    "File with your own labels: `listing_fee: ...`.": "自訂標籤的檔案：`listing_fee: ...`。",
    "File with your own fee types.": "自訂費用類型的檔案。",
    "Write a page with sliders that recalculates by itself.": ("輸出可用滑桿試算的網頁。"),
    "Input to move in the page: sales=8M..12M, sales=8M..12M..250k (default: sales, plan ±30%).": (
        "頁面上可調整的數字：sales=8M..12M、sales=8M..12M..250k（預設：sales，計畫 ±30%）。"
    ),
    "Write to FILE, an html page; - is standard output.": ("寫入 FILE，為 html 網頁；- 為標準輸出。"),
    "Compare with this contract (default: the first).": "與這份合約比較（預設為第一份）。",
    "Calculate every contract on the plan of FILE.": "各份合約一律按 FILE 的計畫計算。",
    "wide: one table per compared contract; tidy: one row per term and contract.": (
        "wide：每份相比較的合約一張表；tidy：每份合約的每項條款一列。"
    ),
    "Show the fees by month or by quarter.": ("按月或按季列出費用。"),
    "budget: the fees of the year spread over its months; owed: what is owed if the year ends with each month.": (
        "budget：全年費用分攤到各月；owed：假設合約年度止於該月時的應付金額。"
    ),
    "Show the months from here on, over the files of several contract years: 2003-01.": (
        "列出自此月起的各月，可跨數個合約年度的檔案：2003-01。"
    ),
    "The last of these months (default: twelve months).": ("最後一個月（預設為十二個月）。"),
    "Show unchanged terms too.": "也列出無變動的條款。",
    "Calculate with this number or fact instead: sales=9M, hardware=no.": (
        "改用這個數字或事實計算：sales=9M、hardware=no。"
    ),
    "Input and its values: sales=3M..12M..250k, sales=3M..12M/37, monthly_rebate=1%,2%.": (
        "變動的數字及其各個值：sales=3M..12M..250k、sales=3M..12M/37、monthly_rebate=1%,2%。"
    ),
    "Combine the first values, the second values, ... instead of all combinations.": (
        "第一個值配第一個值，第二個值配第二個值……，不試算所有組合。"
    ),
    f"Totals, terms or figures, separated by commas: {USUAL_METRICS},vpo,annual_rebate.": (
        f"合計、條款或計畫數字，以逗號分隔：{USUAL_METRICS},vpo,annual_rebate。"
    ),
    "Show only combinations that meet this rule: 'fee_ratio <= 20%'.": (
        "只列出符合此條件的組合：'fee_ratio <= 20%'。"
    ),
    f"Show only the N best combinations by the first metric, up to {MOST_SHOWN:,}.": (
        f"只列出第一項指標最佳的 N 個組合，最多 {MOST_SHOWN:,} 個。"
    ),
    "Show only the distribution of the first metric: lowest, percentiles, highest.": (
        "只列出第一項指標的分布：最低、百分位、最高。"
    ),
    "Allow more than ten million combinations.": "允許試算一千萬個以上的組合。",
    "Input to solve for: sales, stores.new, monthly_rebate, annual_rebate.tiers.2.from...": (
        "要求解的數字：sales、stores.new、monthly_rebate、annual_rebate.tiers.2.from……"
    ),
    "Required with one file: 'fee_ratio <= 18%', 'vpo = 611,000'. With two files: the metric that must be equal.": (
        "只有一個檔案時必填：'fee_ratio <= 18%'、'vpo = 611,000'；有兩個檔案時，為兩者須相等的指標。"
    ),
    "Round the solution to a multiple of this (0.1% or 500), so that the rule is still met.": (
        "把解取為此值（如 0.1% 或 500）的倍數，並仍符合條件。"
    ),
    "Exit code 3: no value meets the rule.": "結束代碼 3：沒有任何值符合條件。",
    "In a dead zone, sales minus the fee are lower than just below the threshold.": (
        "不划算的範圍：跨過門檻後，銷售額扣除該費用反而比不跨過時少。"
    ),
    "Change each input by this percentage.": "各項數字增減的百分比。",
    "A total, a term or a figure.": "合計、條款或計畫數字之一。",
    "Show only the N inputs with the largest effect.": "只列出影響最大的 N 項。",
    "Show also the inputs without effect.": "也列出沒有影響的各項。",
    f"Number of simulation draws, from {FEWEST_DRAWS:,} to {MOST_DRAWS:,}.": (
        f"模擬次數，{FEWEST_DRAWS:,} 到 {MOST_DRAWS:,}。"
    ),
    "Start value of the simulation. The same seed gives the same result.": "亂數種子；種子相同，結果相同。",
    f"Distribution between low and high: {either(DISTRIBUTIONS)}.": (
        f"low 與 high 之間的分布：{'、'.join(DISTRIBUTIONS)}。"
    ),
    "File with house rules, or the name of a shipped policy.": "公司規定的檔案，或程式內建規定的名稱。",
    "Exit with code 1 if there are entries to check, too.": "有待確認之處時，結束代碼也為 1。",
    (
        "Exit code 1: a file has an error. 3: a house rule is broken. Terms and conditions to review do not "
        "change the exit code. An entry to check is valid, but perhaps not what you mean. "
        "Known names of fees are only listed."
    ): (
        "結束代碼 1：檔案有錯誤；3：違反公司規定。待複核的項目不影響結束代碼。待確認之處符合格式，但可能不是本意。"
        "已知的費用名稱只列出對照。"
    ),
    f"{either(template_names())}.": f"{'、'.join(template_names())}。",
    "Create next year's draft from this contract.": "由這份合約產生明年的草案。",
    "Write to FILE. References to other files are relative to it.": (
        "寫入 FILE；對其他檔案的引用以其位置為準。"
    ),
    "Write to FILE.": "寫入 FILE。",
    (
        "Editors with yaml-language-server use the schema if it is in the same folder under this name "
        "and the first line of the scenario is the line below."
    ): (
        "schema 以此檔名放在同一資料夾，且方案的第一行為下面這一行時，使用 yaml-language-server 的編輯器即會採用。"
    ),
    "Show only fee types with this text in the key or any name.": (
        "只列出鍵名、名稱或別名含此文字的費用類型。"
    ),
    "Name of a page; without it, the list of pages.": "頁名；不寫則列出所有頁。",
    # Titles of the pages of the manual
    "Definitions": "定義",
    "The file format": "檔案格式",
    "Your first contract in ten minutes": "十分鐘寫好第一份合約",
    "json, csv and saved statements": "json、csv 與存檔的費用表",
    "One negotiation from request to agreement": "一次談判：從對方要求到簽約",
    "Outlook: expected fees while sales are uncertain": "銷售額不確定時的預期費用：outlook",
    "ka-terms at a glance": "ka-terms 簡介",
    "House rules, fee types and labels of your own": "自訂的公司規定、費用類型與標籤",
    "Python": "Python",
    "What if: sweep, solve, ladder, tornado": "數字變動時：sweep、solve、ladder、tornado",
    "Read a workbook back: what was edited, and what it costs.": "讀回活頁簿：修改了什麼、影響多少費用。",
    "A form of `ka-terms init --xlsx` becomes a scenario.": "`ka-terms init --xlsx` 的表單會成為方案檔。",
    "A workbook (.xlsx) of ka-terms, or a form filled in.": "ka-terms 的活頁簿（.xlsx），或填好的表單。",
    "Write the edited contract to FILE as a scenario (YAML).": "將修改後的合約寫入 FILE（YAML 方案檔）。",
    "The contract to read, where the workbook has several.": "活頁簿含多份合約時，要讀取的合約名稱。",
    "Write a form to fill in as a workbook; `ka-terms import` reads it.": (
        "寫出可填寫的表單活頁簿，由 `ka-terms import` 讀取。"
    ),
    "Workbooks: sheets that calculate, and come back": "活頁簿：會計算、可讀回",
    "retailer: the edition for the other side, without our analysis, private data and names of files.": (
        "retailer：對外版，不含我方分析、內部資料與檔名。"
    ),
    "Report: one page with sliders": "報告：一頁可拉動試算的網頁",
    "Approval: the page that is signed": "核准：待簽核的頁面",
    "Pictures and slides: what leaves the terminal": "圖表與簡報：離開終端機的結果",
    "For the retailer: the edition that goes across the table": "給零售商：對外版",
    "png and svg: draw this chart (default: the printed page, else the first chart).": (
        "png 與 svg：畫這張圖表（預設：列印頁；沒有則為第一張圖表）。"
    ),
    "Show these tables only, by their titles, separated by commas.": (
        "只顯示這些表格（以標題指定，逗號分隔）。"
    ),
    "Show these columns only, by their headers, separated by commas; the first one always.": (
        "只顯示這些欄（以欄名指定，逗號分隔）；首欄一律顯示。"
    ),
    "Leave out what is below the tables.": "不顯示表格下方的說明。",
    "docx: put the report into this document, in place of the paragraph [ka-terms]. "
    "pptx: add the slides to this presentation, on its own master.": (
        "docx：將報告放入此文件，取代段落 [ka-terms]。pptx：將投影片加到此簡報之後，套用其母片。"
    ),
    "Write the page on which a contract is approved: one A4, internal.": (
        "產生合約簽呈：A4 一頁，內部使用。"
    ),
    (
        "docx and html are a form to print, as each language has it. --internal adds contribution and walk-away "
        "limit. Status and year tell which contract is which; options name it where they do not."
    ): (
        "docx 與 html 為可列印的表單，按各語言的格式。--internal 加上費後貢獻與底線。"
        "各份合約的角色由狀態與年度判斷；無法判斷時以選項指明。"
    ),
    "The contract to approve (default: the agreed one, or the draft, of the latest year).": (
        "待核准的合約（預設：最近年度的簽訂合約或草案）。"
    ),
    "The last contract (default: the agreed one of an earlier year, else the file of last_year).": (
        "前期合約（預設：較早年度的簽訂合約，否則為 last_year 的檔案）。"
    ),
    "Their request (default: the one with status: ask).": ("對方要求（預設：status 為 ask 者）。"),
    "Our first offer (default: the one with status: proposal).": (
        "我方首次提案（預設：status 為 proposal 者）。"
    ),
    "Low sales to show beside last year's: 8M, +80% (default: the low estimate of the plan).": (
        "除去年之外要列出的低估銷售額：8M、+80%（預設：計畫的低估值）。"
    ),
    "The date on the page (default: the current date).": ("頁面上的日期（預設：今天）。"),
    "Price the steps that people say aloud at the table, and no deal.": (
        "談判桌上每一步讓步的價目，以及談崩的代價。"
    ),
    "A step of your own: listing_fee=+100, monthly_rebate=+0.3%, or the new value.": (
        "自訂的讓步：listing_fee=+100、monthly_rebate=+0.3%，或寫新值。"
    ),
    "Exchange one step of this term, or one event of it, for everything else.": (
        "把此條款的一步（或一檔活動）換算成其他各項。"
    ),
    "Low sales: 8M, +80% (default: the estimate, or 80% of the plan).": (
        "低估銷售額：8M、+80%（預設：估計值，或計畫的 80%）。"
    ),
    "High sales (default: the estimate, or 110% of the plan).": (
        "高估銷售額（預設：估計值，或計畫的 110%）。"
    ),
    "Their request, on the plan of FILE.": ("對方要求，按 FILE 的計畫計算。"),
    (
        "Internal: needs --internal. Costs are in money at low, planned and high sales; with a margin also "
        "the extra sales that earn a step back, and what a month without orders costs."
    ): (
        "內部資料，須加 --internal。列出低、計畫、高三種銷售額下的金"
        "額；有毛利率時，另列回本所需銷售額與停供一個月的損失。"
    ),
    "At the table: what a step costs, and no deal": "談判桌上：讓一步要多少，談崩要多少",
    "Exit with code 3 if a contract is past its own walk-away limit; needs --internal.": (
        "合約突破自身底線時以結束代碼 3 結束；須加 --internal。"
    ),
    "Find offers that cost us the same and differ most.": ("找出成本相同而差異最大的方案。"),
    "A number that an offer may change: monthly_rebate=2%..4%..0.1%. Repeat it.": (
        "方案可以變動的數字：monthly_rebate=2%..4%..0.1%。可重複。"
    ),
    "What they cost as planned: now, an amount, or 'fee_ratio <= 15%'.": (
        "按計畫的費用：now（現在的）、金額，或 'fee_ratio <= 15%'。"
    ),
    "How far off still costs the same (default: 0.05% of sales).": (
        "相差多少仍算相同（預設：銷售額的 0.05%）。"
    ),
    "Numbers that an offer changes at most.": ("每個方案最多變動的數字。"),
    "Offers to show, 8 at most.": ("列出的方案數，最多 8 個。"),
    (
        "Internal: needs --internal. All packages of a few changes are counted; those that differ most "
        "are shown, each as a whole, with what they cost at low, planned and high sales."
    ): (
        "內部資料，須加 --internal。所有變動不多的組合都計入，列出"
        "差異最大的幾個（整包，不拆選），以及低、計畫、高三種銷售額下的費用。"
    ),
    "Offers of equal cost, and really different": ("成本相同而確有差異的方案"),
    "Show the customer P&L: from gross sales to account contribution.": (
        "列出客戶損益表：從牌價銷售額到客戶貢獻。"
    ),
    "It is internal throughout, and needs --internal. Costs that a file does not give are not in the contribution, "
    "which says so.": ("全屬內部資料，必須加 --internal。檔案未提供的成本不計入客戶貢獻，並予註明。"),
    "Low sales to show too: 8M, +80% (default: the low estimate of the plan).": (
        "另列的低銷售額：8M、+80%（預設：計畫的低估值）。"
    ),
    "High sales to show too: 12M, +200% (default: the high estimate of the plan).": (
        "另列的高銷售額：12M、+200%（預設：計畫的高估值）。"
    ),
    "Figure of your own in the plan with the retailer's sales without VAT; adds the front margin.": (
        "計畫中自訂的數字，為零售商的未稅銷售額；加上前台毛利。"
    ),
    "Customer P&L: what an account leaves": "客戶損益表：一個客戶留下多少",
    "Show what moved in each round of a negotiation, and by whom.": ("列出談判進度：各輪由誰作了什麼變動。"),
    "Split growth into stores and VPO, and say what a target needs.": (
        "把成長拆成門店與單點銷量，並說明目標需要什麼。"
    ),
    "The years are those of the file and of its last years, or one file a year from the first to the last.": (
        "年度取自檔案及其去年；也可每年列一個檔案，由先到後。"
    ),
    "Sales to reach: 12M, 130%, +150% (default: the target of the plan, else its sales).": (
        "要達到的銷售額：12M、130%、+150%（預設：計畫的目標，沒有則為計畫銷售額）。"
    ),
    "Check whether a promotion pays: fee share and uplift needed.": (
        "評估促銷是否合算：檔期費用率與所需增幅。"
    ),
    "With --internal and a margin also what it leaves, and the uplift from which it pays.": (
        "有毛利率並加 --internal 時，另列出貢獻與損平增幅。"
    ),
    "Promotions of the file, or terms charged for events (default: all promotions).": (
        "檔案中的促銷，或按次收取的條款（預設：全部促銷）。"
    ),
    "Days of one event of a term.": ("條款一次檔期的天數。"),
    "Promotions: does this one pay?": ("促銷：這一檔合算嗎？"),
    "Sum up all accounts: what they cost, what moved, what is due.": ("彙總全部客戶：費用、增減、即將應付。"),
    "A file that cannot be read is reported and stops nothing; the exit code is then 1.": (
        "讀不了的檔案會列出，不影響其他檔案；結束碼則為 1。"
    ),
    "Scenario files, folders with them, and tables of accounts.": ("方案檔案、其資料夾，以及客戶表。"),
    "Groups to show: channel, nature, category, status, year, separated by commas.": (
        "要列的分組：channel、nature、category、status、year，以逗號分隔。"
    ),
    "Show the N largest only (default: all).": ("只列最大的 N 個（預設：全部）。"),
    "Days in which settlements are due.": ("多少天內應付。"),
    "The day from which they count (default: the current date).": ("自哪一天起算（預設：今天）。"),
    "Move all contracts at once: sales=+0%,+5%,+10%. Repeat it.": (
        "一併變動全部合約：sales=+0%,+5%,+10%。可重複。"
    ),
    "Processes that read; 0 is one a processor.": ("讀檔的程序數；0 為每個處理器一個。"),
    "All accounts: what they cost together": ("全部客戶：合計費用"),
    "A walk-away limit applies to the last round.": "底線適用於最後一輪。",
    "A folder with one scenario a round, or the scenarios; - is standard input.": (
        "一輪一個方案的資料夾，或各方案；- 為標準輸入。"
    ),
    "Order, dates, notes and non-price gives of the rounds (default: rounds.yaml in the folder).": (
        "各輪的順序、日期、備註與非價格讓步（預設：資料夾中的 rounds.yaml）。"
    ),
    "Calculate every round on the plan of FILE (default: that of the last round).": (
        "各輪均按此檔案的計畫計算（預設：最後一輪的計畫）。"
    ),
    "The contract of last year (default: the file that last_year refers to).": (
        "去年的合約（預設：last_year 所指的檔案）。"
    ),
    "Compare the VPO of accounts; find VPOs that contradict their row.": (
        "比較各客戶的單點銷量，並找出與本列不符的數字。"
    ),
    "A table of accounts or stores (csv, tsv, xlsx, a list in YAML), or scenarios.": (
        "客戶或門店的表格（csv、tsv、xlsx、YAML 清單），或合約檔案。"
    ),
    "Rank by sales or volume per store (default: volume, unless fewer rows have it).": (
        "按單店銷售額（sales）或銷量（volume）排名（預設：銷量；有銷量的列較少時為銷售額）。"
    ),
    "Encoding of a csv file that is not UTF-8: gb18030, big5, cp1252.": (
        "csv 檔案不是 UTF-8 時的編碼：gb18030、big5、cp1252。"
    ),
    "Sheet of a workbook that has several tables.": ("工作簿有多個表格時所讀的工作表。"),
    "VPO: accounts side by side, and figures that contradict their row": (
        "單點銷量：各客戶並列，以及與本列不符的數字"
    ),
    "Growth: stores, sales per store, and what a target needs": "成長：門店、單點銷量，以及目標需要什麼",
    "Rounds: how a negotiation went": "談判進度：各輪經過",
    "Write the page for a meeting: positions, steps, no deal.": (
        "會談前的一頁：各方位置、每一步的價目、談崩的代價、讓出什麼換回什麼。"
    ),
    (
        "Internal: needs --internal. docx and html are one A4 to print; png and svg draw the positions. "
        "Status and year tell which contract is which; options name it where they do not."
    ): (
        "內部資料，須加 --internal。docx 與 html 為可列印的一頁 A4；p"
        "ng 與 svg 畫出各方位置。各份合約的角色由狀態與年度判斷；無法判斷時以選項指明。"
    ),
    "What we want to reach; its plan is used for all (default: the agreed one, or the draft).": (
        "我方目標；各份合約都按其計畫（預設：簽訂合約或草案）。"
    ),
    "Our last offer (default: the one with status: proposal).": (
        "我方最近提案（預設：status 為 proposal 的一份）。"
    ),
    "A number that an offer may change, for offers as dear as the target. Repeat it.": (
        "方案可以變動的數字，用於與目標成本相同的方案。可重複。"
    ),
    "A question to ask them. Repeat it.": ("要問對方的問題。可重複。"),
    "Whom we meet.": ("與誰會談。"),
    "The day of the meeting.": ("會談日期。"),
}
