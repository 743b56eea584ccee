"""Who holds a figure: the innermost statement whose content has its number.

Statements go in once; each number's span gives the attribution and the stance of its holder.
"""

from collections.abc import Sequence

from selon.model import Attribution, Span, Stance, Statement

_NOBODY = Attribution()


class Holders:
    """The statements of a text, asked for spans in reading order."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        spans = (
            (span.start, -span.end, i) for i, one in enumerate(statements) for span in one.content
        )
        self._waiting = sorted(spans, reverse=True)
        self._open: list[tuple[int, int]] = []
        self._statements = statements

    def holder(self, number: Span) -> tuple[Attribution, Stance]:
        """Tell whose number it is and how it is held; nobody's is asserted."""
        while self._waiting and self._waiting[-1][0] <= number.start:
            _, negative_end, index = self._waiting.pop()
            self._open.append((-negative_end, index))
        self._open = [(end, index) for end, index in self._open if end > number.start]
        if not self._open:
            return _NOBODY, "asserted"
        _, index = self._open[-1]
        statement = self._statements[index]
        return statement.by, statement.stance
