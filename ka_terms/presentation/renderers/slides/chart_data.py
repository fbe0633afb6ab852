"""A chart in the form in which python-pptx takes the data of one: its drawing, and the workbook inside."""

from __future__ import annotations

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.chart_book import workbook
from ka_terms.presentation.renderers.slides.chart_markup import drawn


class ChartData:
    """What the library asks for is `xml_bytes` and `xlsx_blob`; the type of chart that it names has no say."""

    def __init__(self, chart: Chart, look: Look) -> None:
        self._markup, self._columns = drawn(chart, look)

    def xml_bytes(self, _type: object) -> bytes:
        """The drawing."""
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{self._markup}'.encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        return workbook(self._columns)
