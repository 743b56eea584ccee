"""Events that an article dates itself: "la guerre, déclenchée le 7 octobre" dates "depuis le début de la guerre"."""

from bisect import bisect_right
from dataclasses import replace

from selon.attribute.figures.calendar import Calendar, DateMention
from selon.attribute.sentences import Tokens

_BEGUN_REACH = 14  # tokens between "déclenchée" and its day


def date_events(
    tokens: Tokens, found: list[DateMention], known: Calendar
) -> tuple[DateMention, ...]:
    """Date "depuis le début de la guerre" from the text's own "la guerre, déclenchée le 7 octobre".

    What stands before or in the same paragraph counts first; if it tells two days, none is told.
    """
    if not any(mention.precision == "event" for mention in found):
        return tuple(found)
    begun = [m for m in found if _is_beginning(tokens, m, known)]
    ends = [paragraph.last for paragraph in tokens.paragraphs]
    dated: list[DateMention] = []
    so_far: set[str | None] = set()
    at = 0
    for mention in found:
        if mention.precision == "event":
            end = ends[bisect_right(ends, mention.first)]
            while at < len(begun) and begun[at].first < end:
                so_far.add(begun[at].day)
                at += 1
            days = so_far or {m.day for m in begun[at : at + 1]}
            mention = replace(mention, day=next(iter(days)) if len(days) == 1 else None)
        dated.append(mention)
    return tuple(dated)


def _is_beginning(tokens: Tokens, mention: DateMention, known: Calendar) -> bool:
    """Tell whether a day is said to be when something began: "depuis le 7 octobre", "a éclaté lundi"."""
    if mention.day is None or mention.precision != "day":
        return False
    if mention.role == "since" and mention.word[0].isdecimal():
        return True
    before = tokens.words[max(0, mention.first - _BEGUN_REACH) : mention.first]
    if "." in before:
        before = before[len(before) - before[::-1].index(".") :]
    return any(
        word in known.begun["started"] or word in known.begun["start_nouns"] for word in before
    )
