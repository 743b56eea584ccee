"""Readings made by hand about an invented flood, for the views to show."""

from selon.model import (
    Article,
    Attribution,
    Figure,
    Link,
    Photo,
    Problem,
    Reading,
    Silence,
    Span,
    Statement,
)

TEXT = (
    "La digue de Vernaise a cédé lundi à l'aube, a annoncé la préfète Odile Marchandeau,"
    " qui « redoute » un bilan plus lourd.\n"
    "\n"
    "Au moins 1.240 personnes ont été évacuées depuis le 3 mars, selon un communiqué de la"
    " préfecture, dont une centaine d'enfants.\n"
    "\n"
    "« Nous avions prévenu »\n"
    "\n"
    "« Nous avions prévenu », a dit le maire, Bastien Korvel, « et personne n'est venu ». Il dément"
    " avoir reçu 1,2 million d'euros pour la digue. Entre 20 et 30 maisons sont détruites."
    " La compagnie des eaux n'a pas souhaité communiquer de chiffre."
)


def span_of(words: str, text: str = TEXT, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def said(speaker: str, cue: str = "", source: str = "", *links: Link) -> Attribution:
    return Attribution(
        speaker=speaker,
        source=span_of(source) if source else None,
        cue=span_of(cue) if cue else None,
        chain=links,
    )


PREFECT = Link("Odile Marchandeau", "speaker")
MAYOR = Link("Bastien Korvel", "speaker")
PREFECTURE = Link("préfecture", "speaker")
RELEASE = Link("communiqué", "carrier")
AGENCY = Link("AFP", "agency")
PAPER = Link("Le Courrier de Vernaise", "outlet")
TAIL = (AGENCY, PAPER)


def figure(words: str, number: str, value: float, by: Attribution, **facts: object) -> Figure:
    fields: dict[str, object] = {
        "field": "text",
        "number": span_of(number),
        "text": span_of(words),
        "value": value,
        "high": None,
        "bound": "exact",
        "unit": "count",
        "counts": "other",
        "of": "",
        "part_of": None,
        "place": "",
        "as_of": None,
        "since": None,
        "at": None,
        "period": "interval",
        "provisional": False,
        "stance": "asserted",
        "by": by,
        "rule": "fr/figure",
    }
    return Figure(**(fields | facts))  # type: ignore[arg-type]


ARTICLE = Article(
    id="digue",
    text=TEXT,
    title="La digue de Vernaise cède, « un drame » selon le maire",
    standfirst="Plus d'un millier d'habitants ont quitté leur maison.",
    url="https://courrier.example/digue",
    outlet="Le Courrier de Vernaise",
    language="fr",
    published="2031-03-10T18:04:00+01:00",
    authors=("Lise Aubrac",),
    agency=("AFP",),
    sections=(span_of("« Nous avions prévenu »"),),
    photos=(Photo("https://courrier.example/digue.jpg", "La digue, lundi.", "J. TERVAL / AFP"),),
)

STATEMENTS = (
    Statement(
        field="text",
        kind="indirect",
        stance="asserted",
        content=(span_of("La digue de Vernaise a cédé lundi à l'aube"),),
        by=said("Odile Marchandeau", "a annoncé", "la préfète Odile Marchandeau", PREFECT, *TAIL),
        rule="fr/trailing cue",
    ),
    Statement(
        field="text",
        kind="indirect",
        stance="feared",
        content=(span_of("un bilan plus lourd"),),
        by=said("Odile Marchandeau", "« redoute »", "qui", PREFECT, *TAIL),
        rule="fr/object",
    ),
    Statement(
        field="text",
        kind="indirect",
        stance="asserted",
        content=(span_of("Au moins 1.240 personnes ont été évacuées depuis le 3 mars"),),
        by=said("préfecture", "selon", "la préfecture", PREFECTURE, RELEASE, *TAIL),
        rule="fr/selon",
    ),
    Statement(
        field="text",
        kind="direct",
        stance="asserted",
        content=(span_of("Nous avions prévenu", nth=1), span_of("et personne n'est venu")),
        by=said("Bastien Korvel", "a dit", "le maire, Bastien Korvel", MAYOR, *TAIL),
        rule="fr/quote then cue",
    ),
    Statement(
        field="text",
        kind="indirect",
        stance="denied",
        content=(span_of("avoir reçu 1,2 million d'euros pour la digue"),),
        by=said("Bastien Korvel", "dément", "Il", MAYOR, *TAIL),
        rule="fr/object",
    ),
    Statement(
        field="title",
        kind="direct",
        stance="asserted",
        content=(span_of("un drame", ARTICLE.title),),
        by=Attribution(
            speaker="Bastien Korvel",
            source=span_of("le maire", ARTICLE.title),
            cue=span_of("selon", ARTICLE.title),
            chain=(MAYOR, *TAIL),
        ),
        rule="fr/selon",
    ),
)

FIGURES = (
    figure(
        "Au moins 1.240 personnes",
        "1.240",
        1240,
        said("préfecture", "selon", "la préfecture", PREFECTURE, RELEASE, *TAIL),
        bound="min",
        counts="displaced",
        of="personnes",
        place="Vernaise",
        since="2031-03-03",
        as_of="2031-03-10",
        period="cumulative",
        provisional=True,
    ),
    figure(
        "une centaine d'enfants",
        "une centaine",
        100,
        said("", "", "", *TAIL),
        bound="about",
        counts="displaced",
        of="enfants",
        part_of=span_of("1.240"),
    ),
    figure(
        "1,2 million d'euros",
        "1,2 million",
        1_200_000,
        said("Bastien Korvel", "dément", "Il", MAYOR, *TAIL),
        unit="money",
        counts="money",
        of="digue",
        stance="denied",
    ),
    figure(
        "Entre 20 et 30 maisons",
        "20 et 30",
        20,
        said("", "", "", *TAIL),
        high=30,
        bound="range",
        counts="buildings",
        of="maisons",
        period="instant",
        at="14:30",
    ),
)

SILENCES = (
    Silence(
        field="text",
        text=span_of("La compagnie des eaux n'a pas souhaité communiquer de chiffre."),
        counts="buildings",
        as_of=None,
        by=said("compagnie des eaux", "", "La compagnie des eaux"),
        rule="fr/no figure",
    ),
)

READING = Reading(
    article=ARTICLE,
    statements=STATEMENTS,
    figures=FIGURES,
    silences=SILENCES,
    problems=(Problem("An opening quotation mark has no closing one in paragraph {}.", ("3",)),),
    pack="fr/1+00000000",
)
