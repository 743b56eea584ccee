"""The words that a reader sees for the codes of a reading: kinds, stances, counts, roles, fields.

In: a code of `selon.model`. Out: an English message, to be said in the user's locale. "" where
the plain case needs no word.
"""

from selon.serve.wording import N_, Wording

KINDS = {
    "direct": N_("quoted"),
    "mixed": N_("partly quoted"),
    "indirect": N_("reported"),
}

# A statement has somebody who takes the stance.
STANCES = {
    "asserted": "",
    "denied": N_("denies"),
    "questioned": N_("doubts"),
    "conditional": N_("relays without vouching"),
    "asked": N_("asks"),
    "planned": N_("plans"),
    "feared": N_("fears"),
}

# A figure is what the stance is taken to.
FIGURE_STANCES = {
    "asserted": "",
    "denied": N_("denied"),
    "questioned": N_("doubted"),
    "conditional": N_("unconfirmed"),
    "asked": N_("asked for"),
    "planned": N_("planned"),
    "feared": N_("feared"),
}

COUNTS = {
    "killed": N_("killed"),
    "injured": N_("injured"),
    "missing": N_("missing"),
    "captive": N_("held captive"),
    "freed": N_("freed"),
    "arrested": N_("arrested"),
    "displaced": N_("displaced"),
    "infected": N_("infected"),
    "demonstrators": N_("demonstrators"),
    "rescued": N_("rescued"),
    "affected": N_("affected"),
    "buildings": N_("buildings"),
    "votes": N_("votes"),
    "jobs": N_("jobs"),
    # The amount names its currency.
    "money": "",
    "share": N_("share"),
    "rate": N_("rate"),
    "distance": N_("distance"),
    "magnitude": N_("magnitude"),
    "other": "",
}

ROLES = {
    "speaker": N_("source"),
    "carrier": N_("channel"),
    "data": N_("data"),
    "agency": N_("agency"),
    "outlet": N_("outlet"),
}

# What the details of a problem may be, beside names and numbers.
DETAILS = (
    N_("a boolean"),
    N_("a number"),
    N_("a string"),
    N_("a list"),
    N_("an object"),
)


def field_label(field: str, wording: Wording) -> str:
    """Name a field of an article: "titre", "légende 2"."""
    name, _, index = field.partition(":")
    if name == "caption":
        return wording.say("caption {}", int(index) + 1)
    return wording.say({"title": N_("title"), "standfirst": N_("standfirst")}.get(name, N_("text")))
