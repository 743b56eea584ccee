"""What a page tells machines of its article: JSON-LD, Open Graph, microdata. In: a tree; out: facts as told."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from selon.clean.days import read_machine_date
from selon.clean.words import squeeze

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review)$")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "parsely-pub-date",
    "pubdate",
    "sailthru.date",
    "publish-date",
    "publication_date",
)
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "date.modified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_LARGEST_JSON = 2_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page's metadata say, unjudged; "" or None where they say nothing."""

    title: str = ""
    titles: tuple[str, ...] = ()
    description: str = ""
    outlet: str = ""
    url: str = ""
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    language: str = ""
    image: str = ""
    image_caption: str = ""
    image_credit: str = ""
    free: bool = True


def read_facts(tree: HtmlElement, url: str = "") -> Facts:
    """Read the metadata of a page; of two dates of the same day, the one with an hour is taken."""
    meta = _metas(tree)
    data = _linked_data(tree)
    article = next((node for node in data if _is_article(node)), {})
    address = _address(tree, meta, url)
    image = next(_objects(article.get("image")), {})
    titles = _unique(
        meta.get("og:title"),
        _text(article.get("headline")),
        meta.get("twitter:title"),
        squeeze(tree.findtext(".//title") or ""),
    )
    return Facts(
        title=titles[0] if titles else "",
        titles=titles,
        description=_text(meta.get("og:description"))
        if _is_cut(meta.get("description", ""))
        else _text(
            meta.get("description") or meta.get("og:description") or article.get("description")
        ),
        outlet=_outlet(meta, article, data, address),
        url=address,
        published=_best_date(
            [
                _text(article.get("datePublished")),
                *(meta.get(n, "") for n in _PUBLISHED),
                *_times(tree, "datePublished"),
            ]
        ),
        modified=_best_date(
            [
                _text(article.get("dateModified")),
                *(meta.get(n, "") for n in _MODIFIED),
                *_times(tree, "dateModified"),
            ]
        ),
        authors=_unique(
            *(_text(o.get("name")) for o in _objects(article.get("author"))),
            *(meta[n] for n in _AUTHORS if n in meta and "://" not in meta[n]),
        ),
        sources=_unique(
            *(
                _text(o.get("name"))
                for key in ("sourceOrganization", "provider", "isBasedOn")
                for o in _objects(article.get(key))
            ),
            meta.get("dc.source"),
            meta.get("source"),
        ),
        language=(
            tree.get("lang")
            or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
            or _text(article.get("inLanguage"))
            or meta.get("og:locale")
            or ""
        )
        .replace("_", "-")
        .split("-")[0]
        .lower()[:8],
        image=urljoin(address, meta.get("og:image", ""))
        if not meta.get("og:image", "").startswith("//[")
        else "",
        image_caption=_text(image.get("caption") or image.get("description")),
        image_credit=_text(
            image.get("creditText") or image.get("copyrightHolder") or image.get("author")
        ),
        free=str(article.get("isAccessibleForFree", "true")).lower() != "false",
    )


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (
            (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        )
        content = squeeze(meta.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _linked_data(tree: HtmlElement) -> list[Mapping[str, Any]]:
    nodes: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _LARGEST_JSON:
            continue
        try:
            nodes.extend(_objects(json.loads(text.strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            continue
    return nodes


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Walk the objects of a JSON-LD value, lists and @graph opened; a bare string is an object's name."""
    stack = [value]
    while stack:
        one = stack.pop(0)
        if isinstance(one, list):
            stack[:0] = one[:200]
        elif isinstance(one, dict):
            yield one
            if isinstance(one.get("@graph"), list):
                stack[:0] = one["@graph"][:200]
        elif isinstance(one, str):
            yield {"name": one}


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: Any) -> str:
    """Return a value's words; metadata are often escaped twice ("Guin&#233;e")."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, list):
        value = next((v for v in value if v), "")
        return _text(value) if isinstance(value, str | dict) else ""
    return squeeze(html.unescape(value)) if isinstance(value, str) else ""


def _unique(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for value in values if value and (text := _text(value))))


def _best_date(values: list[str]) -> str | None:
    dates = [told for value in values if value and (told := read_machine_date(value))]
    if not dates:
        return None
    return next((d for d in dates if len(d) > 10 and d[:10] == dates[0][:10]), dates[0])


def _times(tree: HtmlElement, itemprop: str) -> Iterator[str]:
    """Yield the dates that elements of one itemprop carry."""
    for element in tree.iterfind(f".//*[@itemprop='{itemprop}']"):
        yield element.get("datetime") or element.get("content") or squeeze(element.text_content())


def _address(tree: HtmlElement, meta: Mapping[str, str], url: str) -> str:
    canonical = next(
        (
            link.get("href") or ""
            for link in tree.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        ),
        "",
    )
    for value in (canonical, meta.get("og:url", ""), url):
        try:
            whole = urljoin(url, value.strip())
            if urlsplit(whole).scheme in ("http", "https"):
                return whole
        except ValueError:
            continue
    return url


def _outlet(
    meta: Mapping[str, str], article: Mapping[str, Any], data: list[Mapping[str, Any]], address: str
) -> str:
    publisher = next((_text(o.get("name")) for o in _objects(article.get("publisher"))), "")
    site = next((_text(node.get("name")) for node in data if node.get("@type") == "WebSite"), "")
    try:
        domain = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        domain = ""
    return _text(meta.get("og:site_name")) or publisher or site or domain


def _is_cut(text: str) -> bool:
    return not text or text.endswith(("...", "…"))
