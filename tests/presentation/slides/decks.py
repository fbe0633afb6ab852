"""Presentations read as the archives of XML that they are, by nothing that wrote them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Report

SOFFICE = os.environ.get("KA_TERMS_LIBREOFFICE") or shutil.which("soffice")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def rendered(report: Report, look: Look | None = None) -> bytes:
    """The report as a presentation."""
    return FORMATS["pptx"].render(report, look or Look())


def parts(content: bytes, pattern: str) -> list[ElementTree.Element]:
    """The parts whose names match, those with numbers in the order of these."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(pattern, name)]
        names.sort(key=lambda name: [int(number) for number in re.findall(r"\d+", name)])
        return [ElementTree.fromstring(archive.read(name)) for name in names]


def slides(content: bytes) -> list[ElementTree.Element]:
    """The slides, in the order in which they were added."""
    return parts(content, r"ppt/slides/slide\d+\.xml")


def charts(content: bytes) -> list[ElementTree.Element]:
    """The drawings of the charts."""
    return parts(content, r"ppt/charts/chart\d+\.xml")


def text_of(element: ElementTree.Element) -> str:
    """The text of runs, a break as an end of line."""
    return "".join(
        "\n" if part.tag == f"{A}br" else part.text or ""
        for part in element.iter()
        if part.tag in (f"{A}t", f"{A}br")
    )


def title_of(slide: ElementTree.Element) -> str:
    """The text of the title."""
    shapes = [*slide.iter(f"{P}sp")]
    return next(
        text_of(shape)
        for shape in shapes
        if (holder := shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")) is not None and holder.get("type") == "title"
    )


def rows_of(slide: ElementTree.Element) -> list[list[str]]:
    """The texts of the table of a slide, header first."""
    return [[text_of(cell) for cell in row.iter(f"{A}tc")] for row in slide.iter(f"{A}tr")]


def opened(file: Path) -> tuple[str, str]:
    """What LibreOffice reads in a presentation: its pages, and its charts with their numbers."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "odp", file.name]
    subprocess.run(command, cwd=file.parent, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(file.with_suffix(".odp")) as archive:
        inner = [name for name in archive.namelist() if re.fullmatch(r"Object \d+/content.xml", name)]
        drawn = "".join(archive.read(name).decode() for name in inner)
        return archive.read("content.xml").decode(), drawn
