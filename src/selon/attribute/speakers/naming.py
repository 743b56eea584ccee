"""The source words of each statement -> who the speaker is, as fully named as anywhere in the text.

Going in: token ranges of sources, in reading order, and the people of the field. Coming out: one
name each. A name is completed, a role gives way to its bearer, a document to its issuer, a pronoun
to its antecedent; an unnamed source keeps its description, without article.
"""

from bisect import bisect_right
from collections.abc import Sequence

from selon.attribute.speakers.antecedents import Heard, TokenRange, choose_antecedent
from selon.attribute.speakers.gaps import Source, general_gap, hear, open_gap
from selon.attribute.speakers.identities import Entity, printed
from selon.attribute.speakers.people import People
from selon.attribute.speakers.phrases import Phrase, complement_words
from selon.attribute.speakers.roles import find_bearer
from selon.attribute.speakers.vocabulary import Vocabulary, plain, vocabulary
from selon.languages.pack import Pack

__all__ = ["Source", "identify_speakers", "name_phrase", "name_speakers"]

_DEEPEST = 3
# No source is longer than this many tokens, nor lists more names (linear time).
_LONGEST, _MOST_LISTED = 80, 12
_NO_MARKS = str.maketrans(dict.fromkeys('«»“”"', ""))


def name_speakers(sources: Sequence[Source], people: People, pack: Pack) -> tuple[str, ...]:
    """Name the speaker of each source, in reading order; "" where the article names nobody."""
    return tuple(entity.name for entity in identify_speakers(sources, people, pack))


def identify_speakers(sources: Sequence[Source], people: People, pack: Pack) -> list[Entity]:
    """Say who the speaker of each source is."""
    words = vocabulary(pack)
    weights = pack.weights.get("antecedents", {})
    heard: list[Heard] = []
    found: list[Entity] = []
    for source in sources:
        gap = open_gap(source, people, words)
        entity = None
        if gap is None and source.phrase is not None:
            entity = name_phrase(source.phrase, people, words, heard)
            again = general_gap(source, entity, people, words)
            named = again and choose_antecedent(people, again, heard, weights)
            if named and named.parts and named.person:
                entity = named
        elif gap is not None:
            entity = choose_antecedent(people, gap, heard, weights)
        entity = entity or Entity("")
        if entity.name:
            heard.append(hear(entity, source, people))
        found.append(entity)
    return found


def name_phrase(
    phrase: TokenRange, people: People, words: Vocabulary, heard: Sequence[Heard], depth: int = 0
) -> Entity:
    """Name a source by what it prints."""
    first, last = _bare((phrase[0], min(phrase[1], phrase[0] + _LONGEST)), people, words)
    if first >= last:
        return Entity(printed(people.tokens, *phrase))
    if last - first == 1 and people.tokens.words[first] in words.nobody:
        return Entity("")
    names = people.names_in(first, last)
    heads = people.phrases_in(first, last)
    head = people.phrases[heads[0]] if heads else None
    if names and _begins_with_name(people, names[0], (first, last), head, words):
        return _name_names(people, first, last, words)
    if head is None:
        return _apposed(people, (first, last), last, words) or _describe(people, first, last)
    if head.kind.word in words.reporters and (agency := _agency(people, head.head, last, words)):
        return agency
    if head.kind.word in words.documents and depth < _DEEPEST:
        issuer = _issuer(people, head, last, words, heard, depth)
        if issuer is not None:
            return issuer
    apposed = _apposed(people, (first, last), head.last, words)
    if apposed is not None:
        return apposed
    if (
        head.kind.word in words.source_again
        and head.last >= last
        and heard
        and _again(people, phrase, words)
    ):
        return heard[-1].entity
    if head.kind.word in words.retold and head.definite and head.last >= last:
        retold = _retold(people, head, words, heard)
        return retold or _describe(people, first, last)
    if head.kind.word in words.named and (named := _named_behind(people, head, last, words)):
        return named
    if head.kind.kind in ("role", "unnamed"):
        return _name_role(people, head, (first, last), words, heard)
    if head.kind.kind == "body":
        return _name_body(people, head, first, last, words)
    return _describe(people, first, last)


