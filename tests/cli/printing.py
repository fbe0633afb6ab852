"""Pages as the programs that print them make them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

SOFFICE = os.environ.get("KA_TERMS_LIBREOFFICE") or shutil.which("soffice")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def pages_of(pdf: Path) -> int:
    """The pages of a pdf, by the program that reads it."""
    done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    found = re.search(r"Pages: +(\d+)", done.stdout)
    assert found
    return int(found[1])


def printed(file: Path, folder: Path) -> Path:
    """The page as LibreOffice or a browser prints it."""
    pdf = folder / f"{file.stem}.pdf"
    if file.suffix == ".docx":
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        command = [SOFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, file]
    else:
        switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        command = [CHROMIUM, *switches, f"--print-to-pdf={pdf}", file]
    subprocess.run([*map(str, command)], check=True, capture_output=True, timeout=120)
    return pdf
