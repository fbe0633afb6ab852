"""Simplified Chinese: messages about what was typed, by English template; see `ka_terms.text.messages`."""

from __future__ import annotations

TEMPLATES = {
    # the command line
    "Error: {text}": "错误：{text}",
    "error: {reason}": "错误：{reason}",
    "Try '{command}' for help.": "用法说明：{command}",
    "{option}: {text}": "{option}：{text}",
    "saved: {file}": "已保存：{file}",
    "limit exceeded: {name}: {metric} is {value} (--fail-if '{rule}')": (
        "超出限值：{name}：{metric} 为 {value}（--fail-if '{rule}'）"
    ),
    "{done:,} of {total:,} combinations, {percent}%": "已试算 {done:,}／{total:,} 个组合，{percent}%",
    "for completion and hints in your editor: ka-terms schema --output {schema}": (
        "要让编辑器补全并提示，请运行：ka-terms schema --output {schema}"
    ),
    "one of {names}": "下列之一：{names}",
    "choose one of them": "请从中选一个",
    "a value": "一个值",
    "no value": "不带值",
    "an option of {command}": "{command} 的选项",
    "no further word": "不再有其他内容",
    "remove it": "请删去",
    "remove them": "请全部删去",
    "see `{command}`": "请看 `{command}`",
    "add {text}": "请加上 {text}",
    "run {command}": "请运行 {command}",
    "remove {option}": "请去掉 {option}",
    "remove --explain": "请去掉 --explain",
    "remove {option}, or choose another format": "请去掉 {option}，或改用其他格式",
    "remove one of them": "请去掉其中一个",
    "only one of them": "两者之一",
    "{first} and {second}": "{first} 与 {second}",
    "{name} together with {option}": "{name} 与 {option} 并用",
    "all rows in this format": "写出全部各行",
    "the format {name}": "{name} 格式",
    "a format that can start with a byte order mark: {names}": "可带字节顺序标记（BOM）的格式：{names}",
    "a file name that ends in one of {endings}": "扩展名为下列之一的文件名：{endings}",
    "correct the ending, or add --format": "请改正扩展名，或加上 --format",
    "a whole number from {least:,} to {most:,}": "{least:,} 到 {most:,} 的整数",
    "a percentage above 0% and below 100%": "大于 0% 且小于 100% 的百分比",
    "write a percentage such as {example}": "请写百分比，如 {example}",
    "one file": "一个文件",
    "{count} files": "{count} 个文件",
    "one file, or two to compare": "一个文件，或两个相比较的文件",
    "keep one or two files": "请只留一个或两个文件",
    "at least two files, or one and --baseline": "至少两个文件，或一个文件加 --baseline",
    "add a file, or --baseline FILE": "请再加一个文件，或加上 --baseline FILE",
    "a rule that must be met": "要达到的条件",
    "a contract with terms": "有条款的合同",
    "a text that is in the key, a name or an alias of a fee type": "费用类型的代号、名称或别名中的文字",
    "see all of them with `ka-terms catalogue`": "可用 `ka-terms catalogue` 列出全部",
    "a file, because the draft refers to it": "一个文件，因为草案要引用它",
    "name a file": "请写文件名",
    "the file of --from": "--from 所指的文件",
    "another file, because the draft refers to that of --from": "另一个文件，因为草案要引用 --from 的文件",
    "name another file": "请改写另一个文件名",
    "{count:,} combinations ({duration})": "{count:,} 个组合（{duration}）",
    "about {count:,.0f} seconds": "约需 {count:,.0f} 秒",
    "about {count:,.0f} minutes": "约需 {count:,.0f} 分钟",
    "at most {count:,}": "不超过 {count:,}",
    "use a larger step, or add --yes": "请改用较大的步长，或加上 --yes",
    "more than {count:,} rows": "超过 {count:,} 行",
    "a shorter table": "较短的表",
    "use --where or --best, or one of the formats {names}": (
        "请用 --where 或 --best，或改用下列格式之一：{names}"
    ),
    "no unit, because very many rows, and parquet, hold full amounts": (
        "不带单位，因为行数极多时以及 parquet 中，金额都写全数"
    ),
    "write {first} or {second}": "请写 {first} 或 {second}",
    "at {place}: {reason}": "{place} 时：{reason}",
    "one number": "一个确定的数字",
    "an estimate of sales or of store openings": "销售额或新开店数的估计值",
    "write {sales}, or under `stores` {openings}": "请写 {sales}，或在 `stores` 之下写 {openings}",
    "an amount beyond 10^18": "超过 10^18 的金额",
    "a smaller amount": "较小的金额",
    "check its numbers for wrong digits": "请检查其中的数字是否写错",
    "the amount of {key} is beyond 10^18: check its numbers for wrong digits": (
        "{key} 的金额超过 10^18：请检查其中的数字是否写错"
    ),
    "a new file": "新文件",
    "a file": "文件",
    "a file that exists": "已有的文件",
    "add --force to replace it": "要覆盖请加上 --force",
    "a folder": "文件夹",
    "name a file in it": "请写其中的文件名",
    "no such folder": "不存在的文件夹",
    "create the folder {folder}": "请先创建文件夹 {folder}",
    "a device or pipe": "设备或管道",
    "remove --output to write to standard output": "若要写到标准输出，请去掉 --output",
    "a file that cannot be written": "无法写入的文件",
    "a name or a text that no file can have": "文件不能有的名称或文字",
    "write another name": "请改用其他名称",
    "write to another folder": "请写到其他文件夹",
    "the terminal or a pipe": "终端或管道",
    "no library {library}": "没有安装 {library}",
    "an installation with it": "已安装此程序库",
    # files
    "... and {count:,} more problems": "……另有 {count:,} 个问题",
    "{text}": "{text}",
    "{first}; {second}": "{first}；{second}",
    "found {found}": "读到 {found}",
    "expected {expected}": "应为{expected}",
    "an invisible sign (U+{code:04X})": "一个看不见的符号 (U+{code:04X})",
    "plain text": "纯文本",
    "delete it": "请删去",
    "a full-width colon {sign}": "全角冒号 {sign}",
    "a colon with no space behind it": "冒号后没有空格",
    "a colon and a space": "半角冒号加一个空格",
    "write `{key}: `": "请写 `{key}: `",
    "plain spaces": "普通空格",
    "replace it by a space": "请改为普通空格",
    "the full-width sign {sign}": "全角符号 {sign}",
    "the plain sign {sign}": "半角符号 {sign}",
    "write {text}": "请写 {text}",
    "an ideographic space (U+3000)": "全角空格 (U+3000)",
    "a no-break space (U+{code:04X})": "不换行空格 (U+{code:04X})",
    "a space of another width (U+{code:04X})": "特殊宽度的空格 (U+{code:04X})",
    "a key without signs that no one sees": "没有看不见符号的键",
    "delete them": "请将其删去",
    "write {number}": "请写 {number}",
    "a comma groups exactly three digits: group all of them so, or none": (
        "逗号只用来隔开三位数：请全部三位一隔，或全部不隔"
    ),
    "{code} is {name}: type a minus, -": "{code} 是 {name}：请输入减号 -",
    "there is {code} in it, {name}: delete it": "其中有 {code}（{name}）：请删除",
    "there is {code} in it, {name}: type a plain space": "其中有 {code}（{name}）：请输入普通空格",
    "{sign} ({code}, {name}) is no part of a number": "{sign}（{code}，{name}）不是数字的一部分",
    "write {grouped} or {divided}, whichever is meant": "请按原意写成 {grouped} 或 {divided}",
    "a private number": "内部数字",
    "a number that cannot be read in two ways": "只有一种读法的数字",
    "write {whole} for one value, or {several} for several": (
        "若为一个值，请写 {whole}；若为数个值，请写 {several}"
    ),
    "put a space behind each comma that divides values": "请在分隔数值的每个逗号后加空格",
    "values that commas divide in one way only": "只有一种分法的数值",
    "write {key}: {number} or {key}: {quoted}": "请写 {key}: {number} 或 {key}: {quoted}",
    "write {key}: {number}": "请写 {key}: {number}",
    "write {key} without commas": "{key} 的数字请不要用逗号",
    "{key}: {number} in braces": "大括号内的 {key}: {number}",
    "no comma in a number there: in braces it ends the entry": "数字中没有逗号：在大括号内，逗号会结束一项",
    "{key}, another name of the fee {first}": "{key}，与 {first} 是同一项费用",
    "each fee once": "每项费用只写一次",
    "the first stands in line {line}: keep one of them": "第一次出现在第 {line} 行：请只保留一项",
    "a name of one fee only": "只属于一项费用的名称",
    "it is a name of {owner} already: take it out of one of them": "它已是 {owner} 的名称：请从其中一项删去",
    "write the one that is meant: {names}": "请写明是哪一个：{names}",
    "{written} is read as the fee {key}": "{written} 读作费用 {key}",
    "{key} stands beside the inherited {inherited}, which stays; if that is meant, write {inherited}": (
        "{key} 与沿用的 {inherited} 并存，后者仍然有效；若指的是后者，请写 {inherited}"
    ),
    "{key} is taken as a name of your own, not as {known}; if that is meant, write {known}": (
        "{key} 视为自定名称，而非 {known}；若指的是后者，请写 {known}"
    ),
    "{key} looks private, but is shown to whoever sees this contract; what must not leave goes under `private:`": (
        "{key} 看似内部资料，但凡看到这份合同的人都会看到；不得外泄的内容请写在 `private:` 之下"
    ),
    "{key} sounds like a fee of a month or quarter, but its tiers are measured on the whole year": (
        "{key} 看似按月或按季的费用，但其阶梯按全年计量"
    ),
    "on this plan the least, {least}, is above the most, {most}: the most counts": (
        "按此计划，最低额 {least} 高于最高额 {most}：以最高额为准"
    ),
    "{text} is read with a decimal point; if the point groups thousands, write {grouped}": (
        "{text} 的点读作小数点；若用来隔开千位，请写 {grouped}"
    ),
    "{key} matches nothing in the program or in the files checked": (
        "{key} 与程序及所查文件中的任何名称都不符"
    ),
    "if {known} is meant, write {known}": "若指的是 {known}，请写 {known}",
    "no more returns than sales": "退货不超过销售额",
    "the low of sales is {sales}": "销售额的低值为 {sales}",
    "sales come to {sales}": "销售额为 {sales}",
    "no more closed stores than there are": "闭店数不超过现有店数",
    "opening and the low of new stores are {most} together": "期初店数加新开店数的低值共 {most} 家",
    "opening and new stores are {most} together": "期初店数加新开店数共 {most} 家",
    "growth with its sign, such as +5%, or as an index from 100% on, such as 105% (the same)": (
        "带正负号的增长，如 +5%；或 100% 以上的同比指数，如 105%（两者相同）"
    ),
    "write +{bare} for growth of {bare}, or {fall} for {bare} of last year": (
        "若为增长 {bare}，请写 +{bare}；若为去年的 {bare}，请写 {fall}"
    ),
    "growth on last year ({growth})": "相对去年的增长（{growth}）",
    "a step above zero": "大于零的步长",
    "values all with a sign, or all without": "全部带正负号或全部不带的数值",
    "{same} is the same as {bare}, +{bare} is {more}": "{same} 即 {bare}，+{bare} 即 {more}",
    "a bound above the one before it": "高于前一档的门槛",
    "the tier before starts at {bound}": "前一档起点为 {bound}",
    "likely no lower than low": "likely 不低于 low",
    "low is {value}": "low 为 {value}",
    "high no lower than likely": "high 不低于 likely",
    "likely is {value}": "likely 为 {value}",
    "a metric that may leave the house": "可以外传的指标",
    "it is private: add --internal": "它属内部资料：请加上 --internal",
    "a contract whose file gives {key}": "文件中有 {key} 的合同",
    "there are {names}": "可用的有 {names}",
    "a figure of the plan or a parameter of a term": "计划中的一项数字或条款中的一个参数",
    "choose one of {paths}": "请从 {paths} 中选择",
    "{contract} has no {key}: add it under `terms:` with 0, `{line}`": (
        "{contract} 没有 {key}：请在 `terms:` 之下以 0 加入 `{line}`"
    ),
    "a key that does not begin with {start}": "不以 {start} 开头的键",
    "{contract} does not: write {key}": "{contract} 没有：请写 {key}",
    "keep one of them": "请只保留一项",
    "{key} stands beside {first}, and both count; keep one": (
        "{key} 与 {first} 并存，两者都计入；请只保留一项"
    ),
    "{key} is a figure here, but also names the fee {fee}; give it another name": (
        "{key} 在此是数字，但也是费用 {fee} 的名称；请改用其他名称"
    ),
    "{key} is a name of your own, not {name}; give it another name": (
        "{key} 是自定名称，而非 {name}；请改用其他名称"
    ),
    "a name that is not a figure or a total already": ("尚未用作数字或合计的名称"),
    "choose another name": ("请改用其他名称"),
    "it is a name of {owner}, which ships with the program: choose another, or define {owner} here too": (
        "它是程序自带的 {owner} 的名称：请改用其他名称，或在此文件中也定义 {owner}"
    ),
    "one name": ("单一名称"),
    "write {key}, or give yours a name under `categories:`": (
        "请写 {key}，或在 `categories:` 下为自定类别命名"
    ),
    "a category that has a name": ("已有名称的类别"),
    "{key} is called {label}, as {other} is: no table tells them apart": (
        "{key} 名为 {label}，与 {other} 同名：表中无法区分"
    ),
    "an alias of what is private": "内部内容的别名",
    "a value of its own: what line {line} anchors stays under `private:`": (
        "自己的值：第 {line} 行以锚标记的内容只留在 `private:` 之下"
    ),
    "write the value out if others may see it": "若可让他人看到，请把值写出来",
    "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k": (
        "数字，如 4020000、4,020,000、402万、4.5M 或 350k"
    ),
    "a number, as the bounds are measured in {measure}": "数字，因为门槛按 {measure} 计量",
    "a share in percent that can be read in one way": "只有一种读法的百分比",
    "a share in percent, such as 2.5%": "百分比，如 2.5%",
    "a share of the target without a sign, such as 90% or 110%": (
        "占目标的百分比，不带正负号，如 90% 或 110%"
    ),
    "a sign without a name": "没有名称的符号",
    "a step in points, such as 5%": "以百分点计的步长，如 5%",
    "a whole number, zero or more": "零或以上的整数",
    "an amount carries no percent sign": "金额不带百分号",
    "an amount, or a share of a figure such as 8% of sales": "金额，或某个数字的百分比，如 8% of sales",
    "an index in percent, such as 110% (1.1 times) or +10% (the same)": (
        "百分比指数，如 110%（1.1 倍）或 +10%（两者相同）"
    ),
    "an index such as 110%": "指数，如 110%",
    "check for a slip in the digits or the unit": "请检查位数或单位是否有误",
    "did you mean {first} or {second}?": "您指的是 {first} 还是 {second}？",
    "did you mean {first}?": "您指的是 {first} 吗？",
    "for bounds in percent set `measure: growth` or `measure: achievement`": (
        "若门槛为百分比，请写 `measure: growth` 或 `measure: achievement`"
    ),
    "is it {first} or {second}? Write the percent sign": "是 {first} 还是 {second}？请写出百分号",
    "it cannot be negative": "不能为负数",
    "it cannot be negative: write {growth} if it is growth": "不能为负数：若为增长，请写 {growth}",
    "it has too many digits": "位数太多",
    "it is counted in whole units": "只能是整数",
    "leave out the currency sign: `currency:` names it": "请去掉货币符号：货币由 `currency:` 指明",
    "leave out the leading zero, or put a name in quotes": "请去掉开头的零；若为名称，请加引号",
    "leave out the {sign} sign": "请去掉 {sign} 号",
    "less than nothing is left at that index": "按此指数，所剩小于零",
    "names in brackets with commas between them, not one text with '{sign}'": (
        "方括号内以逗号分隔的名称，而不是含 '{sign}' 的一段文字"
    ),
    "only plan.sales and plan.stores.new take low, likely and high": (
        "只有 plan.sales 和 plan.stores.new 可写 low、likely 和 high"
    ),
    "pass a string or a Decimal: a float is not exact": "请传入字符串或 Decimal：浮点数不精确",
    "round it as the contract does": "请按合同的位数四舍五入",
    "say of what: {share} of sales": "请写明是什么的百分比，如 {share} of sales",
    "say the step or the number of points: {stepped} or {divided}": (
        "请写明步长或点数：{stepped} 或 {divided}"
    ),
    "this reads as a date": "这读作日期",
    "this reads as a time": "这读作时间",
    "values with commas between them, not '{sign}'": "以逗号而不是 '{sign}' 分隔的数值",
    "write the percent sign: {number}": "请写出百分号：{number}",
    "write the zeros out, or use k, M, 万, 亿": "请把零全部写出，或用 k、M、万、亿",
    "write {growth} for growth, or {amount} for an amount": (
        "若为增长，请写 {growth}；若为金额，请写 {amount}"
    ),
    "write {share} of {figure}": "请写 {share} of {figure}",
    "write {values}": "请写 {values}",
    "{code}, {name}, is no part of a number": "{code}（{name}）不是数字的一部分",
    "{number}, below 10^15": "{number}，小于 10^15",
    "{number}, below 10^15 and with at most {count} decimals": ("{number}，小于 10^15，最多 {count} 位小数"),
    "{number}, with at most {count} decimals": "{number}，最多 {count} 位小数",
    "{number}, zero or more": "{number}，不小于零",
    "{share}, from 0% to 100%": "{share}，从 0% 到 100%",
    "# with no space before it": "# 前没有空格",
    "a dash and a space": "短横线 - 加一个空格",
    "a dash with no space behind it": "短横线 - 后没有空格",
    "a file with content": "有内容的文件",
    "a file: only a scenario may come from standard input": "文件：只有方案可以来自标准输入",
    "a space and # before a comment": "注释前的空格和 #",
    "standard input": "标准输入",
    "start a scenario with: ka-terms init": "请用 ka-terms init 开始一个方案",
    "the sign {sign} (U+{code:04X}) before a list entry": "列表项前的符号 {sign} (U+{code:04X})",
    "the sign {sign} (U+{code:04X}) for a colon": "代替冒号的符号 {sign} (U+{code:04X})",
    "write ` #`": "请写 ` #`",
    "write `- `": "请写 `- `",
    "{key} is a figure or a total: {part} names terms and conditions": (
        "{key} 是数字或合计：{part} 只列条款与条件"
    ),
    "a known key": "已知的键",
    "a known key: {names}": "已知的键：{names}",
    "add `mode: whole` (全额累进) or `mode: marginal` (超额累进)": (
        "请加上 `mode: whole`（全额累进）或 `mode: marginal`（超额累进）"
    ),
    "add `{key}:`": "请加上 `{key}:`",
    "the key {key}": "键 {key}",
    "the key {key} of an estimate": "估计值的键 {key}",
    "known here: {names}": "此处可用：{names}",
    "exactly one of rate, amount or tiers in a term": "一项条款只有 rate、amount 或 tiers 其中之一",
    "a term with a rate, an amount or tiers": "带 rate、amount 或 tiers 的条款",
    "such as {example}": "例如 {example}",
    "delete one; where it comes from an extended file, remove it there with `{key}: null`": (
        "请删去其一；若来自沿用的文件，请以 `{key}: null` 移除"
    ),
    "none": "无",
    "nothing": "没有内容",
    "a mapping": "一组键值",
    "a list": "列表",
    "low, likely and high all as amounts, or all as growth in percent": (
        "low、likely 和 high 全为金额，或全为百分比增长"
    ),
    "a figure of the plan": "计划中的数字",
    "a figure of the plan, growth or achievement": "计划中的数字、growth 或 achievement",
    "a term of this contract": "这份合同的条款",
    "a vertical tab (U+000B)": "垂直制表符 (U+000B)",
    "a form feed (U+000C)": "换页符 (U+000C)",
    "a line break that no editor shows, a next line (U+0085)": "编辑器不显示的换行：下一行符 (U+0085)",
    "a line break that no editor shows, a line separator (U+2028)": "编辑器不显示的换行：行分隔符 (U+2028)",
    "a line break that no editor shows, a paragraph separator (U+2029)": (
        "编辑器不显示的换行：段落分隔符 (U+2029)"
    ),
    "an invisible mark (U+FEFF)": "看不见的标记 (U+FEFF)",
    "a control character (U+{code:04X})": "控制字符 (U+{code:04X})",
    "delete it, or write it as an escape in double quotes": "请删除，或在双引号内以转义序列书写",
    "remove it too, with `{key}: null`": "请以 `{key}: null` 一并移除",
    "an index from zero on: 1.05 is +5%": "零以上的指数：1.05 即 +5%",
    "a text, or one text a language": "一段文字，或每种语言一段文字",
    "A draft out of {file} ({contract}): its terms, and a plan to fill in.": (
        "由 {file}（{contract}）生成的草案：条款照旧，计划待填。"
    ),
    "{year} draft": "{year} 草案",
    "next year's draft": "明年草案",
    "on last year's {sales}; or write an amount": "以去年的 {sales} 为基准；也可写金额",
    "opens with what last year closed with": "期初为去年的期末店数",
    "starts with all of last year's": "原有单品为去年的全部单品",
    "{name}: {wording}. It came to {cost}.": "{name}：{wording}。费用为 {cost}。",
    "Left out, since the plan lacks {figure}:": "计划中没有 {figure}，故略去：",
    "What the other file may hold under `private:` is not copied: add your margin and walk-away only where nobody\n"
    "else will see them.": ("另一文件 `private:` 之下的内容不会复制：毛利和底线只可写在别人看不到的地方。"),
}