def _bare(phrase: TokenRange, people: People, words: Vocabulary) -> TokenRange:
    """Drop determiners and marks from the beginning of a source, marks from its end."""
    first, last = phrase
    spelled = people.tokens.words
    if "%" in spelled[first : min(first + 4, last)]:  # "seuls 41 % des personnes interrogées"
        first = spelled.index("%", first) + 1
        first += first < last and spelled[first] in words.complement
    while first < last and (
        spelled[first] in words.determiners
        or not _is_word(spelled[first])
        or (
            spelled[first][0].isdigit()
            and first + 1 < last
            and not people.tokens.is_capital(first + 1)
        )
    ):
        first += 1
    if first < last and spelled[first] in words.complement:
        first = phrase[0]
    while last > first and not _is_word(spelled[last - 1]):
        last -= 1
    return first, last


def _is_word(word: str) -> bool:
    return word[0].isalnum() or word[0] in "@#-"


def _again(people: People, phrase: TokenRange, words: Vocabulary) -> bool:
    """Tell whether a source is the one before ("cette source", "la même source")."""
    spelled = people.tokens.words[phrase[0] : phrase[1]]
    return bool(words.same.intersection(spelled)) or spelled[0] in words.demonstrative


def _retold(
    people: People, head: Phrase, words: Vocabulary, heard: Sequence[Heard]
) -> Entity | None:
    """Say whose a document is that comes up again: who spoke in the sentence that brought it up."""
    spelled, sentences = people.tokens.words, people.sentences
    for speech in reversed(heard[-12:]):
        at = bisect_right(sentences, speech.token)
        end = sentences[at] if at < len(sentences) else len(spelled)
        told = next(
            (
                i
                for i in range(speech.token, min(end, speech.token + 80))
                if spelled[i] == head.kind.word
            ),
            0,
        )
        if told and spelled[told - 2] in words.channels:
            return speech.entity if plain(speech.entity.name) != plain(head.kind.word) else None
    return None


def _named_behind(people: People, head: Phrase, last: int, words: Vocabulary) -> Entity | None:
    """Name what a kind of body is followed by: "le quotidien Le Phare", "l'institut Valmer"."""
    for index in people.names_in(head.head + 1, min(last, head.head + 5)):
        name, entity = people.names[index], people.named[index]
        between = people.tokens.words[head.head + 1 : name.first]
        if not all(word.isalpha() and word not in words.small for word in between):
            return None
        return _describe(people, name.first, last, person=False) if not entity.person else entity
    return None


def _begins_with_name(
    people: People, index: int, within: TokenRange, head: Phrase | None, words: Vocabulary
) -> bool:
    """Tell whether a name begins a source, rather than the capital of "Premier ministre"."""
    first, last = within
    name, entity = people.names[index], people.named[index]
    if (
        name.title
        and name.first > first
        and people.tokens.words[first].rstrip(".") in people.titles
    ):
        return head is None or head.head >= name.first or head.last >= name.first
    if name.first != first:
        return False
    if entity.person:
        return True
    if len(name.parts) == 1 and head is not None and head.noun <= first < head.last:
        return False
    if people.tokens.text[people.tokens.starts[first] : people.tokens.ends[first]].isupper():
        return True
    behind = people.tokens.words[name.last] if name.last < last else ","
    return not behind[0].isalpha() or behind in words.joining


def _name_names(people: People, first: int, last: int, words: Vocabulary) -> Entity:
    """Name the person whose name begins a source, or the persons of a list ("A, B et C")."""
    spelled = people.tokens.words
    names = people.names_in(first, last)[:_MOST_LISTED]
    chosen = [names[0]]
    for index in names[1:]:
        between = [
            w
            for w in spelled[people.names[chosen[-1]].last : people.names[index].first]
            if w not in people.titles
        ]
        joined = bool(words.joining.intersection(between)) or (
            between == [","]
            and any(
                spelled[people.names[later].first - 1] in words.joining
                for later in names
                if later > index
            )
        )
        if len(between) > 2 or not joined:
            break
        chosen.append(index)
    if len(chosen) == 1:
        return _spelled_out(people, people.named[chosen[0]])
    full = [people.named[index].name for index in chosen]
    joint = next(w for w in words.joining if w in spelled[first:last])
    return Entity(f"{', '.join(full[:-1])} {joint} {full[-1]}", person=True, plural=True)


