"""How far the reading of many sources has come, on standard error.

In: a step for each source. Out: one line that is redrawn on a terminal and gone at the end.
"""

import sys
from types import TracebackType

from rich import progress
from rich.console import Console

from selon.serve.wording import Wording


class Progress:
    """A bar for many sources; `total` None where their number is not known beforehand."""

    def __init__(self, wording: Wording, total: int | None) -> None:
        self._wording = wording
        self._console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
        columns = (
            progress.BarColumn(bar_width=24),
            progress.TextColumn("{task.description}", markup=False),
            progress.TimeElapsedColumn(),
        )
        self._bar = progress.Progress(*columns, console=self._console, transient=True)
        self._done = 0
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def step(self, unread: int) -> None:
        """Count one more source, and how many could not be read so far."""
        self._done += 1
        said = self._wording.say_many("{} read", "{} read", self._done - unread)
        if unread:
            said += ", " + self._wording.say_many("{} not read", "{} not read", unread)
        self._bar.update(self._task, advance=1, description=said)

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        self._console.print(line, soft_wrap=True)
