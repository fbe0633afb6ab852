"""Simplified Chinese: messages about what was typed, by English template; see `ka_terms.text.messages`."""

from __future__ import annotations

TEMPLATES = {
    "Found {found}. Expected {expected}.": "读到：{found}。应为：{expected}。",
    "Found {found}. Expected {expected}. Fix: {mend}.": "读到：{found}。应为：{expected}。修正：{mend}。",
    " ": "",
    ", ": "、",
    "... and {count} more problems": "……另有 {count} 个错误",
    "a hidden value (private)": "不显示的值（内部资料）",
    "nothing": "没有内容",
    "a mapping": "一组键值",
    "a list": "列表",
    "no key `{key}`": "没有键 `{key}`",
    "a known key": "已知的键",
    "a known key: {names}": "已知的键：{names}",
    "one of {names}": "下列之一：{names}",
    "a valid value": "有效的值",
    "'{text}'": "“{text}”",
    "<stdin>": "标准输入",
    "write {text}": "改为“{text}”",
    "write {text} if that is meant": "如果原意如此，改为“{text}”",
    "write {first} or {second}, whichever is meant": "按原意改为“{first}”或“{second}”",
    "write {first}, {second} or {third}, whichever is meant": "按原意改为“{first}”、“{second}”或“{third}”",
    "write the number in digits, without {sign}": "用阿拉伯数字写出，不用“{sign}”",
    "write the number without {sign}": "数字中不用“{sign}”",
    "delete the key, or give it a value": "删除此键，或写上值",
    "{name} ({currency})": "{name}（{currency}）",
    "write one value, or two different ends": "改为一个值，或两个不同的端点",
    "use a step above zero": "改用大于零的间距",
    "write a number of zero or more": "改为不小于零的数字",
    "write a percentage of zero or more": "改为不小于零的百分比",
    "round it to a whole number": "改为整数",
    "check the decimal point, or write at most {most}": "检查小数点，或改为不超过 {most}",
    "write a percentage between the two": "改为两者之间的百分比",
    "choose another folder": "改用其他文件夹",
    "write it in the form that is expected": "按应有的形式改写",
    "add at least one line below it": "在下方至少加一行",
    "choose one of them, or delete the key": "从中选一个，或删除此键",
    "correct one of the two numbers": "更正其中一个数字",
    "correct `at_least` or `at_most`": "更正 `at_least` 或 `at_most`",
    "shorten the file": "缩短文件",
    "a contract": "合同",
    "another file": "另一个文件",
    "a file with house rules": "公司规定的文件",
    "a file with fee types": "费用类型的文件",
    "a file with labels": "标签的文件",
    "a file that cannot be read as a scenario ({file})": "无法读作方案的文件（{file}）",
    "name a fee, or delete the key": "改为费用，或删除此键",
    "write one of these: {names}": "改为下列之一：{names}",
    "write `{line}`": "改为 `{line}`",
    "write `{first}` or `{second}`": "改为 `{first}` 或 `{second}`",
    "add `{key}:`": "加上 `{key}:`",
    "delete one of them": "只保留一项",
    "delete one of them (the first is in line {line})": "只保留一项（第一项在第 {line} 行）",
    "delete it": "删除它",
    "true or false": "true 或 false",
    "a date": "日期",
    "a time": "时间",
    "a text": "文字",
    "a text of at most {most} characters": "不超过 {most} 个字符的文字",
    "a name": "名称",
    'write "{name}" in quotes; without them it means {meaning}': (
        '加上引号，写成 "{name}"；不加引号会读作{meaning}'
    ),
    "a key of 1 to {most} characters": "1 至 {most} 个字符的键",
    "a key that does not begin with {start}": "不以 {start} 开头的键",
    "a key without invisible signs": "不含隐形字符的键",
    "delete the signs": "删除这些字符",
    "a list of names, such as [stores.new]": "名称列表，如 [stores.new]",
    "each name once": "每个名称只写一次",
    "at most {count} names": "不超过 {count} 个名称",
    "a name that no figure and no total has": "数字与合计未使用的名称",
    "choose another name": "改用其他名称",
    "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k": (
        "数字，如 4020000、4,020,000、402万、4.5M 或 350k"
    ),
    "a whole number (zero or more)": "不小于零的整数",
    "a percentage with its sign, such as 2.5%": "带百分号的百分比，如 2.5%",
    "a percentage from 0% to 100%, such as 2.5%": "0% 至 100% 的百分比，如 2.5%",
    "a percentage above 0% and below 100%, such as 10%": "大于 0% 且小于 100% 的百分比，如 10%",
    "a percentage that cannot be read in two ways": "只有一种读法的百分比",
    "a number that cannot be read in two ways": "只有一种读法的数字",
    "an index such as 110% or +10%, which both mean 1.1 times": "指数，如 110% 或 +10%（同为 1.1 倍）",
    "an index of at least 0, where 1.05 means +5%": "不小于 0 的指数，1.05 即 +5%",
    (
        "growth with its sign, such as +5%, or an index of at least 100%, such as 105% (which means the same)"
    ): "带正负号的增长率，如 +5%；或不低于 100% 的增长指数，如 105%（意思相同）",
    "a percentage of the target without a sign, such as 90% or 110%": (
        "占目标的百分比，不带正负号，如 90% 或 110%"
    ),
    "{number} (zero or more)": "{number}（不小于零）",
    "{number} (below 10^15)": "{number}（小于 10^15）",
    "{number} (at most {count} decimals)": "{number}（不超过 {count} 位小数）",
    "{number} (below 10^15, at most {count} decimals)": "{number}（小于 10^15，不超过 {count} 位小数）",
    "check the number of digits and the unit": "检查位数与单位",
    "round the number as the contract does": "按合同的位数四舍五入",
    "delete the percent sign, because this is an amount": "删除百分号，因为这是金额",
    "delete the percent sign": "删除百分号",
    "add the percent sign": "加上百分号",
    "pass a str or a Decimal, because a float is not exact": "改传 str 或 Decimal，因为 float 不精确",
    "write one number; only plan.sales and plan.stores.new can have low, likely and high": (
        "改为一个数字；只有 plan.sales 和 plan.stores.new 可以写 low、likely 和 high"
    ),
    "write a decrease of at most 100%": "降幅不得超过 100%",
    "delete the {sign} sign": "删除“{sign}”号",
    "write {growth} for growth, or {amount} for an amount": (
        "如为增长率，改为 {growth}；如为金额，改为 {amount}"
    ),
    "write {growth} if growth is meant": "如为增长率，改为 {growth}",
    "write +{bare} for growth of {bare}, or {fall} for {bare} of last year": (
        "如为增长 {bare}，改为 +{bare}；如为去年的 {bare}，改为 {fall}"
    ),
    "write {same}, which means {bare}, or +{bare}, which means {more}": (
        "改为 {same}（即 {bare}）或 +{bare}（即 {more}）"
    ),
    "a sign before all values, or before none": "全部带正负号或全部不带的数值",
    "replace the date by a number": "将日期改为数字",
    "replace the time by a number": "将时间改为数字",
    "write all zeros, or use k, M, 万 or 亿": "把零全部写出，或使用 k、M、万、亿",
    "delete the currency sign, because `currency:` gives the currency": (
        "删除货币符号，币种由 `currency:` 指定"
    ),
    "put a comma before every three digits, or use no commas": "每三位数用一个逗号，或完全不用逗号",
    "delete the leading zero": "删除开头的零",
    "a sign without a name": "没有名称的符号",
    "type a minus sign (-) instead of {code} ({unicode})": "将 {code}改为减号 -",
    "type a plain space instead of {code} ({unicode})": "将 {code}改为普通空格",
    "delete the invisible sign {code} ({unicode})": "删除隐形字符 {code}",
    "write the number without {code} ({unicode})": "数字中不用 {code}",
    "write the number without {sign} ({code}, {unicode})": "数字中不用“{sign}”（{code}）",
    "a number, because {metric} is not a percentage": "数字，因为 {metric} 不是百分比",
    "a percentage, because {metric} is a percentage": "百分比，因为 {metric} 是百分比",
    "an ISO 4217 currency code, such as CNY, TWD, JPY or EUR": "ISO 4217 币种代码，如 CNY、TWD、JPY 或 EUR",
    "contracts in different currencies: {currencies}": "不同币种的合同：{currencies}",
    "contracts in one currency": "同一币种的合同",
    "convert the contracts to one currency first": "先将合同换算为同一币种",
    "an estimate": "估计值",
    "`{key}:`, which every estimate needs": "`{key}:`，估计值必须有此键",
    "an amount, because low is an amount ({low})": "金额，因为 low 是金额（{low}）",
    "growth such as +5%, because low is growth ({low})": "增长率，如 +5%，因为 low 是增长率（{low}）",
    "write low, likely and high all as amounts, or all as growth": (
        "low、likely 和 high 全部写成金额，或全部写成增长率"
    ),
    "at least {value}, which is low": "不低于 {value}（即 low）",
    "at least {value}, which is likely": "不低于 {value}（即 likely）",
    "correct the values, so that low <= likely <= high": "更正数值，使 low <= likely <= high",
    "no more returns than sales ({most})": "退货不超过销售额（{most}）",
    "no more returns than the low of sales ({most})": "退货不超过销售额的低值（{most}）",
    "no more closed stores than opening and new stores ({most})": (
        "闭店数不超过期初店数加新开店数（{most}）"
    ),
    "no more closed stores than opening stores and the low of new stores ({most})": (
        "闭店数不超过期初店数加新开店数的低值（{most}）"
    ),
    "an amount, because the plan gives no sales for last year": "金额，因为计划中没有去年的销售额",
    "add `last_year:` to `plan`, or write an amount such as 10M": (
        "在 `plan` 中加上 `last_year:`，或改为金额，如 10M"
    ),
    "one number, because last year is known": "单一数字，因为去年的结果已知",
    "write the actual number": "改为实际数字",
    "add {keys} to `{part}`": "在 `{part}` 中加上 {keys}",
    "a year from 1900 to 2199, such as 2003": "1900 至 2199 的年份，如 2003",
    "an amount, or a percentage of a figure, such as 8% of sales": (
        "金额，或某个数字的百分比，如 8% of sales"
    ),
    "write what it is a percentage of, such as {example}": "写明是什么的百分比，如 {example}",
    "at most {most}, which is `at_most`": "不超过 {most}（即 `at_most`）",
    "a figure that `per` of this term names": "此条款的 `per` 列出的数字",
    "add {figure} to `per`": "将 {figure} 加入 `per`",
    "`{first}` and `{second}` in one tier": "同一档位中的 `{first}` 和 `{second}`",
    "neither `{first}` nor `{second}` in a tier": "档位中没有 `{first}` 也没有 `{second}`",
    "only one of them": "只能有其中一个",
    "one of them": "其中一个",
    "delete `over` (keep `from` if the threshold itself counts)": (
        "删除 `over`（如果门槛本身也算达到，保留 `from`）"
    ),
    "delete `rate` or `amount`": "删除 `rate` 或 `amount`",
    "add `from:` (the threshold itself counts) or `over:` (only more counts)": (
        "加上 `from:`（达到门槛即算）或 `over:`（超过门槛才算）"
    ),
    "add `rate:` or `amount:`": "加上 `rate:` 或 `amount:`",
    "an empty list": "空的列表",
    "at least one tier": "至少一个档位",
    "add a tier such as {example}": "加上档位，如 {example}",
    "a percentage such as 110%, because `measure` is {measure}": (
        "百分比，如 110%，因为 `measure` 是 {measure}"
    ),
    "a number, because the thresholds are compared with {measure}": "数字，因为门槛按 {measure} 计量",
    "set `measure: growth` or `measure: achievement` to use percentages": (
        "如要使用百分比，写上 `measure: growth` 或 `measure: achievement`"
    ),
    "a threshold above {threshold} (tier {number})": "高于 {threshold}（第 {number} 档）的门槛",
    "correct the number, or sort the tiers in rising order": "更正数字，或将档位由低到高排列",
    "a figure of the plan": "计划中的数字",
    "a figure of the plan, growth or achievement": "计划中的数字、growth 或 achievement",
    "a term of this contract": "这份合同的条款",
    "a list of names in brackets with commas, not one text with '{sign}'": (
        "方括号内以逗号分隔的名称，而不是含“{sign}”的一段文字"
    ),
    "a figure in money, such as sales, because a percentage is applied to it": (
        "金额类的数字，如 sales，因为要按百分比计算"
    ),
    "use `amount` with `per` to charge by count": "如按数量计费，使用 `amount` 和 `per`",
    "a plan with {figure}": "含有 {figure} 的计划",
    "{figure} above zero, because {measure} is calculated from it": (
        "大于零的 {figure}，因为 {measure} 由此计算"
    ),
    "a loop in `less`: {path}": "`less` 中的循环：{path}",
    "an order in which each term is calculated once": "每项条款只计算一次的顺序",
    "remove one name from `less`": "从 `less` 中删除一个名称",
    "{figure} in the term {term} of {contract}, on the plan of {plan}": (
        "{contract} 的条款 {term} 中的 {figure}（按 {plan} 的计划）"
    ),
    "a name that belongs to one fee only": "只属于一项费用的名称",
    "delete the name here or from {owner}, which also has it": "{owner} 也有此名称：删除这里或该处的名称",
    (
        "choose another name, because the program has this one for {owner}; or define {owner} in this "
        "file too"
    ): "改用其他名称，因为程序内置的 {owner} 已用此名称；或在此文件中也定义 {owner}",
    "one name": "单一名称",
    "an amount, or a percentage of sales, such as 25%": "金额，或销售额的百分比，如 25%",
    "write a percentage of sales": "改为销售额的百分比",
    "one text, or one text per language": "一段文字，或每种语言一段文字",
    "a fee or a total of fees, because a ceiling limits fees": "费用或费用合计，因为封顶只限制费用",
    "a percentage of sales, such as 25%": "销售额的百分比，如 25%",
    "a policy file, or one of these policies: {names}": "规定文件，或下列规定之一：{names}",
    "no such file or policy": "没有这个文件或规定",
    "a known category": "已知的类别",
    "write {key}, or name the new category under `categories:`": (
        "改为 {key}，或在 `categories:` 下为新类别命名"
    ),
    "{key}, another name of the fee {first}": "{key}，与 {first} 是同一项费用",
    "each fee once": "每项费用只写一次",
    "lines of the form `key: value`": "`key: value` 形式的各行",
    "lines of the form `key: value` below it": "下方 `key: value` 形式的各行",
    "a list, each entry on its own line after -": "列表，每项各占一行，以 - 开头",
    "at least one entry": "至少一项",
    "at most {count} entries": "不超过 {count} 项",
    "too many entries": "项数过多",
    "shorten the list": "缩短列表",
    "`{key}:`, which is required": "`{key}:`，此键必填",
    "`mode: whole` or `mode: marginal`": "`mode: whole` 或 `mode: marginal`",
    (
        "add `mode: whole` (全额累进: one rate on the whole base) or `mode: marginal` (超额累进: each "
        "band has its own rate)"
    ): (
        "加上 `mode: whole`（全额累进：整个基数按同一费率）或 `mode: marginal`（超额累进：各档分别按各自"
        "的费率）"
    ),
    "exactly one of rate, amount and tiers in a term": "每项条款只有 rate、amount、tiers 其中之一",
    "a term with a rate, an amount or tiers": "有 rate、amount 或 tiers 的条款",
    "write a term such as {example}": "改为条款，如 {example}",
    "{names} in one term": "同一条款中的 {names}",
    "delete one of them; if it comes from the extended file, write `{key}: null`": (
        "只保留一项；如果来自沿用的文件，写上 `{key}: null`"
    ),
    "no rate, amount or tiers": "没有 rate、amount 或 tiers",
    "add `rate:`, `amount:` or `tiers:`": "加上 `rate:`、`amount:` 或 `tiers:`",
    "write `{key}: null` to remove this key too": "写上 `{key}: null`，一并删除此键",
    "no value for `{key}`": "`{key}` 没有值",
    "a value, or a key of the extended file, which is then removed": "值，或沿用文件中要删除的键",
    "a second {key}": "第二个 {key}",
    "each key once": "每个键只写一次",
    "save the statement again with `ka-terms show FILE --format json`": (
        "用 `ka-terms show FILE --format json` 重新保存"
    ),
    "format version {version}": "格式版本 {version}",
    "a statement with its lines": "含有各项金额的费用表",
    "a list of lines": "各项金额的列表",
    "the key of a term": "条款的键",
    "an amount": "金额",
    "the relative path of another scenario file": "另一方案文件的相对路径",
    "no file name": "没有文件名",
    "write the path relative to this file, with / between folders": (
        "改为相对于此文件的路径，文件夹之间用 /"
    ),
    "{found} ({file})": "{found}（{file}）",
    "a file without a plan": "没有计划的文件",
    "a scenario with the plan of last year": "含有去年计划的方案",
    "name another file": "改用其他文件",
    "a loop of files: {path}": "文件循环：{path}",
    "files that do not refer back to themselves": "不会循环引用的文件",
    "name another file in `{key}`": "在 `{key}` 中改用其他文件",
    "more than {count} files that refer to each other": "超过 {count} 个依次引用的文件",
    "at most {count} files in a row": "不超过 {count} 个依次引用的文件",
    "write the values in this file": "将值写在此文件中",
    "more than {count} values in this file and those before it": "此文件与之前的文件超过 {count} 个值",
    "at most {count} values in all files together": "所有文件合计不超过 {count} 个值",
    "an empty file": "空的文件",
    "only comments": "只有注释",
    "a scenario": "方案",
    "a file with content": "有内容的文件",
    "create a scenario with `ka-terms init`": "用 `ka-terms init` 创建方案",
    "a readable text file": "可读取的文本文件",
    "standard input": "标准输入",
    "no input": "没有输入",
    "a file, because only a scenario can come from standard input": "文件，因为只有方案可以来自标准输入",
    "no such file": "没有这个文件",
    "check the path": "检查路径",
    "check the path, or choose one of them": "检查路径，或从中选一个",
    "a directory": "文件夹",
    "a device or pipe": "设备或管道",
    "a name that no file can have": "文件不能使用的名称",
    "a file that cannot be read: {reason}": "无法读取的文件：{reason}",
    "more than {count} bytes": "超过 {count} 个字节",
    "a file of at most 1 MiB": "不超过 1 MiB 的文件",
    "a text file in UTF-8": "UTF-8 文本文件",
    "save the file again as UTF-8": "以 UTF-8 重新保存",
    "text in UTF-16": "UTF-16 文本",
    "a binary file": "二进制文件",
    "name a file of a text editor, saved as UTF-8": "改用文本编辑器以 UTF-8 保存的文件",
    "characters that are not UTF-8": "不是 UTF-8 的字符",
    "a vertical tab (U+000B)": "垂直制表符（U+000B）",
    "a form feed (U+000C)": "换页符（U+000C）",
    "a line break that no editor shows, a next line (U+0085)": "编辑器不显示的换行：下一行符（U+0085）",
    "a line break that no editor shows, a line separator (U+2028)": (
        "编辑器不显示的换行：行分隔符（U+2028）"
    ),
    "a line break that no editor shows, a paragraph separator (U+2029)": (
        "编辑器不显示的换行：段落分隔符（U+2029）"
    ),
    "an invisible mark (U+FEFF)": "隐形标记（U+FEFF）",
    "a control character ({code})": "控制字符（{code}）",
    "plain text": "纯文本",
    "delete it, or write it as an escape in double quotes": "删除它，或在双引号内写成转义序列",
    "the sign {sign} ({code}) before a list entry": "列表项前的符号“{sign}”（{code}）",
    "a dash without a space after it": "后面没有空格的 -",
    "a dash and a space": "- 加一个空格",
    "write `- `": "改为 `- `",
    "an invisible sign ({code})": "隐形字符（{code}）",
    "a colon without a space after it": "后面没有空格的冒号",
    "a full-width colon {sign}": "全角冒号“{sign}”",
    "the sign {sign} ({code}) instead of a colon": "代替冒号的符号“{sign}”（{code}）",
    "a colon and a space": "半角冒号加一个空格",
    "write `{key}: `": "改为 `{key}: `",
    "an ideographic space (U+3000)": "全角空格（U+3000）",
    "a no-break space ({code})": "不换行空格（{code}）",
    "a space of another width ({code})": "特殊宽度的空格（{code}）",
    "plain spaces": "普通空格",
    "replace it by a plain space": "改为普通空格",
    "the full-width sign {sign}": "全角符号“{sign}”",
    "the plain sign {sign}": "半角符号“{sign}”",
    "# without a space before it": "前面没有空格的 #",
    "a space and # before a comment": "注释前的空格和 #",
    "write ` #`": "改为 ` #`",
    "`{line}` in braces": "大括号内的 `{line}`",
    "a number without commas, because a comma ends the entry": "不含逗号的数字，因为逗号会结束一项",
    "write `{key}` without commas": "`{key}` 的数字不用逗号",
    "`key: value`": "`key: value`",
    "put the value in quotes": "给值加上引号",
    "put it in quotes": "加上引号",
    "add it, or put the value in quotes": "补上，或给值加上引号",
    "add it, or put it in quotes": "补上，或加上引号",
    "an entry without an end": "没有结束的一项",
    "a comma or }} after each entry": "每项之后的逗号或 }}",
    "a comma or ] after each entry": "每项之后的逗号或 ]",
    "an alias without its anchor": "没有锚点的别名",
    "an anchor on an earlier line": "前面某一行的锚点",
    "the alias *{name}": "别名 *{name}",
    "an anchor of that name on an earlier line": "前面某一行上同名的锚点",
    "write the value itself, or put it in quotes": "直接写出值，或加上引号",
    "a second colon in one entry": "一项中的第二个冒号",
    "one `key: value` per line": "每行一个 `key: value`",
    "put the value in quotes, or use two lines": "给值加上引号，或分成两行",
    "a line without a colon": "没有冒号的一行",
    "add the colon, or indent the line under its key": "加上冒号，或将此行缩进到所属的键之下",
    "a line that is indented more than the one above it": "缩进比上一行多的一行",
    "align it with `{key}`": "与 `{key}` 对齐",
    "a line with a wrong indentation": "缩进不正确的一行",
    "the same indentation for all lines of one level": "同一层的各行缩进一致",
    "align the line with the keys of its level": "将此行与同一层的键对齐",
    "a line that is not a list entry": "不是列表项的一行",
    "- before every entry of the list": "列表的每项前都有 -",
    "align the line with the list": "将此行与列表对齐",
    "a list on the line of its key": "与键在同一行的列表",
    "each - on a line of its own": "每个 - 各占一行",
    "move the list to the next line": "将列表移到下一行",
    "an unknown escape in double quotes": "双引号内的未知转义序列",
    "a known escape such as \\n": "已知的转义序列，如 \\n",
    "use single quotes, or double the backslash": "改用单引号，或写两个反斜线",
    "a quote that is never closed": "没有结束的引号",
    "a closing quote": "结束的引号",
    "close the quote, or delete it": "补上结束的引号，或删除引号",
    "a brace or bracket that is never closed": "没有结束的括号",
    "}} or ] after the last entry": "最后一项之后的 }} 或 ]",
    "close it": "补上结束的括号",
    "a tab": "制表符（Tab）",
    "spaces for the indentation": "用空格缩进",
    "replace each tab by two spaces": "将每个 Tab 改为两个空格",
    "text that YAML cannot read": "YAML 无法读取的文字",
    "put the value in quotes, or compare with the file of `ka-terms init`": (
        "给值加上引号，或对照 `ka-terms init` 生成的文件"
    ),
    "a value, and an end of every brace and bracket": "值，且每个括号都有结束",
    "a value that starts with {sign}": "以“{sign}”开头的值",
    "a value in quotes": "加了引号的值",
    "{sign} instead of a value": "应有值之处的“{sign}”",
    "no value": "没有值",
    "a second document (---)": "第二份文档（---）",
    "one document per file": "每个文件一份文档",
    "split the file": "拆成多个文件",
    "the merge key <<": "合并键 <<",
    "plain keys": "普通的键",
    "use `extends:` to take over another file": "用 `extends:` 沿用另一文件",
    "a tag": "标签",
    "the tag {tag}": "标签 {tag}",
    "plain YAML without tags": "不含标签的 YAML",
    "delete the tag, or put the value in quotes": "删除标签，或给值加上引号",
    "an alias of a private value": "内部资料的别名",
    "a value of its own, because the anchor in line {line} is private": (
        "自己的值，因为第 {line} 行的锚点属内部资料"
    ),
    "write the value itself if others may see it": "如果可让他人看到，直接写出值",
    "more than {count} levels": "超过 {count} 层",
    "a few levels of brackets or indentation": "少数几层括号或缩进",
    "more than {count} values": "超过 {count} 个值",
    "a file with some dozens of values": "有几十个值的文件",
    "check the anchors and aliases of the file": "检查文件中的锚点与别名",
    "a mapping, list or alias as a key": "以一组键值、列表或别名为键",
    "a name as the key": "以名称为键",
    "an unknown character": "未知的字符",
    "check the \\u escapes in double quotes": "检查双引号内的 \\u 转义序列",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许此操作",
    "No space left on device": "磁盘空间不足",
    "Read-only file system": "只读的文件系统",
    "Input/output error": "输入或输出错误",
    "Not a directory": "不是文件夹",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Cannot allocate memory": "内存不足",
    "internal error: {kind} at {place}; please report it (KA_TERMS_DEBUG=1 shows the details)": (
        "内部错误：{kind}（{place}），请反馈（KA_TERMS_DEBUG=1 可显示详情）"
    ),
    "an unknown place": "未知位置",
    "a new file to write to": "要写入的新文件",
    "an existing file": "已存在的文件",
    "add --force to overwrite it": "加上 --force 以覆盖",
    "a name or a text that no file can have": "文件不能使用的名称或文字",
    "no such folder": "没有这个文件夹",
    "create the folder {folder} first": "先创建文件夹“{folder}”",
    "name a file in it": "指定其中的文件",
    "remove --output to write to the terminal or a pipe": "删除 --output，即可输出到终端或管道",
    "a file that cannot be written": "无法写入的文件",
    "a file that cannot be written: {reason}": "无法写入的文件：{reason}",
    "an installation without {library}": "未安装 {library} 的环境",
    "the extra {extra} of ka-terms": "ka-terms 的附加组件 {extra}",
    "install it with {command}": "用 {command} 安装",
    "the terminal or a pipe": "终端或管道",
    "a file": "文件",
    "add {option}": "加上 {option}",
    "a number with more than {count} digits in {column}": "{column} 中超过 {count} 位的数字",
    "at most {count} digits": "不超过 {count} 位",
    "use one of {names}, which take numbers of any length": "改用 {names} 之一，数字长度不限",
    "an amount of 10^18 or more for {term}": "{term} 的金额达 10^18",
    "a smaller amount": "较小的金额",
    "check the number of digits of its factors": "检查各项因数的位数",
    "a total or a term, an operator and a limit, such as fee_ratio > 25%": (
        "合计或条款、运算符与限值，如 fee_ratio > 25%"
    ),
    "use one of these operators: < <= > >= = == !=": "使用下列运算符之一：< <= > >= = == !=",
    "a total, or a term of one of the contracts": "合计，或任一份合同的条款",
    "a total, a term or a figure of the plan": "合计、条款或计划中的数字",
    "a metric without private data": "不含内部资料的指标",
    "add --internal to use private data": "加上 --internal 以使用内部资料",
    "contracts whose files give {key}": "文件中有 {key} 的合同",
    "add {line} to {contract}": "在 {contract} 中加上 {line}",
    "a figure of the plan or a parameter of a term": "计划中的数字或条款的参数",
    "add `{line}` under `terms:` of {contract}, which has no {key}": (
        "{contract} 没有 {key}：在其 `terms:` 下加上 `{line}`"
    ),
    "a rule with one of < <= > >= =": "含有 < <= > >= = 之一的条件",
    "use < or > instead of !=": "将 != 改为 < 或 >",
    "a metric without a limit, such as fee_ratio, because two contracts are compared": (
        "不带限值的指标，如 fee_ratio，因为要比较两份合同"
    ),
    "write the metric alone": "只写指标",
    "{path} with different meanings: {meanings}": "含义不同的 {path}：{meanings}",
    "an input that means the same in both contracts": "两份合同中含义相同的数字",
    "{value} as the only value of {input}": "{input} 只能是 {value}",
    "an input that can change": "可以变动的数字",
    "a range such as 3M..12M, or no range": "范围，如 3M..12M；或不写范围",
    "a rising range of {input} from {low} to {high}": "{input} 由低到高的范围，在 {low} 到 {high} 之间",
    "a rising range of {input}, {low} or more": "{input} 由低到高的范围，不低于 {low}",
    "a step above zero": "大于零的步长",
    "a step in percentage points, such as 5%": "以百分点计的步长，如 5%",
    "values such as 3M..12M..250k (step 250k), 3M..12M/37 (37 values) or 8M,9M,10M": (
        "数值，如 3M..12M..250k（步长 250k）、3M..12M/37（37 个值）或 8M,9M,10M"
    ),
    "a number of values from 2 to {most}": "值的个数，2 至 {most}",
    "write a range such as {example}": "改为范围，如 {example}",
    "a step of {step} from {first} to {last}": "从 {first} 到 {last}、步长 {step}",
    "two different ends and a step above zero": "两个不同的端点，与大于零的步长",
    "{count} values": "{count} 个值",
    "at most {most} values": "不超过 {most} 个值",
    "use a larger step": "改用较大的步长",
    "{count} values from {first} to {last}": "从 {first} 到 {last} 的 {count} 个值",
    "a distance of at least {unit} between values": "值与值相距不小于 {unit}",
    "use fewer values": "减少值的个数",
    "each input once, where growth and sales are the same input": (
        "每项数字只变动一次；growth 与 sales 视为同一项"
    ),
    "{name} ({count:,})": "{name}（{count:,}）",
    "different numbers of values: {counts}": "个数不同的值：{counts}",
    "the same number of values for each, because of --zip": "各项的值个数相同，因为用了 --zip",
    "add or remove values, or remove --zip": "增减值，或删除 --zip",
    "values with commas that cannot be read in two ways": "逗号只有一种读法的数值",
    "commas between the values, not '{sign}'": "以逗号而不是“{sign}”分隔的数值",
    "put a space after each comma between values": "在分隔数值的每个逗号后加空格",
    "write {whole} for one value, or {several} for several": (
        "如为一个值，改为 {whole}；如为数个值，改为 {several}"
    ),
    "add the step or the number of values: {stepped} or {divided}": (
        "加上步长或值的个数：{stepped} 或 {divided}"
    ),
    "{written} is read as the fee {key}.": "{written} 读作费用 {key}。",
    "{key} is a figure here, but also a name of the fee {fee}. Give the figure another name.": (
        "{key} 在此是数字，但也是费用 {fee} 的名称。请为此数字改名。"
    ),
    "{key} is a name of your own and does not mean {name}. Give it another name.": (
        "{key} 是自定义名称，不代表 {name}。请改用其他名称。"
    ),
    "{key} is added to the inherited {inherited}, which remains. Write {inherited} to replace it.": (
        "{key} 与沿用的 {inherited} 并存，后者仍然有效。如要取代，请改为 {inherited}。"
    ),
    "{key} and {first} both count. Keep only one of them if they mean the same.": (
        "{key} 与 {first} 都计入。如果指同一项，请只保留一项。"
    ),
    "{key} is read as a name of your own, not as {known}. Write {known} if that is meant.": (
        "{key} 读作自定义名称，而非 {known}。如果原意如此，请改为 {known}。"
    ),
    (
        "{key} looks private, but everyone who sees this contract sees it. Put private values under "
        "`private:`."
    ): "{key} 看似内部资料，但凡看到这份合同的人都会看到。内部资料请写在 `private:` 之下。",
    "{key} sounds like a monthly or quarterly fee, but its tiers are compared with the whole year.": (
        "{key} 看似按月或按季的费用，但其档位按全年计量。"
    ),
    "On this plan the minimum ({least}) is above the maximum ({most}). The maximum counts.": (
        "按此计划，保底（{least}）高于封顶（{most}），以封顶为准。"
    ),
    "{text} is read with a decimal point. Write {grouped} if the point separates thousands.": (
        "{text} 的点读作小数点。如果用来分隔千位，请改为 {grouped}。"
    ),
    "{key} is a figure or a total, but {part} takes terms and conditions.": (
        "{key} 是数字或合计，但 {part} 只列条款与条件。"
    ),
    "{key} has the label {label}, as {other} has; tables cannot show the difference.": (
        "{key} 名为 {label}，与 {other} 同名，表中无法区分。"
    ),
    "{key} is not a name of the program or of the checked files.": "{key} 不是程序或所查文件中的名称。",
    "Write {known} if that is meant.": "如果原意如此，请改为 {known}。",
    "remove it": "删除",
    "remove them": "全部删除",
    "no further word": "不再有其他内容",
    "a text that is in the key or any name of a fee type": "费用类型的键名、名称或别名中的文字",
    "see all of them with `ka-terms catalogue`": "可用 `ka-terms catalogue` 列出全部",
    "at least two files, or one and --baseline": "至少两个文件，或一个文件加 --baseline",
    "one file": "一个文件",
    "add a file, or --baseline FILE": "再加一个文件，或加上 --baseline FILE",
    "see `{command}`": "参阅 `{command}`",
    "a file, because the draft refers to it": "一个文件，因为草案要引用它",
    "another file, because the draft refers to the file of --from": (
        "另一个文件，因为草案要引用 --from 的文件"
    ),
    "saved: {file}": "已保存：{file}",
    "for completion and hints in your editor: ka-terms schema --output {schema}": (
        "要让编辑器补全并提示，请运行：ka-terms schema --output {schema}"
    ),
    "name a file": "写文件名",
    "the file of --from": "--from 所指的文件",
    "write {sales}, or under `stores` {openings}": "写 {sales}，或在 `stores` 之下写 {openings}",
    "one number": "一个确定的数字",
    "an estimate of sales or of store openings": "销售额或新开店数的估计值",
    "a contract with terms": "有条款的合同",
    "remove --explain": "删除 --explain",
    "one file, or two to compare": "一个文件，或两个相比较的文件",
    "{count} files": "{count} 个文件",
    "keep one or two files": "只留一个或两个文件",
    "PATH=VALUES": "路径=数值",
    "a rule that must be met": "要达到的条件",
    "add {text}": "加上 {text}",
    "{first} and {second}": "{first} 与 {second}",
    "remove one of them": "删除其中一个",
    "a whole number from {least:,} to {most:,}": "{least:,} 到 {most:,} 的整数",
    "write {number}": "改为 {number}",
    "{done:,} of {total:,} combinations, {percent}%": "已试算 {done:,}／{total:,} 个组合，{percent}%",
    "the format {name}": "{name} 格式",
    "a format that can start with a byte order mark: {names}": "可带字节顺序标记（BOM）的格式：{names}",
    "remove {option}": "删除 {option}",
    "{count:,} combinations ({duration})": "{count:,} 个组合（{duration}）",
    "at most {count:,}": "不超过 {count:,}",
    "about {count:,.0f} minutes": "约需 {count:,.0f} 分钟",
    "no unit, because {names} and very long outputs contain full amounts": (
        "不带单位，因为行数极多时以及 {names} 中，金额都写全数"
    ),
    "write {first} or {second}": "改为“{first}”或“{second}”",
    "about {count:,.0f} seconds": "约需 {count:,.0f} 秒",
    "more than {count:,} rows": "超过 {count:,} 行",
    "a shorter table": "较短的表",
    "use --where or --best, or one of the formats {names}": (
        "用 --where 或 --best，或改用下列格式之一：{names}"
    ),
    "{name} together with {option}": "{name} 与 {option} 并用",
    "all rows in this format": "写出全部各行",
    "remove {option}, or choose another format": "删除 {option}，或改用其他格式",
    "at {place}: {reason}": "{place} 时：{reason}",
    "use a larger step, or add --yes": "改用较大的步长，或加上 --yes",
    "a figure that adds up, and that the plan lists by month": "计划中按月列出、且可逐月相加的数字",
    "add the months of {figure} to `plan.months`": "在 `plan.months` 列出 {figure} 的各月数字",
    "either the year or its months to move, not both": "只调整全年或只调整各月，不能两者并用",
    "move the months alone": "只调整各月",
    "a metric that can be told by period": "可分期计算的指标",
    "write {metric}, which is that of the year": "写 {metric}，即全年的数值",
    "a quarter or a half, because the contract years begin in different months": (
        "季或半年，因为各合同年度的起始月份不同"
    ),
    "write a shorter range": "缩短月份范围",
    "a period such as q1, h2, oct or 1..6": "期间，如 q1、h2、oct 或 1..6",
    "{figure} of {total} in {month}, but {inside} in all of its parts": (
        "{month} {figure} 为 {total}，但各部分合计为 {inside}"
    ),
    "months that are the same": "相同的各月数字",
    "delete the months of {figure}, or those of its parts": (
        "删除 {figure} 的各月数字，或删除其各部分的各月数字"
    ),
    "{month}, which none of the files covers": "{month}，没有文件涵盖此月",
    "months of their contract years": "各合同年度内的月份",
    "add the contract of that year": "加上该年度的合同",
    "{name} without a year": "{name} 没有年度",
    "`year:` in every file": "每个文件都有 `year:`",
    "add it, such as `year: 2003`": "加上年度，例如 `year: 2003`",
    "{month} in {one} and in {other}": "{month} 同时在 {one} 与 {other} 内",
    "contract years that do not overlap": "不重叠的合同年度",
    "leave out one of the files": "略去其中一个文件",
    "a month of a year such as 2003-01": "某年某月，如 2003-01",
    "several files": "多个文件",
    "one file; or --from and --to, which put contract years together": (
        "一个文件；或用 --from 与 --to 合并各合同年度"
    ),
    "add --from, or use `ka-terms compare`": "加上 --from，或改用 `ka-terms compare`",
    "a month from {first} on": "{first} 起的月份",
    "`--to` without `--from`": "只有 `--to` 而没有 `--from`",
    "both, or --from alone for twelve months": "两者都写，或只写 --from 表示十二个月",
    "{option} beside --from": "{option} 与 --from 并用",
    "write a later month": "写更晚的月份",
    "a date such as 2003-05-20": "日期，如 2003-05-20",
    "write year, month and day: 2003-05-20": "写年、月、日：2003-05-20",
    "one period, such as {example}": "一个期间，如 {example}",
    "{option} beside --by or --view": "{option} 与 --by 或 --view 并用",
    "{option}: {text}": "{option}：{text}",
    "a value": "一个值",
    "an option of {command}": "{command} 的选项",
    "Try '{command}' for help.": "用法说明：{command}",
    "Error: {text}": "错误：{text}",
    "choose one of them": "从中选一个",
    "a file name that ends in one of {endings}": "扩展名为下列之一的文件名：{endings}",
    "correct the ending, or add --format": "改正扩展名，或加上 --format",
    "{rate} of sales": "销售额的 {rate}",
    "limit broken: {name}: {metric} is {value} (--fail-if '{rule}')": (
        "违反限值：{name}：{metric} 为 {value}（--fail-if '{rule}'）"
    ),
    "Draft from {file} ({contract}): the same terms, and a plan to fill in.": (
        "由“{file}”（{contract}）生成的草案：条款照旧，计划待填。"
    ),
    (
        "Values under `private:` are not copied. Add your margin and walk-away limit only to a file that "
        "nobody\noutside your company sees."
    ): "`private:` 之下的内容未复制。毛利和底线只可写在公司以外的人看不到的文件中。",
    "{year} draft": "{year} 草案",
    "next year's draft": "明年草案",
    "growth on last year's {sales}; or write an amount": "相对去年 {sales} 的增长率；也可写金额",
    "last year's stores at end": "去年的期末店数",
    "last year's total SKUs": "去年的单品总数",
    "{name}: {wording}. Fee last year: {cost}.": "{name}：{wording}。去年费用：{cost}。",
    "Left out because the plan does not give {figure}:": "计划中没有 {figure}，故略去：",
    "yes or no": "yes 或 no",
    "`any:` with a list of rules": "`any:` 后为条件列表",
    "`for_every` in marginal tiers": "超额累进档位中的 `for_every`",
    "`mode: whole`": "`mode: whole`",
    "`per` with {figure}, which is charged band by band": "`per` 含 {figure}，按档位逐段计收",
    "`per` without the measure": "`per` 缺少档位指标",
    "a fact of the plan, or a rule": "计划中的一项事实，或一项条件",
    "a figure of the plan, growth or achievement, or a fact": (
        "计划中的数字、growth、achievement 或一项事实"
    ),
    "a figure of the plan, or another term": "计划中的数字，或另一项条款",
    "a figure that everyone may see": "可公开的数字",
    "a loop of terms: {path}": "条款互相循环引用：{path}",
    "a minimum or a maximum of the group": "合计的下限或上限",
    "a name that no figure has": "与数字不同的名称",
    "a name that no term has": "与条款不同的名称",
    "a number above zero": "大于零的数字",
    "a number without commas inside brackets": "括号内不含逗号的数字",
    "a number, because a fact is only so or not so": "数字，因为事实只有是或否",
    "a number, or a percentage of a figure, because {figure} is no percentage": (
        "数字，或某数字的百分比，因为 {figure} 不是百分比"
    ),
    "a percentage, because {figure} is a percentage": "百分比，因为 {figure} 是百分比",
    "a range with at most {most:,} steps": "不超过 {most:,} 级的范围",
    "a rate": "费率",
    "a rule such as facings >= 33%, or the name of a fact": "条件，如 facings >= 33%，或一项事实的名称",
    "a rule with a number, because this is a figure": "与数字比较的条件，因为这是数字",
    "a term that is in one group only": "只属于一个合计的条款",
    "a term that is owed, because a group adds up what is paid": "须支付的条款，因为合计只汇总应付金额",
    "add `at_least:` or `at_most:`": "加上 `at_least:` 或 `at_most:`",
    "add {figure} to `per`, or write `mode: whole`": "在 `per` 加上 {figure}，或写 `mode: whole`",
    "add {line} to `facts` of the plan": "在计划的 `facts` 加上 {line}",
    "an amount, because `per` charges by count": "金额，因为 `per` 按数量计收",
    "ask for a narrower range: {text}": "缩小范围：{text}",
    "at least one term": "至少一项条款",
    "at most {count} rules": "最多 {count} 项条件",
    "delete `for_every`, or write `mode: whole`": "删除 `for_every`，或写 `mode: whole`",
    "delete it here": "在此删除",
    "take `{key}` out of `{part}`": "从 `{part}` 中去掉 `{key}`",
    "delete it here or from {owner}": "在此或从 {owner} 删除",
    "figures that can be compared, such as returns <= 3% of sales": (
        "可比较的数字，如 returns <= 3% of sales"
    ),
    "more than {most:,} steps of full lots in this range of {input}": (
        "{input} 在此范围内超过 {most:,} 级整批"
    ),
    "name a figure in one of them instead": "其中一项改为引用数字",
    "name a figure of the plan": "改用计划中的数字",
    "one rule": "一项条件",
    "the name of a fact alone, because it has no number": "只写事实的名称，因为它没有数字",
    "use one of these operators: {signs}": "使用这些符号之一：{signs}",
    "use sweep for facts": "事实请用 sweep 试算",
    "write `amount:` in every tier, or delete `per`": "每个档位都写 `amount:`，或删除 `per`",
    "write `{line}` with the figure that is meant": "写 `{line}`，填入所指的数字",
    "write the size of a full lot, such as 100": "写一整批的数量，如 100",
    "write what it is compared with, such as {example}": "写出比较的数值，如 {example}",
    "write yes or no": "写 yes 或 no",
    "write yes or no; a number belongs under `figures`": "写 yes 或 no；数字请写在 `figures`",
    "write {name} under `unless` or under `only_if`": "把 {name} 写在 `unless` 或 `only_if`",
    "yes, no, or yes,no, because it is a fact": "yes、no 或 yes,no，因为这是事实",
    "{key} is 0 or 1. If it says yes or no, put it under `facts` and write `{line}` in {term}.": (
        "{key} 为 0 或 1。若表示是或否，请写在 `facts`，并在 {term} 写 `{line}`。"
    ),
    (
        "{key} sounds like another figure multiplied or divided by hand. Write `0.1 x sales` to "
        "calculate a figure, or `for_every: {{volume: 100}}` to charge every full 100."
    ): (
        "{key} 似为人工乘除另一数字而得。请写 `0.1 x sales` 由程序计算，或以 `for_every: {{volume: "
        "100}}` 按每满 100 计收。"
    ),
    "{key} is a figure of your own here. Without it, {key} means the 12 months of the year.": (
        "{key} 在此是自定的数字；不写时即为全年 12 个月。"
    ),
    "{key} is a figure and a term. The figure is used.": "{key} 既是数字也是条款，此处采用数字。",
    (
        "The band begins after {bound}. If unit {bound} is to be paid at this amount, write `over:` and "
        "one less."
    ): "此段从 {bound} 之后起算。若第 {bound} 单位也按此金额，请写 `over:` 并减一。",
    "a whole number of days, such as 60 or 60 after month end": "整数天数，如 60 或 60 after month end",
    "a text on one line": "一行文本",
    "a name, or its singular and plural such as {example}": "名称，或英文单复数，如 {example}",
    (
        "the name of a figure, a fact, a category, a class of stores, an event or a condition of this "
        "contract"
    ): "本合同中某个数字、事实、品类、门店类型、档期或约定事项的名称",
    "correct or delete the label": "改正或删除该标签",
    "`{first}` and `{second}` in one fee": "同一费用中同时有 `{first}` 和 `{second}`",
    "delete `conditional`": "删除 `conditional`",
    "a path and a value, such as {example}": "路径与数值，如 {example}",
    "a formula over figures of the plan, such as sales - own_label or 20% of sales": (
        "由计划数字组成的算式，如 sales - own_label 或 20% of sales"
    ),
    "a formula that names a figure of the plan": "含有计划数字的算式",
    "work it out and write the number": "算出结果，直接写数字",
    "a formula of at most {most} characters": "不超过 {most} 个字符的算式",
    "a formula of at most {most} numbers and figures": "最多含 {most} 个数字的算式",
    "a formula of +, -, x and percentages, without brackets or division": (
        "只用 +、-、x 和百分比的算式，不用括号和除法"
    ),
    "give the part in brackets a name of its own under `figures`": (
        "把括号内的部分另取名称，写在 `figures` 下"
    ),
    "write a percentage of the figure, such as {example}": "改写为该数字的百分比，如 {example}",
    "a number or a figure on both sides of every +, - and x": "每个 +、-、x 两侧都有数字或名称",
    "add what is missing, or delete the sign": "补上缺少的部分，或删除该符号",
    "a percentage with what it is of, such as 20% of sales": "写明以什么为基数的百分比，如 20% of sales",
    "at most one percentage among the factors of a product": "乘积中最多一个百分比",
    "write the share of the share as a percentage of its own": "把两个百分比的乘积写成一个百分比",
    "a sum of one kind: amounts of money, counts, or percentages": "同类数字相加减：金额、数量或百分比",
    "correct the formula": "更正算式",
    "a figure that is not private": "非内部资料的数字",
    "state the number under another name, if all may see it": "如可公开，另取名称写出此数字",
    "a number, or a figure of the plan": "数字，或计划中的数字名称",
    "a figure of the plan in `{formula}`": "`{formula}` 中为计划数字的名称",
    "a circle of figures: {path}": "循环引用：{path}",
    "figures that can be worked out one after another": "可依次计算的数字",
    "write a number for one of them": "其中一个改写为数字",
    "at most {most} figures that follow from each other in a row": "最多连续引用 {most} 个数字",
    "at most {most} stated numbers multiplied with each other": "最多 {most} 个所列数字相乘",
    "work out a part and write the number": "先算出一部分，写成数字",
    "at most {most} written digits multiplied with each other": "相乘的数字总位数不超过 {most}",
    "write the numbers with fewer digits": "减少数字的位数",
    "an amount of money": "金额",
    "a number of units": "数量",
    "a name that is no key of the plan, and not x or year": "不是计划的键，也不是 x 或 year 的名称",
    "a percentage from 0% to 100%, because {measure} is a share": (
        "0% 至 100% 的百分比，因为 {measure} 是占比"
    ),
    "the grade of fees and a percentage of total fees, such as {example}": (
        "费用性质和占费用合计的百分比，如 {example}"
    ),
    "another name, because `other` is what the categories leave over": (
        "其他名称，因为 `other` 是各品类以外的部分"
    ),
    "delete it, or choose another name": "删除，或改用其他名称",
    "{count} categories": "{count} 个品类",
    "at most {count} categories": "最多 {count} 个品类",
    "`sales` or `volume` of the category": "该品类的 `sales` 或 `volume`",
    "neither": "两者都没有",
    "add `sales:`": "加上 `sales:`",
    "an amount, because the categories make the sales of this plan": "金额，因为此计划的销售额由各品类相加",
    "add `sales:` to `plan`, or write an amount": "在 `plan` 下加上 `sales:`，或改写金额",
    "categories that come to no more than sales ({most})": "各品类合计不超过销售额（{most}）",
    "correct the sales of a category": "更正某一品类的销售额",
    "categories that come to no more than the volume ({most})": "各品类合计不超过销量（{most}）",
    "correct the volume of a category": "更正某一品类的销量",
    "an amount, which does not move with the whole": "金额，且不随总额变动",
    "write {amount}, which is {share} today": "写 {amount}，即目前的 {share}",
    "{parts} in all categories": "各品类合计 {parts}",
    "a name, which no number is": "名称，不能是数字",
    "a percentage without a plus, such as 2.5%": "不带加号的百分比，如 2.5%",
    "add a text in a language, such as {example}": "加上某一语言的文字，如 {example}",
    "add at least one entry": "至少加一项",
    "add {keys} to `{part}`, or name another figure": "在 `{part}` 下加上 {keys}，或改用其他数字",
    "an amount, or a percentage of sales such as 2%": "金额，或销售额的百分比，如 2%",
    "at most {count} classes of stores": "最多 {count} 类门店",
    "compare it with a percentage alone, such as {example}": "只与百分比比较，如 {example}",
    "correct {figure}, or name a figure instead of {measure}": "更正 {figure}，或改用数字，不用 {measure}",
    "delete `{key}`, because an amount is paid on no base": "删除 `{key}`，因为金额不按基数计算",
    "delete `{key}`, because the contract has no other term": "删除 `{key}`，因为合同没有其他条款",
    "delete `{key}`, which only a term with tiers has": "删除 `{key}`，只有分档的条款才有此键",
    "delete the line break": "删除换行",
    "either the total or its classes to move, not both": "只变动总数，或只变动各类，不能两者都变",
    "give the formula a name under `figures`, and write that name here": (
        "在 `figures` 下给算式取名，这里写该名称"
    ),
    "give the formula a name under `figures`, and write {rule}": "在 `figures` 下给算式取名，并写成 {rule}",
    "move the classes alone": "只变动各类",
    "name a figure of the plan, or add one of your own under `figures`": (
        "改用计划中的数字，或在 `figures` 下自行加上"
    ),
    "name a figure or a fact, because conditions do not depend on fees": (
        "改用数字或事实，因为条件不取决于费用"
    ),
    "name a figure, because a fact is no number; conditions on it stand in `only_if`": (
        "改用数字，因为事实不是数字；以事实为条件请写在 `only_if`"
    ),
    "name a figure, because figures do not depend on fees": "改用数字，因为计划数字不取决于费用",
    "name a figure, because thresholds are not compared with fees": "改用数字，因为门槛不与费用比较",
    "name a figure, such as sales; growth and achievement stand in `measure` and in rules": (
        "改用数字，如 sales；growth 和 achievement 只用于 `measure` 和条件"
    ),
    "name a figure; a share of another fee is a `rate` with `of: {name}`": (
        "改用数字；按另一项费用的比例计费，请用 `rate` 和 `of: {name}`"
    ),
    "name a term of this contract": "改用这份合同的条款",
    "name a term, because a group adds up fees": "改用条款，因为合计只汇总费用",
    "name a term; a figure is subtracted in a formula under `figures`": (
        "改用条款；要减去数字，请在 `figures` 下写算式"
    ),
    "name at least one term, or delete the group": "至少写一项条款，或删除此合计",
    "name something else, because a group of terms cannot stand here": (
        "改用其他名称，因为这里不能用条款的合计"
    ),
    "put the number under `figures`, and write its name here": "把数字写在 `figures` 下，这里写它的名称",
    "shorten it": "缩短内容",
    "write `key: value` in each line, without the list": "每行写 `key: value`，不用列表",
    "write a number without a percent sign": "改为不带百分号的数字",
    "write a number, or a percentage of a figure that is a number too": (
        "改为数字，或同为数量的数字的百分比"
    ),
    "write a number, or put what is so or not so under `facts`": "改为数字；是或否的情况请写在 `facts`",
    "write a number, or state {figure} in percent": "改为数字，或把 {figure} 写成百分比",
    "write a number, or the name of a figure of the plan": "改为数字，或计划中数字的名称",
    "write a number; of a figure in percent, {share} is {number}": (
        "改为数字；百分比类的数字，{share} 写作 {number}"
    ),
    "write a percentage alone, such as {example}": "只写百分比，如 {example}",
    "write a percentage of at most 100%": "改为不超过 100% 的百分比",
    "write a rule, or delete the key": "写上条件，或删除此键",
    "write a rule, or delete the key; `null` removes a condition of the extended file": (
        "写上条件，或删除此键；要去掉沿用文件的条件，写 `null`"
    ),
    "write a value in its place": "在此处写上值",
    "write a word": "改为文字",
    "write an amount, or a percentage of a figure in money": "改为金额，或金额类数字的百分比",
    "write each key with its value in a line of its own below it": "在下方每行写一个键和它的值",
    "write each rule as one text, all in one list": "每项条件写成一段文字，全部放在同一个列表",
    "write each rule by itself in a list": "在列表中逐项写出条件",
    "write how many days, such as {example}": "写明天数，如 {example}",
    "write one name, or two with one | between them": "写一个名称，或两个名称，中间用一个 | 隔开",
    "write one value, without brackets and dashes": "只写一个值，不用括号和短横",
    "write one value, without keys of its own": "只写一个值，不要再分键",
    "write the figure that is compared before {sign}": "在 {sign} 前写上要比较的数字名称",
    "write the name of a fact, or delete the key": "写上事实的名称，或删除此键",
    "write the names in brackets, with commas between them": "把名称写在方括号内，用逗号分隔",
    "write the number in digits": "用阿拉伯数字写出",
    "write the number of days in digits; other words belong under another key": (
        "用阿拉伯数字写出天数；其他文字请写在另一个键"
    ),
    "write the terms of the group instead: {names}": "改写此合计中的条款：{names}",
    "write true or false": "写 true 或 false",
    "write {rule} to compare two figures": "要比较两个数字，写成 {rule}",
    "{count} classes": "{count} 类",
    "{total}, which the classes come to": "各类合计 {total}",
    "put the smallest of them together": "把其中最小的几个合并",
    "one number, because no class opens stores of which it has a portion": (
        "单一数字，因为没有任何门店类型有新开门店可按比例分摊"
    ),
    "write `new` in the classes, and `likely` that they come to": (
        "在各门店类型中填写 `new`，并使 `likely` 等于其合计"
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
    "a month from 1 to 12, or its name such as mar": "1 至 12 的月份，或月份名称，如 mar",
    "write a month from 1 to 12": "改为 1 至 12 的月份",
    "months such as [10], [1..6] or [jan, feb]": "月份，如 [10]、[1..6] 或 [jan, feb]",
    "write the first and the last month, with .. between them": "写明起止月份，中间用 ..",
    "name a month, or delete the key": "写上月份，或删除此键",
    "no months": "没有任何月份",
    "each month once": "每个月份只写一次",
    "a quarter from 1 to 4, such as q1": "1 至 4 季度，如 q1",
    "write a quarter from 1 to 4": "改为 1 至 4 季度",
    "twelve values, one for each month": "十二个值，每月一个",
    "four values, one for each quarter": "四个值，每季度一个",
    "write all twelve": "写满十二个值",
    "write {example}": "写作 {example}",
    "how often the event takes place in each quarter, such as [1, 0, 2, 1] or {example}": (
        "活动每季度的次数，如 [1, 0, 2, 1] 或 {example}"
    ),
    "the months of the event, such as [3, 9], or how often in each: {example}": (
        "档期的月份，如 [3, 9]；或各月次数，如 {example}"
    ),
    "a list of twelve amounts or shares (four of quarters), or those of some such as {example}": (
        "十二个月（或四个季度）的金额、数量或百分比列表，或其中几个的，如 {example}"
    ),
    "a list of twelve counts (four of quarters), or those of some such as {example}": (
        "十二个月（或四个季度）的个数列表，或其中几个的，如 {example}"
    ),
    "a list of twelve times yes or no (four of quarters), or those of some such as {example}": (
        "十二个月（或四个季度）的 yes 或 no 列表，或其中几个的，如 {example}"
    ),
    "one value": "一个值",
    "write all twelve, or some as {example}": "写满十二个值，或其中几个月写作 {example}",
    "write all four, or some as {example}": "写满四个值，或其中几个季度写作 {example}",
    "write all of them in a list, or some as {example}": "全部写成列表，或其中几个写作 {example}",
    "how often in each month, in a list": "列出各月次数的列表",
    "write its months, or how often in each as {example}": "写出其月份，或各月次数，写作 {example}",
    "write its months in a list, or how often in each as {example}": (
        "以列表写出其月份，或各月次数，写作 {example}"
    ),
    "`rest` only among shares, which come to 100%": "`rest` 只与百分比并列，合计 100%",
    "write the amount, or shares everywhere": "写上金额或数量，或各月都写百分比",
    "a whole number, because counts take no shares": "整数，因为个数不写百分比",
    "write how many": "写上个数",
    "write yes or no for each month, or state it once under `facts` of the plan": (
        "每个月写 yes 或 no，或在计划的 `facts` 中只写一次"
    ),
    "write yes or no for each month": "每个月写 yes 或 no",
    "correct a share": "更正百分比",
    "write its months, {months} in a contract year that begins in January": (
        "改写月份；合同年度自 1 月起时为 {months}"
    ),
    "a share, as other months have one": "百分比，与其他月份一致",
    "write the share, or every month as an amount": "改为百分比，或各月都写金额或数量",
    "`rest` for one month": "只有一个月写 `rest`",
    "write a share": "改为百分比",
    "shares that come to {total}": "合计为 {total} 的百分比",
    "shares that come to 100%": "合计为 100% 的百分比",
    "correct a share, or write `rest` for one of them": "更正百分比，或其中一个月改写 `rest`",
    "months that come to {total}, on average {mean}": "各月合计为 {total}，平均为 {mean}",
    "months that come to {total}": "各月合计 {total}",
    "{year}, which the plan states for the year: {difference} less": (
        "计划全年为 {year}，须减少 {difference}"
    ),
    "{year}, which the plan states for the year: {difference} more": (
        "计划全年为 {year}，须增加 {difference}"
    ),
    "correct a month, or the year": "更正某个月或全年的数字",
    "months whose mean is {mean}": "各月平均值为 {mean}",
    "months whose mean is {year}": "各月平均值为 {year}",
    "yes in every month": "每个月都是 yes",
    "no in at least one month": "至少一个月是 no",
    "yes in every month, because `facts` says yes of the year": "每个月都是 yes，因为 `facts` 的全年为 yes",
    "no in at least one month, because `facts` says no of the year": (
        "至少一个月是 no，因为 `facts` 的全年为 no"
    ),
    "correct the months, or the fact of the year": "更正各月，或更正 `facts`",
    "months of {figure}": "{figure} 的各月数字",
    "a figure that the plan states": "计划中填写的数字",
    "a figure that the plan states, such as sales": "计划中填写的数字，如 sales",
    "add it to `plan`": "在 `plan` 中填写",
    "delete it: the rate is that of the whole year": "删除此键：税率为全年的税率",
    "delete it: every month counts as one": "删除此键：每个月都计为一个月",
    "write the months of last year under `last_year` of the plan": "去年各月写在计划的 `last_year` 之下",
    "delete it: it is what the other categories leave over": "删除此键：它是其他品类以外的部分",
    "a category of the plan": "计划中的品类",
    "write the months, or the quarters under `quarters`": "写出各月，或在 `quarters` 之下写各季度",
    "name a figure first, such as sales, and its months below it": "先写数字的名称，如 sales，月份写在其下",
    "write it under `months`, not under `quarters`": "写在 `months` 之下，不在 `quarters` 之下",
    "delete it: it follows from other figures": "删除它：由其他数字算出",
    "what comes and goes in a month, such as `new`": "当月的增减，如 `new`",
    "delete it: it follows from the start of the year and what changes by month": (
        "删除它：由年初数字与各月增减算出"
    ),
    "{figure} by month and by quarter": "{figure} 按月和按季各写了一次",
    "each figure once": "每项数字只写一次",
    "{count} stores that close in {month}": "{month}关闭 {count} 家店",
    "no more than there are then ({most})": "不超过当时的店数（{most}）",
    "let them close later, or open earlier": "改为较晚闭店，或较早开店",
    "months inside the contract year, which begins in {month}": "合同年度以内的月份（自{month}起）",
    "{term}, which is settled for longer than this term": "{term}，其结算期间比本条款长",
    "a term that is settled within each period of this one": "结算期间完整落在本条款各期以内的条款",
    "settle both by the same periods, or this one by longer ones": (
        "两项采用相同的结算期间，或本条款采用较长的"
    ),
    "{figure} of last year by month, which the plan does not give": "计划中没有去年各月的 {figure}",
    "last year's months beside this year's": "与今年并列的去年各月数字",
    "add `months` to `last_year`, or settle the term by the year": (
        "在 `last_year` 中加上 `months`，或改为按年结算"
    ),
    "`cumulative` without `each`": "有 `cumulative` 而没有 `each`",
    "`each: month`, `quarter` or `half` beside it": "同时有 `each: month`、`quarter` 或 `half`",
    "add `each:`, or delete `cumulative`": "加上 `each:`，或删除 `cumulative`",
    "`cumulative` with `each: year`, which settles once": "`cumulative` 与只结算一次的 `each: year` 并列",
    "settle it more often, or delete `cumulative`": "改为更频繁的结算，或删除 `cumulative`",
    "name a figure, because `year.` stands before figures alone": "改写一项数字，因为 `year.` 之后只写数字",
    "write {rule}, because `year.` stands before figures alone": "改为“{rule}”，因为 `year.` 之后只写数字",
    "write {text}, because `year.` stands before figures alone": "改为“{text}”，因为 `year.` 之后只写数字",
    "{key}, another name of {first}": "{key}，与 {first} 所指相同",
    "each quarter once": "每季度只写一次",
    "a last year that begins in {month}": "自{month}起的去年",
    "the month in which this year begins ({month})": "今年开始的月份（{month}）",
    "write the same `starts` in both years": "两年写相同的 `starts`",
    "categories that come to more than sales in {month}": "{month}超过销售额的品类",
    "categories that come to more than sales from {first} to {last}": "{first}至{last}超过销售额的品类",
    "no more than sales in every period of a term that reads {figure}": (
        "在读取 {figure} 的条款的每一期内不超过销售额"
    ),
    "correct the months of sales or of a category": "更正销售额或品类的月份",
    "a day of the calendar": "日历上有的日期",
    "check the month and the day": "检查月与日",
    "a file that is no workbook": "不是工作簿的文件",
    "a workbook (.xlsx)": "工作簿（.xlsx）",
    "save it as an Excel workbook (.xlsx) and try again": "另存为 Excel 工作簿（.xlsx）后重试",
    "more than {most:,} cells": "超过 {most:,} 个单元格",
    "a file of more than {most:,} bytes": "超过 {most:,} 字节的文件",
    "a workbook that unpacks to far more than its size": "解压后远大于自身大小的工作簿",
    "a workbook that `ka-terms show` or `ka-terms compare` wrote": (
        "由 `ka-terms show` 或 `ka-terms compare` 写出的工作簿"
    ),
    "restore the sheet that holds the contracts, or ask for the file again": (
        "还原存放合同的工作表，或重新索取文件"
    ),
    "a workbook without a contract": "没有合同的工作簿",
    "the line as ka-terms wrote it": "ka-terms 写出的原行",
    "restore it, or read the file with the version of ka-terms that wrote it": (
        "还原该行，或用写出该文件的 ka-terms 版本读取"
    ),
    "an edited line about a contract": "被修改过的合同说明行",
    "the row of {key} with a number": "{key} 一行及其数字",
    "restore it; to strike a fee, delete all of its rows": "还原该行；如要删除费用，请删除其全部行",
    "no number for {key}": "{key} 没有数字",
    "edits that make no contract": "无法构成合同的修改",
    "a valid contract": "有效的合同",
    "the private values of the workbook are left out; add --internal to keep them": (
        "工作簿中的内部数值未写入；如需保留，请加 --internal"
    ),
    "the sheet {sheet} with a column {name}": "含有列“{name}”的工作表“{sheet}”",
    "restore the names of the sheet and of its columns": "还原工作表及其列的名称",
    "no such cells": "没有这些单元格",
    "edits of several contracts": "多份合同均有修改",
    "the name of one of them": "其中一份的名称",
    "restore the formula and edit the inputs": "还原公式，改在输入单元格修改",
    "the formula that stood there": "原有的公式",
    "a fee": "费用名称",
    "choose one of the list, or write a name": "从列表选择，或填写名称",
    "put both into one row": "合并为一行",
    "one of the list": "列表中的一项",
    "choose one of the list": "从列表中选择",
    "one minimum": "一个最低值",
    "our proposal, or the request and our proposal": "我方提案，或对方要求与我方提案",
    "name at most two files": "最多指定两个文件",
    "{count} contracts": "{count} 份合同",
    "all columns, because very long outputs are written row by row": "全部列，因为很长的输出逐行写出",
    "a selection": "部分列",
    "something else": "其他内容",
    "the key {key}, once": "键 {key}，且只出现一次",
    "restore the keys of the rows": "还原各行的键",
    "add one of these: {options}": "加上其中之一：{options}",
    "edits that no file of the contract can state together": "合同文件无法同时表示的修改",
    "change them in the file of the contract itself": "请直接修改合同文件",
    "a file with the same amounts": "金额相同的文件",
    "edited too: {names}": "另有修改：{names}",
    "cells far beyond its table": "远在表格之外的单元格",
    "delete what stands there and save it again": "删除该处内容后重新保存",
    "write a number": "填写数字",
    "{term} struck out": "删除 {term}",
    "terms that do not name it: {names} do": "其他条款未引用它：{names} 引用了它",
    "restore its rows, or delete those of the others too": "还原其各行，或一并删除引用它的条款",
    "the text as ka-terms wrote it": "ka-terms 写出的原文",
    "restore it, and edit the inputs instead": "还原原文，改在输入单元格修改",
    "an edited text of {name}": "“{name}”的文字被修改过",
    "how the tiers apply": "档位方式",
    "comments on cells are not read; please look at them": "单元格的批注未读取，请自行查看",
    "a format that fills in a template: {names}": "可套用模板的格式：{names}",
    "write {marker} into a paragraph of its own": "将“{marker}”单独写成一段",
    "a format of text, because --output names the scenario": "文本格式，因为 --output 指定的是方案文件",
    "a report that has a chart": "有图表的报告",
    "choose another format": "改用其他格式",
    "a format that is a picture: {names}": "图片格式：{names}",
    "a computer without a font that has {letters}": "电脑上没有含 {letters} 的字体",
    "an installed font such as {names}": "已安装的中文字体，例如 {names}",
    "install one of them, or choose the format {name}": "安装其中一种，或改用 {name} 格式",
    "a format with tables": "有表格的格式",
    "a contract to approve, with status: agreed or draft, and with terms": (
        "一份待审批的合同：status 为 agreed 或 draft，且有条款"
    ),
    "name it: {option} FILE": "请指明：{option} FILE",
    "one contract in this role": "此项只能有一份合同",
    "the contracts {names}": "合同 {names}",
    "not on the page: {files}": "未列入本页：{files}",
    "an amount of sales, because the plan does not give last year's": "销售额金额，因计划未提供去年销售额",
    "write an amount, such as 8M": "请写金额，例如 8M",
    "a pptx presentation with a layout and without macros": "含有版式且不含宏的 pptx 演示文稿",
    "save it as a presentation (.pptx) in your program for slides": "请在演示软件中另存为演示文稿（.pptx）",
    "{count:,} rows": "{count:,} 行",
    "at most {count:,} rows in {name}": "{name} 最多 {count:,} 行",
    "use --where, or one of {names}, which take any number of rows": (
        "请用 --where，或改用不限行数的格式：{names}"
    ),
    "at most {count} sliders": "最多 {count} 个滑块",
    "remove some": "删去几个",
    "a number that moves; a fact is yes or no": "可变动的数字；事实只有是或否",
    "a range such as 8M..12M or 8M..12M..250k": "范围，如 8M..12M 或 8M..12M..250k",
    "write the least and the most value with .. between them": "写出最小值与最大值，中间用 .. 隔开",
    "write two different ends": "写两个不同的端点",
    "an input on which a fee depends": "会影响费用的数字",
    "correct the ending": "改正扩展名",
    "a range such as 8M..12M, because there is none around this value": (
        "8M..12M 这样的范围，因为这个数值周围没有范围"
    ),
    "write --slider {path}=LOW..HIGH": "写成 --slider {path}=LOW..HIGH",
    "the request alone (status: ask)": "只有对方要求（status: ask）",
    "name the file of our proposal": "加上我方提案的文件",
    "two contracts of ours, the first with status: {status}": "两份我方的合同，第一份是 status: {status}",
    "write `status: ask` in the file of the request, or name one file": (
        "在对方要求的文件里写 `status: ask`，或只列一个文件"
    ),
    "the accounts {names}": "客户 {names}",
    "contracts of one account": "同一客户的合同",
    "name contracts of one account, or correct `account:`": "列出同一客户的合同，或改正 `account:`",
    "the term {term}, which stands on {names}": "条款 {term}，它以 {names} 为基础",
    "terms that stand on nothing the retailer does not receive (`to: other`)": (
        "条款不以零售商收不到的费用（`to: other`）为基础"
    ),
    "state what it stands on as a figure of the plan, or leave the term out of this file": (
        "把它的基础写成计划中的数字，或在这个文件里不列这项条款"
    ),
    "a template without comments, tracked changes and speaker notes": "没有批注、修订和备注的模板",
    "remove them, because they would go along": "删去这些，因为会随文件送出",
    "a docx document with one paragraph {marker}": "有且只有一个 {marker} 段落的 docx 文档",
    "sales at most as planned, {sales}": "不高于计划的销售额 {sales}",
    "write lower sales": "改为较低的销售额",
    "a picture of {count} lines, one a contract and value of the second input": (
        "有 {count} 条线的图（每份合同、第二项输入的每个值各一条）"
    ),
    "at most {count} lines": "最多 {count} 条线",
    "give the second input fewer values": "减少第二项输入的值",
    "an amount a year, or a percentage of sales such as 3%": "每年的金额，或占销售额的百分比，如 3%",
    "a step that leaves a value which a contract may state": "让步后仍是合同可以写的值",
    "write a smaller step": "写小一点的让步",
    "a term or an event that has a step": "有让步的条款或档期",
    "no contract with a walk-away limit": "没有写明底线的合同",
    "a file with `walk_away` under `private`": "`private` 下有 `walk_away` 的文件",
    "add `walk_away`, such as {example}": "加上 `walk_away`，如 {example}",
    "walk-away limit passed: {name}: {metric} is {value}, the limit {limit}": (
        "已突破底线：{name}：{metric} 为 {value}，底线 {limit}"
    ),
    "numbers that an offer may change": "方案可以变动的数字",
    "at most {count} choices of numbers that have a part in one fee": "影响同一项费用的数字，最多 {count} 种组合",
    "give fewer values, or fewer of these numbers": "减少值，或减少这些数字",
    "a path and values, such as {example}": "路径与值，如 {example}",
    "a number that an offer can change, such as a rate or an event": "方案可以变动的数字，如费率或档期次数",
    "leave it out: offers stand on one plan": "请删去：各方案按同一计划",
    "each number once": "每个数字只写一次",
    "put its values into one --vary": "把值写在同一个 --vary",
    "a limit on all fees, such as {example}": "对全部费用的限制，如 {example}",
    "write total_fees or fee_ratio, and <=": "写 total_fees 或 fee_ratio，并用 <=",
    "sales at least as planned, {sales}": "不低于计划的销售额 {sales}",
    "write higher sales": "改为较高的销售额",
    "an edition for the retailer": "对外版",
    "use `ka-terms compare --for retailer`": "改用 `ka-terms compare --for retailer`",
    "an amount of money, and this figure of the plan is a share": "金额；计划中的此项数字是比率",
    "name a figure with the retailer's sales without VAT": "改为零售商不含税销售额的数字",
    "a figure that {name} has under `plan: figures:`": "“{name}”的 `plan: figures:` 之下的数字",
    "add it there, such as `sell_out: 12M`, retail sales without VAT": (
        "在该处加上，例如 `sell_out: 12M`，即不含税零售额"
    ),
    "1 to {most} rounds, each a file with `status:` and terms": (
        "1 至 {most} 轮，每轮一个有 `status:` 与条款的文件"
    ),
    "a day not before that of the round above, {day}": "不早于上一轮的日期 {day}",
    "a directory or another thing that is no file": "目录或其他非文件的项目",
    "a file with rounds": "列出各轮的文件",
    "a folder and {count} more": "一个文件夹与另外 {count} 项",
    "a folder without rounds": "没有任何一轮的文件夹",
    "a list without entries": "空的列表",
    "add a line such as {example}": "加上一行，例如 {example}",
    "correct the date, or list the rounds in their order": "更正日期，或按先后顺序列出各轮",
    "each file once": "每个文件只列一次",
    "files of rounds": "各轮的文件",
    "files that {file} does not list": "{file} 没有列出的文件",
    "files with `status: ask`, `proposal`, `draft` or `agreed`": (
        "`status:` 为 `ask`、`proposal`、`draft` 或 `agreed` 的文件"
    ),
    "list them under `rounds:`, or name the files that stand there": (
        "把这些文件列在 `rounds:` 之下，或改为其中已列出的文件"
    ),
    "name one folder alone": "只指定一个文件夹",
    "name the files of the rounds": "指定各轮的文件",
    "not a round: {files}": "未列为一轮：{files}",
    "one folder, or files": "一个文件夹，或若干文件",
    "rounds in an order": "能判断先后的各轮",
    "the command without {option}": "命令没有 {option}",
    "write `status:` in each file, or name the files": "在每个文件写上 `status:`，或直接指定文件",
    "write {file} in the folder, with `rounds:` and below it a line `{line}` for each round": (
        "在文件夹中写一个 {file}：先写 `rounds:`，其下每轮一行 `{line}`"
    ),
    "{count} rounds": "{count} 轮",
    "{first} and {second}, both with `status: {status}` and no day that tells which came first": (
        "{first} 与 {second} 都是 `status: {status}`，没有日期可判断先后"
    ),
    "{option}, because nothing of the result is for others": "{option}，因为结果都不供外部使用",
    "our own edition, because nothing of the result is for others": "我方自用版，因为结果都不对外",
    "a number that is agreed, such as a rate or an event": "双方谈定的数字，如费率或档期次数",
    "leave it out: steps are on one plan": "请删去：让步都按同一计划",
    "a limit in money, because planned sales are 0": "金额限制，因为计划销售额为 0",
    "write total_fees and an amount": "写 total_fees 与金额",
    "a request with terms": "有条款的对方要求",
    "name the file of their request": "指明对方要求的文件",
    "each file once, because a file is one round": "每个文件一次，因为一个文件就是一轮",
    "name it once": "只写一次",
    "write other sales, or change the plan": "改写销售额，或修改计划",
    "sales that the rest of the plan allows": "与计划其他数字相符的销售额",
    "a file with `payment_days` under `conditions`": "在 `conditions` 下有 `payment_days` 的文件",
    "a file with `cost_of_capital` under `private`": "在 `private` 下有 `cost_of_capital` 的文件",
    "add it, or leave the step out": "补上它，或不要这一步",
    "a contract to aim at, with status: agreed, draft or proposal, and with terms": (
        "作为目标的合同，status 为 agreed、draft 或 proposal，并有条款"
    ),
    "write `rounds:` and below it a line for each round, such as {line}": "写 `rounds:`，其下每轮一行，例如 {line}",
    "no list of rounds": "不是各轮的清单",
    "now, an amount, or a limit such as {example}": "now、金额，或上限，例如 {example}",
    "{sales} as last year's sales in {name}": "{name} 中的去年销售额 {sales}",
    "those of {name}, {sales}": "{name} 的 {sales}",
    "name the files from the first year to the last": "文件由最早的年度依次列出",
    "years of one account, in one currency ({first})": "同一客户、同一币种的各年（{first}）",
    "leave {name} out": "不要列入 {name}",
    "a column named {names}": "名为 {names} 的列",
    "a formula that was never calculated": "从未计算过的公式",
    "a known name of a column": "已知的列名",
    "a list of rows": "各行的列表",
    "a list with an entry `- {example}` for each row": "每行一项 `- {example}` 的列表",
    "a narrower table": "列数较少的表格",
    "a quotation mark that is never closed": "没有结尾的引号",
    "a row with names of columns, such as {names}": "有列名的一行，例如 {names}",
    "a second column {name}, as {first}": "第二个相同的列 {name}，与 {first} 重复",
    "a second one at the end of the cell": "单元格末尾的另一个引号",
    "a separator": "分隔符",
    "a table": "表格",
    "a table as text": "文本文件的表格",
    "a table in UTF-8": "UTF-8 的表格",
    "a table in one of these formats: {names}": "下列格式之一的表格：{names}",
    "a table in {encoding}": "编码为 {encoding} 的表格",
    "a table of at most {count} MiB": "最多 {count} MiB 的表格",
    "a table: {names}": "表格：{names}",
    "a text of {count} characters": "{count} 个字的文本",
    "a text or a number": "文本或数字",
    "a text that may read '{one}' ({first}) or '{other}' ({second})": (
        "可读为“{one}”（{first}）或“{other}”（{second}）的文本"
    ),
    "a text without hidden characters": "没有隐藏字符的文本",
    "a value in each row": "每行都有的值",
    "add a row": "加一行",
    "add the column, or rename the one that is meant": "补上该列，或更改所指那列的列名",
    "add {first} or {second}, whichever is meant": "按实际情况加上 {first} 或 {second}",
    "an empty table": "空的表格",
    "an encoding that is named": "指明的编码",
    "as many as there are names of columns: {count}": "与列名一样多：{count}",
    "at most {count} characters": "最多 {count} 个字",
    "characters that are neither UTF-8 nor GB18030 nor Big5": "不是 UTF-8、GB18030 或 Big5 的字符",
    "characters that are not {encoding}": "不是 {encoding} 的字符",
    "close it, or write it twice where it is part of the text": "补上结尾引号；若为正文，则连写两个",
    "correct the formula, or write the value": "修正公式，或直接写值",
    "delete one of them (the first is in column {column})": "只保留一个（第一个在 {column} 列）",
    "delete one of them, or give it another name": "只保留一个，或改用其他名称",
    "delete the columns that are not needed": "删除不需要的列",
    "each column once": "每列只出现一次",
    "its value": "其值",
    "more than {count} columns": "超过 {count} 列",
    "more than {count} rows": "超过 {count} 行",
    "name a table, or a scenario": "指定表格，或合同文件",
    "name it: {option}": "指定其名称：{option}",
    "name the columns in the first row: {names}": "在第一行写上列名：{names}",
    "name the table alone": "只指定表格",
    "no column {name}": "没有 {name} 列",
    "no list": "不是列表",
    "no row": "没有任何一行",
    "one table, or scenarios": "一个表格，或合同文件",
    "open the workbook in a spreadsheet program, and save it": "用电子表格软件打开并保存",
    "put numbers with commas in quotes, or write them without": "有逗号的数字加上引号，或不写逗号",
    "rows below the names of the columns": "列名以下的各行",
    "save it again as UTF-8, or name its encoding with {option}": "另存为 UTF-8，或用 {option} 指明编码",
    "save it in one of these formats: {names}": "另存为下列格式之一：{names}",
    "scenarios": "合同文件",
    "several sheets with such a table: {names}": "几个工作表都有此种表格：{names}",
    "split the table": "拆成几个表格",
    "text behind a quoted cell": "引号后还有文本",
    "type it again": "重新输入",
    "write a quotation mark in a quoted cell twice": "引号内的引号连写两个",
    "{count} cells": "{count} 个单元格",
    "{count} files, one of them a table": "{count} 个文件，其中一个是表格",
}
