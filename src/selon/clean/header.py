"""What is printed above an article. In: a tree and its metadata; out: title, standfirst, dates."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from selon.clean.bylines import is_signature
from selon.clean.days import read_machine_date
from selon.clean.facts import Facts
from selon.clean.tree import purposes_of, text_of
from selon.clean.words import PageWords, fold, squeeze

LONGEST_STANDFIRST = 1200
SHORTEST_STANDFIRST = 25
LONGEST_LINE = 120
# Share of words that a printed title has in common with the one that the metadata tell.
SAME_TITLE = 0.4
# How far above the title's element the header may reach.
_LEVELS = 4
_PRINTED = (
    "p", "h1", "h2", "h3", "h4", "div", "span", "a", "strong", "time", "address", "li", "section",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above the text; `dates` nearest below the title first."""

    title: str
    standfirst: str
    signed: tuple[str, ...]
    dates: tuple[str, ...]


def find_title(tree: HtmlElement, facts: Facts) -> HtmlElement | None:
    """Find the heading that shares most words with the title that the metadata tell."""
    headings = [h for h in tree.iter("h1") if len(h.text_content().strip()) > 3]
    best, most = None, 0.0
    for heading in (*headings, *list(tree.iter("h2"))[:20]):
        if heading.tag == "h2" and most >= SAME_TITLE:
            break
        share = _likeness(heading.text_content(), facts.titles)
        if share > most:
            best, most = heading, share
    return best if most >= SAME_TITLE else (headings[0] if headings else None)


def read_header(
    tree: HtmlElement, heading: HtmlElement | None, facts: Facts, words: PageWords
) -> Header:
    """Read what is printed around the title's element, in the whole page if there is none."""
    title = _title(heading, facts)
    standfirst = ""
    signed: list[str] = []
    dates: list[str] = []
    earlier: list[str] = []
    below = heading is None
    for element in _header_of(tree, heading).iter(*_PRINTED):
        below = below or element is heading
        length = len(element.text_content())
        if not standfirst and SHORTEST_STANDFIRST <= length <= LONGEST_STANDFIRST:
            standfirst = _standfirst(element, title, facts)
        if not 2 < length <= LONGEST_LINE or element.tag == "section":
            continue
        if "byline" in purposes_of(element):
            signed.append(text_of(element))
        elif not signed:
            line = element.get("datetime") or text_of(element)
            told = _tells(line, words)
            if told == "date":
                (dates if below else earlier).append(line)
            elif told == "byline":
                signed.append(line)
    return Header(title, standfirst, tuple(dict.fromkeys(signed)), (*dates, *earlier))


def bold_opening(main: HtmlElement | None) -> str:
    """Return the first paragraph where it alone is set in bold: a standfirst without a name."""
    if main is None:
        return ""
    long = (p for p in main.iter("p") if len(p.text_content().strip()) > SHORTEST_STANDFIRST)
    first, second = next(long, None), next(long, None)
    if first is None or second is None:
        return ""
    return text_of(first) if _bold_share(first) > 0.9 and _bold_share(second) < 0.5 else ""


def _tells(line: str, words: PageWords) -> str:
    rule = words.debris_rule(line)
    if rule is not None and rule.says:
        return rule.says
    if read_machine_date(line):
        return "date"
    return "byline" if is_signature(line, words) else ""


def _header_of(tree: HtmlElement, heading: HtmlElement | None) -> HtmlElement:
    if heading is None:
        return tree
    above = heading
    for _ in range(_LEVELS):
        parent = above.getparent()
        if parent is None or parent.tag == "html":
            break
        above = parent
    return above


def _standfirst(element: HtmlElement, title: str, facts: Facts) -> str:
    """Return what an element prints if it is the description, or is named as a standfirst."""
    printed = text_of(element)
    folded = fold(printed).strip(" .")
    if folded == fold(title).strip(" ."):
        return ""
    description = fold(facts.description).strip(" .")
    # The description may add the paper's name behind.
    same = description.startswith(folded) and len(folded) > 0.75 * len(description)
    return printed if same or "standfirst" in purposes_of(element) else ""


def _title(heading: HtmlElement | None, facts: Facts) -> str:
    printed = text_of(heading) if heading is not None else ""
    if not facts.titles:
        return printed
    told = set(fold(facts.titles[0]).split())
    if printed and len(set(fold(printed).split()) & told) >= SAME_TITLE * len(told):
        return printed
    return _without_outlet(facts.titles[0], facts.outlet)


def _likeness(printed: str, titles: tuple[str, ...]) -> float:
    ours = set(fold(printed).split())
    theirs = [set(fold(title).split()) for title in titles]
    return max((len(ours & one) / len(ours | one) for one in theirs if ours | one), default=0.0)


def _without_outlet(title: str, outlet: str) -> str:
    """Cut the paper's name off the end of a title ("… - Le Phare")."""
    house = set(fold(outlet).replace(".", " ").split())
    for mark in (" - ", " | ", " – ", " — ", " • "):
        head, _, tail = title.rpartition(mark)
        if head and len(tail.split()) <= 4 and (not house or set(fold(tail).split()) & house):
            return squeeze(head)
    return title


def _bold_share(paragraph: HtmlElement) -> float:
    bold = (b for b in paragraph.iter("b", "strong"))
    outer = [b for b in bold if not any(up.tag in ("b", "strong") for up in b.iterancestors())]
    return sum(len(b.text_content()) for b in outer) / (len(paragraph.text_content()) or 1)
