"""The report as slides: the finding as a title, native tables and charts, notes; on the house's master where given.

python-pptx opens and packs the presentation and draws its charts. Its fonts reach Latin letters alone, so those of
both scripts are named by hand; the workbooks inside charts are ours, as its own make formulas and links of texts.
"""

from __future__ import annotations

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Report


def render(report: Report, look: Look) -> bytes:
    """The presentation; the slides that a template has stay before ours. Errors: `UnfitTemplate`."""
    from ka_terms.presentation.renderers.slides import deck
    from ka_terms.presentation.renderers.slides.drawing import Painter
    from ka_terms.presentation.renderers.slides.pages import pages
    from ka_terms.presentation.renderers.slides.texts import EM, WIDE_EM

    presentation = deck.opened(look)
    ground = deck.ground(presentation, WIDE_EM if look.template else EM)
    painter = Painter(presentation, ground, look, report.internal)
    for page in pages(report, look, ground.room):
        painter.add(page)
    deck.set_properties(presentation, report.title)
    return deck.saved(presentation)
