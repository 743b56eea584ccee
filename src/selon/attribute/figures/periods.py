"""The votes on over what time a figure counts: named rules of the pack and the words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from selon.attribute.figures.clues import STEM, Sighting, tense_of
from selon.attribute.votes import Votes
from selon.languages.pack import Pack

_OF_PERIODS = frozenset(("form", "head", "label", "carried", "hedge", "headkind", "ending"))


@dataclass(frozen=True, slots=True)
class _Sign:
    """One rule of `rules/periods.toml`, ready to be looked up."""

    name: str
    left: bool
    right: bool
    words: frozenset[str]
    phrases: tuple[str, ...]


@cache
def _signs(pack: Pack) -> tuple[_Sign, ...]:
    return tuple(
        _Sign(
            rule.name,
            rule.body["beside"] in ("left", "either"),
            rule.body["beside"] in ("right", "either"),
            frozenset(rule.body["words"].split()),
            tuple(rule.body.get("phrases", ())),
        )
        for rule in pack.rules.get("periods", ())
    )


def signs_beside(seen: Sighting, pack: Pack) -> list[str]:
    """Name the rules that hold beside a figure, with their side."""
    left, right = " ".join(seen.left), " ".join([*seen.noun, *seen.right])
    left_words, right_words = frozenset(seen.left), frozenset((*seen.noun, *seen.right))
    return [
        f"{sign.name} {side}"
        for sign in _signs(pack)
        for side, allowed, words, line in (
            ("left", sign.left, left_words, left), ("right", sign.right, right_words, right),
        )
        if allowed and (not sign.words.isdisjoint(words) or any(phrase in line for phrase in sign.phrases))
    ]  # fmt: skip


def period_votes(
    seen: Sighting, base: Votes, counts: str, signs: Sequence[str], pack: Pack
) -> Votes:
    """Vote on over what time a figure counts, once it is known what it counts."""
    c = seen.counted
    roles = {f"dated {mention.precision}" for mention in seen.dates}
    roles |= {
        f"{mention.role} {mention.precision}" for mention in seen.dates if mention.role != "on"
    }
    near = [m for m in seen.dates if _is_near(m.first, seen)]
    tense = tense_of(seen.right, pack) or tense_of(seen.left[::-1], pack)
    said = [vote for vote in base if vote.partition("=")[0] in _OF_PERIODS]
    return [
        *said, "bias", f"counts={counts}", *sorted(roles),
        *(f"near {m.role} {m.precision}" for m in near), *(f"near {m.role} {m.precision},{counts}" for m in near),
        f"period={'' if c.head else seen.carried_period}",
        f"counts={counts},unit={c.unit_kind}", f"counts={counts},kind={c.number.form}",
        f"counts={counts},dated={any(m.day for m in seen.dates)}", f"tense={tense}",
        f"left verb={seen.left_verb[1][:STEM]}", f"right verb={seen.right_verb[1][:STEM]}",
        f"left build={seen.left_verb[0]}", f"right build={seen.right_verb[0]}",
        f"left build={seen.left_verb[0]},{c.unit_kind}", f"right build={seen.right_verb[0]},{c.unit_kind}",
        f"builds={seen.left_verb[0]}|{seen.right_verb[0]}",
        f"right build={seen.right_verb[0]},{seen.right_verb[1][-2:]}",
        *signs, *(f"{sign.partition(' ')[0]},any" for sign in signs), *(f"{sign},unit={c.unit_kind}" for sign in signs),
        f"signs={len(signs) > 0},unit={c.unit_kind},counts={counts}",
    ]  # fmt: skip


def _is_near(first: int, seen: Sighting) -> bool:
    c = seen.counted
    return -len(seen.left) <= first - c.first and first - c.last < len(seen.right)
