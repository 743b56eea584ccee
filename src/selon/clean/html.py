"""An HTML page becomes an article. In: the page's text; out: an Article with everything that the page tells."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from selon.clean.blocks import CUT_OFF, NO_ARTICLE, Kept, drop_debris, is_prose, join_blocks
from selon.clean.body import find_body
from selon.clean.bylines import agencies_of, authors_of, is_signature, take_signatures
from selon.clean.days import read_address_date, read_machine_date, read_printed_date
from selon.clean.facts import Facts, read_facts
from selon.clean.photos import take_photos
from selon.clean.tree import drop_unread, parse_page, prune_furniture, purposes_of, text_of
from selon.clean.words import DEFAULT_LANGUAGE, PageWords, fold, guess_language, page_words, squeeze
from selon.model import Article, Photo, Problem

_LONGEST_STANDFIRST = 1200
_SHORTEST_STANDFIRST = 25
_SAME_TITLE = 0.4
# How far above the title's element the header may reach.
_HEADER_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Header:
    """What stands printed above the text: the title, the standfirst, who signed, when."""

    title: str
    standfirst: str
    signed: tuple[str, ...]
    dates: tuple[str, ...]


def article_of_html(html: str, *, name: str = "", url: str = "", language: str = "") -> Article:
    """Read the article of a page; its text is "" and its problems say so where there is none."""
    tree = parse_page(html)
    if tree is None:
        return Article(
            id=name, text="", url=url, language=language, problems=(Problem(NO_ARTICLE),)
        )
    facts = read_facts(tree, url)
    words = page_words(language or facts.language or DEFAULT_LANGUAGE)
    drop_unread(tree)
    heading = _title_element(tree, facts)
    main = prune_furniture(tree, heading)
    photos = take_photos(tree, main, words, base=facts.url)
    header = _read_header(tree, heading, facts, words)
    bold = _bold_opening(main)
    blocks = find_body(tree, main)
    above = (header.title, *facts.titles, header.standfirst, *(p.caption for p in photos))
    kept = drop_debris(blocks, words, printed_above=above)
    return _assemble(
        kept, header, facts, photos, words=words, name=name, language=language, bold=bold
    )


def _assemble(
    kept: Kept,
    header: Header,
    facts: Facts,
    photos: tuple[Photo, ...],
    *,
    words: PageWords,
    name: str,
    language: str,
    bold: str,
) -> Article:
    blocks, signatures = take_signatures(kept.blocks, words)
    standfirst = header.standfirst
    if not standfirst and bold and len(blocks) > 1 and fold(blocks[0].text) == fold(bold):
        standfirst, blocks = blocks[0].text, blocks[1:]
    signed = (*facts.authors, *header.signed, *kept.bylines, *signatures)
    text, sections = join_blocks(blocks)
    problems: tuple[Problem, ...] = ()
    if not any(is_prose(block) for block in blocks):
        text, sections, problems = "", (), (Problem(NO_ARTICLE),)
    elif kept.cut_off:
        problems = (Problem(CUT_OFF),)
    printed = (*header.dates, *kept.dates)
    return Article(
        id=name,
        text=text,
        title=header.title,
        standfirst=standfirst,
        url=facts.url,
        outlet=facts.outlet,
        language=language or facts.language or guess_language(text),
        published=facts.published or _first_date(printed, words) or read_address_date(facts.url),
        modified=facts.modified,
        authors=authors_of(signed, words, (facts.outlet,)),
        agency=agencies_of((*signed, *facts.sources, facts.outlet), blocks, words),
        sections=sections,
        photos=photos or _promised_photo(facts),
        problems=problems,
    )


def _first_date(lines: tuple[str, ...], words: PageWords) -> str | None:
    return next(
        (d for line in lines if (d := read_machine_date(line) or read_printed_date(line, words))),
        None,
    )


def _prints(printed: str, description: str) -> bool:
    """Tell whether a paragraph is what the description says, which may add the paper's name."""
    return description.startswith(printed) and len(printed) > 0.75 * len(description)


def _promised_photo(facts: Facts) -> tuple[Photo, ...]:
    if not facts.image:
        return ()
    return (Photo(facts.image, facts.image_caption, facts.image_credit),)


