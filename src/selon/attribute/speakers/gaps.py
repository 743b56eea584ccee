"""Sources that name nobody by themselves -> what their words tell of whom they mean.

A pronoun shows gender and number, "la jeune femme" too; a quotation with no source shows nothing.
"""

from bisect import bisect_right
from dataclasses import dataclass

from selon.attribute.speakers.antecedents import Gap, Heard, TokenRange
from selon.attribute.speakers.identities import Entity
from selon.attribute.speakers.people import People
from selon.attribute.speakers.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker, None where none are printed; `cue` is the cue's first token.

    `content` are the token ranges of what is said: nobody named in them is taken for the speaker.
    """

    phrase: TokenRange | None
    cue: int
    content: tuple[TokenRange, ...] = ()


def hear(entity: Entity, source: Source, people: People) -> Heard:
    """Note a speaker, for the pronouns that come later."""
    token = _token(source)
    return Heard(entity, token, _paragraph(people, token))


def open_gap(source: Source, people: People, words: Vocabulary) -> Gap | None:
    """Describe the antecedent that a source asks for; None where it names somebody by itself."""
    first, last = source.phrase or (0, 0)
    spelled = [w for w in people.tokens.words[first:last] if w[-1].isalnum() or w[-1] == "'"]
    if not spelled:
        return _gap(source, people, "none", "", "")
    if len(spelled) == 1:
        word = spelled[0]
        forms = {
            "free": words.anaphora,
            "object": words.object_pronouns,
            "self": words.speaker_pronouns,
        }
        form = next((form for form, pronouns in forms.items() if word in pronouns), "")
        if not form:
            return None
        shown = forms[form][word]
        if word[0] == "-":
            form = "inverted"
        number = "p" if "p" in shown else "s" if form != "self" else ""
        return _gap(source, people, form, shown.rstrip("p"), number)
    if (
        len(spelled) == 2
        and spelled[1] in words.nearest | words.same
        and spelled[0] in words.determiners
    ):
        form = "last" if spelled[1] in words.nearest else "same"
        shown = words.determiners[spelled[0]]
        feminine = spelled[1].endswith(words.feminine_endings)
        gender = "f" if shown == "f" or feminine else "m"
        return _gap(source, people, form, gender, "p" if shown == "p" else "s")
    return None


def general_gap(source: Source, entity: Entity, people: People, words: Vocabulary) -> Gap | None:
    """Describe whom "la jeune femme" points back to; None where a source is no such phrase."""
    if entity.parts or source.phrase is None:
        return None
    heads = people.phrases_in(*source.phrase)
    head = people.phrases[heads[0]] if heads else None
    if head is None or head.kind.word not in words.general or not head.definite or head.plural:
        return None
    return _gap(source, people, "same", head.gender, "s")


def _gap(source: Source, people: People, form: str, gender: str, number: str) -> Gap:
    token = _token(source)
    begin = min([token, source.cue, *(first for first, _ in source.content)])
    return Gap(form, gender, number, begin, _paragraph(people, begin), source.content)


def _token(source: Source) -> int:
    return source.phrase[0] if source.phrase else source.cue


def _paragraph(people: People, token: int) -> int:
    return max(0, bisect_right(people.paragraphs, token) - 1)
