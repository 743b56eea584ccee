"""Interviews: questions and answers printed without quotation marks -> the answers as statements.

An interview is known by two questions or more, each a short paragraph of its own, whose answers say "I" or "we" for the
greater part; a page that explains ("Pourquoi ce séisme ?") has the first and not the second. With names before
the colons ("Anne Vial : Parce que…") the one who asks is who ends with question marks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from selon.attribute.sentences import Paragraph, Tokens
from selon.attribute.shape import word_classes
from selon.attribute.statements.cues import Anchor
from selon.attribute.statements.findings import Finding, TokenRange
from selon.languages.pack import Pack

_LONGEST_QUESTION = 60  # tokens
_LEAST_QUESTIONS = 2
_LONGEST_LABEL = 6  # tokens of a name before a colon
_RULE = "answer"
_LABEL = re.compile(r"[^\W\d_]")


def find_answers(tokens: Tokens, pack: Pack) -> Iterator[Finding]:
    """Yield the answers of an interview, in reading order; nothing where a field is none."""
    asked = [_is_question(tokens, paragraph) for paragraph in tokens.paragraphs]
    if sum(asked) < _LEAST_QUESTIONS:
        return
    labels = [_label(tokens, paragraph) for paragraph in tokens.paragraphs]
    if sum(label is not None for label in labels) >= 2 * _LEAST_QUESTIONS:
        yield from _labelled(tokens, asked, labels)
        return
    answers = list(_behind_questions(tokens.paragraphs, asked))
    first_person = [answer for answer in answers if _says_i(tokens, answer, pack)]
    if 2 * len(first_person) >= len(answers) >= _LEAST_QUESTIONS:
        for paragraph in answers:
            if not paragraph.quotations:
                yield _answer(None, None, (paragraph.first, paragraph.last))


def _is_question(tokens: Tokens, paragraph: Paragraph) -> bool:
    return (
        tokens.words[paragraph.last - 1] == "?"
        and paragraph.last - paragraph.first <= _LONGEST_QUESTION
        and not paragraph.quotations
    )


def _behind_questions(
    paragraphs: Sequence[Paragraph], asked: Sequence[bool]
) -> Iterator[Paragraph]:
    for question, paragraph in zip(asked, paragraphs[1:], strict=False):
        if question:
            yield paragraph


def _says_i(tokens: Tokens, paragraph: Paragraph, pack: Pack) -> bool:
    """Tell whether a paragraph says "I" or "we" outside quotation marks."""
    classes = word_classes(pack)
    quoted = {i for q in paragraph.quotations for i in range(q.first, q.last)}
    return any(
        classes.get(tokens.words[i]) == "j" and i not in quoted
        for i in range(paragraph.first, paragraph.last)
    )


def _label(tokens: Tokens, paragraph: Paragraph) -> TokenRange | None:
    """Find the name before the colon with which a paragraph begins."""
    words = tokens.words
    for i in range(paragraph.first + 1, min(paragraph.first + _LONGEST_LABEL, paragraph.last - 1)):
        if words[i] == ":":
            return (paragraph.first, i) if tokens.is_capital(i - 1) else None
        if not _LABEL.match(words[i]):
            return None
    return None


def _labelled(
    tokens: Tokens, asked: Sequence[bool], labels: Sequence[TokenRange | None]
) -> Iterator[Finding]:
    """Yield what follows the labels of those who don't ask."""
    turns: dict[str, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        if label is not None:
            turns[" ".join(tokens.words[slice(*label)])].append(i)
    for places in turns.values():
        if 2 * sum(asked[i] for i in places) >= len(places):
            continue
        for i in places:
            label, paragraph = labels[i], tokens.paragraphs[i]
            if label is not None and not paragraph.quotations:
                colon = (label[1], label[1] + 1)
                yield _answer(colon, label, (label[1] + 1, paragraph.last))


def _answer(cue: TokenRange | None, source: TokenRange | None, content: TokenRange) -> Finding:
    anchor = Anchor("quotation", 0, 0, "", "", (0, 0))
    return Finding(cue, source, (content,), anchor, score=0.0, rule=_RULE, unmarked=True)
