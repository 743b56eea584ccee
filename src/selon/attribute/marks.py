"""Quotation marks -> quotations, whatever the marks: nested, mis-spaced, mis-paired, or left open.

A mark's glyph is believed first, then what stands around it (`l' »impératif absolu »` opens and
closes). A quotation may go on over paragraphs, reopened at each or not; a mark that finds no
partner is passed over, so that it spoils its own paragraph at most. Minor marks ('…', +…+) are apostrophes
and signs far more often: they count only in pairs, within a paragraph, each closing what it opened.
"""

from dataclasses import dataclass
from functools import cache

from selon.languages.pack import Pack


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening mark `first` to behind the closing one `last`, both marks included.

    `opened` and `closed` tell whether the marks are printed in this paragraph; `depth` is 0 for an
    outer quotation. Where a mark isn't printed the range ends with the paragraph.
    """

    first: int
    last: int
    opened: bool = True
    closed: bool = True
    depth: int = 0

    @property
    def inner(self) -> tuple[int, int]:
        """Give the tokens between the marks."""
        return self.first + self.opened, self.last - self.closed


def pair_marks(
    folded: str,
    words: list[str],
    starts: list[int],
    ranges: list[tuple[int, int]],
    pack: Pack,
) -> tuple[list[tuple[Quotation, ...]], tuple[int, ...]]:
    """Pair the marks of each paragraph; return its quotations in order, and offsets of marks left alone."""
    openers, closers, either, minor = _marks(pack)
    every = openers | closers | either | minor
    found: list[tuple[Quotation, ...]] = []
    unclosed: list[int] = []
    pending = False  # a quotation stands open from the paragraphs before
    for index, (first, last) in enumerate(ranges):
        marks = [i for i in range(first, last) if words[i] in every]
        if not marks and not pending:
            found.append(())
            continue
        quotations, left_open, stray = _pair(folded, words, starts, marks, pack)
        if pending and stray and not any(q.first < stray[0] < q.last for q in quotations):
            before = [q for q in quotations if q.last <= stray[0]]
            quotations = [q for q in quotations if q not in before]
            quotations.insert(0, Quotation(first, stray.pop(0) + 1, opened=False))
            quotations += [Quotation(q.first, q.last, depth=1) for q in before]
        pending_next = False
        if left_open:
            following = ranges[index + 1 : index + 4]
            # Only a quotation that opens its paragraph or follows a colon is reopened in the next.
            begins = left_open[0] == first or words[left_open[0] - 1] == ":"
            pending_next = _goes_on(folded, words, starts, following, pack, reopened=begins)
        if pending_next or (left_open and left_open[0] == first):
            quotations.append(Quotation(left_open[0], last, closed=False))
            left_open = left_open[1:]
        elif pending and minor.issuperset(words[i] for i in marks) and index + 1 < len(ranges):
            # A paragraph between an opening and a closing mark, without one of its own.
            quotations.append(Quotation(first, last, opened=False, closed=False))
            pending_next = True
        unclosed += [starts[i] for i in (*left_open, *stray)]
        pending = pending_next
        found.append(tuple(sorted(_nested(quotations), key=lambda q: (q.first, -q.last))))
    return found, tuple(unclosed)


@cache
def _marks(pack: Pack) -> tuple[frozenset[str], ...]:
    marks = pack.tables["pack"]["marks"]
    return tuple(frozenset(marks[name]) for name in ("opening", "closing", "either", "minor"))


def _pair(
    folded: str, words: list[str], starts: list[int], marks: list[int], pack: Pack
) -> tuple[list[Quotation], list[int], list[int]]:
    """Pair marks within one paragraph; return quotations, openers left open, closers without opener."""
    openers, closers, _, minor = _marks(pack)
    stack: list[int] = []
    quotations: list[Quotation] = []
    stray: list[int] = []
    for i in marks:
        word = words[i]
        before = folded[starts[i] - 1] if starts[i] else " "
        after = folded[starts[i] + 1] if starts[i] + 1 < len(folded) else " "
        looks_open = (before in " ('\n-—–:[" or not before.strip()) and after.isalnum()
        if stack and words[stack[-1]] in minor:
            open_minor = words[stack[-1]]
            if word == open_minor and not (after.isalnum() or before.isspace()):
                quotations.append(Quotation(stack.pop(), i + 1))
                continue
            below = words[stack[-2]] if len(stack) > 1 else ""
            if word in minor or word in closers or (word == below and not looks_open):
                stack.pop()  # never closed: an apostrophe
        if word in minor:
            if looks_open or (before in '«“"' and after.isalnum()):
                stack.append(i)
            continue
        opens = word in openers or (word in closers and not stack and looks_open)
        if word not in openers and word not in closers:
            looks_closed = not before.isspace() and before not in "('" and not after.isalnum()
            if stack and words[stack[-1]] == word:
                opens = looks_open and before == " "
                if opens:  # the one before was never closed
                    stray.append(stack.pop())
            else:
                opens = not looks_closed
        elif (
            word in openers
            and stack
            and words[stack[-1]] == word
            and not after.isalnum()
            and before.isalnum()
        ):
            opens = False  # « printed where » belongs: "un « drame« , dit-il"
        if opens:
            stack.append(i)
        elif stack:
            quotations.append(Quotation(stack.pop(), i + 1))
        else:
            stray.append(i)
    return quotations, [i for i in stack if words[i] not in minor], stray


def _goes_on(
    folded: str,
    words: list[str],
    starts: list[int],
    following: list[tuple[int, int]],
    pack: Pack,
    *,
    reopened: bool,
) -> bool:
    """Tell whether a quotation left open is closed, or may be reopened, in the next paragraphs."""
    openers, closers, either, _ = _marks(pack)
    for first, last in following:
        marks = [
            i
            for i in range(first, last)
            if words[i] in openers or words[i] in closers or words[i] in either
        ]
        if not marks:
            continue
        if marks[0] == first and words[first] not in closers:
            return reopened
        return bool(_pair(folded, words, starts, marks, pack)[2])
    return False


def _nested(quotations: list[Quotation]) -> list[Quotation]:
    """Number the depth: 0 for outer quotations, 1 and more for those within."""
    ordered = sorted(quotations, key=lambda q: (q.first, -q.last))
    open_until: list[int] = []
    result: list[Quotation] = []
    for q in ordered:
        while open_until and open_until[-1] <= q.first:
            open_until.pop()
        result.append(Quotation(q.first, q.last, q.opened, q.closed, len(open_until)))
        open_until.append(q.last)
    return result
