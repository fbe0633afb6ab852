"use strict";
// Recalculates a page of contracts from the operations that stand in it. Numbers are fractions of whole numbers of any
// size, [numerator, denominator] with a denominator above zero: only what a contract rounds is rounded.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const LARGEST = 10n ** 18n;

  // ---------------------------------------------------------------- fractions

  const size = (value) => (value < 0n ? -value : value);
  const power = (digits) => 10n ** BigInt(digits);

  function fraction(over, under) {
    if (under === 1n) return [over, under];
    let one = size(over);
    let other = under;
    while (other) [one, other] = [other, one % other];
    return one === 1n ? [over, under] : [over / one, under / one];
  }

  function decimal(text) {
    const [whole, part = ""] = text.split(".");
    return fraction(BigInt(whole + part), power(part.length));
  }

  const ZERO = [0n, 1n];
  const ONE = [1n, 1n];
  const holds = (condition) => (condition ? ONE : ZERO);
  const plus = (a, b) => fraction(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
  const minus = (a, b) => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
  const times = (a, b) => fraction(a[0] * b[0], a[1] * b[1]);
  const reaches = (a, b) => a[0] * b[1] >= b[0] * a[1];

  function divided(a, b) {
    if (!b[0]) return ZERO;
    const [over, under] = [a[0] * b[1], a[1] * b[0]];
    return under < 0n ? fraction(-over, -under) : fraction(over, under);
  }

  function whole(a, b) {
    const [over, under] = divided(a, b);
    return [over / under, 1n];
  }

  // The nearest whole number of units of the last decimal, halves away from zero.
  function units(value, digits) {
    let [over, under] = [size(value[0]), value[1]];
    if (digits >= 0) over *= power(digits);
    else under *= power(-digits);
    const nearest = (2n * over + under) / (2n * under);
    return value[0] < 0n ? -nearest : nearest;
  }

  function rounded(value, digits) {
    const nearest = units(value, digits);
    return digits >= 0 ? fraction(nearest, power(digits)) : [nearest * power(-digits), 1n];
  }

  // ---------------------------------------------------------------- the operations

  const PLAIN = {
    "+": plus,
    "-": minus,
    "*": times,
    "/": divided,
    "//": whole,
    ">=": (a, b) => holds(reaches(a, b)),
    ">": (a, b) => holds(!reaches(b, a)),
    max: (a, b) => (reaches(a, b) ? a : b),
    min: (a, b) => (reaches(b, a) ? a : b),
    if: (condition, then, otherwise) => (condition[0] ? then : otherwise),
    sum: (...parts) => parts.reduce(plus, ZERO),
    ratio: (a, b) => (a && b && b[0] ? divided(a, b) : null),
    change: (a, b) => (a && b ? minus(a, b) : null),
    "n/a": () => null,
  };

  const stated = data.operations.map(([name, first, second]) =>
    name === "=" ? decimal(first) : name === "slide" ? decimal(second) : null);

  // What every operation comes to; sliders that nobody moved are as planned in each contract.
  function evaluated(moved) {
    const values = [];
    data.operations.forEach(([name, ...given], place) => {
      let value;
      if (name === "=") value = stated[place];
      else if (name === "slide") value = moved[given[0]] || stated[place];
      else if (name === "round") {
        value = rounded(values[given[0]], given[1]);
        if (size(value[0]) >= LARGEST * value[1]) throw new RangeError("an amount of 10^18 or more");
      } else value = PLAIN[name](...given.map((index) => values[index]));
      values.push(value);
    });
    return values;
  }

  // ---------------------------------------------------------------- numbers as text

  function grouped(nearest, digits) {
    const text = size(nearest).toString().padStart(digits + 1, "0");
    const at = text.length - digits;
    const head = text.slice(0, at).replace(/\B(?=(\d{3})+$)/g, ",");
    return (nearest < 0n ? "-" : "") + head + (digits ? "." + text.slice(at) : "");
  }

  function written(value, digits, signed) {
    const nearest = units(value, digits);
    return (signed && nearest > 0n ? "+" : "") + grouped(nearest, digits);
  }

  const shifted = (value, by) =>
    by >= 0 ? fraction(value[0] * power(by), value[1]) : fraction(value[0], value[1] * power(-by));

  // The decimals with which a value is exact; null where it has more than `most`.
  function decimals(value, most) {
    for (let digits = 0; digits <= most; digits++) if (power(digits) % value[1] === 0n) return digits;
    return null;
  }

  function formatted(value, cell, words, moneyDigits) {
    if (!value) return words.na;
    if (cell.change && !value[0]) return data.no_change;
    const form = data.forms[cell.kind];
    const scaled = shifted(value, form.power);
    let digits = form.digits;
    if (digits === null) digits = moneyDigits;
    if (form.exact !== undefined) digits = decimals(scaled, form.exact) ?? digits;
    if (form.whole_from && reaches([size(scaled[0]), scaled[1]], decimal(form.whole_from))) digits = 0;
    const text = written(scaled, digits, cell.signed);
    return form.sign === "%" ? text + "%" : form.sign ? `${text} ${words.points}` : text;
  }

  // ---------------------------------------------------------------- values of a slider, as people write them

  const FINEST = 12;

  function typed(slider, value) {
    const isShare = slider.kind === "rate" || slider.kind === "index";
    const base = slider.growth ? minus(value, ONE) : value;
    const scaled = isShare ? shifted(base, 2) : base;
    let digits = decimals(scaled, FINEST) ?? FINEST;
    if (slider.kind === "money" && digits) digits = Math.max(digits, slider.decimals);
    return written(scaled, digits, slider.growth) + (isShare ? "%" : "");
  }

  // A fraction, or null for what is no number of this slider.
  function read(slider, text) {
    const folded = text.normalize("NFKC");
    // Commas that part no thousands are a slip of the pen, and could be any number.
    if (folded.includes(",") && !/^\D*\d{1,3}(,\d{3})+(?!\d)[^,]*$/.test(folded)) return null;
    const plain = folded.replace(/[,\s_]/g, "");
    const found = /^([+-]?)(\d*)(?:\.(\d+))?([^\d.%]*)(%?)$/u.exec(plain);
    if (!found || !(found[2] || found[3])) return null;
    const [, sign, head, part = "", unit, percent] = found;
    const isShare = slider.kind === "rate" || slider.kind === "index";
    if (isShare !== (percent === "%") || (unit && (isShare || data.units[unit] === undefined))) return null;
    let value = shifted(decimal(`${head || "0"}${part ? "." + part : ""}`), unit ? data.units[unit] : 0);
    if (sign === "-") value = [-value[0], value[1]];
    if (isShare) value = shifted(value, -2);
    if (slider.growth && sign) value = plus(value, ONE);
    return decimals(value, slider.finest) === null ? null : value;
  }

  const bound = (slider, key) => fraction(BigInt(slider[key]), power(slider.scale));
  const isWithin = (slider, value) =>
    reaches(value, bound(slider, "first")) && reaches(bound(slider, "last"), value);

  function valueAt(slider, index) {
    const [first, last, step] = ["first", "last", "step"].map((key) => BigInt(slider[key]));
    const count = BigInt(slider.count - 1);
    const at = BigInt(index);
    let value = step ? first + at * step : first + (2n * (last - first) * at + count) / (2n * count);
    if (value > last) value = last;
    return fraction(value, power(slider.scale));
  }

  function nearest(slider, value) {
    const [first, last] = [bound(slider, "first"), bound(slider, "last")];
    if (!reaches(value, first)) return 0;
    if (reaches(value, last)) return slider.count - 1;
    const step = BigInt(slider.step);
    const span = step ? fraction(step, power(slider.scale))
      : divided(minus(last, first), [BigInt(slider.count - 1), 1n]);
    return Math.min(Number(units(divided(minus(value, first), span), 0)), slider.count - 1);
  }

  // ---------------------------------------------------------------- the page

  const all = (query) => [...document.querySelectorAll(query)];
  const cells = all("[data-n]").map((element) => ({
    element,
    place: Number(element.dataset.n),
    kind: element.dataset.k,
    signed: element.dataset.s !== undefined,
    change: element.dataset.c !== undefined,
  }));
  const controls = data.sliders.map((slider, index) => ({
    slider,
    range: document.getElementById(`slide-${index}`),
    field: document.getElementById(`field-${index}`),
    fault: document.getElementById(`fault-${index}`),
    planned: slider.plans.filter((text) => text !== null).map(decimal).pop(),
    value: null,
  }));
  const told = document.getElementById("told");
  const words = () => data.words[root.dataset.lang];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  function texts() {
    let values = null;
    try {
      values = evaluated(controls.map((control) => control.value));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const of = (cell) => (values ? values[cell.place] : null);
    const isWhole = cells.every((cell) => cell.kind !== "money" || !of(cell) || of(cell)[1] === 1n);
    const digits = isWhole ? 0 : data.digits;
    return cells.map((cell) => formatted(of(cell), cell, words(), digits));
  }

  let waiting = 0;

  function show() {
    texts().forEach((text, index) => {
      const { element } = cells[index];
      if (element.textContent !== text) element.textContent = text;
    });
    const isMoved = controls.some((control) => control.value);
    root.classList.toggle("moved", isMoved);
    document.getElementById("back").disabled = !isMoved;
    for (const { slider, range, field, value, planned } of controls) {
      const text = typed(slider, value || planned);
      range.value = nearest(slider, value || planned);
      range.setAttribute("aria-valuetext", text);
      if (document.activeElement !== field) field.value = text;
    }
    clearTimeout(waiting);
    waiting = setTimeout(tell, 500);
    remember();
  }

  // Said once the value rests, in the words that are seen.
  function tell() {
    const seen = (element) => [...element.childNodes].filter((node) =>
      !(node.lang && node.lang !== root.dataset.lang)).map((node) => node.textContent).join("");
    told.textContent = all(".card").map((card) => {
      const name = seen(card.querySelector("h3"));
      const figures = all(`#${card.id} .figure`).map((figure) =>
        `${seen(figure.querySelector("dt"))} ${figure.querySelector("dd").textContent}`);
      return `${name}: ${figures.join(", ")}`;
    }).join(". ");
  }

  // The address keeps what was set, so that it can be passed on.
  function remember() {
    const set = controls.filter((control) => control.value).map(({ slider, value }) =>
      `${encodeURIComponent(slider.name)}=${encodeURIComponent(typed(slider, value).replace(/,/g, ""))}`);
    if (root.dataset.lang !== data.languages[0]) set.push(`lang=${root.dataset.lang}`);
    const wanted = set.length ? `#${set.join("&")}` : "";
    if (location.hash === wanted) return;
    try {
      history.replaceState(null, "", wanted || location.pathname + location.search);
    } catch {
      // A page inside another program may have no address of its own.
    }
  }

  function accept(control, text) {
    const { slider, field, fault } = control;
    const value = read(slider, text);
    const isGood = value !== null && isWithin(slider, value);
    field.setAttribute("aria-invalid", String(!isGood));
    const ends = { low: typed(slider, bound(slider, "first")), high: typed(slider, bound(slider, "last")) };
    fault.textContent = isGood ? "" : fill(words().range, ends);
    if (isGood) control.value = value;
    return isGood;
  }

  function cleared(control) {
    control.field.setAttribute("aria-invalid", "false");
    control.fault.textContent = "";
  }

  function speak(language) {
    root.dataset.lang = root.lang = language;
    for (const button of all("[data-speak]")) {
      button.setAttribute("aria-pressed", String(button.dataset.speak === language));
    }
    document.title = words().title;
    controls.forEach(cleared);
    show();
  }

  function fromAddress() {
    const plain = (text) => {
      try {
        return decodeURIComponent(text);
      } catch {
        return text; // 5% as somebody typed it
      }
    };
    const set = new Map(location.hash.slice(1).split("&").filter(Boolean).map((pair) => {
      const at = pair.indexOf("=");
      return [plain(pair.slice(0, at)), plain(pair.slice(at + 1))];
    }));
    for (const control of controls) {
      control.value = null;
      const text = set.get(control.slider.name);
      if (text !== undefined) accept(control, text);
    }
    const language = set.get("lang");
    speak(data.languages.includes(language) ? language : data.languages[0]);
    // What was refused is told in the language that is spoken now.
    for (const control of controls) {
      const text = set.get(control.slider.name);
      if (text !== undefined && !accept(control, text)) control.field.value = text;
    }
  }

  for (const control of controls) {
    const { slider, range, field } = control;
    range.addEventListener("input", () => {
      control.value = valueAt(slider, range.value);
      cleared(control);
      show();
    });
    field.addEventListener("change", () => {
      if (accept(control, field.value)) {
        field.value = typed(slider, control.value);
        show();
      }
    });
  }
  document.getElementById("back").addEventListener("click", () => {
    for (const control of controls) {
      control.value = null;
      cleared(control);
    }
    show();
  });
  for (const button of all("[data-speak]")) {
    button.addEventListener("click", () => speak(button.dataset.speak));
  }
  addEventListener("hashchange", fromAddress);

  // The plan has to come to what the program wrote; a browser in which it does not is no calculator.
  const calculated = texts();
  const isSame = cells.every((cell, index) => cell.element.textContent === calculated[index]);
  fromAddress();
  root.dataset.checked = isSame ? "same" : "differs";
  root.classList.add("live");
})();
