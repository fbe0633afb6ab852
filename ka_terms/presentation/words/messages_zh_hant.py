"""Traditional Chinese: messages about what was typed, by English template; see `ka_terms.text.messages`."""

from __future__ import annotations

TEMPLATES = {
    # the command line
    "Error: {text}": "錯誤：{text}",
    "error: {reason}": "錯誤：{reason}",
    "Try '{command}' for help.": "用法說明：{command}",
    "{option}: {text}": "{option}：{text}",
    "saved: {file}": "已存檔：{file}",
    "limit exceeded: {name}: {metric} is {value} (--fail-if '{rule}')": (
        "超出限值：{name}：{metric} 為 {value}（--fail-if '{rule}'）"
    ),
    "{done:,} of {total:,} combinations, {percent}%": "已試算 {done:,}／{total:,} 個組合，{percent}%",
    "for completion and hints in your editor: ka-terms schema --output {schema}": (
        "要讓編輯器補全並提示，請執行：ka-terms schema --output {schema}"
    ),
    "one of {names}": "下列之一：{names}",
    "choose one of them": "請從中選一個",
    "a value": "一個值",
    "no value": "不帶值",
    "an option of {command}": "{command} 的選項",
    "no further word": "不再有其他內容",
    "remove it": "請刪去",
    "remove them": "請全部刪去",
    "see `{command}`": "請看 `{command}`",
    "add {text}": "請加上 {text}",
    "run {command}": "請執行 {command}",
    "remove {option}": "請去掉 {option}",
    "remove --explain": "請去掉 --explain",
    "remove {option}, or choose another format": "請去掉 {option}，或改用其他格式",
    "remove one of them": "請去掉其中一個",
    "only one of them": "兩者之一",
    "{first} and {second}": "{first} 與 {second}",
    "{name} together with {option}": "{name} 與 {option} 並用",
    "all rows in this format": "寫出全部各列",
    "the format {name}": "{name} 格式",
    "a format that can start with a byte order mark: {names}": "可帶位元組順序標記（BOM）的格式：{names}",
    "a file name that ends in one of {endings}": "副檔名為下列之一的檔名：{endings}",
    "correct the ending, or add --format": "請改正副檔名，或加上 --format",
    "a whole number from {least:,} to {most:,}": "{least:,} 到 {most:,} 的整數",
    "a percentage above 0% and below 100%": "大於 0% 且小於 100% 的百分比",
    "write a percentage such as {example}": "請寫百分比，如 {example}",
    "one file": "一個檔案",
    "{count} files": "{count} 個檔案",
    "one file, or two to compare": "一個檔案，或兩個相比較的檔案",
    "keep one or two files": "請只留一個或兩個檔案",
    "at least two files, or one and --baseline": "至少兩個檔案，或一個檔案加 --baseline",
    "add a file, or --baseline FILE": "請再加一個檔案，或加上 --baseline FILE",
    "a rule that must be met": "要達到的條件",
    "a contract with terms": "有條款的合約",
    "a text that is in the key, a name or an alias of a fee type": "費用類型的代號、名稱或別名中的文字",
    "see all of them with `ka-terms catalogue`": "可用 `ka-terms catalogue` 列出全部",
    "a file, because the draft refers to it": "一個檔案，因為草案要引用它",
    "name a file": "請寫檔名",
    "the file of --from": "--from 所指的檔案",
    "another file, because the draft refers to that of --from": "另一個檔案，因為草案要引用 --from 的檔案",
    "name another file": "請改寫另一個檔名",
    "{count:,} combinations ({duration})": "{count:,} 個組合（{duration}）",
    "about {count:,.0f} seconds": "約需 {count:,.0f} 秒",
    "about {count:,.0f} minutes": "約需 {count:,.0f} 分鐘",
    "at most {count:,}": "不超過 {count:,}",
    "use a larger step, or add --yes": "請改用較大的間距，或加上 --yes",
    "more than {count:,} rows": "超過 {count:,} 列",
    "a shorter table": "較短的表",
    "use --where or --best, or one of the formats {names}": (
        "請用 --where 或 --best，或改用下列格式之一：{names}"
    ),
    "no unit, because very many rows, and parquet, hold full amounts": (
        "不帶單位，因為列數極多時以及 parquet 中，金額都寫全數"
    ),
    "write {first} or {second}": "請寫 {first} 或 {second}",
    "at {place}: {reason}": "{place} 時：{reason}",
    "one number": "一個確定的數字",
    "an estimate of sales or of store openings": "銷售額或新開店數的估計值",
    "write {sales}, or under `stores` {openings}": "請寫 {sales}，或在 `stores` 之下寫 {openings}",
    "an amount beyond 10^18": "超過 10^18 的金額",
    "a smaller amount": "較小的金額",
    "check its numbers for wrong digits": "請檢查其中的數字是否寫錯",
    "the amount of {key} is beyond 10^18: check its numbers for wrong digits": (
        "{key} 的金額超過 10^18：請檢查其中的數字是否寫錯"
    ),
    "a new file": "新檔案",
    "a file": "檔案",
    "a file that exists": "已有的檔案",
    "add --force to replace it": "要覆寫請加上 --force",
    "a folder": "資料夾",
    "name a file in it": "請寫其中的檔名",
    "no such folder": "不存在的資料夾",
    "create the folder {folder}": "請先建立資料夾 {folder}",
    "a device or pipe": "裝置或管線",
    "remove --output to write to standard output": "若要寫到標準輸出，請去掉 --output",
    "a file that cannot be written": "無法寫入的檔案",
    "a name or a text that no file can have": "檔案不能有的名稱或文字",
    "write another name": "請改用其他名稱",
    "write to another folder": "請寫到其他資料夾",
    "the terminal or a pipe": "終端機或管線",
    "no library {library}": "沒有安裝 {library}",
    "an installation with it": "已安裝此程式庫",
    # files
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
    "a key without signs that no one sees": "沒有看不見符號的鍵",
    "delete them": "請將其刪去",
    "write {number}": "請寫 {number}",
    "a comma groups exactly three digits: group all of them so, or none": (
        "逗號只用來隔開三位數：請全部三位一隔，或全部不隔"
    ),
    "{code} is {name}: type a minus, -": "{code} 是 {name}：請輸入減號 -",
    "there is {code} in it, {name}: delete it": "其中有 {code}（{name}）：請刪除",
    "there is {code} in it, {name}: type a plain space": "其中有 {code}（{name}）：請輸入普通空格",
    "{sign} ({code}, {name}) is no part of a number": "{sign}（{code}，{name}）不是數字的一部分",
    "write {grouped} or {divided}, whichever is meant": "請按原意寫成 {grouped} 或 {divided}",
    "a private number": "內部數字",
    "a number that cannot be read in two ways": "只有一種讀法的數字",
    "write {whole} for one value, or {several} for several": (
        "若為一個值，請寫 {whole}；若為數個值，請寫 {several}"
    ),
    "put a space behind each comma that divides values": "請在分隔數值的每個逗號後加空格",
    "values that commas divide in one way only": "只有一種分法的數值",
    "write {key}: {number} or {key}: {quoted}": "請寫 {key}: {number} 或 {key}: {quoted}",
    "write {key}: {number}": "請寫 {key}: {number}",
    "write {key} without commas": "{key} 的數字請不要用逗號",
    "{key}: {number} in braces": "大括號內的 {key}: {number}",
    "no comma in a number there: in braces it ends the entry": "數字中沒有逗號：在大括號內，逗號會結束一項",
    "{key}, another name of the fee {first}": "{key}，與 {first} 是同一項費用",
    "each fee once": "每項費用只寫一次",
    "the first stands in line {line}: keep one of them": "第一次出現在第 {line} 行：請只保留一項",
    "a name of one fee only": "只屬於一項費用的名稱",
    "it is a name of {owner} already: take it out of one of them": "它已是 {owner} 的名稱：請從其中一項刪去",
    "write the one that is meant: {names}": "請寫明是哪一個：{names}",
    "{written} is read as the fee {key}": "{written} 讀作費用 {key}",
    "{key} stands beside the inherited {inherited}, which stays; if that is meant, write {inherited}": (
        "{key} 與沿用的 {inherited} 並存，後者仍然有效；若指的是後者，請寫 {inherited}"
    ),
    "{key} is taken as a name of your own, not as {known}; if that is meant, write {known}": (
        "{key} 視為自訂名稱，而非 {known}；若指的是後者，請寫 {known}"
    ),
    "{key} looks private, but is shown to whoever sees this contract; what must not leave goes under `private:`": (
        "{key} 看似內部資料，但凡看到這份合約的人都會看到；不得外流的內容請寫在 `private:` 之下"
    ),
    "{key} sounds like a fee of a month or quarter, but its tiers are measured on the whole year": (
        "{key} 看似按月或按季的費用，但其級距按全年計量"
    ),
    "on this plan the least, {least}, is above the most, {most}: the most counts": (
        "按此計畫，最低額 {least} 高於最高額 {most}：以最高額為準"
    ),
    "{text} is read with a decimal point; if the point groups thousands, write {grouped}": (
        "{text} 的點讀作小數點；若用來隔開千位，請寫 {grouped}"
    ),
    "{key} matches nothing in the program or in the files checked": (
        "{key} 與程式及所查檔案中的任何名稱都不符"
    ),
    "if {known} is meant, write {known}": "若指的是 {known}，請寫 {known}",
    "no more returns than sales": "退貨不超過銷售額",
    "the low of sales is {sales}": "銷售額的低值為 {sales}",
    "sales come to {sales}": "銷售額為 {sales}",
    "no more closed stores than there are": "關店數不超過現有店數",
    "opening and the low of new stores are {most} together": "期初店數加新開店數的低值共 {most} 家",
    "opening and new stores are {most} together": "期初店數加新開店數共 {most} 家",
    "growth with its sign, such as +5%, or as an index from 100% on, such as 105% (the same)": (
        "帶正負號的成長，如 +5%；或 100% 以上的同比指數，如 105%（兩者相同）"
    ),
    "write +{bare} for growth of {bare}, or {fall} for {bare} of last year": (
        "若為成長 {bare}，請寫 +{bare}；若為去年的 {bare}，請寫 {fall}"
    ),
    "growth on last year ({growth})": "相對去年的成長（{growth}）",
    "a step above zero": "大於零的步長",
    "values all with a sign, or all without": "全部帶正負號或全部不帶的數值",
    "{same} is the same as {bare}, +{bare} is {more}": "{same} 即 {bare}，+{bare} 即 {more}",
    "a bound above the one before it": "高於前一級的門檻",
    "the tier before starts at {bound}": "前一級起點為 {bound}",
    "likely no lower than low": "likely 不低於 low",
    "low is {value}": "low 為 {value}",
    "high no lower than likely": "high 不低於 likely",
    "likely is {value}": "likely 為 {value}",
    "a metric that may leave the house": "可以外傳的指標",
    "it is private: add --internal": "它屬內部資料：請加上 --internal",
    "a contract whose file gives {key}": "檔案中有 {key} 的合約",
    "there are {names}": "可用的有 {names}",
    "a figure of the plan or a parameter of a term": "計畫中的一項數字或條款中的一個參數",
    "choose one of {paths}": "請從 {paths} 中選擇",
    "{contract} has no {key}: add it under `terms:` with 0, `{line}`": (
        "{contract} 沒有 {key}：請在 `terms:` 之下以 0 加入 `{line}`"
    ),
    "a key that does not begin with {start}": "不以 {start} 開頭的鍵",
    "{contract} does not: write {key}": "{contract} 沒有：請寫 {key}",
    "keep one of them": "請只保留一項",
    "{key} stands beside {first}, and both count; keep one": (
        "{key} 與 {first} 並存，兩者都計入；請只保留一項"
    ),
    "{key} is a figure here, but also names the fee {fee}; give it another name": (
        "{key} 在此是數字，但也是費用 {fee} 的名稱；請改用其他名稱"
    ),
    "{key} is a name of your own, not {name}; give it another name": (
        "{key} 是自訂名稱，而非 {name}；請改用其他名稱"
    ),
    "a name that is not a figure or a total already": ("尚未用作數字或合計的名稱"),
    "choose another name": ("請改用其他名稱"),
    "it is a name of {owner}, which ships with the program: choose another, or define {owner} here too": (
        "它是程式內建的 {owner} 的名稱：請改用其他名稱，或在此檔案中也定義 {owner}"
    ),
    "one name": ("單一名稱"),
    "write {key}, or give yours a name under `categories:`": (
        "請寫 {key}，或在 `categories:` 下為自訂類別命名"
    ),
    "a category that has a name": ("已有名稱的類別"),
    "{key} is called {label}, as {other} is: no table tells them apart": (
        "{key} 名為 {label}，與 {other} 同名：表中無法區分"
    ),
    "an alias of what is private": "內部內容的別名",
    "a value of its own: what line {line} anchors stays under `private:`": (
        "自己的值：第 {line} 行以錨標記的內容只留在 `private:` 之下"
    ),
    "write the value out if others may see it": "若可讓他人看到，請把值寫出來",
    "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k": (
        "數字，如 4020000、4,020,000、402万、4.5M 或 350k"
    ),
    "a number, as the bounds are measured in {measure}": "數字，因為門檻按 {measure} 計量",
    "a share in percent that can be read in one way": "只有一種讀法的百分比",
    "a share in percent, such as 2.5%": "百分比，如 2.5%",
    "a share of the target without a sign, such as 90% or 110%": (
        "占目標的百分比，不帶正負號，如 90% 或 110%"
    ),
    "a sign without a name": "沒有名稱的符號",
    "a step in points, such as 5%": "以百分點計的步長，如 5%",
    "a whole number, zero or more": "零或以上的整數",
    "an amount carries no percent sign": "金額不帶百分號",
    "an amount, or a share of a figure such as 8% of sales": "金額，或某個數字的百分比，如 8% of sales",
    "an index in percent, such as 110% (1.1 times) or +10% (the same)": (
        "百分比指數，如 110%（1.1 倍）或 +10%（兩者相同）"
    ),
    "an index such as 110%": "指數，如 110%",
    "check for a slip in the digits or the unit": "請檢查位數或單位是否有誤",
    "did you mean {first} or {second}?": "您指的是 {first} 還是 {second}？",
    "did you mean {first}?": "您指的是 {first} 嗎？",
    "for bounds in percent set `measure: growth` or `measure: achievement`": (
        "若門檻為百分比，請寫 `measure: growth` 或 `measure: achievement`"
    ),
    "is it {first} or {second}? Write the percent sign": "是 {first} 還是 {second}？請寫出百分號",
    "it cannot be negative": "不能為負數",
    "it cannot be negative: write {growth} if it is growth": "不能為負數：若為成長，請寫 {growth}",
    "it has too many digits": "位數太多",
    "it is counted in whole units": "只能是整數",
    "leave out the currency sign: `currency:` names it": "請去掉貨幣符號：貨幣由 `currency:` 指明",
    "leave out the leading zero, or put a name in quotes": "請去掉開頭的零；若為名稱，請加引號",
    "leave out the {sign} sign": "請去掉 {sign} 號",
    "less than nothing is left at that index": "按此指數，所剩小於零",
    "names in brackets with commas between them, not one text with '{sign}'": (
        "方括號內以逗號分隔的名稱，而不是含 '{sign}' 的一段文字"
    ),
    "only plan.sales and plan.stores.new take low, likely and high": (
        "只有 plan.sales 和 plan.stores.new 可寫 low、likely 和 high"
    ),
    "pass a string or a Decimal: a float is not exact": "請傳入字串或 Decimal：浮點數不精確",
    "round it as the contract does": "請按合約的位數四捨五入",
    "say of what: {share} of sales": "請寫明是什麼的百分比，如 {share} of sales",
    "say the step or the number of points: {stepped} or {divided}": (
        "請寫明步長或點數：{stepped} 或 {divided}"
    ),
    "this reads as a date": "這讀作日期",
    "this reads as a time": "這讀作時間",
    "values with commas between them, not '{sign}'": "以逗號而不是 '{sign}' 分隔的數值",
    "write the percent sign: {number}": "請寫出百分號：{number}",
    "write the zeros out, or use k, M, 万, 亿": "請把零全部寫出，或用 k、M、万、亿",
    "write {growth} for growth, or {amount} for an amount": (
        "若為成長，請寫 {growth}；若為金額，請寫 {amount}"
    ),
    "write {share} of {figure}": "請寫 {share} of {figure}",
    "write {values}": "請寫 {values}",
    "{code}, {name}, is no part of a number": "{code}（{name}）不是數字的一部分",
    "{number}, below 10^15": "{number}，小於 10^15",
    "{number}, below 10^15 and with at most {count} decimals": ("{number}，小於 10^15，最多 {count} 位小數"),
    "{number}, with at most {count} decimals": "{number}，最多 {count} 位小數",
    "{number}, zero or more": "{number}，不小於零",
    "{share}, from 0% to 100%": "{share}，從 0% 到 100%",
    "# with no space before it": "# 前沒有空格",
    "a dash and a space": "短橫線 - 加一個空格",
    "a dash with no space behind it": "短橫線 - 後沒有空格",
    "a file with content": "有內容的檔案",
    "a file: only a scenario may come from standard input": "檔案：只有方案可以來自標準輸入",
    "a space and # before a comment": "註解前的空格和 #",
    "standard input": "標準輸入",
    "start a scenario with: ka-terms init": "請用 ka-terms init 開始一個方案",
    "the sign {sign} (U+{code:04X}) before a list entry": "清單項前的符號 {sign} (U+{code:04X})",
    "the sign {sign} (U+{code:04X}) for a colon": "代替冒號的符號 {sign} (U+{code:04X})",
    "write ` #`": "請寫 ` #`",
    "write `- `": "請寫 `- `",
    "{key} is a figure or a total: {part} names terms and conditions": (
        "{key} 是數字或合計：{part} 只列條款與條件"
    ),
    "a known key": "已知的鍵",
    "a known key: {names}": "已知的鍵：{names}",
    "add `mode: whole` (全额累进) or `mode: marginal` (超额累进)": (
        "請加上 `mode: whole`（全額累進）或 `mode: marginal`（超額累進）"
    ),
    "add `{key}:`": "請加上 `{key}:`",
    "the key {key}": "鍵 {key}",
    "the key {key} of an estimate": "估計值的鍵 {key}",
    "known here: {names}": "此處可用：{names}",
    "exactly one of rate, amount or tiers in a term": "一項條款只有 rate、amount 或 tiers 其中之一",
    "a term with a rate, an amount or tiers": "帶 rate、amount 或 tiers 的條款",
    "such as {example}": "例如 {example}",
    "delete one; where it comes from an extended file, remove it there with `{key}: null`": (
        "請刪去其一；若來自沿用的檔案，請以 `{key}: null` 移除"
    ),
    "none": "無",
    "nothing": "沒有內容",
    "a mapping": "一組鍵值",
    "a list": "清單",
    "low, likely and high all as amounts, or all as growth in percent": (
        "low、likely 和 high 全為金額，或全為百分比成長"
    ),
    "a figure of the plan": "計畫中的數字",
    "a figure of the plan, growth or achievement": "計畫中的數字、growth 或 achievement",
    "a term of this contract": "這份合約的條款",
    "a vertical tab (U+000B)": "垂直定位符號 (U+000B)",
    "a form feed (U+000C)": "換頁符號 (U+000C)",
    "a line break that no editor shows, a next line (U+0085)": "編輯器不顯示的換行：下一行符號 (U+0085)",
    "a line break that no editor shows, a line separator (U+2028)": (
        "編輯器不顯示的換行：行分隔符號 (U+2028)"
    ),
    "a line break that no editor shows, a paragraph separator (U+2029)": (
        "編輯器不顯示的換行：段落分隔符號 (U+2029)"
    ),
    "an invisible mark (U+FEFF)": "看不見的標記 (U+FEFF)",
    "a control character (U+{code:04X})": "控制字元 (U+{code:04X})",
    "delete it, or write it as an escape in double quotes": "請刪除，或在雙引號內以跳脫序列書寫",
    "remove it too, with `{key}: null`": "請以 `{key}: null` 一併移除",
    "an index from zero on: 1.05 is +5%": "零以上的指數：1.05 即 +5%",
    "a text, or one text a language": "一段文字，或每種語言一段文字",
    "A draft out of {file} ({contract}): its terms, and a plan to fill in.": (
        "由 {file}（{contract}）產生的草案：條款照舊，計畫待填。"
    ),
    "{year} draft": "{year} 草案",
    "next year's draft": "明年草案",
    "on last year's {sales}; or write an amount": "以去年的 {sales} 為基準；也可寫金額",
    "opens with what last year closed with": "期初為去年的期末店數",
    "starts with all of last year's": "既有品項為去年的全部品項",
    "{name}: {wording}. It came to {cost}.": "{name}：{wording}。費用為 {cost}。",
    "Left out, since the plan lacks {figure}:": "計畫中沒有 {figure}，故略去：",
    "What the other file may hold under `private:` is not copied: add your margin and walk-away only where nobody\n"
    "else will see them.": ("另一檔案 `private:` 之下的內容不會複製：毛利與底線只可寫在別人看不到的地方。"),
}
