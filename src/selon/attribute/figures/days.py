"""The day, the hour and the beginning that a figure is tied to.

The dates of the text around a number go in; candidates with their votes come out, for a judge to
choose from. What no candidate tells stays None.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from selon.attribute.figures.calendar import DateMention
from selon.attribute.figures.clues import Sighting
from selon.attribute.votes import Votes

_RECENT = 7  # days: what a text of the day still tells of
_SHIFTED = ("lead", "published", "figure_day", "main")  # what "la semaine dernière" is told from
_STEPS = (1, 3, 6, 12, 25, 10**9)
_OPENING = 2  # paragraphs that tell the day's news
_NEAR_HOUR = 9  # tokens between a count and the hour that it is tied to


@dataclass(slots=True)
class Clock:
    """What is known of the day while a text is read, up to the paragraph that is being read.

    `main` is the day that the text has named most in the week up to its publication, `lead` the
    first of these.
    """

    published: str | None
    lead: str | None = None
    main: str | None = None
    paragraph_day: str | None = None
    earlier_day: str | None = None
    figure_day: str | None = None
    figure_sentence: tuple[int, int] = (0, 0)
    paragraphs: int = 0
    recent: Counter[str] = field(default_factory=Counter)

    def open_paragraph(self, dates: Iterable[DateMention]) -> None:
        """Count the days that a paragraph names; what was its last day is an earlier one now."""
        self.paragraphs += 1
        self.earlier_day, self.paragraph_day = self.paragraph_day or self.earlier_day, None
        for mention in dates:
            told = mention.day
            if told is None or mention.role != "on" or mention.precision not in ("day", "night"):
                continue
            if self.published and not (
                told <= self.published and _gap(told, self.published) <= _RECENT
            ):
                continue
            self.lead = self.lead or told
            self.recent[told] += 1
        self.main = max(self.recent, key=lambda day: (self.recent[day], day), default=None)

    def days(self) -> Iterator[tuple[str, str]]:
        """List the days that are known, by what each is."""
        for name in ("published", "lead", "main", "paragraph_day", "earlier_day", "figure_day"):
            day = getattr(self, name)
            if day is not None:
                yield name, day

    def close_sentence(self, dates: Iterable[DateMention]) -> None:
        """Remember the last day that a sentence named."""
        for mention in dates:
            if mention.day and mention.precision in ("day", "night") and mention.role == "on":
                self.paragraph_day = mention.day


def _gap(one: str, two: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)


def day_candidates(
    seen: Sighting, clock: Clock, counts: str, period: str
) -> list[tuple[str | None, Votes]]:
    """List the days that a figure may be good for, each with the votes for it; None comes first."""
    c = seen.counted
    told = f"published={clock.published is not None},lead={clock.lead is not None}"
    votes: dict[str | None, Votes] = {
        None: [
            "none",
            f"none,counts={counts}",
            f"none,unit={c.unit_kind}",
            f"none,period={period}",
            f"none,tie={bool(seen.dates)}",
            f"none,{told}",
            *(f"none,{mention.precision}" for mention in seen.dates if not mention.day),
        ]
    }
    tied = _vote_for_named(seen, votes, clock, period)
    same = f"same={clock.figure_sentence == seen.sentence}"
    old = any(m.precision in ("month", "year") for m in seen.dates)
    holds = (
        f"tie={tied}",
        f"opening={clock.paragraphs <= _OPENING}",
        f"counted={clock.figure_day is not None},{same}",
        same,
        f"lead={clock.lead is not None}",
        f"old={old}",
        f"paragraph={clock.paragraph_day is not None}",
    )
    shift = next((m.shift for m in seen.dates if m.shift), 0)
    for name, day in clock.days():
        _vote(votes, day, name, *(f"{name},{what}" for what in holds))
        if shift and name in _SHIFTED:
            before = "/".join(seen.left[-1:])
            _vote(votes, _shifted(day, shift), f"shift {name}", f"shift {name},before={before}")
    return list(votes.items())


def _vote_for_named(
    seen: Sighting, votes: dict[str | None, Votes], clock: Clock, period: str
) -> bool:
    """Vote for the days that the sentence itself names, by how near they stand; tell if there are any."""
    c, tied = seen.counted, False
    dated = [m for m in seen.dates if m.day and m.precision in ("day", "night")]
    before = [m for m in dated if m.first < c.first]
    behind = [m for m in dated if m.first >= c.first]
    for mention in dated:
        if mention.role == "since":
            _vote(votes, mention.day, "since")
            continue
        tied = True
        after = mention.first >= c.first
        nearest = mention is (behind[0] if after else before[-1])
        side = "named behind" if after else "named before"
        distance = mention.first - c.last if after else c.first - mention.last
        within = distance <= (len(seen.right) if after else len(seen.left))
        step = f"to {next(limit for limit in _STEPS if distance <= limit)}"
        link = "/".join(seen.left[-1:]) if after else ""
        _vote(
            votes,
            mention.day,
            side,
            f"{side},link={link},{step}",
            f"{side},period={period}",
            f"{side},ahead={clock.published is not None and str(mention.day) > clock.published}",
            f"{side},{step}",
            f"{side},within={within}",
            f"named,only={len(dated) == 1}",
            f"{side},{mention.role}",
            f"word={mention.word}",
            f"{side},{mention.precision}",
            f"{side},alone={not (before if after else behind)}",
        )
        if nearest:
            _vote(votes, mention.day, f"nearest,{side}", f"nearest,{side},within={within},{step}")
    return tied


def _vote(votes: dict[str | None, Votes], day: str | None, *names: str) -> None:
    votes.setdefault(day, []).extend(names)


def _shifted(day: str, shift: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=shift)).isoformat()


def hour_of(seen: Sighting) -> str | None:
    """Tell the hour that a count is tied to: named close by, with no other number between."""
    c = seen.counted
    best: tuple[int, str] | None = None
    for mention in seen.dates:
        if mention.hour is None or mention.role != "on":
            continue
        behind = mention.first >= c.last
        distance = mention.first - c.last if behind else c.first - mention.last
        free = len(seen.right) if behind else len(seen.left)
        if distance <= min(free, _NEAR_HOUR) and (best is None or distance < best[0]):
            best = distance, mention.hour
    return best[1] if best else None


def since_of(seen: Sighting, *, is_cumulative: bool) -> str | None:
    """Tell the day from which a figure adds up; the first of a month or a year that is named alone."""
    c = seen.counted
    for mention in seen.dates:
        distance = mention.first - c.last if mention.first >= c.last else c.first - mention.last
        free = len(seen.right) if mention.first >= c.last else len(seen.left)
        if mention.role == "since" and (is_cumulative or distance <= free):
            if mention.day:
                return mention.day
            if mention.month:
                return f"{mention.month}-01" if "-" in mention.month else f"{mention.month}-01-01"
    return None
