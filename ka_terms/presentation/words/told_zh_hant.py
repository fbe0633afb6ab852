"""Traditional Chinese: messages about what was typed, by English template; see `ka_terms.model.said`."""

from __future__ import annotations

TOLD = {
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
    "write {whole} for one value, or {several} for several": "若為一個值，請寫 {whole}；若為數個值，請寫 {several}",
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
    "{written} is read as the fee {key}": ("{written} 讀作費用 {key}"),
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
    "{key} matches nothing in the program or in the files checked": "{key} 與程式及所查檔案中的任何名稱都不符",
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
    "the mark goes with csv and tsv only": "這個標記只用於 csv 與 tsv",
    "a bound above the one before it": "高於前一級的門檻",
    "the tier before starts at {bound}": "前一級起點為 {bound}",
    "likely no lower than low": "likely 不低於 low",
    "low is {value}": "low 為 {value}",
    "high no lower than likely": "high 不低於 likely",
    "likely is {value}": "likely 為 {value}",
    "a metric that may leave the house": "可以外傳的指標",
    "it is private: add --internal": "它屬內部資料：請加上 --internal",
    "a contract whose file gives {key}": "檔案中有 {key} 的合約",
    "write {key}": "請寫 {key}",
    "there are {names}": "可用的有 {names}",
    "a figure of the plan or a parameter of a term": "計畫中的一項數字或條款中的一個參數",
    "choose one of {paths}": "請從 {paths} 中選擇",
    "{contract} has no {key}: add it under `terms:` with 0, `{line}`": (
        "{contract} 沒有 {key}：請在 `terms:` 之下以 0 加入 `{line}`"
    ),
    "an alias of what is private": "內部內容的別名",
    "a value of its own: what line {line} anchors stays under `private:`": (
        "自己的值：第 {line} 行以錨標記的內容只留在 `private:` 之下"
    ),
    "write the value out if others may see it": "若可讓他人看到，請把值寫出來",
    "a vertical tab (U+000B)": "垂直定位符號 (U+000B)",
    "a form feed (U+000C)": "換頁符號 (U+000C)",
    "a line break that no editor shows, a next line (U+0085)": "編輯器不顯示的換行：下一行符號 (U+0085)",
    "a line break that no editor shows, a line separator (U+2028)": "編輯器不顯示的換行：行分隔符號 (U+2028)",
    "a line break that no editor shows, a paragraph separator (U+2029)": "編輯器不顯示的換行：段落分隔符號 (U+2029)",
    "an invisible mark (U+FEFF)": "看不見的標記 (U+FEFF)",
    "a control character (U+{code:04X})": "控制字元 (U+{code:04X})",
    "delete it, or write it as an escape in double quotes": "請刪除，或在雙引號內以跳脫序列書寫",
    "remove it too, with `{key}: null`": "請以 `{key}: null` 一併移除",
    "an index from zero on: 1.05 is +5%": "零以上的指數：1.05 即 +5%",
}
