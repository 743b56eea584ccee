"""A pronoun, or a quotation with nobody beside it -> the person or body before it that is meant.

Each mention and each earlier speaker before it is a candidate; named features of it are votes,
weighed by the pack (`weights/antecedents.txt`), and the strongest sum wins.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.attribute.speakers.identities import Entity
from selon.attribute.speakers.people import Mention, People

_MOST_CANDIDATES = 25
_MOST_SPEAKERS = 6
_MOST_TOKENS = 700
_MOST_CHAINED = 60
# Forms that ask for somebody else than a pronoun before a verb would; each vote counts apart too.
_APART = ("none", "object", "self", "last")

TokenRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """An earlier speaker, and the token and paragraph where the source or the cue stands."""

    entity: Entity
    token: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What is to be filled: its form, gender ("m", "f", ""), number ("s", "p", "") and place.

    `form` is "none" where nothing is printed, "inverted" behind a verb, "free" before one, "last"
    for the phrases that mean the latter. `begin` is the first token of the cue, source or content.
    """

    form: str
    gender: str
    number: str
    begin: int
    paragraph: int
    content: tuple[TokenRange, ...] = ()


def choose_antecedent(
    people: People, gap: Gap, heard: Sequence[Heard], weights: Mapping[str, float]
) -> Entity | None:
    """Return the candidate with the strongest votes, the nearest of equals, or None."""
    best, most = None, float("-inf")
    for entity, votes in candidates(people, gap, heard):
        if gap.form == "same" and entity.person is False:
            continue
        score = sum([weights.get(vote, 0.0) for vote in votes])
        if score > most:
            best, most = entity, score
    return best


def candidates(
    people: People, gap: Gap, heard: Sequence[Heard]
) -> Iterator[tuple[Entity, list[str]]]:
    """Give each candidate with its votes: earlier speakers from the last on, then mentions back."""
    sentence = bisect_right(people.sentences, gap.begin)
    spoken: set[int] = set()
    for rank, speech in enumerate(reversed(heard[-_MOST_SPEAKERS:])):
        if id(speech.entity) in spoken:
            continue
        spoken.add(id(speech.entity))
        away = sentence - bisect_right(people.sentences, speech.token)
        votes = [
            f"speaker {min(rank, 3)}",
            f"speaker paragraph {min(gap.paragraph - speech.paragraph, 3)}",
            f"speaker sentence {_near(away)}",
        ]
        yield speech.entity, _finish(votes, speech.entity, gap)
    opening = people.tokens.paragraphs[gap.paragraph].first if people.tokens.paragraphs else 0
    latest = heard[-1].entity if heard else None
    seen: set[int] = set()
    order, links, chain = 0, 0, _chain(people, gap)
    for mention in _mentions_before(people, gap):
        entity = mention.entity
        votes = [
            f"mention sentence {_near(sentence - bisect_right(people.sentences, mention.first))}"
        ]
        votes += [
            name
            for name, holds in (
                ("here", mention.first >= opening),
                ("governed", mention.governed),
                ("subject", mention.subject),
                ("opens sentence", mention.first in people.openings),
                ("quoted", _is_quoted(people, mention.first)),
                ("spoke before", id(entity) in spoken),
                ("spoke last", entity is latest),
                ("again", id(entity) in seen),
            )
            if holds
        ]
        if _fits(entity, gap):
            order += id(entity) not in seen
            votes.append(f"order {min(order, 4)}")
            if mention.first < chain:
                votes.append(f"chain {min(links, 2)}")
                links += 1
        seen.add(id(entity))
        yield entity, _finish(votes, entity, gap)


def _mentions_before(people: People, gap: Gap) -> Iterator[Mention]:
    """Give the mentions before a gap that its own content doesn't hold, the nearest first."""
    end = bisect_left(people.mention_starts, gap.begin)
    for index in range(end - 1, max(-1, end - 1 - _MOST_CANDIDATES), -1):
        mention = people.mentions[index]
        if gap.begin - mention.first > _MOST_TOKENS:
            return
        if not any(first <= mention.first < last for first, last in gap.content):
            yield mention


def _fits(entity: Entity, gap: Gap) -> bool:
    """Tell whether gender and number don't forbid an entity."""
    gender = not gap.gender or not entity.gender or entity.gender == gap.gender
    return gender and (not gap.number or entity.plural == (gap.number == "p"))


def _chain(people: People, gap: Gap) -> int:
    """Find the first of the like pronouns that lead up to a gap; -1 where none does."""
    first, place = -1, bisect_left(people.pronouns, (gap.begin,)) - 1
    while place >= 0 and gap.begin - people.pronouns[place][0] < _MOST_CHAINED:
        token, shown = people.pronouns[place]
        if shown == gap.gender + ("p" if gap.number == "p" else "") and not _is_quoted(
            people, token
        ):
            first = token
        place -= 1
    return first


def _finish(votes: list[str], entity: Entity, gap: Gap) -> list[str]:
    """Add what holds of the entity wherever it is mentioned; double what some forms see apart."""
    if gap.gender:
        votes.append(
            "gender "
            + (
                "unknown"
                if not entity.gender
                else "same"
                if entity.gender == gap.gender
                else "other"
            )
        )
    if gap.number:
        votes.append("number " + ("same" if entity.plural == (gap.number == "p") else "other"))
    votes.append({True: "person", False: "no person", None: "perhaps"}[entity.person])
    votes.append(
        "full name" if len(entity.parts) > 1 else "one name" if entity.parts else "no name"
    )
    if entity.count > 2:
        votes.append("often")
    if gap.form in _APART:
        votes += [f"{gap.form}: {vote}" for vote in votes]
    return votes


def _near(distance: int) -> str:
    return str(distance) if distance <= 3 else "4" if distance <= 6 else "far"


def _is_quoted(people: People, token: int) -> bool:
    at = bisect_right(people.quoted, (token, len(people.tokens.words))) - 1
    return at >= 0 and people.quoted[at][0] <= token < people.quoted[at][1]
