"""The schema in a real editor server: what it completes, shows and reports in a scenario.

Needs yaml-language-server, whose path KA_TERMS_YAML_LANGUAGE_SERVER names; `.ci/run` installs it.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import IO, Any

import pytest

from ka_terms.reading.settings import DATA
from ka_terms.writing.schema import FILE_NAME, MODELINE, schema_text

SERVER = os.environ.get("KA_TERMS_YAML_LANGUAGE_SERVER", "")
SCENARIOS = Path(__file__).parents[2] / "scenarios"
PATIENCE = 60.0
"""Seconds for one answer; the server takes under one, and a busy machine some more."""

pytestmark = pytest.mark.skipif(
    not SERVER, reason="KA_TERMS_YAML_LANGUAGE_SERVER names no server: npm install yaml-language-server@1"
)

Message = dict[str, Any]


class Editor:
    """The least an editor says to a language server over its standard streams."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = [shutil.which(SERVER) or SERVER, "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._inbox: queue.Queue[Message] = queue.Queue()
        self._numbers = count(1)
        self._opened = count(1)
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
        }
        self.ask(
            "initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": capabilities}
        )
        self._tell("initialized", {})

    def close(self) -> None:
        """End the server as an editor does, and make sure of it."""
        try:
            self.ask("shutdown", None)
            self._tell("exit", None)
            self._process.wait(10)
        finally:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream:
                    stream.close()

    def open(self, text: str) -> str:
        """Show a new document that begins with the modeline; its address. Line 1 of the text is line 1 there."""
        uri = (self.folder / f"document-{next(self._opened)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": f"{MODELINE}\n{text}"}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def diagnostics(self, text: str) -> list[tuple[int, str]]:
        """Line and message of everything reported on a document."""
        uri = self.open(text)
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                found = message["params"]["diagnostics"]
                return [(one["range"]["start"]["line"], one["message"]) for one in found]

    def completions(self, text: str) -> set[str]:
        """The labels offered at the | in a text."""
        uri, position = self._at_bar(text)
        answer = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        return {item["label"] for item in answer["items"]}

    def hover(self, text: str) -> str:
        """What is shown for the word before the | in a text."""
        uri, position = self._at_bar(text)
        answer = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
        return str(answer["contents"]["value"]) if answer else ""

    def _at_bar(self, text: str) -> tuple[str, Message]:
        before, _, after = text.partition("|")
        position = {"line": before.count("\n") + 1, "character": len(before) - before.rfind("\n") - 1}
        return self.open(before + after), position

    def ask(self, method: str, params: object) -> Any:
        """A request and the answer to it."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> Message:
        """The next message; questions of the server are answered on the way."""
        message = self._inbox.get(timeout=PATIENCE)
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Message) -> object:
        if message["method"] != "workspace/configuration":
            return None
        # Without the schema store, which would be looked up on the web.
        yaml = {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}
        return [yaml if item.get("section") == "yaml" else {} for item in message["params"]["items"]]

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while (message := _message(stream)) is not None:
            self._inbox.put(message)


def _message(stream: IO[bytes]) -> Message | None:
    """The next message of a stream; None at its end."""
    length = 0
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return json.loads(stream.read(length)) if length else None


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / FILE_NAME).write_text(schema_text(), encoding="utf-8")
    editor = Editor(folder)
    yield editor
    editor.close()


HEAD = "scenario: x\nplan: {sales: 1M}\nterms:\n"
CLASSES = "scenario: x\nplan:\n  sales: 1\n  stores:\n    classes:\n"
FIGURES = {"stores.closing", "stores.new", "skus.new", "skus.total"}
GOOD = [*sorted(SCENARIOS.glob("*.yaml")), *sorted((DATA / "templates").rglob("*.yaml"))]


@pytest.mark.parametrize("file", GOOD, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_nothing_is_reported_on_a_good_file(editor: Editor, file: Path) -> None:
    assert editor.diagnostics(file.read_text(encoding="utf-8")) == []


def test_classes_go_without_totals(editor: Editor) -> None:
    assert (
        editor.diagnostics(f"{CLASSES}      hyper: {{opening: 5}}\n      market: {{opening: 20, new: 2}}\n")
        == []
    )


def test_a_file_that_extends_another_may_leave_out_and_remove(editor: Editor) -> None:
    text = (
        "extends: a.yaml\nplan: {sales: {high: 12M}, stores: {new: 4}, volume: null}\n"
        "terms: {a: null, listing_fee: {per: [stores.new]}, b: {rate: null, amount: 5}}\n"
    )
    assert editor.diagnostics(text) == []
    months = "{sales: null, events: {dm: {mar: null, 9: 2}}, quarters: {target: {q1: null}}}"
    assert (
        editor.diagnostics(f"extends: a.yaml\nplan: {{months: {months}}}\nterms: {{a: {{in: null}}}}\n") == []
    )


def test_months_and_periods(editor: Editor) -> None:
    """As the manual has them; amounts by month go without sales of the year."""
    text = (
        "scenario: x\nplan:\n  stores: {opening: 5, classes: {hyper: {opening: 5}}}\n  months:\n    starts: 4\n"
        "    sales: {apr: 4M, 9: 5M}\n    events: {dm: [3, sep], festival: {3月: 2}}\n"
        "    stores: {new: {3: 1}, classes: {hyper: {closed: {5: 1}}}}\n"
        "    figures: {facings: {mar: 50%}}\n    facts: {hardware: [yes, no]}\n"
        "    quarters: {volume: [1, 2k, 3, 4], target: {q1: 20%, 2: rest}}\n"
        "terms:\n  a: {rate: 2%, each: month, in: [10, 1..3, jan]}\n  b: {rate: 1%, in: 10}\n"
        "  c: {rate: 1%, each: half, cumulative: yes}\n"
    )
    assert editor.diagnostics(text) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("scenari: x\nscenario: x\nplan: {sales: 1}\n", 1, "Property scenari is not", id="key"),
        pytest.param(
            "scenario: x\nplan:\n  sales: 1\n  storse: {opening: 3}\n", 4, "storse", id="nested key"
        ),
        pytest.param("scenario: x\n", 1, 'Missing property "plan"', id="no plan"),
        pytest.param("scenario: x\nplan: {sales: 1, stores: {new: 5}}\n", 2, '"opening"', id="no opening"),
        pytest.param(f"{CLASSES}      hyper: {{new: 5}}\n", 6, '"opening"', id="no opening of a class"),
        pytest.param(f"{CLASSES}      hyper: {{opning: 5}}\n", 6, "opning", id="key of a class"),
        pytest.param(f"{CLASSES}      hyper: {{opening: some}}\n", 6, "Expected a", id="count of a class"),
        pytest.param("scenario: x\nplan: {sales: 1.2.3M}\n", 2, "Expected a number such as", id="number"),
        pytest.param(
            "scenario: x\nplan: {sales: 1, facts: {hardware: 3}}\n", 2, "Expected yes or no", id="fact"
        ),
        pytest.param(f"{HEAD}  a: {{rate: 2%, nature: sometimes}}\n", 4, '"performance"', id="nature"),
        pytest.param(f"{HEAD}  a: {{rate: 2%, each: week}}\n", 4, '"quarter"', id="each"),
        pytest.param(
            "scenario: x\nplan: {sales: 1, months: {stores: {opening: {3: 2}}}}\n", 2, "opening", id="stock"
        ),
        pytest.param(f"{HEAD}  a: {{rate: 2%, paid: cash}}\n", 4, '"deducted"', id="paid"),
        pytest.param(f"{HEAD}together: {{a: {{terms: [b], at_mst: 5}}}}\n", 4, "at_mst", id="group"),
        pytest.param("scenario: x\nplan: {sales: {low: 1, likely: 2, hi: 3}}\n", 2, "hi", id="estimate"),
        pytest.param("scenario: x\nplan: {sales: {low: 1, likely: 2}}\n", 2, '"high"', id="no high"),
        pytest.param("scenario: x\nplan: {sales: 1}\nstatus: agred\n", 3, '"agreed"', id="status"),
        pytest.param("scenario: x\nplan: {sales: 1}\ncurrency: RMB\n", 3, '"CNY"', id="currency"),
        pytest.param(
            f"{HEAD}  a: {{rate: 2.5}}\n", 4, "Expected a percentage with its sign, such as 2.5%", id="no %"
        ),
        pytest.param(f"{HEAD}  a: {{rate: 2%, amount: 5}}\n", 4, "exactly one of rate, amount", id="both"),
        pytest.param(f"{HEAD}  a: {{at_most: 5}}\n", 4, "exactly one of rate, amount", id="neither"),
        pytest.param(
            f"{HEAD}  a: {{amount: 2, less: [x]}}\n",
            4,
            "`less` does not go with `amount`",
            id="of another shape",
        ),
        pytest.param(f"{HEAD}  a: {{tiers: [{{from: 1M, rate: 1%}}]}}\n", 4, "mode: whole", id="no mode"),
        pytest.param(
            f"{HEAD}  a: {{mode: whole, tiers: [{{rate: 1%}}]}}\n", 4, "from and over", id="no bound"
        ),
        pytest.param(
            "extends: a\nterms: {b: {rate: 5%, amount: 5}}\n", 2, "exactly one of", id="both, extended"
        ),
    ],
)
def test_mistakes_are_reported_at_their_line(editor: Editor, text: str, line: int, message: str) -> None:
    assert [found for found in editor.diagnostics(text) if found[0] == line and message in found[1]]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param("|", {"extends", "scenario", "plan", "terms", "conditions", "private"}, id="top"),
        pytest.param("extends: a.yaml\n|", {"scenario", "plan", "terms"}, id="top of an extension"),
        pytest.param("scenario: x\nplan:\n  |\n", {"last_year", "sales", "stores", "events"}, id="plan"),
        pytest.param(f"{HEAD}  |\n", {"monthly_rebate", "listing_fee", "platform_commission"}, id="terms"),
        pytest.param(
            f"{HEAD}  a:\n    |\n",
            {"rate", "amount", "tiers", "mode", "per", "at_least", "only_if", "unless", "for_every", "label"},
            id="term",
        ),
        pytest.param(
            f"{HEAD}  a:\n    rate: 2%\n    of: |\n", {"sales", "increment", "monthly_rebate"}, id="of"
        ),
        pytest.param(f"{HEAD}  a:\n    amount: 2\n    per: [|]\n", FIGURES, id="per"),
        pytest.param(f"{HEAD}  a:\n    amount: 2\n    per:\n      - |\n", FIGURES, id="per, listed"),
        pytest.param(f"{HEAD}  a:\n    measure: |\n", {"sales", "growth", "achievement"}, id="measure"),
        pytest.param(f"{HEAD}  a:\n    mode: |\n", {"whole", "marginal"}, id="mode"),
        pytest.param(
            f"{HEAD}  a:\n    nature: |\n",
            {"unconditional", "apparent", "activity", "performance"},
            id="nature",
        ),
        pytest.param(
            f"{HEAD}  a:\n    paid: |\n", {"on_invoice", "deducted", "transferred", "in_goods"}, id="paid"
        ),
        pytest.param(f"{HEAD}  a:\n    each: |\n", {"month", "quarter", "half"}, id="each"),
        pytest.param(
            "scenario: x\nplan:\n  months:\n    |\n", {"starts", "sales", "events", "quarters"}, id="months"
        ),
        pytest.param(
            "scenario: x\nplan:\n  months:\n    quarters:\n      |\n", {"sales", "target"}, id="quarters"
        ),
        pytest.param(
            "scenario: x\nplan:\n  months:\n    stores:\n      |\n", {"new", "closed"}, id="months of stores"
        ),
        pytest.param(f"{HEAD}  a:\n    to: |\n", {"retailer", "other"}, id="to"),
        pytest.param("scenario: x\ntogether:\n  a:\n    |\n", {"terms", "at_least", "at_most"}, id="group"),
        pytest.param(
            "scenario: x\ntogether:\n  a:\n    terms: [|]\n", {"monthly_rebate", "listing_fee"}, id="members"
        ),
        pytest.param(
            f"{HEAD}  a:\n    mode: whole\n    tiers:\n      - |\n", {"from", "over", "rate"}, id="tier"
        ),
        pytest.param("scenario: x\nplan:\n  sales:\n    |\n", {"low", "likely", "high"}, id="estimate"),
        pytest.param(
            "scenario: x\nplan:\n  sales: 1\n  stores:\n    opening: 1\n    new:\n      |\n",
            {"low", "likely", "high"},
            id="estimate of openings",
        ),
        pytest.param(
            "scenario: x\nplan:\n  sales: 1\n  stores:\n    |\n", {"opening", "classes"}, id="stores"
        ),
        pytest.param(f"{CLASSES}      hyper:\n        |\n", {"opening", "new", "closed"}, id="class"),
        pytest.param("scenario: x\nstatus: |\n", {"agreed", "ask", "proposal", "draft"}, id="status"),
        pytest.param("scenario: x\ncurrency: |\n", {"CNY", "TWD", "JPY"}, id="currency"),
        pytest.param("scenario: x\nconditions:\n  |\n", {"payment_days", "sku_guarantee"}, id="conditions"),
        pytest.param("scenario: x\nprivate:\n  |\n", {"margin", "walk_away"}, id="private"),
    ],
)
def test_completion(editor: Editor, text: str, offered: set[str]) -> None:
    assert offered <= editor.completions(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("scena|rio: x\n", "Name of this version", id="scenario"),
        pytest.param("exten|ds: x\n", "Relative path of another scenario", id="extends"),
        pytest.param("scenario: x\nplan:\n  sto|res: {opening: 1}\n", "Stores of the account", id="stores"),
        pytest.param(
            "scenario: x\nplan:\n  last_y|ear: a.yaml\n", "relative path of another", id="last_year"
        ),
        pytest.param(f"{CLASSES}      hy|per: {{opening: 1}}\n", "A class of stores", id="own class"),
        pytest.param(f"{CLASSES}      hyper: {{open|ing: 1}}\n", "Stores of the class", id="class"),
        pytest.param(CLASSES.replace("cla", "cla|"), "Their sums are the totals", id="classes"),
        pytest.param("scenario: x\nplan: {mon|ths: {}}\n", "The year by month", id="months"),
        pytest.param(
            "scenario: x\nplan: {months: {events: {d|m: [3]}}}\n", "months of this event", id="own event"
        ),
        pytest.param(f"{HEAD}  a: {{rate: 2%, eac|h: month}}\n", "How often", id="each"),
        pytest.param("scenario: x\nplan: {sales: {lo|w: 1M}}\n", "if things go badly", id="estimate"),
        pytest.param(f"{HEAD}  listing_f|ee: {{amount: 5}}\n", "新品上架費", id="known fee"),
        pytest.param(f"{HEAD}  mi|ne: {{amount: 5}}\n", "A fee of your own", id="own fee"),
        pytest.param(f"{HEAD}  mine: {{amount: 5, only_i|f: x}}\n", "Due only if", id="only_if"),
        pytest.param(
            f"{HEAD}  mine: {{amount: 5, only_if: {{an|y: [x]}}}}\n", "One of these is enough", id="any"
        ),
        pytest.param(f"{HEAD}  mine: {{amount: 5, owe|d: no}}\n", "counts in no sum", id="owed"),
        pytest.param("scenario: x\nplan: {sales: 1, facts: {hard|ware: yes}}\n", "Yes or no", id="own fact"),
        pytest.param("scenario: x\nlabels: {prom|oters: x}\n", "What it is called", id="label"),
        pytest.param("scenario: x\ntoge|ther: {}\n", "over several terms", id="together"),
        pytest.param(f"{HEAD}  mine: {{amount: 5, pe|r: [promoters]}}\n", "is multiplied by", id="per"),
        pytest.param(
            f"{HEAD}  a: {{mode: whole, tiers: [{{fro|m: 4, rate: 5%}}]}}\n", "inclusive", id="from"
        ),
    ],
)
def test_hovering_shows_the_description(editor: Editor, text: str, shown: str) -> None:
    assert shown in editor.hover(text)
