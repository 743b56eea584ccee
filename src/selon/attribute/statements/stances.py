"""How a speaker stands to what is said: claims it, denies it, doubts it, asks, plans or fears it.

A statement's cue and content go in as token ranges, with the reporting verb and its class; a stance
comes out. The first rule of `rules/stances.toml` that holds settles it or has a vote, and so has
each sign (`signs.py`), by itself and with the verb; `weights/stances.txt` weighs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from selon.attribute.sentences import Tokens
from selon.attribute.statements.signs import TokenRange, lead_of, signs_of
from selon.languages.pack import Pack
from selon.model import Stance

STANCES: tuple[Stance, ...] = get_args(Stance)
_NO_VERB = "-"


@dataclass(frozen=True, slots=True)
class StanceRule:
    """A rule of `rules/stances.toml`; an empty set of classes, verbs or `any` asks for nothing."""

    name: str
    stance: Stance
    settles: bool
    classes: frozenset[str]
    verbs: frozenset[str]
    when: frozenset[str]
    any: frozenset[str]
    unless: frozenset[str]

    def holds(self, lemma: str, verb_class: str, signs: frozenset[str]) -> bool:
        """Tell whether the rule's conditions are met."""
        return (
            (not self.classes or (verb_class or _NO_VERB) in self.classes)
            and (not self.verbs or lemma.replace(" ", "_") in self.verbs)
            and self.when <= signs
            and (not self.any or not self.any.isdisjoint(signs))
            and self.unless.isdisjoint(signs)
        )


def stance_of(
    tokens: Tokens,
    cue: TokenRange | None,
    lemma: str,
    verb_class: str,
    content: Sequence[TokenRange],
    *,
    pack: Pack,
) -> Stance:
    """Decide how a speaker stands to a content; lemma and class are "" where no verb reports it."""
    if verb_class not in pack.tables["verbs"]:
        lemma = verb_class = ""
    signs = signs_of(tokens, cue, content, pack=pack)
    rule = first_rule(lemma, verb_class, signs, pack)
    if rule is not None and rule.settles:
        return rule.stance
    lead = lead_of(tokens, cue, content, pack) if cue else ""
    weights = _weights(pack)
    totals = [0.0] * len(STANCES)
    for vote in stance_votes(lemma, verb_class, signs, lead, rule):
        for index, weight in weights.get(vote, ()):
            totals[index] += weight
    return STANCES[max(range(len(STANCES)), key=totals.__getitem__)]


def stance_votes(
    lemma: str, verb_class: str, signs: frozenset[str], lead: str, rule: StanceRule | None
) -> list[str]:
    """Name all that has a vote on the stance of a statement, each thing alone and with the verb."""
    name, stance = (rule.name, rule.stance) if rule else ("none", "none")
    kind = verb_class or _NO_VERB
    told = [f"rule {name}", f"stance {stance}", *sorted(signs)]
    if lead:
        told.append(f"lead {lead}")
    votes = ["", f"class {kind}", *told, *(f"{kind} & {one}" for one in told)]
    if lemma:
        votes += [f"verb {lemma}", *(f"{lemma} & {one}" for one in told)]
    return votes


def first_rule(lemma: str, verb_class: str, signs: frozenset[str], pack: Pack) -> StanceRule | None:
    """Give the first rule of stance that holds."""
    return next((r for r in stance_rules(pack) if r.holds(lemma, verb_class, signs)), None)


@cache
def stance_rules(pack: Pack) -> tuple[StanceRule, ...]:
    """Read the rules of stance in their order."""
    return tuple(
        StanceRule(
            rule.name,
            rule.body["stance"],
            rule.body.get("settles", False),
            frozenset(rule.body.get("classes", "").split()),
            frozenset(rule.body.get("verbs", "").split()),
            frozenset(rule.body.get("when", ())),
            frozenset(rule.body.get("any", ())),
            frozenset(rule.body.get("unless", ())),
        )
        for rule in pack.rules["stances"]
    )


@cache
def _weights(pack: Pack) -> Mapping[str, tuple[tuple[int, float], ...]]:
    """Index the weights by vote: which stances each is for or against."""
    found: dict[str, list[tuple[int, float]]] = {}
    for name, weight in pack.weights["stances"].items():
        stance, _, vote = name.partition("|")
        found.setdefault(vote, []).append((STANCES.index(stance), weight))
    return {vote: tuple(pairs) for vote, pairs in found.items()}
