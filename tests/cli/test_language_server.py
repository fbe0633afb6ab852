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

from ka_terms.files.schema import FILE_NAME, MODELINE, schema_text
from ka_terms.files.templates import template_names, template_text

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
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": capabilities})
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