def _title_element(tree: HtmlElement, facts: Facts) -> HtmlElement | None:
    """Find the heading that prints the title: the first that shares most words with what the metadata say."""
    headings = [h for h in tree.iter("h1") if len(h.text_content().strip()) > 3]
    best, most = None, 0.0
    for heading in (*headings, *list(tree.iter("h2"))[:20]):
        if heading.tag == "h2" and most >= _SAME_TITLE:
            break
        printed = set(fold(heading.text_content()).split())
        share = max(
            (
                len(printed & set(t)) / (len(printed | set(t)) or 1)
                for t in (fold(t).split() for t in facts.titles)
            ),
            default=0,
        )
        if share > most:
            best, most = heading, share
    return best if most >= _SAME_TITLE else (headings[0] if headings else None)


def _read_header(
    tree: HtmlElement, heading: HtmlElement | None, facts: Facts, words: PageWords
) -> Header:
    title = _title(heading, facts)
    standfirst, signed, dates, earlier = "", [], [], list[str]()
    below = heading is None
    description = fold(facts.description).strip(" .")
    for element in tree.iter(
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "span",
        "a",
        "strong",
        "time",
        "address",
        "li",
        "section",
    ):
        below = below or element is heading
        length = len(element.text_content())
        if not 2 < length <= _LONGEST_STANDFIRST:
            continue
        purposes = purposes_of(element)
        if not standfirst and length >= _SHORTEST_STANDFIRST:
            printed = text_of(element)
            folded = fold(printed).strip(" .")
            if (
                description and _prints(folded, description) and folded != fold(title).strip(" .")
            ) or (
                "standfirst" in purposes
                and folded != fold(title).strip(" .")
                and _is_near(element, heading)
            ):
                standfirst = printed
        if "byline" in purposes and length <= 100 and _is_near(element, heading):
            signed.append(text_of(element))
        elif (
            length <= 120 and element.tag != "section" and not signed and _is_near(element, heading)
        ):
            line = element.get("datetime") or text_of(element)
            rule = words.debris_rule(line)
            if (rule is not None and rule.says == "date") or read_machine_date(line):
                (dates if below else earlier).append(line)
            elif (rule is not None and rule.says == "byline") or is_signature(line, words):
                signed.append(line)
    return Header(title, standfirst, tuple(dict.fromkeys(signed)), (*dates, *earlier))


def _title(heading: HtmlElement | None, facts: Facts) -> str:
    printed = text_of(heading) if heading is not None else ""
    if not facts.titles:
        return printed
    shared = set(fold(printed).split()) & set(fold(facts.titles[0]).split())
    if printed and len(shared) >= 0.4 * len(set(fold(facts.titles[0]).split())):
        return printed
    return _without_outlet(facts.titles[0], facts.outlet)


def _without_outlet(title: str, outlet: str) -> str:
    """Cut the paper's name off the end of a title ("… - Le Phare")."""
    for mark in (" - ", " | ", " – ", " — ", " • "):
        head, _, tail = title.rpartition(mark)
        if (
            head
            and len(tail.split()) <= 4
            and (
                not outlet or set(fold(tail).split()) & set(fold(outlet).replace(".", " ").split())
            )
        ):
            return squeeze(head)
    return title


def _is_near(element: HtmlElement, heading: HtmlElement | None) -> bool:
    """Tell whether an element stands in the article's header: a few levels below what holds the title."""
    if heading is None:
        return False
    above = heading
    for _ in range(_HEADER_LEVELS):
        parent = above.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        above = parent
    return any(up is above for up in element.iterancestors())


def _bold_opening(main: HtmlElement | None) -> str:
    """Return the first paragraph where it alone is set in bold, as a standfirst without a name is."""
    paragraphs = (
        [p for p in main.iter("p") if len(p.text_content().strip()) > _SHORTEST_STANDFIRST][:2]
        if main is not None
        else []
    )
    if len(paragraphs) < 2:
        return ""
    first, second = (_bold_share(p) for p in paragraphs)
    return text_of(paragraphs[0]) if first > 0.9 and second < 0.5 else ""


def _bold_share(paragraph: HtmlElement) -> float:
    bold = sum(
        len(b.text_content())
        for b in paragraph.iter("b", "strong")
        if not any(up.tag in ("b", "strong") for up in b.iterancestors())
    )
    return bold / (len(paragraph.text_content()) or 1)
