"""Traditional Chinese: messages about what was typed, by English template; see `ka_terms.text.messages`."""

from __future__ import annotations

TEMPLATES = {
    "Found {found}. Expected {expected}.": "讀到：{found}。應為：{expected}。",
    "Found {found}. Expected {expected}. Fix: {mend}.": "讀到：{found}。應為：{expected}。修正：{mend}。",
    " ": "",
    ", ": "、",
    "... and {count} more problems": "……另有 {count} 個錯誤",
    "a hidden value (private)": "不顯示的值（內部資料）",
    "nothing": "沒有內容",
    "a mapping": "一組鍵值",
    "a list": "清單",
    "no key `{key}`": "沒有鍵 `{key}`",
    "a known key": "已知的鍵",
    "a known key: {names}": "已知的鍵：{names}",
    "one of {names}": "下列之一：{names}",
    "a valid value": "有效的值",
    "'{text}'": "「{text}」",
    "<stdin>": "標準輸入",
    "write {text}": "改為「{text}」",
    "write {text} if that is meant": "若原意如此，改為「{text}」",
    "write {first} or {second}, whichever is meant": "按原意改為「{first}」或「{second}」",
    "write {first}, {second} or {third}, whichever is meant": (
        "按原意改為「{first}」、「{second}」或「{third}」"
    ),
    "write the number in digits, without {sign}": "用阿拉伯數字寫出，不用「{sign}」",
    "write the number without {sign}": "數字中不用「{sign}」",
    "delete the key, or give it a value": "刪除此鍵，或寫上值",
    "{name} ({currency})": "{name}（{currency}）",
    "write one value, or two different ends": "改為一個值，或兩個不同的端點",
    "use a step above zero": "改用大於零的間距",
    "write a number of zero or more": "改為不小於零的數字",
    "write a percentage of zero or more": "改為不小於零的百分比",
    "round it to a whole number": "改為整數",
    "check the decimal point, or write at most {most}": "檢查小數點，或改為不超過 {most}",
    "write a percentage between the two": "改為兩者之間的百分比",
    "choose another folder": "改用其他資料夾",
    "write it in the form that is expected": "按應有的形式改寫",
    "add at least one line below it": "在下方至少加一行",
    "choose one of them, or delete the key": "從中選一個，或刪除此鍵",
    "correct one of the two numbers": "更正其中一個數字",
    "correct `at_least` or `at_most`": "更正 `at_least` 或 `at_most`",
    "shorten the file": "縮短檔案",
    "a contract": "合約",
    "another file": "另一個檔案",
    "a file with house rules": "公司規定的檔案",
    "a file with fee types": "費用類型的檔案",
    "a file with labels": "標籤的檔案",
    "a file that cannot be read as a scenario ({file})": "無法讀作方案的檔案（{file}）",
    "name a fee, or delete the key": "改為費用，或刪除此鍵",
    "write one of these: {names}": "改為下列之一：{names}",
    "write `{line}`": "改為 `{line}`",
    "write `{first}` or `{second}`": "改為 `{first}` 或 `{second}`",
    "add `{key}:`": "加上 `{key}:`",
    "delete one of them": "只保留一項",
    "delete one of them (the first is in line {line})": "只保留一項（第一項在第 {line} 行）",
    "delete it": "刪除它",
    "true or false": "true 或 false",
    "a date": "日期",
    "a time": "時間",
    "a text": "文字",
    "a text of at most {most} characters": "不超過 {most} 個字元的文字",
    "a name": "名稱",
    'write "{name}" in quotes; without them it means {meaning}': (
        '加上引號，寫成 "{name}"；不加引號會讀作{meaning}'
    ),
    "a key of 1 to {most} characters": "1 至 {most} 個字元的鍵",
    "a key that does not begin with {start}": "不以 {start} 開頭的鍵",
    "a key without invisible signs": "不含隱形字元的鍵",
    "delete the signs": "刪除這些字元",
    "a list of names, such as [stores.new]": "名稱清單，如 [stores.new]",
    "each name once": "每個名稱只寫一次",
    "at most {count} names": "不超過 {count} 個名稱",
    "a name that no figure and no total has": "數字與合計未使用的名稱",
    "choose another name": "改用其他名稱",
    "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k": (
        "數字，如 4020000、4,020,000、402萬、4.5M 或 350k"
    ),
    "a whole number (zero or more)": "不小於零的整數",
    "a percentage with its sign, such as 2.5%": "帶百分號的百分比，如 2.5%",
    "a percentage from 0% to 100%, such as 2.5%": "0% 至 100% 的百分比，如 2.5%",
    "a percentage above 0% and below 100%, such as 10%": "大於 0% 且小於 100% 的百分比，如 10%",
    "a percentage that cannot be read in two ways": "只有一種讀法的百分比",
    "a number that cannot be read in two ways": "只有一種讀法的數字",
    "an index such as 110% or +10%, which both mean 1.1 times": "指數，如 110% 或 +10%（同為 1.1 倍）",
    "an index of at least 0, where 1.05 means +5%": "不小於 0 的指數，1.05 即 +5%",
    (
        "growth with its sign, such as +5%, or an index of at least 100%, such as 105% (which means the same)"
    ): "帶正負號的成長率，如 +5%；或不低於 100% 的成長指數，如 105%（意思相同）",
    "a percentage of the target without a sign, such as 90% or 110%": (
        "占目標的百分比，不帶正負號，如 90% 或 110%"
    ),
    "{number} (zero or more)": "{number}（不小於零）",
    "{number} (below 10^15)": "{number}（小於 10^15）",
    "{number} (at most {count} decimals)": "{number}（不超過 {count} 位小數）",
    "{number} (below 10^15, at most {count} decimals)": "{number}（小於 10^15，不超過 {count} 位小數）",
    "check the number of digits and the unit": "檢查位數與單位",
    "round the number as the contract does": "按合約的位數四捨五入",
    "delete the percent sign, because this is an amount": "刪除百分號，因為這是金額",
    "delete the percent sign": "刪除百分號",
    "add the percent sign": "加上百分號",
    "pass a str or a Decimal, because a float is not exact": "改傳 str 或 Decimal，因為 float 不精確",
    "write one number; only plan.sales and plan.stores.new can have low, likely and high": (
        "改為一個數字；只有 plan.sales 和 plan.stores.new 可以寫 low、likely 和 high"
    ),
    "write a decrease of at most 100%": "降幅不得超過 100%",
    "delete the {sign} sign": "刪除「{sign}」號",
    "write {growth} for growth, or {amount} for an amount": (
        "若為成長率，改為 {growth}；若為金額，改為 {amount}"
    ),
    "write {growth} if growth is meant": "若為成長率，改為 {growth}",
    "write +{bare} for growth of {bare}, or {fall} for {bare} of last year": (
        "若為成長 {bare}，改為 +{bare}；若為去年的 {bare}，改為 {fall}"
    ),
    "write {same}, which means {bare}, or +{bare}, which means {more}": (
        "改為 {same}（即 {bare}）或 +{bare}（即 {more}）"
    ),
    "a sign before all values, or before none": "全部帶正負號或全部不帶的數值",
    "replace the date by a number": "將日期改為數字",
    "replace the time by a number": "將時間改為數字",
    "write all zeros, or use k, M, 万 or 亿": "把零全部寫出，或使用 k、M、萬、億",
    "delete the currency sign, because `currency:` gives the currency": (
        "刪除貨幣符號，幣別由 `currency:` 指定"
    ),
    "put a comma before every three digits, or use no commas": "每三位數用一個逗號，或完全不用逗號",
    "delete the leading zero": "刪除開頭的零",
    "a sign without a name": "沒有名稱的符號",
    "type a minus sign (-) instead of {code} ({unicode})": "將 {code}改為減號 -",
    "type a plain space instead of {code} ({unicode})": "將 {code}改為一般空格",
    "delete the invisible sign {code} ({unicode})": "刪除隱形字元 {code}",
    "write the number without {code} ({unicode})": "數字中不用 {code}",
    "write the number without {sign} ({code}, {unicode})": "數字中不用「{sign}」（{code}）",
    "a number, because {metric} is not a percentage": "數字，因為 {metric} 不是百分比",
    "a percentage, because {metric} is a percentage": "百分比，因為 {metric} 是百分比",
    "an ISO 4217 currency code, such as CNY, TWD, JPY or EUR": "ISO 4217 幣別代碼，如 CNY、TWD、JPY 或 EUR",
    "contracts in different currencies: {currencies}": "不同幣別的合約：{currencies}",
    "contracts in one currency": "同一幣別的合約",
    "convert the contracts to one currency first": "先將合約換算為同一幣別",
    "an estimate": "估計值",
    "`{key}:`, which every estimate needs": "`{key}:`，估計值必須有此鍵",
    "an amount, because low is an amount ({low})": "金額，因為 low 是金額（{low}）",
    "growth such as +5%, because low is growth ({low})": "成長率，如 +5%，因為 low 是成長率（{low}）",
    "write low, likely and high all as amounts, or all as growth": (
        "low、likely 和 high 全部寫成金額，或全部寫成成長率"
    ),
    "at least {value}, which is low": "不低於 {value}（即 low）",
    "at least {value}, which is likely": "不低於 {value}（即 likely）",
    "correct the values, so that low <= likely <= high": "更正數值，使 low <= likely <= high",
    "no more returns than sales ({most})": "退貨不超過銷售額（{most}）",
    "no more returns than the low of sales ({most})": "退貨不超過銷售額的低值（{most}）",
    "no more closed stores than opening and new stores ({most})": (
        "關店數不超過期初店數加新開店數（{most}）"
    ),
    "no more closed stores than opening stores and the low of new stores ({most})": (
        "關店數不超過期初店數加新開店數的低值（{most}）"
    ),
    "an amount, because the plan gives no sales for last year": "金額，因為計畫中沒有去年的銷售額",
    "add `last_year:` to `plan`, or write an amount such as 10M": (
        "在 `plan` 中加上 `last_year:`，或改為金額，如 10M"
    ),
    "one number, because last year is known": "單一數字，因為去年的結果已知",
    "write the actual number": "改為實際數字",
    "add {keys} to `{part}`": "在 `{part}` 中加上 {keys}",
    "a year from 1900 to 2199, such as 2003": "1900 至 2199 的年份，如 2003",
    "an amount, or a percentage of a figure, such as 8% of sales": (
        "金額，或某個數字的百分比，如 8% of sales"
    ),
    "write what it is a percentage of, such as {example}": "寫明是什麼的百分比，如 {example}",
    "at most {most}, which is `at_most`": "不超過 {most}（即 `at_most`）",
    "a figure that `per` of this term names": "此條款的 `per` 列出的數字",
    "add {figure} to `per`": "將 {figure} 加入 `per`",
    "`{first}` and `{second}` in one tier": "同一級距中的 `{first}` 和 `{second}`",
    "neither `{first}` nor `{second}` in a tier": "級距中沒有 `{first}` 也沒有 `{second}`",
    "only one of them": "只能有其中一個",
    "one of them": "其中一個",
    "delete `over` (keep `from` if the threshold itself counts)": (
        "刪除 `over`（若門檻本身也算達到，保留 `from`）"
    ),
    "delete `rate` or `amount`": "刪除 `rate` 或 `amount`",
    "add `from:` (the threshold itself counts) or `over:` (only more counts)": (
        "加上 `from:`（達到門檻即算）或 `over:`（超過門檻才算）"
    ),
    "add `rate:` or `amount:`": "加上 `rate:` 或 `amount:`",
    "an empty list": "空的清單",
    "at least one tier": "至少一個級距",
    "add a tier such as {example}": "加上級距，如 {example}",
    "a percentage such as 110%, because `measure` is {measure}": (
        "百分比，如 110%，因為 `measure` 是 {measure}"
    ),
    "a number, because the thresholds are compared with {measure}": "數字，因為門檻按 {measure} 計量",
    "set `measure: growth` or `measure: achievement` to use percentages": (
        "若要使用百分比，寫上 `measure: growth` 或 `measure: achievement`"
    ),
    "a threshold above {threshold} (tier {number})": "高於 {threshold}（第 {number} 級距）的門檻",
    "correct the number, or sort the tiers in rising order": "更正數字，或將級距由低到高排列",
    "a figure of the plan": "計畫中的數字",
    "a figure of the plan, growth or achievement": "計畫中的數字、growth 或 achievement",
    "a term of this contract": "這份合約的條款",
    "a list of names in brackets with commas, not one text with '{sign}'": (
        "方括號內以逗號分隔的名稱，而不是含「{sign}」的一段文字"
    ),
    "a figure in money, such as sales, because a percentage is applied to it": (
        "金額類的數字，如 sales，因為要按百分比計算"
    ),
    "use `amount` with `per` to charge by count": "若按數量計費，使用 `amount` 和 `per`",
    "a plan with {figure}": "含有 {figure} 的計畫",
    "{figure} above zero, because {measure} is calculated from it": (
        "大於零的 {figure}，因為 {measure} 由此計算"
    ),
    "a loop in `less`: {path}": "`less` 中的循環：{path}",
    "an order in which each term is calculated once": "每項條款只計算一次的順序",
    "remove one name from `less`": "從 `less` 中刪除一個名稱",
    "{figure} in the term {term} of {contract}, on the plan of {plan}": (
        "{contract} 的條款 {term} 中的 {figure}（按 {plan} 的計畫）"
    ),
    "a name that belongs to one fee only": "只屬於一項費用的名稱",
    "delete the name here or from {owner}, which also has it": "{owner} 也有此名稱：刪除這裡或該處的名稱",
    (
        "choose another name, because the program has this one for {owner}; or define {owner} in this "
        "file too"
    ): "改用其他名稱，因為程式內建的 {owner} 已用此名稱；或在此檔案中也定義 {owner}",
    "one name": "單一名稱",
    "an amount, or a percentage of sales, such as 25%": "金額，或銷售額的百分比，如 25%",
    "write a percentage of sales": "改為銷售額的百分比",
    "one text, or one text per language": "一段文字，或每種語言一段文字",
    "a fee or a total of fees, because a ceiling limits fees": "費用或費用合計，因為上限只限制費用",
    "a percentage of sales, such as 25%": "銷售額的百分比，如 25%",
    "a policy file, or one of these policies: {names}": "規定檔案，或下列規定之一：{names}",
    "no such file or policy": "沒有這個檔案或規定",
    "a known category": "已知的類別",
    "write {key}, or name the new category under `categories:`": (
        "改為 {key}，或在 `categories:` 下為新類別命名"
    ),
    "{key}, another name of the fee {first}": "{key}，與 {first} 是同一項費用",
    "each fee once": "每項費用只寫一次",
    "lines of the form `key: value`": "`key: value` 形式的各行",
    "lines of the form `key: value` below it": "下方 `key: value` 形式的各行",
    "a list, each entry on its own line after -": "清單，每項各占一行，以 - 開頭",
    "at least one entry": "至少一項",
    "at most {count} entries": "不超過 {count} 項",
    "too many entries": "項數過多",
    "shorten the list": "縮短清單",
    "`{key}:`, which is required": "`{key}:`，此鍵必填",
    "`mode: whole` or `mode: marginal`": "`mode: whole` 或 `mode: marginal`",
    (
        "add `mode: whole` (全额累进: one rate on the whole base) or `mode: marginal` (超额累进: each "
        "band has its own rate)"
    ): (
        "加上 `mode: whole`（全額累進：整個基數按同一費率）或 `mode: marginal`（超額累進：各級分別按各自"
        "的費率）"
    ),
    "exactly one of rate, amount and tiers in a term": "每項條款只有 rate、amount、tiers 其中之一",
    "a term with a rate, an amount or tiers": "有 rate、amount 或 tiers 的條款",
    "write a term such as {example}": "改為條款，如 {example}",
    "{names} in one term": "同一條款中的 {names}",
    "delete one of them; if it comes from the extended file, write `{key}: null`": (
        "只保留一項；若來自沿用的檔案，寫上 `{key}: null`"
    ),
    "no rate, amount or tiers": "沒有 rate、amount 或 tiers",
    "add `rate:`, `amount:` or `tiers:`": "加上 `rate:`、`amount:` 或 `tiers:`",
    "write `{key}: null` to remove this key too": "寫上 `{key}: null`，一併刪除此鍵",
    "no value for `{key}`": "`{key}` 沒有值",
    "a value, or a key of the extended file, which is then removed": "值，或沿用檔案中要刪除的鍵",
    "a second {key}": "第二個 {key}",
    "each key once": "每個鍵只寫一次",
    "save the statement again with `ka-terms show FILE --format json`": (
        "用 `ka-terms show FILE --format json` 重新存檔"
    ),
    "format version {version}": "格式版本 {version}",
    "a statement with its lines": "含有各項金額的費用表",
    "a list of lines": "各項金額的清單",
    "the key of a term": "條款的鍵",
    "an amount": "金額",
    "the relative path of another scenario file": "另一方案檔案的相對路徑",
    "no file name": "沒有檔名",
    "write the path relative to this file, with / between folders": (
        "改為相對於此檔案的路徑，資料夾之間用 /"
    ),
    "{found} ({file})": "{found}（{file}）",
    "a file without a plan": "沒有計畫的檔案",
    "a scenario with the plan of last year": "含有去年計畫的方案",
    "name another file": "改用其他檔案",
    "a loop of files: {path}": "檔案循環：{path}",
    "files that do not refer back to themselves": "不會循環引用的檔案",
    "name another file in `{key}`": "在 `{key}` 中改用其他檔案",
    "more than {count} files that refer to each other": "超過 {count} 個依次引用的檔案",
    "at most {count} files in a row": "不超過 {count} 個依次引用的檔案",
    "write the values in this file": "將值寫在此檔案中",
    "more than {count} values in this file and those before it": "此檔案與之前的檔案超過 {count} 個值",
    "at most {count} values in all files together": "所有檔案合計不超過 {count} 個值",
    "an empty file": "空的檔案",
    "only comments": "只有註解",
    "a scenario": "方案",
    "a file with content": "有內容的檔案",
    "create a scenario with `ka-terms init`": "用 `ka-terms init` 建立方案",
    "a readable text file": "可讀取的文字檔",
    "standard input": "標準輸入",
    "no input": "沒有輸入",
    "a file, because only a scenario can come from standard input": "檔案，因為只有方案可以來自標準輸入",
    "no such file": "沒有這個檔案",
    "check the path": "檢查路徑",
    "check the path, or choose one of them": "檢查路徑，或從中選一個",
    "a directory": "資料夾",
    "a device or pipe": "裝置或管線",
    "a name that no file can have": "檔案不能使用的名稱",
    "a file that cannot be read: {reason}": "無法讀取的檔案：{reason}",
    "more than {count} bytes": "超過 {count} 個位元組",
    "a file of at most 1 MiB": "不超過 1 MiB 的檔案",
    "a text file in UTF-8": "UTF-8 文字檔",
    "save the file again as UTF-8": "以 UTF-8 重新存檔",
    "text in UTF-16": "UTF-16 文字",
    "a binary file": "二進位檔案",
    "name a file of a text editor, saved as UTF-8": "改用文字編輯器以 UTF-8 儲存的檔案",
    "characters that are not UTF-8": "不是 UTF-8 的字元",
    "a vertical tab (U+000B)": "垂直定位符號（U+000B）",
    "a form feed (U+000C)": "換頁符號（U+000C）",
    "a line break that no editor shows, a next line (U+0085)": "編輯器不顯示的換行：下一行符號（U+0085）",
    "a line break that no editor shows, a line separator (U+2028)": (
        "編輯器不顯示的換行：行分隔符號（U+2028）"
    ),
    "a line break that no editor shows, a paragraph separator (U+2029)": (
        "編輯器不顯示的換行：段落分隔符號（U+2029）"
    ),
    "an invisible mark (U+FEFF)": "隱形標記（U+FEFF）",
    "a control character ({code})": "控制字元（{code}）",
    "plain text": "純文字",
    "delete it, or write it as an escape in double quotes": "刪除它，或在雙引號內寫成跳脫序列",
    "the sign {sign} ({code}) before a list entry": "清單項前的符號「{sign}」（{code}）",
    "a dash without a space after it": "後面沒有空格的 -",
    "a dash and a space": "- 加一個空格",
    "write `- `": "改為 `- `",
    "an invisible sign ({code})": "隱形字元（{code}）",
    "a colon without a space after it": "後面沒有空格的冒號",
    "a full-width colon {sign}": "全形冒號「{sign}」",
    "the sign {sign} ({code}) instead of a colon": "代替冒號的符號「{sign}」（{code}）",
    "a colon and a space": "半形冒號加一個空格",
    "write `{key}: `": "改為 `{key}: `",
    "an ideographic space (U+3000)": "全形空格（U+3000）",
    "a no-break space ({code})": "不換行空格（{code}）",
    "a space of another width ({code})": "特殊寬度的空格（{code}）",
    "plain spaces": "一般空格",
    "replace it by a plain space": "改為一般空格",
    "the full-width sign {sign}": "全形符號「{sign}」",
    "the plain sign {sign}": "半形符號「{sign}」",
    "# without a space before it": "前面沒有空格的 #",
    "a space and # before a comment": "註解前的空格和 #",
    "write ` #`": "改為 ` #`",
    "`{line}` in braces": "大括號內的 `{line}`",
    "a number without commas, because a comma ends the entry": "不含逗號的數字，因為逗號會結束一項",
    "write `{key}` without commas": "`{key}` 的數字不用逗號",
    "`key: value`": "`key: value`",
    "put the value in quotes": "將值加上引號",
    "put it in quotes": "加上引號",
    "add it, or put the value in quotes": "補上，或將值加上引號",
    "add it, or put it in quotes": "補上，或加上引號",
    "an entry without an end": "沒有結束的一項",
    "a comma or }} after each entry": "每項之後的逗號或 }}",
    "a comma or ] after each entry": "每項之後的逗號或 ]",
    "an alias without its anchor": "沒有錨點的別名",
    "an anchor on an earlier line": "前面某一行的錨點",
    "the alias *{name}": "別名 *{name}",
    "an anchor of that name on an earlier line": "前面某一行上同名的錨點",
    "write the value itself, or put it in quotes": "直接寫出值，或加上引號",
    "a second colon in one entry": "一項中的第二個冒號",
    "one `key: value` per line": "每行一個 `key: value`",
    "put the value in quotes, or use two lines": "將值加上引號，或分成兩行",
    "a line without a colon": "沒有冒號的一行",
    "add the colon, or indent the line under its key": "加上冒號，或將此行縮排到所屬的鍵之下",
    "a line that is indented more than the one above it": "縮排比上一行多的一行",
    "align it with `{key}`": "與 `{key}` 對齊",
    "a line with a wrong indentation": "縮排不正確的一行",
    "the same indentation for all lines of one level": "同一層的各行縮排一致",
    "align the line with the keys of its level": "將此行與同一層的鍵對齊",
    "a line that is not a list entry": "不是清單項的一行",
    "- before every entry of the list": "清單的每項前都有 -",
    "align the line with the list": "將此行與清單對齊",
    "a list on the line of its key": "與鍵在同一行的清單",
    "each - on a line of its own": "每個 - 各占一行",
    "move the list to the next line": "將清單移到下一行",
    "an unknown escape in double quotes": "雙引號內的未知跳脫序列",
    "a known escape such as \\n": "已知的跳脫序列，如 \\n",
    "use single quotes, or double the backslash": "改用單引號，或寫兩個反斜線",
    "a quote that is never closed": "沒有結束的引號",
    "a closing quote": "結束的引號",
    "close the quote, or delete it": "補上結束的引號，或刪除引號",
    "a brace or bracket that is never closed": "沒有結束的括號",
    "}} or ] after the last entry": "最後一項之後的 }} 或 ]",
    "close it": "補上結束的括號",
    "a tab": "定位字元（Tab）",
    "spaces for the indentation": "用空格縮排",
    "replace each tab by two spaces": "將每個 Tab 改為兩個空格",
    "text that YAML cannot read": "YAML 無法讀取的文字",
    "put the value in quotes, or compare with the file of `ka-terms init`": (
        "將值加上引號，或對照 `ka-terms init` 產生的檔案"
    ),
    "a value, and an end of every brace and bracket": "值，且每個括號都有結束",
    "a value that starts with {sign}": "以「{sign}」開頭的值",
    "a value in quotes": "加了引號的值",
    "{sign} instead of a value": "應有值之處的「{sign}」",
    "no value": "沒有值",
    "a second document (---)": "第二份文件（---）",
    "one document per file": "每個檔案一份文件",
    "split the file": "拆成多個檔案",
    "the merge key <<": "合併鍵 <<",
    "plain keys": "一般的鍵",
    "use `extends:` to take over another file": "用 `extends:` 沿用另一檔案",
    "a tag": "標籤",
    "the tag {tag}": "標籤 {tag}",
    "plain YAML without tags": "不含標籤的 YAML",
    "delete the tag, or put the value in quotes": "刪除標籤，或將值加上引號",
    "an alias of a private value": "內部資料的別名",
    "a value of its own, because the anchor in line {line} is private": (
        "自己的值，因為第 {line} 行的錨點屬內部資料"
    ),
    "write the value itself if others may see it": "若可讓他人看到，直接寫出值",
    "more than {count} levels": "超過 {count} 層",
    "a few levels of brackets or indentation": "少數幾層括號或縮排",
    "more than {count} values": "超過 {count} 個值",
    "a file with some dozens of values": "有數十個值的檔案",
    "check the anchors and aliases of the file": "檢查檔案中的錨點與別名",
    "a mapping, list or alias as a key": "以一組鍵值、清單或別名為鍵",
    "a name as the key": "以名稱為鍵",
    "an unknown character": "未知的字元",
    "check the \\u escapes in double quotes": "檢查雙引號內的 \\u 跳脫序列",
    "Permission denied": "沒有權限",
    "Operation not permitted": "不允許此操作",
    "No space left on device": "磁碟空間不足",
    "Read-only file system": "唯讀的檔案系統",
    "Input/output error": "輸入或輸出錯誤",
    "Not a directory": "不是資料夾",
    "Too many levels of symbolic links": "符號連結層數過多",
    "Cannot allocate memory": "記憶體不足",
    "internal error: {kind} at {place}; please report it (KA_TERMS_DEBUG=1 shows the details)": (
        "內部錯誤：{kind}（{place}），請回報（KA_TERMS_DEBUG=1 可顯示詳情）"
    ),
    "an unknown place": "不明位置",
    "a new file to write to": "要寫入的新檔案",
    "an existing file": "已存在的檔案",
    "add --force to overwrite it": "加上 --force 以覆寫",
    "a name or a text that no file can have": "檔案不能使用的名稱或文字",
    "no such folder": "沒有這個資料夾",
    "create the folder {folder} first": "先建立資料夾「{folder}」",
    "name a file in it": "指定其中的檔案",
    "remove --output to write to the terminal or a pipe": "刪除 --output，即可輸出到終端機或管線",
    "a file that cannot be written": "無法寫入的檔案",
    "a file that cannot be written: {reason}": "無法寫入的檔案：{reason}",
    "an installation without {library}": "未安裝 {library} 的環境",
    "the extra {extra} of ka-terms": "ka-terms 的附加套件 {extra}",
    "install it with {command}": "用 {command} 安裝",
    "the terminal or a pipe": "終端機或管線",
    "a file": "檔案",
    "add {option}": "加上 {option}",
    "a number with more than {count} digits in {column}": "{column} 中超過 {count} 位的數字",
    "at most {count} digits": "不超過 {count} 位",
    "use one of {names}, which take numbers of any length": "改用 {names} 之一，數字長度不限",
    "an amount of 10^18 or more for {term}": "{term} 的金額達 10^18",
    "a smaller amount": "較小的金額",
    "check the number of digits of its factors": "檢查各項因數的位數",
    "a total or a term, an operator and a limit, such as fee_ratio > 25%": (
        "合計或條款、運算符號與限值，如 fee_ratio > 25%"
    ),
    "use one of these operators: < <= > >= = == !=": "使用下列運算符號之一：< <= > >= = == !=",
    "a total, or a term of one of the contracts": "合計，或任一份合約的條款",
    "a total, a term or a figure of the plan": "合計、條款或計畫中的數字",
    "a metric without private data": "不含內部資料的指標",
    "add --internal to use private data": "加上 --internal 以使用內部資料",
    "contracts whose files give {key}": "檔案中有 {key} 的合約",
    "add {line} to {contract}": "在 {contract} 中加上 {line}",
    "a figure of the plan or a parameter of a term": "計畫中的數字或條款的參數",
    "add `{line}` under `terms:` of {contract}, which has no {key}": (
        "{contract} 沒有 {key}：在其 `terms:` 下加上 `{line}`"
    ),
    "a rule with one of < <= > >= =": "含有 < <= > >= = 之一的條件",
    "use < or > instead of !=": "將 != 改為 < 或 >",
    "a metric without a limit, such as fee_ratio, because two contracts are compared": (
        "不帶限值的指標，如 fee_ratio，因為要比較兩份合約"
    ),
    "write the metric alone": "只寫指標",
    "{path} with different meanings: {meanings}": "意義不同的 {path}：{meanings}",
    "an input that means the same in both contracts": "兩份合約中意義相同的數字",
    "{value} as the only value of {input}": "{input} 只能是 {value}",
    "an input that can change": "可以變動的數字",
    "a range such as 3M..12M, or no range": "範圍，如 3M..12M；或不寫範圍",
    "a rising range of {input} from {low} to {high}": "{input} 由低到高的範圍，在 {low} 到 {high} 之間",
    "a rising range of {input}, {low} or more": "{input} 由低到高的範圍，不低於 {low}",
    "a step above zero": "大於零的間距",
    "a step in percentage points, such as 5%": "以百分點計的間距，如 5%",
    "values such as 3M..12M..250k (step 250k), 3M..12M/37 (37 values) or 8M,9M,10M": (
        "數值，如 3M..12M..250k（間距 250k）、3M..12M/37（37 個值）或 8M,9M,10M"
    ),
    "a number of values from 2 to {most}": "值的個數，2 至 {most}",
    "write a range such as {example}": "改為範圍，如 {example}",
    "a step of {step} from {first} to {last}": "從 {first} 到 {last}、間距 {step}",
    "two different ends and a step above zero": "兩個不同的端點，與大於零的間距",
    "{count} values": "{count} 個值",
    "at most {most} values": "不超過 {most} 個值",
    "use a larger step": "改用較大的間距",
    "{count} values from {first} to {last}": "從 {first} 到 {last} 的 {count} 個值",
    "a distance of at least {unit} between values": "值與值相距不小於 {unit}",
    "use fewer values": "減少值的個數",
    "each input once, where growth and sales are the same input": (
        "每項數字只變動一次；growth 與 sales 視為同一項"
    ),
    "{name} ({count:,})": "{name}（{count:,}）",
    "different numbers of values: {counts}": "個數不同的值：{counts}",
    "the same number of values for each, because of --zip": "各項的值個數相同，因為用了 --zip",
    "add or remove values, or remove --zip": "增減值，或刪除 --zip",
    "values with commas that cannot be read in two ways": "逗號只有一種讀法的數值",
    "commas between the values, not '{sign}'": "以逗號而不是「{sign}」分隔的數值",
    "put a space after each comma between values": "在分隔數值的每個逗號後加空格",
    "write {whole} for one value, or {several} for several": (
        "若為一個值，改為 {whole}；若為數個值，改為 {several}"
    ),
    "add the step or the number of values: {stepped} or {divided}": (
        "加上間距或值的個數：{stepped} 或 {divided}"
    ),
    "{written} is read as the fee {key}.": "{written} 讀作費用 {key}。",
    "{key} is a figure here, but also a name of the fee {fee}. Give the figure another name.": (
        "{key} 在此是數字，但也是費用 {fee} 的名稱。請為此數字改名。"
    ),
    "{key} is a name of your own and does not mean {name}. Give it another name.": (
        "{key} 是自訂名稱，不代表 {name}。請改用其他名稱。"
    ),
    "{key} is added to the inherited {inherited}, which remains. Write {inherited} to replace it.": (
        "{key} 與沿用的 {inherited} 並存，後者仍然有效。若要取代，請改為 {inherited}。"
    ),
    "{key} and {first} both count. Keep only one of them if they mean the same.": (
        "{key} 與 {first} 都計入。若指同一項，請只保留一項。"
    ),
    "{key} is read as a name of your own, not as {known}. Write {known} if that is meant.": (
        "{key} 讀作自訂名稱，而非 {known}。若原意如此，請改為 {known}。"
    ),
    (
        "{key} looks private, but everyone who sees this contract sees it. Put private values under "
        "`private:`."
    ): "{key} 看似內部資料，但凡看到這份合約的人都會看到。內部資料請寫在 `private:` 之下。",
    "{key} sounds like a monthly or quarterly fee, but its tiers are compared with the whole year.": (
        "{key} 看似按月或按季的費用，但其級距按全年計量。"
    ),
    "On this plan the minimum ({least}) is above the maximum ({most}). The maximum counts.": (
        "按此計畫，保底（{least}）高於上限（{most}），以上限為準。"
    ),
    "{text} is read with a decimal point. Write {grouped} if the point separates thousands.": (
        "{text} 的點讀作小數點。若用來分隔千位，請改為 {grouped}。"
    ),
    "{key} is a figure or a total, but {part} takes terms and conditions.": (
        "{key} 是數字或合計，但 {part} 只列條款與條件。"
    ),
    "{key} has the label {label}, as {other} has; tables cannot show the difference.": (
        "{key} 名為 {label}，與 {other} 同名，表中無法區分。"
    ),
    "{key} is not a name of the program or of the checked files.": "{key} 不是程式或所查檔案中的名稱。",
    "Write {known} if that is meant.": "若原意如此，請改為 {known}。",
    "remove it": "刪除",
    "remove them": "全部刪除",
    "no further word": "不再有其他內容",
    "a text that is in the key or any name of a fee type": "費用類型的鍵名、名稱或別名中的文字",
    "see all of them with `ka-terms catalogue`": "可用 `ka-terms catalogue` 列出全部",
    "at least two files, or one and --baseline": "至少兩個檔案，或一個檔案加 --baseline",
    "one file": "一個檔案",
    "add a file, or --baseline FILE": "再加一個檔案，或加上 --baseline FILE",
    "see `{command}`": "參閱 `{command}`",
    "a file, because the draft refers to it": "一個檔案，因為草案要引用它",
    "another file, because the draft refers to the file of --from": (
        "另一個檔案，因為草案要引用 --from 的檔案"
    ),
    "saved: {file}": "已存檔：{file}",
    "for completion and hints in your editor: ka-terms schema --output {schema}": (
        "要讓編輯器補全並提示，請執行：ka-terms schema --output {schema}"
    ),
    "name a file": "寫檔名",
    "the file of --from": "--from 所指的檔案",
    "write {sales}, or under `stores` {openings}": "寫 {sales}，或在 `stores` 之下寫 {openings}",
    "one number": "一個確定的數字",
    "an estimate of sales or of store openings": "銷售額或新開店數的估計值",
    "a contract with terms": "有條款的合約",
    "remove --explain": "刪除 --explain",
    "one file, or two to compare": "一個檔案，或兩個相比較的檔案",
    "{count} files": "{count} 個檔案",
    "keep one or two files": "只留一個或兩個檔案",
    "PATH=VALUES": "路徑=數值",
    "a rule that must be met": "要達到的條件",
    "add {text}": "加上 {text}",
    "{first} and {second}": "{first} 與 {second}",
    "remove one of them": "刪除其中一個",
    "a whole number from {least:,} to {most:,}": "{least:,} 到 {most:,} 的整數",
    "write {number}": "改為 {number}",
    "{done:,} of {total:,} combinations, {percent}%": "已試算 {done:,}／{total:,} 個組合，{percent}%",
    "the format {name}": "{name} 格式",
    "a format that can start with a byte order mark: {names}": "可帶位元組順序標記（BOM）的格式：{names}",
    "remove {option}": "刪除 {option}",
    "{count:,} combinations ({duration})": "{count:,} 個組合（{duration}）",
    "at most {count:,}": "不超過 {count:,}",
    "about {count:,.0f} minutes": "約需 {count:,.0f} 分鐘",
    "no unit, because {names} and very long outputs contain full amounts": (
        "不帶單位，因為列數極多時以及 {names} 中，金額都寫全數"
    ),
    "write {first} or {second}": "改為「{first}」或「{second}」",
    "about {count:,.0f} seconds": "約需 {count:,.0f} 秒",
    "more than {count:,} rows": "超過 {count:,} 列",
    "a shorter table": "較短的表",
    "use --where or --best, or one of the formats {names}": (
        "用 --where 或 --best，或改用下列格式之一：{names}"
    ),
    "{name} together with {option}": "{name} 與 {option} 並用",
    "all rows in this format": "寫出全部各列",
    "remove {option}, or choose another format": "刪除 {option}，或改用其他格式",
    "at {place}: {reason}": "{place} 時：{reason}",
    "use a larger step, or add --yes": "改用較大的間距，或加上 --yes",
    "a figure that adds up, and that the plan lists by month": "計畫中按月列出、且可逐月相加的數字",
    "add the months of {figure} to `plan.months`": "在 `plan.months` 列出 {figure} 的各月數字",
    "either the year or its months to move, not both": "只調整全年或只調整各月，不能兩者並用",
    "move the months alone": "只調整各月",
    "a metric that can be told by period": "可分期計算的指標",
    "write {metric}, which is that of the year": "寫 {metric}，即全年的數值",
    "a quarter or a half, because the contract years begin in different months": (
        "季或半年，因為各合約年度的起始月份不同"
    ),
    "write a shorter range": "縮短月份範圍",
    "a period such as q1, h2, oct or 1..6": "期間，如 q1、h2、oct 或 1..6",
    "{figure} of {total} in {month}, but {inside} in all of its parts": (
        "{month} {figure} 為 {total}，但各部分合計為 {inside}"
    ),
    "months that are the same": "相同的各月數字",
    "delete the months of {figure}, or those of its parts": (
        "刪除 {figure} 的各月數字，或刪除其各部分的各月數字"
    ),
    "{month}, which none of the files covers": "{month}，沒有檔案涵蓋此月",
    "months of their contract years": "各合約年度內的月份",
    "add the contract of that year": "加上該年度的合約",
    "{name} without a year": "{name} 沒有年度",
    "`year:` in every file": "每個檔案都有 `year:`",
    "add it, such as `year: 2003`": "加上年度，例如 `year: 2003`",
    "{month} in {one} and in {other}": "{month} 同時在 {one} 與 {other} 內",
    "contract years that do not overlap": "不重疊的合約年度",
    "leave out one of the files": "略去其中一個檔案",
    "a month of a year such as 2003-01": "某年某月，如 2003-01",
    "several files": "多個檔案",
    "one file; or --from and --to, which put contract years together": (
        "一個檔案；或用 --from 與 --to 合併各合約年度"
    ),
    "add --from, or use `ka-terms compare`": "加上 --from，或改用 `ka-terms compare`",
    "a month from {first} on": "{first} 起的月份",
    "`--to` without `--from`": "只有 `--to` 而沒有 `--from`",
    "both, or --from alone for twelve months": "兩者都寫，或只寫 --from 表示十二個月",
    "{option} beside --from": "{option} 與 --from 並用",
    "write a later month": "寫更晚的月份",
    "a date such as 2003-05-20": "日期，如 2003-05-20",
    "write year, month and day: 2003-05-20": "寫年、月、日：2003-05-20",
    "one period, such as {example}": "一個期間，如 {example}",
    "{option} beside --by or --view": "{option} 與 --by 或 --view 並用",
    "{option}: {text}": "{option}：{text}",
    "a value": "一個值",
    "an option of {command}": "{command} 的選項",
    "Try '{command}' for help.": "用法說明：{command}",
    "Error: {text}": "錯誤：{text}",
    "choose one of them": "從中選一個",
    "a file name that ends in one of {endings}": "副檔名為下列之一的檔名：{endings}",
    "correct the ending, or add --format": "改正副檔名，或加上 --format",
    "{rate} of sales": "銷售額的 {rate}",
    "limit broken: {name}: {metric} is {value} (--fail-if '{rule}')": (
        "違反限值：{name}：{metric} 為 {value}（--fail-if '{rule}'）"
    ),
    "Draft from {file} ({contract}): the same terms, and a plan to fill in.": (
        "由「{file}」（{contract}）產生的草案：條款照舊，計畫待填。"
    ),
    (
        "Values under `private:` are not copied. Add your margin and walk-away limit only to a file that "
        "nobody\noutside your company sees."
    ): "`private:` 之下的內容未複製。毛利與底線只可寫在公司以外的人看不到的檔案中。",
    "{year} draft": "{year} 草案",
    "next year's draft": "明年草案",
    "growth on last year's {sales}; or write an amount": "相對去年 {sales} 的成長率；也可寫金額",
    "last year's stores at end": "去年的期末店數",
    "last year's total SKUs": "去年的品項總數",
    "{name}: {wording}. Fee last year: {cost}.": "{name}：{wording}。去年費用：{cost}。",
    "Left out because the plan does not give {figure}:": "計畫中沒有 {figure}，故略去：",
    "yes or no": "yes 或 no",
    "`any:` with a list of rules": "`any:` 後為條件清單",
    "`for_every` in marginal tiers": "超額累進級距中的 `for_every`",
    "`mode: whole`": "`mode: whole`",
    "`per` with {figure}, which is charged band by band": "`per` 含 {figure}，按級距逐段計收",
    "`per` without the measure": "`per` 缺少級距指標",
    "a fact of the plan, or a rule": "計畫中的一項事實，或一項條件",
    "a figure of the plan, growth or achievement, or a fact": (
        "計畫中的數字、growth、achievement 或一項事實"
    ),
    "a figure of the plan, or another term": "計畫中的數字，或另一項條款",
    "a figure that everyone may see": "可公開的數字",
    "a loop of terms: {path}": "條款互相循環引用：{path}",
    "a minimum or a maximum of the group": "合計的下限或上限",
    "a name that no figure has": "與數字不同的名稱",
    "a name that no term has": "與條款不同的名稱",
    "a number above zero": "大於零的數字",
    "a number without commas inside brackets": "括號內不含逗號的數字",
    "a number, because a fact is only so or not so": "數字，因為事實只有是或否",
    "a number, or a percentage of a figure, because {figure} is no percentage": (
        "數字，或某數字的百分比，因為 {figure} 不是百分比"
    ),
    "a percentage, because {figure} is a percentage": "百分比，因為 {figure} 是百分比",
    "a range with at most {most:,} steps": "不超過 {most:,} 級的範圍",
    "a rate": "費率",
    "a rule such as facings >= 33%, or the name of a fact": "條件，如 facings >= 33%，或一項事實的名稱",
    "a rule with a number, because this is a figure": "與數字比較的條件，因為這是數字",
    "a term that is in one group only": "只屬於一個合計的條款",
    "a term that is owed, because a group adds up what is paid": "須支付的條款，因為合計只加總應付金額",
    "add `at_least:` or `at_most:`": "加上 `at_least:` 或 `at_most:`",
    "add {figure} to `per`, or write `mode: whole`": "在 `per` 加上 {figure}，或寫 `mode: whole`",
    "add {line} to `facts` of the plan": "在計畫的 `facts` 加上 {line}",
    "an amount, because `per` charges by count": "金額，因為 `per` 按數量計收",
    "ask for a narrower range: {text}": "縮小範圍：{text}",
    "at least one term": "至少一項條款",
    "at most {count} rules": "最多 {count} 項條件",
    "delete `for_every`, or write `mode: whole`": "刪除 `for_every`，或寫 `mode: whole`",
    "delete it here": "在此刪除",
    "take `{key}` out of `{part}`": "從 `{part}` 中去掉 `{key}`",
    "delete it here or from {owner}": "在此或從 {owner} 刪除",
    "figures that can be compared, such as returns <= 3% of sales": (
        "可比較的數字，如 returns <= 3% of sales"
    ),
    "more than {most:,} steps of full lots in this range of {input}": (
        "{input} 在此範圍內超過 {most:,} 級整批"
    ),
    "name a figure in one of them instead": "其中一項改為引用數字",
    "name a figure of the plan": "改用計畫中的數字",
    "one rule": "一項條件",
    "the name of a fact alone, because it has no number": "只寫事實的名稱，因為它沒有數字",
    "use one of these operators: {signs}": "使用這些符號之一：{signs}",
    "use sweep for facts": "事實請用 sweep 試算",
    "write `amount:` in every tier, or delete `per`": "每個級距都寫 `amount:`，或刪除 `per`",
    "write `{line}` with the figure that is meant": "寫 `{line}`，填入所指的數字",
    "write the size of a full lot, such as 100": "寫一整批的數量，如 100",
    "write what it is compared with, such as {example}": "寫出比較的數值，如 {example}",
    "write yes or no": "寫 yes 或 no",
    "write yes or no; a number belongs under `figures`": "寫 yes 或 no；數字請寫在 `figures`",
    "write {name} under `unless` or under `only_if`": "把 {name} 寫在 `unless` 或 `only_if`",
    "yes, no, or yes,no, because it is a fact": "yes、no 或 yes,no，因為這是事實",
    "{key} is 0 or 1. If it says yes or no, put it under `facts` and write `{line}` in {term}.": (
        "{key} 為 0 或 1。若表示是或否，請寫在 `facts`，並在 {term} 寫 `{line}`。"
    ),
    (
        "{key} sounds like another figure multiplied or divided by hand. Write `0.1 x sales` to "
        "calculate a figure, or `for_every: {{volume: 100}}` to charge every full 100."
    ): (
        "{key} 似為人工乘除另一數字而得。請寫 `0.1 x sales` 由程式計算，或以 `for_every: {{volume: "
        "100}}` 按每滿 100 計收。"
    ),
    "{key} is a figure of your own here. Without it, {key} means the 12 months of the year.": (
        "{key} 在此是自訂的數字；不寫時即為全年 12 個月。"
    ),
    "{key} is a figure and a term. The figure is used.": "{key} 既是數字也是條款，此處採用數字。",
    (
        "The band begins after {bound}. If unit {bound} is to be paid at this amount, write `over:` and "
        "one less."
    ): "此段從 {bound} 之後起算。若第 {bound} 單位也按此金額，請寫 `over:` 並減一。",
    "a whole number of days, such as 60 or 60 after month end": "整數天數，如 60 或 60 after month end",
    "a text on one line": "一行文字",
    "a name, or its singular and plural such as {example}": "名稱，或英文單複數，如 {example}",
    (
        "the name of a figure, a fact, a category, a class of stores, an event or a condition of this "
        "contract"
    ): "本合約中某個數字、事實、品類、門市類型、檔期或約定事項的名稱",
    "correct or delete the label": "改正或刪除該標籤",
    "`{first}` and `{second}` in one fee": "同一費用中同時有 `{first}` 和 `{second}`",
    "delete `conditional`": "刪除 `conditional`",
    "a path and a value, such as {example}": "路徑與數值，如 {example}",
    "a formula over figures of the plan, such as sales - own_label or 20% of sales": (
        "由計畫數字組成的算式，如 sales - own_label 或 20% of sales"
    ),
    "a formula that names a figure of the plan": "含有計畫數字的算式",
    "work it out and write the number": "算出結果，直接寫數字",
    "a formula of at most {most} characters": "不超過 {most} 個字元的算式",
    "a formula of at most {most} numbers and figures": "最多含 {most} 個數字的算式",
    "a formula of +, -, x and percentages, without brackets or division": (
        "只用 +、-、x 與百分比的算式，不用括號與除法"
    ),
    "give the part in brackets a name of its own under `figures`": (
        "把括號內的部分另取名稱，寫在 `figures` 下"
    ),
    "write a percentage of the figure, such as {example}": "改寫為該數字的百分比，如 {example}",
    "a number or a figure on both sides of every +, - and x": "每個 +、-、x 兩側都有數字或名稱",
    "add what is missing, or delete the sign": "補上缺少的部分，或刪除該符號",
    "a percentage with what it is of, such as 20% of sales": "寫明以什麼為基數的百分比，如 20% of sales",
    "at most one percentage among the factors of a product": "乘積中最多一個百分比",
    "write the share of the share as a percentage of its own": "把兩個百分比的乘積寫成一個百分比",
    "a sum of one kind: amounts of money, counts, or percentages": "同類數字相加減：金額、數量或百分比",
    "correct the formula": "更正算式",
    "a figure that is not private": "非內部資料的數字",
    "state the number under another name, if all may see it": "如可公開，另取名稱寫出此數字",
    "a number, or a figure of the plan": "數字，或計畫中的數字名稱",
    "a figure of the plan in `{formula}`": "`{formula}` 中為計畫數字的名稱",
    "a circle of figures: {path}": "循環引用：{path}",
    "figures that can be worked out one after another": "可依次計算的數字",
    "write a number for one of them": "其中一個改寫為數字",
    "at most {most} figures that follow from each other in a row": "最多連續引用 {most} 個數字",
    "at most {most} stated numbers multiplied with each other": "最多 {most} 個所列數字相乘",
    "work out a part and write the number": "先算出一部分，寫成數字",
    "at most {most} written digits multiplied with each other": "相乘的數字總位數不超過 {most}",
    "write the numbers with fewer digits": "減少數字的位數",
    "an amount of money": "金額",
    "a number of units": "數量",
    "a name that is no key of the plan, and not x or year": "不是計畫的鍵，也不是 x 或 year 的名稱",
    "a percentage from 0% to 100%, because {measure} is a share": (
        "0% 至 100% 的百分比，因為 {measure} 是占比"
    ),
    "the grade of fees and a percentage of total fees, such as {example}": (
        "費用性質和占費用合計的百分比，如 {example}"
    ),
    "another name, because `other` is what the categories leave over": (
        "其他名稱，因為 `other` 是各品類以外的部分"
    ),
    "delete it, or choose another name": "刪除，或改用其他名稱",
    "{count} categories": "{count} 個品類",
    "at most {count} categories": "最多 {count} 個品類",
    "`sales` or `volume` of the category": "該品類的 `sales` 或 `volume`",
    "neither": "兩者都沒有",
    "add `sales:`": "加上 `sales:`",
    "an amount, because the categories make the sales of this plan": "金額，因為此計畫的銷售額由各品類相加",
    "add `sales:` to `plan`, or write an amount": "在 `plan` 下加上 `sales:`，或改寫金額",
    "categories that come to no more than sales ({most})": "各品類合計不超過銷售額（{most}）",
    "correct the sales of a category": "更正某一品類的銷售額",
    "categories that come to no more than the volume ({most})": "各品類合計不超過銷量（{most}）",
    "correct the volume of a category": "更正某一品類的銷量",
    "an amount, which does not move with the whole": "金額，且不隨總額變動",
    "write {amount}, which is {share} today": "寫 {amount}，即目前的 {share}",
    "{parts} in all categories": "各品類合計 {parts}",
    "a name, which no number is": "名稱，不能是數字",
    "a percentage without a plus, such as 2.5%": "不帶加號的百分比，如 2.5%",
    "add a text in a language, such as {example}": "加上某一語言的文字，如 {example}",
    "add at least one entry": "至少加一項",
    "add {keys} to `{part}`, or name another figure": "在 `{part}` 下加上 {keys}，或改用其他數字",
    "an amount, or a percentage of sales such as 2%": "金額，或銷售額的百分比，如 2%",
    "at most {count} classes of stores": "最多 {count} 類門店",
    "compare it with a percentage alone, such as {example}": "只與百分比比較，如 {example}",
    "correct {figure}, or name a figure instead of {measure}": "更正 {figure}，或改用數字，不用 {measure}",
    "delete `{key}`, because an amount is paid on no base": "刪除 `{key}`，因為金額不按基數計算",
    "delete `{key}`, because the contract has no other term": "刪除 `{key}`，因為合約沒有其他條款",
    "delete `{key}`, which only a term with tiers has": "刪除 `{key}`，只有分級距的條款才有此鍵",
    "delete the line break": "刪除換行",
    "either the total or its classes to move, not both": "只變動總數，或只變動各類，不能兩者都變",
    "give the formula a name under `figures`, and write that name here": (
        "在 `figures` 下給算式取名，這裡寫該名稱"
    ),
    "give the formula a name under `figures`, and write {rule}": "在 `figures` 下給算式取名，並寫成 {rule}",
    "move the classes alone": "只變動各類",
    "name a figure of the plan, or add one of your own under `figures`": (
        "改用計畫中的數字，或在 `figures` 下自行加上"
    ),
    "name a figure or a fact, because conditions do not depend on fees": (
        "改用數字或事實，因為條件不取決於費用"
    ),
    "name a figure, because a fact is no number; conditions on it stand in `only_if`": (
        "改用數字，因為事實不是數字；以事實為條件請寫在 `only_if`"
    ),
    "name a figure, because figures do not depend on fees": "改用數字，因為計畫數字不取決於費用",
    "name a figure, because thresholds are not compared with fees": "改用數字，因為門檻不與費用比較",
    "name a figure, such as sales; growth and achievement stand in `measure` and in rules": (
        "改用數字，如 sales；growth 與 achievement 只用於 `measure` 與條件"
    ),
    "name a figure; a share of another fee is a `rate` with `of: {name}`": (
        "改用數字；按另一項費用的比例計費，請用 `rate` 與 `of: {name}`"
    ),
    "name a term of this contract": "改用這份合約的條款",
    "name a term, because a group adds up fees": "改用條款，因為合計只加總費用",
    "name a term; a figure is subtracted in a formula under `figures`": (
        "改用條款；要減去數字，請在 `figures` 下寫算式"
    ),
    "name at least one term, or delete the group": "至少寫一項條款，或刪除此合計",
    "name something else, because a group of terms cannot stand here": (
        "改用其他名稱，因為這裡不能用條款的合計"
    ),
    "put the number under `figures`, and write its name here": "把數字寫在 `figures` 下，這裡寫它的名稱",
    "shorten it": "縮短內容",
    "write `key: value` in each line, without the list": "每行寫 `key: value`，不用清單",
    "write a number without a percent sign": "改為不帶百分號的數字",
    "write a number, or a percentage of a figure that is a number too": (
        "改為數字，或同為數量的數字的百分比"
    ),
    "write a number, or put what is so or not so under `facts`": "改為數字；是或否的情況請寫在 `facts`",
    "write a number, or state {figure} in percent": "改為數字，或把 {figure} 寫成百分比",
    "write a number, or the name of a figure of the plan": "改為數字，或計畫中數字的名稱",
    "write a number; of a figure in percent, {share} is {number}": (
        "改為數字；百分比類的數字，{share} 寫作 {number}"
    ),
    "write a percentage alone, such as {example}": "只寫百分比，如 {example}",
    "write a percentage of at most 100%": "改為不超過 100% 的百分比",
    "write a rule, or delete the key": "寫上條件，或刪除此鍵",
    "write a rule, or delete the key; `null` removes a condition of the extended file": (
        "寫上條件，或刪除此鍵；要去掉沿用檔案的條件，寫 `null`"
    ),
    "write a value in its place": "在此處寫上值",
    "write a word": "改為文字",
    "write an amount, or a percentage of a figure in money": "改為金額，或金額類數字的百分比",
    "write each key with its value in a line of its own below it": "在下方每行寫一個鍵與它的值",
    "write each rule as one text, all in one list": "每項條件寫成一段文字，全部放在同一個清單",
    "write each rule by itself in a list": "在清單中逐項寫出條件",
    "write how many days, such as {example}": "寫明天數，如 {example}",
    "write one name, or two with one | between them": "寫一個名稱，或兩個名稱，中間用一個 | 隔開",
    "write one value, without brackets and dashes": "只寫一個值，不用括號與連字號",
    "write one value, without keys of its own": "只寫一個值，不要再分鍵",
    "write the figure that is compared before {sign}": "在 {sign} 前寫上要比較的數字名稱",
    "write the name of a fact, or delete the key": "寫上事實的名稱，或刪除此鍵",
    "write the names in brackets, with commas between them": "把名稱寫在方括號內，用逗號分隔",
    "write the number in digits": "用阿拉伯數字寫出",
    "write the number of days in digits; other words belong under another key": (
        "用阿拉伯數字寫出天數；其他文字請寫在另一個鍵"
    ),
    "write the terms of the group instead: {names}": "改寫此合計中的條款：{names}",
    "write true or false": "寫 true 或 false",
    "write {rule} to compare two figures": "要比較兩個數字，寫成 {rule}",
    "{count} classes": "{count} 類",
    "{total}, which the classes come to": "各類合計 {total}",
    "put the smallest of them together": "把其中最小的幾個合併",
    "one number, because no class opens stores of which it has a portion": (
        "單一數字，因為沒有任何門市類型有新開門市可按比例分攤"
    ),
    "write `new` in the classes, and `likely` that they come to": (
        "在各門市類型中填寫 `new`，並使 `likely` 等於其合計"
    ),
    "January": "1 月",
    "February": "2 月",
    "March": "3 月",
    "April": "4 月",
    "May": "5 月",
    "June": "6 月",
    "July": "7 月",
    "August": "8 月",
    "September": "9 月",
    "October": "10 月",
    "November": "11 月",
    "December": "12 月",
    "a month from 1 to 12, or its name such as mar": "1 至 12 的月份，或月份名稱，如 mar",
    "write a month from 1 to 12": "改為 1 至 12 的月份",
    "months such as [10], [1..6] or [jan, feb]": "月份，如 [10]、[1..6] 或 [jan, feb]",
    "write the first and the last month, with .. between them": "寫明起訖月份，中間用 ..",
    "name a month, or delete the key": "寫上月份，或刪除此鍵",
    "no months": "沒有任何月份",
    "each month once": "每個月份只寫一次",
    "a quarter from 1 to 4, such as q1": "1 至 4 季，如 q1",
    "write a quarter from 1 to 4": "改為 1 至 4 季",
    "twelve values, one for each month": "十二個值，每月一個",
    "four values, one for each quarter": "四個值，每季一個",
    "write all twelve": "寫滿十二個值",
    "write {example}": "寫作 {example}",
    "how often the event takes place in each quarter, such as [1, 0, 2, 1] or {example}": (
        "活動每季的次數，如 [1, 0, 2, 1] 或 {example}"
    ),
    "the months of the event, such as [3, 9], or how often in each: {example}": (
        "檔期的月份，如 [3, 9]；或各月次數，如 {example}"
    ),
    "a list of twelve amounts or shares (four of quarters), or those of some such as {example}": (
        "十二個月（或四季）的金額、數量或百分比清單，或其中幾個的，如 {example}"
    ),
    "a list of twelve counts (four of quarters), or those of some such as {example}": (
        "十二個月（或四季）的個數清單，或其中幾個的，如 {example}"
    ),
    "a list of twelve times yes or no (four of quarters), or those of some such as {example}": (
        "十二個月（或四季）的 yes 或 no 清單，或其中幾個的，如 {example}"
    ),
    "one value": "一個值",
    "write all twelve, or some as {example}": "寫滿十二個值，或其中幾個月寫作 {example}",
    "write all four, or some as {example}": "寫滿四個值，或其中幾季寫作 {example}",
    "write all of them in a list, or some as {example}": "全部寫成清單，或其中幾個寫作 {example}",
    "how often in each month, in a list": "列出各月次數的清單",
    "write its months, or how often in each as {example}": "寫出其月份，或各月次數，寫作 {example}",
    "write its months in a list, or how often in each as {example}": (
        "以清單寫出其月份，或各月次數，寫作 {example}"
    ),
    "`rest` only among shares, which come to 100%": "`rest` 只與百分比並列，合計 100%",
    "write the amount, or shares everywhere": "寫上金額或數量，或各月都寫百分比",
    "a whole number, because counts take no shares": "整數，因為個數不寫百分比",
    "write how many": "寫上個數",
    "write yes or no for each month, or state it once under `facts` of the plan": (
        "每個月寫 yes 或 no，或在計畫的 `facts` 中只寫一次"
    ),
    "write yes or no for each month": "每個月寫 yes 或 no",
    "correct a share": "更正百分比",
    "write its months, {months} in a contract year that begins in January": (
        "改寫月份；合約年度自 1 月起時為 {months}"
    ),
    "a share, as other months have one": "百分比，與其他月份一致",
    "write the share, or every month as an amount": "改為百分比，或各月都寫金額或數量",
    "`rest` for one month": "只有一個月寫 `rest`",
    "write a share": "改為百分比",
    "shares that come to {total}": "合計為 {total} 的百分比",
    "shares that come to 100%": "合計為 100% 的百分比",
    "correct a share, or write `rest` for one of them": "更正百分比，或其中一個月改寫 `rest`",
    "months that come to {total}, on average {mean}": "各月合計為 {total}，平均為 {mean}",
    "months that come to {total}": "各月合計 {total}",
    "{year}, which the plan states for the year: {difference} less": (
        "計畫全年為 {year}，須減少 {difference}"
    ),
    "{year}, which the plan states for the year: {difference} more": (
        "計畫全年為 {year}，須增加 {difference}"
    ),
    "correct a month, or the year": "更正某個月或全年的數字",
    "months whose mean is {mean}": "各月平均值為 {mean}",
    "months whose mean is {year}": "各月平均值為 {year}",
    "yes in every month": "每個月都是 yes",
    "no in at least one month": "至少一個月是 no",
    "yes in every month, because `facts` says yes of the year": "每個月都是 yes，因為 `facts` 的全年為 yes",
    "no in at least one month, because `facts` says no of the year": (
        "至少一個月是 no，因為 `facts` 的全年為 no"
    ),
    "correct the months, or the fact of the year": "更正各月，或更正 `facts`",
    "months of {figure}": "{figure} 的各月數字",
    "a figure that the plan states": "計畫中填寫的數字",
    "a figure that the plan states, such as sales": "計畫中填寫的數字，如 sales",
    "add it to `plan`": "在 `plan` 中填寫",
    "delete it: the rate is that of the whole year": "刪除此鍵：稅率為全年的稅率",
    "delete it: every month counts as one": "刪除此鍵：每個月都計為一個月",
    "write the months of last year under `last_year` of the plan": "去年各月寫在計畫的 `last_year` 之下",
    "delete it: it is what the other categories leave over": "刪除此鍵：它是其他品類以外的部分",
    "a category of the plan": "計畫中的品類",
    "write the months, or the quarters under `quarters`": "寫出各月，或在 `quarters` 之下寫各季",
    "name a figure first, such as sales, and its months below it": "先寫數字的名稱，如 sales，月份寫在其下",
    "write it under `months`, not under `quarters`": "寫在 `months` 之下，不在 `quarters` 之下",
    "delete it: it follows from other figures": "刪除它：由其他數字算出",
    "what comes and goes in a month, such as `new`": "當月的增減，如 `new`",
    "delete it: it follows from the start of the year and what changes by month": (
        "刪除它：由年初數字與各月增減算出"
    ),
    "{figure} by month and by quarter": "{figure} 按月與按季各寫了一次",
    "each figure once": "每項數字只寫一次",
    "{count} stores that close in {month}": "{month}關閉 {count} 家店",
    "no more than there are then ({most})": "不超過當時的店數（{most}）",
    "let them close later, or open earlier": "改為較晚關店，或較早開店",
    "months inside the contract year, which begins in {month}": "合約年度以內的月份（自{month}起）",
    "{term}, which is settled for longer than this term": "{term}，其結算期間比本條款長",
    "a term that is settled within each period of this one": "結算期間完整落在本條款各期以內的條款",
    "settle both by the same periods, or this one by longer ones": (
        "兩項採用相同的結算期間，或本條款採用較長的"
    ),
    "{figure} of last year by month, which the plan does not give": "計畫中沒有去年各月的 {figure}",
    "last year's months beside this year's": "與今年並列的去年各月數字",
    "add `months` to `last_year`, or settle the term by the year": (
        "在 `last_year` 中加上 `months`，或改為按年結算"
    ),
    "`cumulative` without `each`": "有 `cumulative` 而沒有 `each`",
    "`each: month`, `quarter` or `half` beside it": "同時有 `each: month`、`quarter` 或 `half`",
    "add `each:`, or delete `cumulative`": "加上 `each:`，或刪除 `cumulative`",
    "`cumulative` with `each: year`, which settles once": "`cumulative` 與只結算一次的 `each: year` 並列",
    "settle it more often, or delete `cumulative`": "改為較頻繁的結算，或刪除 `cumulative`",
    "name a figure, because `year.` stands before figures alone": "改寫一項數字，因為 `year.` 之後只寫數字",
    "write {rule}, because `year.` stands before figures alone": (
        "改為「{rule}」，因為 `year.` 之後只寫數字"
    ),
    "write {text}, because `year.` stands before figures alone": (
        "改為「{text}」，因為 `year.` 之後只寫數字"
    ),
    "{key}, another name of {first}": "{key}，與 {first} 所指相同",
    "each quarter once": "每季只寫一次",
    "a last year that begins in {month}": "自{month}起的去年",
    "the month in which this year begins ({month})": "今年開始的月份（{month}）",
    "write the same `starts` in both years": "兩年寫相同的 `starts`",
    "categories that come to more than sales in {month}": "{month}超過銷售額的品類",
    "categories that come to more than sales from {first} to {last}": "{first}至{last}超過銷售額的品類",
    "no more than sales in every period of a term that reads {figure}": (
        "在讀取 {figure} 的條款的每一期內不超過銷售額"
    ),
    "correct the months of sales or of a category": "更正銷售額或品類的月份",
    "a day of the calendar": "日曆上有的日期",
    "check the month and the day": "檢查月與日",
    "a file that is no workbook": "不是活頁簿的檔案",
    "a workbook (.xlsx)": "活頁簿（.xlsx）",
    "save it as an Excel workbook (.xlsx) and try again": "另存為 Excel 活頁簿（.xlsx）後重試",
    "more than {most:,} cells": "超過 {most:,} 個儲存格",
    "a file of more than {most:,} bytes": "超過 {most:,} 位元組的檔案",
    "a workbook that unpacks to far more than its size": "解壓後遠大於自身大小的活頁簿",
    "a workbook that `ka-terms show` or `ka-terms compare` wrote": (
        "由 `ka-terms show` 或 `ka-terms compare` 寫出的活頁簿"
    ),
    "restore the sheet that holds the contracts, or ask for the file again": (
        "還原存放合約的工作表，或重新索取檔案"
    ),
    "a workbook without a contract": "沒有合約的活頁簿",
    "the line as ka-terms wrote it": "ka-terms 寫出的原行",
    "restore it, or read the file with the version of ka-terms that wrote it": (
        "還原該行，或以寫出該檔的 ka-terms 版本讀取"
    ),
    "an edited line about a contract": "被修改過的合約說明行",
    "the row of {key} with a number": "{key} 一列及其數字",
    "restore it; to strike a fee, delete all of its rows": "還原該列；如要刪除費用，請刪除其全部列",
    "no number for {key}": "{key} 沒有數字",
    "edits that make no contract": "無法構成合約的修改",
    "a valid contract": "有效的合約",
    "the private values of the workbook are left out; add --internal to keep them": (
        "活頁簿中的內部數值未寫入；如需保留，請加 --internal"
    ),
    "the sheet {sheet} with a column {name}": "含有欄「{name}」的工作表「{sheet}」",
    "restore the names of the sheet and of its columns": "還原工作表及其欄的名稱",
    "no such cells": "沒有這些儲存格",
    "edits of several contracts": "多份合約均有修改",
    "the name of one of them": "其中一份的名稱",
    "restore the formula and edit the inputs": "還原公式，改在輸入儲存格修改",
    "the formula that stood there": "原有的公式",
    "a fee": "費用名稱",
    "choose one of the list, or write a name": "從清單選擇，或填寫名稱",
    "put both into one row": "合併為一列",
    "one of the list": "清單中的一項",
    "choose one of the list": "從清單中選擇",
    "one minimum": "一個最低值",
    "our proposal, or the request and our proposal": "我方提案，或對方要求與我方提案",
    "name at most two files": "最多指定兩個檔案",
    "{count} contracts": "{count} 份合約",
    "all columns, because very long outputs are written row by row": "全部欄，因為很長的輸出逐列寫出",
    "a selection": "部分欄",
    "something else": "其他內容",
    "the key {key}, once": "鍵 {key}，且只出現一次",
    "restore the keys of the rows": "還原各列的鍵",
    "add one of these: {options}": "加上其中之一：{options}",
    "edits that no file of the contract can state together": "合約檔無法同時表示的修改",
    "change them in the file of the contract itself": "請直接修改合約檔",
    "a file with the same amounts": "金額相同的檔案",
    "edited too: {names}": "另有修改：{names}",
    "cells far beyond its table": "遠在表格之外的儲存格",
    "delete what stands there and save it again": "刪除該處內容後重新儲存",
    "write a number": "填寫數字",
    "{term} struck out": "刪除 {term}",
    "terms that do not name it: {names} do": "其他條款未引用它：{names} 引用了它",
    "restore its rows, or delete those of the others too": "還原其各列，或一併刪除引用它的條款",
    "the text as ka-terms wrote it": "ka-terms 寫出的原文",
    "restore it, and edit the inputs instead": "還原原文，改在輸入儲存格修改",
    "an edited text of {name}": "「{name}」的文字被修改過",
    "how the tiers apply": "級距方式",
    "comments on cells are not read; please look at them": "儲存格的註解未讀取，請自行查看",
    "a format that fills in a template: {names}": "可套用範本的格式：{names}",
    "write {marker} into a paragraph of its own": "將「{marker}」單獨寫成一段",
    "a format of text, because --output names the scenario": "文字格式，因為 --output 指定的是方案檔",
    "a report that has a chart": "有圖表的報告",
    "choose another format": "改用其他格式",
    "a format that is a picture: {names}": "圖片格式：{names}",
    "a computer without a font that has {letters}": "電腦上沒有含 {letters} 的字型",
    "an installed font such as {names}": "已安裝的中文字型，例如 {names}",
    "install one of them, or choose the format {name}": "安裝其中一種，或改用 {name} 格式",
    "a format with tables": "有表格的格式",
    "a contract to approve, with status: agreed or draft, and with terms": (
        "一份待核准的合約：status 為 agreed 或 draft，且有條款"
    ),
    "name it: {option} FILE": "請指明：{option} FILE",
    "one contract in this role": "此項只能有一份合約",
    "the contracts {names}": "合約 {names}",
    "not on the page: {files}": "未列入本頁：{files}",
    "an amount of sales, because the plan does not give last year's": "銷售額金額，因計畫未提供去年銷售額",
    "write an amount, such as 8M": "請寫金額，例如 8M",
    "a pptx presentation with a layout and without macros": "含有版面配置且不含巨集的 pptx 簡報",
    "save it as a presentation (.pptx) in your program for slides": "請在簡報軟體中另存為簡報（.pptx）",
    "{count:,} rows": "{count:,} 列",
    "at most {count:,} rows in {name}": "{name} 最多 {count:,} 列",
    "use --where, or one of {names}, which take any number of rows": (
        "請用 --where，或改用不限列數的格式：{names}"
    ),
    "at most {count} sliders": "最多 {count} 個滑桿",
    "remove some": "刪去幾個",
    "a number that moves; a fact is yes or no": "可變動的數字；事實只有是或否",
    "a range such as 8M..12M or 8M..12M..250k": "範圍，如 8M..12M 或 8M..12M..250k",
    "write the least and the most value with .. between them": "寫出最小值與最大值，中間用 .. 隔開",
    "write two different ends": "寫兩個不同的端點",
    "an input on which a fee depends": "會影響費用的數字",
    "correct the ending": "改正副檔名",
    "a range such as 8M..12M, because there is none around this value": (
        "8M..12M 這樣的範圍，因為這個數值周圍沒有範圍"
    ),
    "write --slider {path}=LOW..HIGH": "寫成 --slider {path}=LOW..HIGH",
    "the request alone (status: ask)": "只有對方要求（status: ask）",
    "name the file of our proposal": "加上我方提案的檔案",
    "two contracts of ours, the first with status: {status}": "兩份我方的合約，第一份是 status: {status}",
    "write `status: ask` in the file of the request, or name one file": (
        "在對方要求的檔案裡寫 `status: ask`，或只列一個檔案"
    ),
    "the accounts {names}": "客戶 {names}",
    "contracts of one account": "同一客戶的合約",
    "name contracts of one account, or correct `account:`": "列出同一客戶的合約，或改正 `account:`",
    "the term {term}, which stands on {names}": "條款 {term}，它以 {names} 為基礎",
    "terms that stand on nothing the retailer does not receive (`to: other`)": (
        "條款不以零售商收不到的費用（`to: other`）為基礎"
    ),
    "state what it stands on as a figure of the plan, or leave the term out of this file": (
        "把它的基礎寫成計畫中的數字，或在這個檔案裡不列這項條款"
    ),
    "a template without comments, tracked changes and speaker notes": "沒有註解、追蹤修訂與備忘稿的範本",
    "remove them, because they would go along": "刪去這些，因為會跟著送出",
    "a docx document with one paragraph {marker}": "有且只有一個 {marker} 段落的 docx 文件",
    "sales at most as planned, {sales}": "不高於計畫的銷售額 {sales}",
    "write lower sales": "改為較低的銷售額",
    "a picture of {count} lines, one a contract and value of the second input": (
        "有 {count} 條線的圖（每份合約、第二項輸入的每個值各一條）"
    ),
    "at most {count} lines": "最多 {count} 條線",
    "give the second input fewer values": "減少第二項輸入的值",
    "an amount a year, or a percentage of sales such as 3%": "每年的金額，或占銷售額的百分比，如 3%",
    "a step that leaves a value which a contract may state": "讓步後仍是合約可以寫的值",
    "write a smaller step": "寫小一點的讓步",
    "a term or an event that has a step": "有讓步的條款或檔期",
    "no contract with a walk-away limit": "沒有寫明底線的合約",
    "a file with `walk_away` under `private`": "`private` 下有 `walk_away` 的檔案",
    "add `walk_away`, such as {example}": "加上 `walk_away`，如 {example}",
    "walk-away limit passed: {name}: {metric} is {value}, the limit {limit}": (
        "已突破底線：{name}：{metric} 為 {value}，底線 {limit}"
    ),
    "numbers that an offer may change": "方案可以變動的數字",
    "at most {count} choices of numbers that have a part in one fee": "影響同一項費用的數字，最多 {count} 種組合",
    "give fewer values, or fewer of these numbers": "減少值，或減少這些數字",
    "a path and values, such as {example}": "路徑與值，如 {example}",
    "a number that an offer can change, such as a rate or an event": "方案可以變動的數字，如費率或檔期次數",
    "leave it out: offers stand on one plan": "請刪去：各方案按同一計畫",
    "each number once": "每個數字只寫一次",
    "put its values into one --vary": "把值寫在同一個 --vary",
    "a limit on all fees, such as {example}": "對全部費用的限制，如 {example}",
    "write total_fees or fee_ratio, and <=": "寫 total_fees 或 fee_ratio，並用 <=",
    "sales at least as planned, {sales}": "不低於計畫的銷售額 {sales}",
    "write higher sales": "改為較高的銷售額",
    "an edition for the retailer": "對外版",
    "use `ka-terms compare --for retailer`": "改用 `ka-terms compare --for retailer`",
    "an amount of money, and this figure of the plan is a share": "金額；計畫中的此項數字是比率",
    "name a figure with the retailer's sales without VAT": "改為零售商未稅銷售額的數字",
    "a figure that {name} has under `plan: figures:`": "「{name}」的 `plan: figures:` 之下的數字",
    "add it there, such as `sell_out: 12M`, retail sales without VAT": (
        "在該處加上，例如 `sell_out: 12M`，即未稅零售額"
    ),
    "1 to {most} rounds, each a file with `status:` and terms": (
        "1 至 {most} 輪，每輪一個有 `status:` 與條款的檔案"
    ),
    "a day not before that of the round above, {day}": "不早於上一輪的日期 {day}",
    "a directory or another thing that is no file": "目錄或其他非檔案的項目",
    "a file with rounds": "列出各輪的檔案",
    "a folder and {count} more": "一個資料夾與另外 {count} 項",
    "a folder without rounds": "沒有任何一輪的資料夾",
    "a list without entries": "空的清單",
    "add a line such as {example}": "加上一行，例如 {example}",
    "correct the date, or list the rounds in their order": "更正日期，或按先後順序列出各輪",
    "each file once": "每個檔案只列一次",
    "files of rounds": "各輪的檔案",
    "files that {file} does not list": "{file} 沒有列出的檔案",
    "files with `status: ask`, `proposal`, `draft` or `agreed`": (
        "`status:` 為 `ask`、`proposal`、`draft` 或 `agreed` 的檔案"
    ),
    "list them under `rounds:`, or name the files that stand there": (
        "把這些檔案列在 `rounds:` 之下，或改為其中已列出的檔案"
    ),
    "name one folder alone": "只指定一個資料夾",
    "name the files of the rounds": "指定各輪的檔案",
    "not a round: {files}": "未列為一輪：{files}",
    "one folder, or files": "一個資料夾，或若干檔案",
    "rounds in an order": "能判斷先後的各輪",
    "the command without {option}": "指令沒有 {option}",
    "write `status:` in each file, or name the files": "在每個檔案寫上 `status:`，或直接指定檔案",
    "write {file} in the folder, with `rounds:` and below it a line `{line}` for each round": (
        "在資料夾中寫一個 {file}：先寫 `rounds:`，其下每輪一行 `{line}`"
    ),
    "{count} rounds": "{count} 輪",
    "{first} and {second}, both with `status: {status}` and no day that tells which came first": (
        "{first} 與 {second} 都是 `status: {status}`，沒有日期可判斷先後"
    ),
    "{option}, because nothing of the result is for others": "{option}，因為結果都不供外部使用",
    "our own edition, because nothing of the result is for others": "我方自用版，因為結果都不對外",
    "a number that is agreed, such as a rate or an event": "雙方談定的數字，如費率或檔期次數",
    "leave it out: steps are on one plan": "請刪去：讓步都按同一計畫",
    "a limit in money, because planned sales are 0": "金額限制，因為計畫銷售額為 0",
    "write total_fees and an amount": "寫 total_fees 與金額",
    "a request with terms": "有條款的對方要求",
    "name the file of their request": "指明對方要求的檔案",
    "each file once, because a file is one round": "每個檔案一次，因為一個檔案就是一輪",
    "name it once": "只寫一次",
    "write other sales, or change the plan": "改寫銷售額，或修改計畫",
    "sales that the rest of the plan allows": "與計畫其他數字相符的銷售額",
    "a file with `payment_days` under `conditions`": "在 `conditions` 下有 `payment_days` 的檔案",
    "a file with `cost_of_capital` under `private`": "在 `private` 下有 `cost_of_capital` 的檔案",
    "add it, or leave the step out": "補上它，或不要這一步",
    "a contract to aim at, with status: agreed, draft or proposal, and with terms": (
        "作為目標的合約，status 為 agreed、draft 或 proposal，並有條款"
    ),
    "write `rounds:` and below it a line for each round, such as {line}": "寫 `rounds:`，其下每輪一行，例如 {line}",
    "no list of rounds": "不是各輪的清單",
    "now, an amount, or a limit such as {example}": "now、金額，或上限，例如 {example}",
    "{sales} as last year's sales in {name}": "{name} 中的去年銷售額 {sales}",
    "those of {name}, {sales}": "{name} 的 {sales}",
    "name the files from the first year to the last": "檔案由最早的年度依序列出",
    "years of one account, in one currency ({first})": "同一客戶、同一幣別的各年（{first}）",
    "leave {name} out": "不要列入 {name}",
    "sales of the event, or an uplift such as {example}": "檔期銷售額，或增幅，例如 {example}",
    "a margin below 100%": "低於 100% 的毛利率",
    "add `fee:`, or `terms:` with the terms charged for it": "加上 `fee:`，或以 `terms:` 寫出為此收取的條款",
    "what the promotion costs": "促銷的費用",
    "either `items_share` or `baseline`": "`items_share` 或 `baseline` 其中之一",
    "a cut below 100%": "低於 100% 的降幅",
    "at least one day": "至少一天",
    "a term of the contract": "合約的條款",
    "add the term, or state the `fee` of the promotion": "加上此條款，或寫明促銷的 `fee`",
    "a contract with `promotions`, or a term that is charged for events": "有 `promotions` 的合約，或按次收取的條款",
    "add `promotions:`": "加上 `promotions:`",
    "a promotion or a term of the contract": "合約的促銷或條款",
    "a term that is charged for events": "按次收取的條款",
    "describe it under `promotions`, with its fee": "在 `promotions` 下寫明它與費用",
    "correct the number": "更正此數字",
    "{done:,} of {total:,} files, {percent}%": "{done:,} / {total:,} 個檔案，{percent}%",
    "files that end in .yaml or .yml": "以 .yaml 或 .yml 結尾的檔案",
    "name another folder, or files": "指定另一個資料夾，或檔案",
    "files with contracts that have terms": "有條款的合約檔案",
    "no contract": "沒有合約",
    "name other files": "指定其他檔案",
    "a column named {names}": "名為 {names} 的欄",
    "a formula that was never calculated": "從未計算過的公式",
    "a known name of a column": "已知的欄名",
    "a list of rows": "各列的清單",
    "a list with an entry `- {example}` for each row": "每列一項 `- {example}` 的清單",
    "a narrower table": "欄數較少的表格",
    "a quotation mark that is never closed": "沒有結尾的引號",
    "a row with names of columns, such as {names}": "有欄名的一列，例如 {names}",
    "a second column {name}, as {first}": "第二個相同的欄 {name}，與 {first} 重複",
    "a second one at the end of the cell": "儲存格末尾的另一個引號",
    "a separator": "分隔符號",
    "a table": "表格",
    "a table as text": "文字檔的表格",
    "a table in UTF-8": "UTF-8 的表格",
    "a table in one of these formats: {names}": "下列格式之一的表格：{names}",
    "a table in {encoding}": "編碼為 {encoding} 的表格",
    "a table of at most {count} MiB": "最多 {count} MiB 的表格",
    "a table: {names}": "表格：{names}",
    "a text of {count} characters": "{count} 個字的文字",
    "a text or a number": "文字或數字",
    "a text that may read '{one}' ({first}) or '{other}' ({second})": (
        "可讀為「{one}」（{first}）或「{other}」（{second}）的文字"
    ),
    "a text without hidden characters": "沒有隱藏字元的文字",
    "a value in each row": "每列都有的值",
    "add a row": "加一列",
    "add the column, or rename the one that is meant": "補上該欄，或更改所指那欄的欄名",
    "add {first} or {second}, whichever is meant": "依實際情況加上 {first} 或 {second}",
    "an empty table": "空的表格",
    "an encoding that is named": "指明的編碼",
    "as many as there are names of columns: {count}": "與欄名一樣多：{count}",
    "at most {count} characters": "最多 {count} 個字",
    "characters that are neither UTF-8 nor GB18030 nor Big5": "不是 UTF-8、GB18030 或 Big5 的字元",
    "characters that are not {encoding}": "不是 {encoding} 的字元",
    "close it, or write it twice where it is part of the text": "補上結尾引號；若為內文，則連寫兩個",
    "correct the formula, or write the value": "修正公式，或直接寫值",
    "delete one of them (the first is in column {column})": "只保留一個（第一個在 {column} 欄）",
    "delete one of them, or give it another name": "只保留一個，或改用其他名稱",
    "delete the columns that are not needed": "刪除不需要的欄",
    "each column once": "每欄只出現一次",
    "its value": "其值",
    "more than {count} columns": "超過 {count} 欄",
    "more than {count} rows": "超過 {count} 列",
    "name a table, or a scenario": "指定表格，或合約檔案",
    "name it: {option}": "指定其名稱：{option}",
    "name the columns in the first row: {names}": "在第一列寫上欄名：{names}",
    "name the table alone": "只指定表格",
    "no column {name}": "沒有 {name} 欄",
    "no list": "不是清單",
    "no row": "沒有任何一列",
    "one table, or scenarios": "一個表格，或合約檔案",
    "open the workbook in a spreadsheet program, and save it": "以試算表軟體開啟並儲存",
    "put numbers with commas in quotes, or write them without": "有逗號的數字加上引號，或不寫逗號",
    "rows below the names of the columns": "欄名以下的各列",
    "save it again as UTF-8, or name its encoding with {option}": "另存為 UTF-8，或以 {option} 指明編碼",
    "save it in one of these formats: {names}": "另存為下列格式之一：{names}",
    "scenarios": "合約檔案",
    "several sheets with such a table: {names}": "數個工作表都有此種表格：{names}",
    "split the table": "拆成數個表格",
    "text behind a quoted cell": "引號後還有文字",
    "type it again": "重新輸入",
    "write a quotation mark in a quoted cell twice": "引號內的引號連寫兩個",
    "{count} cells": "{count} 個儲存格",
    "{count} files, one of them a table": "{count} 個檔案，其中一個是表格",
    "a term that is charged for events of which the plan has some": "按次收取、且計畫有此檔期的條款",
    "state the `fee` of the promotion": "寫明促銷的 `fee`",
    "{year} behind {before}": "{before} 之後為 {year}",
    "years that follow each other": "前後相連的年度",
}