def _spelled_out(people: People, entity: Entity) -> Entity:
    """Give a body known by its acronym the name that the article spells out."""
    full = people.expansions.get("".join(entity.parts)) if len(entity.parts) == 1 else None
    if full is not None:
        entity.name, entity.person = full, False
    return entity


def _describe(people: People, first: int, last: int, **known: object) -> Entity:
    """Keep a source as printed, without what trails behind a comma, a bracket or a relative."""
    spelled = people.tokens.words
    end = next((i for i in range(first + 1, last) if spelled[i] in people.trailing), last)
    name = printed(people.tokens, first, end).translate(_NO_MARKS)
    name = people.expansions.get(plain(name), " ".join(name.split()))
    same = people.described.get(plain(name))
    return same or Entity(name, **known)  # type: ignore[arg-type]


def _agency(people: People, head: int, last: int, words: Vocabulary) -> Entity | None:
    for index in people.names_in(head, min(last, head + 5)):
        name = people.names[index]
        if " ".join(name.parts) in words.agencies:
            return people.named[index]
    return None


def _issuer(
    people: People, head: Phrase, last: int, words: Vocabulary, heard: Sequence[Heard], depth: int
) -> Entity | None:
    """Say who issued a document: what "de" or "par" names behind it, or a name right behind it."""
    spelled = people.tokens.words
    for index in people.names_in(head.head + 1, min(last, head.head + 3)):
        name = people.names[index]
        if not words.complement.intersection(spelled[head.head + 1 : name.first]):
            return people.named[index]
    for i in range(head.head + 1, min(last, head.head + 14)):
        if spelled[i] in words.handing_on:
            return None
        if spelled[i] in words.issuing and i + 1 < last:
            if _is_named(people, i + 1, last):
                end = next((k for k in range(i + 2, last) if spelled[k] in words.ordered_for), last)
                return name_phrase((i + 1, end), people, words, heard, depth + 1)
            if spelled[i] in words.complement:
                continue
    return None


def _is_named(people: People, first: int, last: int) -> bool:
    """Tell whether a name or a phrase that can speak begins here, behind its article."""
    limit = min(last, first + 3)
    return any(True for _ in people.names_in(first, limit)) or any(
        people.phrases[i].kind.kind != "document" and people.phrases[i].noun <= first + 2
        for i in people.phrases_in(first, limit)
    )


def _apposed(people: People, within: TokenRange, behind: int, words: Vocabulary) -> Entity | None:
    """Name the person in apposition to a source, behind its phrase, a comma or another phrase."""
    first, last = within
    spelled = people.tokens.words
    for index in people.names_in(first + 1, last):
        name, entity = people.names[index], people.named[index]
        if not (entity.person or (len(name.parts) > 1 and entity.person is None)):
            continue
        before = name.first - 1
        while before > first and spelled[before].rstrip(".") in people.titles:
            before -= 1
        apart = spelled[before] in (",", "(") or any(
            people.phrases[i].last == before + 1 for i in people.phrases_in(first, name.first)
        )
        if apart or before < behind <= name.first:
            return _name_names(people, name.first, last, words)
        if entity.person and name.first > behind:
            break
        if people.trailing.intersection(spelled[behind : name.first]) - {",", "("}:
            break
    return None


def _name_role(
    people: People, head: Phrase, within: TokenRange, words: Vocabulary, heard: Sequence[Heard]
) -> Entity:
    """Name who bears a role, as tied to it anywhere in the article, else the role itself."""
    first, last = within
    if head.definite and not head.plural:
        complement = complement_words(people.tokens, head, words)
        spoken = [speech.entity for speech in heard[-12:]]
        role = (head.role, complement)
        bearer = find_bearer(people.bearers, role, head.head, words, spoken)
        if bearer is not None:
            return bearer
    return _describe(people, first, last, person=True, gender=head.gender, plural=head.plural)


def _name_body(people: People, head: Phrase, first: int, last: int, words: Vocabulary) -> Entity:
    """Name a body as fully as the article prints it, where only one such body is in it."""
    described = _describe(people, first, last, person=False, gender=head.gender, plural=head.plural)
    forms = people.bodies.get(head.kind.word, [])
    if head.kind.word in words.local:
        return described
    if plain(described.name) == plain(head.kind.word) and len(forms) == 1 and head.definite:
        described = Entity(forms[0], person=False, gender=head.gender)
    return described
