"""Pages opened in a browser: many in one start, each with an address that sets its sliders."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium")
_COLLECTING = """<!DOCTYPE html><meta charset=utf-8><body>FRAMES<pre id=found></pre><script>
const said = (element, language) => [...element.childNodes].filter((node) =>
  !(node.lang && node.lang !== language)).map((node) => node.textContent).join("");
addEventListener("load", () => setTimeout(() => {
  const found = [...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument, root = page.documentElement, { lang, checked } = root.dataset;
    const rows = [...page.querySelectorAll("tr, .figure")].filter((row) => row.querySelector("[data-n]"));
    return {
      checked,
      title: page.title,
      rows: rows.map((row) => [...row.children].map((cell) => said(cell, lang))),
      fields: [...page.querySelectorAll("input[type=text]")].map((field) => field.value),
      faults: [...page.querySelectorAll(".fault")].map((fault) => fault.textContent),
    };
  });
  document.getElementById("found").textContent = JSON.stringify(found);
}, 50));
</script>"""


class Opened(NamedTuple):
    """What a page shows: its rows of numbers, its fields, its faults."""

    checked: str
    """Whether the script comes to what the program wrote: `same` or `differs`."""
    title: str
    rows: list[list[str]]
    fields: list[str]
    faults: list[str]


def opened(folder: Path, pages: Sequence[tuple[Path, str]]) -> list[Opened]:
    """Every page with what stands behind the # of its address."""
    frames = "".join(f'<iframe src="{page.name}#{address}"></iframe>' for page, address in pages)
    around = folder / "around.html"
    around.write_text(_COLLECTING.replace("FRAMES", frames), encoding="utf-8")
    return [Opened(**found) for found in json.loads(_dumped(around, folder))]


def _dumped(around: Path, folder: Path) -> Any:
    assert BROWSER
    command = [
        *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"),
        *(f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000", "--dump-dom"),
        around.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    found = re.search(r"<pre id=\"found\">(.*?)</pre>", done.stdout, re.DOTALL)
    assert found, done.stdout[:500]
    return unescape(found[1])
