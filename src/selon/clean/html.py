"""An HTML page becomes an article. In: the page's text; out: an Article."""

from collections.abc import Iterable
from dataclasses import replace

from selon.clean.blocks import CUT_OFF, NO_ARTICLE, Kept, drop_debris, is_prose, join_blocks
from selon.clean.body import find_body
from selon.clean.bylines import agencies_of, authors_of, take_signatures
from selon.clean.days import (
    in_local_zone,
    read_address_date,
    read_machine_date,
    read_printed_date,
)
from selon.clean.facts import Facts, read_facts
from selon.clean.header import Header, bold_opening, find_title, read_header
from selon.clean.photos import take_photos
from selon.clean.tree import (
    call_paragraphs,
    drop_unread,
    parse_page,
    prune_furniture,
    split_at_breaks,
)
from selon.clean.words import DEFAULT_LANGUAGE, PageWords, fold, guess_language, page_words
from selon.model import Article, Photo, Problem


def article_of_html(html: str, *, name: str = "", url: str = "", language: str = "") -> Article:
    """Read the article of a page; its text is "" and its problems say so where there is none.

    The tree is parsed once and changed on the way: metadata are read before scripts are dropped,
    photos taken before the body is looked for, so that no caption is read as text.
    """
    tree = parse_page(html)
    if tree is None:
        problem = Problem(NO_ARTICLE)
        return Article(id=name, text="", url=url, language=language, problems=(problem,))
    facts = read_facts(tree, url)
    words = page_words(language or facts.language or DEFAULT_LANGUAGE)
    drop_unread(tree)
    heading = find_title(tree, facts)
    split_at_breaks(tree)
    call_paragraphs(tree)
    main = prune_furniture(tree, heading)
    photos = take_photos(tree, main, words, base=facts.url)
    header = read_header(tree, heading, facts, words)
    bold = bold_opening(main)
    above = (header.title, *facts.titles, header.standfirst, *(p.caption for p in photos))
    kept = drop_debris(find_body(tree, main), words, printed_above=above)
    kept, header = _with_standfirst(kept, header, bold)
    article = _assemble(kept, header, facts, words)
    return replace(
        article,
        id=name,
        title=header.title,
        standfirst=header.standfirst,
        url=facts.url,
        outlet=facts.outlet,
        language=language or facts.language or guess_language(article.text),
        photos=photos or _promised_photo(facts),
    )


def _with_standfirst(kept: Kept, header: Header, bold: str) -> tuple[Kept, Header]:
    """Take a first paragraph in bold for the standfirst where the page names none."""
    first = kept.blocks[0].text if len(kept.blocks) > 1 else ""
    if header.standfirst or not bold or fold(first) != fold(bold):
        return kept, header
    return replace(kept, blocks=kept.blocks[1:]), replace(header, standfirst=first)


def _assemble(kept: Kept, header: Header, facts: Facts, words: PageWords) -> Article:
    """Join what was kept, and settle who signed it and when; the rest of the article is blank."""
    blocks, signatures = take_signatures(kept.blocks, words)
    signed = (*facts.authors, *header.signed, *kept.bylines, *signatures)
    houses = (facts.outlet, facts.domain)
    # An agency's own site; "CAP" in the name of a paper is none.
    agency = (facts.outlet,) if facts.outlet in words.agencies else ()
    printed = (*header.dates, *kept.dates, *header.signed, *kept.bylines)
    published = in_local_zone(facts.published, printed) or _first_date(printed, words)
    text, sections = join_blocks(blocks)
    cut_off = kept.cut_off or (not facts.free and text.endswith(("…", "...")))
    problems = (Problem(CUT_OFF),) if cut_off else ()
    if not any(is_prose(block) for block in blocks):
        text, sections, problems = "", (), (Problem(NO_ARTICLE),)
    return Article(
        id="",
        text=text,
        sections=sections,
        published=published or read_address_date(facts.url),
        modified=in_local_zone(facts.modified, printed),
        authors=authors_of(signed, words, houses),
        agency=agencies_of((*signed, *facts.sources, *agency), blocks, words, houses),
        problems=problems,
    )


def _first_date(lines: Iterable[str], words: PageWords) -> str | None:
    told = (read_machine_date(line) or read_printed_date(line, words) for line in lines)
    return next((date for date in told if date), None)


def _promised_photo(facts: Facts) -> tuple[Photo, ...]:
    # A picture without words may be the house's logo as well.
    if not (facts.image_caption or facts.image_credit):
        return ()
    return (Photo(facts.image, facts.image_caption, facts.image_credit),)
