"""A pronoun, or a quotation with nobody beside it -> the person or body before it that is meant.

Each mention and each earlier speaker before it is a candidate; named features of it are votes,
weighed by the pack (`weights/antecedents.txt`), and the strongest sum wins.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.attribute.people import Entity, People

_MOST_CANDIDATES = 40
_MOST_SPEAKERS = 6
_MOST_TOKENS = 700

TokenRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """An earlier speaker: who, at which token the source or cue stands, and whether it was printed."""

    entity: Entity
    token: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What is to be filled: gender ("m", "f", ""), number ("s", "p", ""), form, and where it stands.

    `form` is "none" where nothing is printed, "inverted" behind a verb, "free" before one, "last"
    for the phrases that mean the latter. `begin` is the first token of the cue, source or content.
    """

    form: str
    gender: str
    number: str
    token: int
    begin: int
    paragraph: int
    content: tuple[TokenRange, ...] = ()


def choose_antecedent(
    people: People, gap: Gap, heard: Sequence[Heard], weights: Mapping[str, float]
) -> Entity | None:
    """Return the candidate with the strongest votes, the nearest of equals; None where there is none."""
    best, most = None, float("-inf")
    for entity, votes in candidates(people, gap, heard):
        score = sum(weights.get(vote, 0.0) for vote in votes)
        if score > most:
            best, most = entity, score
    return best


def candidates(
    people: People, gap: Gap, heard: Sequence[Heard]
) -> Iterator[tuple[Entity, list[str]]]:
    """Give each candidate with its votes, nearest mention first; the earlier speakers come before all."""
    sentence = bisect_right(people.sentences, gap.begin)
    opening = people.tokens.paragraphs[gap.paragraph].first if people.tokens.paragraphs else 0
    latest = heard[-1] if heard else None
    spoken: set[int] = set()
    for rank, speech in enumerate(reversed(heard[-_MOST_SPEAKERS:])):
        if id(speech.entity) in spoken:
            continue
        spoken.add(id(speech.entity))
        votes = [f"speaker {min(rank, 3)}"]
        votes.append(f"speaker paragraph {min(gap.paragraph - speech.paragraph, 3)}")
        votes.append(f"speaker sentence {_near(sentence - bisect_right(people.sentences, speech.token))}")
        yield speech.entity, _finish(votes, speech.entity, gap)
    seen: set[int] = set()
    end = bisect_left(people.mention_starts, gap.begin)
    for index in range(end - 1, max(-1, end - 1 - _MOST_CANDIDATES), -1):
        mention = people.mentions[index]
        if gap.begin - mention.first > _MOST_TOKENS:
            break
        if any(first <= mention.first < last for first, last in gap.content):
            continue
        entity = mention.entity
        votes = ["mention", f"mention sentence {_near(sentence - bisect_right(people.sentences, mention.first))}"]
        votes.append("mention here" if mention.first >= opening else "mention before")
        if mention.governed:
            votes.append("governed")
        if mention.first in people.openings:
            votes.append("opens sentence")
        if _is_quoted(people, mention.first):
            votes.append("quoted")
        if id(entity) in spoken:
            votes.append("spoke before")
        if latest is not None and entity is latest.entity:
            votes.append("spoke last")
        votes.append("first of it" if id(entity) not in seen else "again")
        votes.append(f"order {min(len(seen), 4)}")
        seen.add(id(entity))
        yield entity, _finish(votes, entity, gap)


def _finish(votes: list[str], entity: Entity, gap: Gap) -> list[str]:
    """Add what holds of the entity wherever it is mentioned, and each vote for its form of gap too."""
    if gap.gender:
        votes.append("gender " + ("unknown" if not entity.gender else "same" if entity.gender == gap.gender else "other"))
    if gap.number:
        votes.append("number " + ("same" if entity.plural == (gap.number == "p") else "other"))
    votes.append({True: "person", False: "no person", None: "perhaps"}[entity.person])
    votes.append("full name" if len(entity.parts) > 1 else "one name" if entity.parts else "no name")
    if entity.count > 2:
        votes.append("often")
    return votes + [f"{gap.form}: {vote}" for vote in votes]


def _near(distance: int) -> str:
    return str(distance) if distance <= 3 else "4" if distance <= 6 else "far"


def _is_quoted(people: People, token: int) -> bool:
    at = bisect_right(people.quoted, (token, len(people.tokens.words))) - 1
    return at >= 0 and people.quoted[at][0] <= token < people.quoted[at][1]
