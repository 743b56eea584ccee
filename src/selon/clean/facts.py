"""What a page tells machines: JSON-LD, Open Graph, microdata. In: a tree; out: facts as told."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
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
_SOURCES = ("sourceOrganization", "provider", "isBasedOn")
_CODE = re.compile(r"[a-z]{2,3}$")
_LARGEST_JSON = 2_000_000


Strings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page's metadata say, unjudged; "" or None where they say nothing."""

    titles: tuple[str, ...] = ()
    description: str = ""
    outlet: str = ""
    url: str = ""
    domain: str = ""
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
    published = (_text(article.get("datePublished")), *_values(meta, _PUBLISHED))
    modified = (_text(article.get("dateModified")), *_values(meta, _MODIFIED))
    named = (_text(o.get("name")) for o in _objects(article.get("author")))
    whose = (_text(o.get("name")) for key in _SOURCES for o in _objects(article.get(key)))
    return Facts(
        titles=_titles(tree, meta, article),
        description=_description(meta, article),
        outlet=_outlet(meta, article, data, address),
        url=address,
        domain=_domain(address),
        published=_best_date((*published, *_times(tree, "datePublished"))),
        modified=_best_date((*modified, *_times(tree, "dateModified"))),
        authors=_unique(*named, *(v for v in _values(meta, _AUTHORS) if "://" not in v)),
        sources=_unique(*whose, *_values(meta, ("dc.source", "source"))),
        language=_language(tree, meta, article),
        image=_join(address, meta.get("og:image", "")),
        image_caption=_text(image.get("caption") or image.get("description")),
        image_credit=_text(image.get("creditText") or image.get("copyrightHolder")),
        free=str(article.get("isAccessibleForFree", "true")).lower() != "false",
    )


def _values(meta: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _titles(tree: HtmlElement, meta: Mapping[str, str], article: Mapping[str, Any]) -> Strings:
    inside = squeeze(tree.findtext(".//title") or "")
    return _unique(
        meta.get("og:title"), _text(article.get("headline")), meta.get("twitter:title"), inside
    )


def _description(meta: Mapping[str, str], article: Mapping[str, Any]) -> str:
    """Return the description that isn't cut, if one isn't."""
    told = [meta.get("description"), meta.get("og:description"), article.get("description")]
    texts = [text for one in told if (text := _text(one))]
    whole = (text for text in texts if not text.endswith(("...", "…")))
    return next(whole, texts[0] if texts else "")


def _language(tree: HtmlElement, meta: Mapping[str, str], article: Mapping[str, Any]) -> str:
    told = (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _text(article.get("inLanguage"))
        or meta.get("og:locale", "")
    )
    code = told.strip().replace("_", "-").split("-")[0].lower()
    return code if _CODE.match(code) else ""


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
    """Walk the objects of a JSON-LD value, lists and @graph opened; a bare string is a name."""
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


def _best_date(values: Iterable[str]) -> str | None:
    dates = [told for value in values if value and (told := read_machine_date(value))]
    if not dates:
        return None
    return next((d for d in dates if len(d) > 10 and d[:10] == dates[0][:10]), dates[0])


def _times(tree: HtmlElement, itemprop: str) -> Iterator[str]:
    """Yield the dates that elements of one itemprop carry."""
    for element in tree.xpath("//*[@itemprop=$name]", name=itemprop):
        yield element.get("datetime") or element.get("content") or squeeze(element.text_content())


def _address(tree: HtmlElement, meta: Mapping[str, str], url: str) -> str:
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    canonical = next((link.get("href") or "" for link in links), "")
    told = (_join(url, value) for value in (canonical, meta.get("og:url", ""), url))
    return next((one for one in told if one.startswith(("http://", "https://"))), url)


def _join(base: str, address: str) -> str:
    try:
        return str(urljoin(base, address.strip())) if address else ""
    except ValueError:
        return ""


def _outlet(
    meta: Mapping[str, str], article: Mapping[str, Any], data: list[Mapping[str, Any]], address: str
) -> str:
    publisher = next((_text(o.get("name")) for o in _objects(article.get("publisher"))), "")
    site = next((_text(node.get("name")) for node in data if node.get("@type") == "WebSite"), "")
    return _text(meta.get("og:site_name")) or publisher or site or _domain(address)


def _domain(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
