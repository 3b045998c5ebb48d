"""What a message names: workshops, letters, reasons, bodies, sanctions, ranks, identifiers, days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from actions.langue import vocabulaire
from actions.langue.dates import find_dates
from actions.langue.dates_modele import DateTrouvee
from actions.langue.identifiant import identifiants
from actions.langue.lexique import Lexique, Mention, plus_longues
from actions.langue.mots import Mot, decouper
from actions.langue.negation import est_nie
from actions.langue.porteur import motif_du_porteur

# Types read from lexiques/<type>.yml; those where « pas ... » denies the value.
TYPES = (
    "type_atelier",
    "type_document",
    "motif_absence",
    "organisme",
    "type_sanction",
    "rang",
)
NEANT = "neant"  # what a table names in order to hide it
LETTRES = frozenset(("convocation", "invitation", "recommandation"))
_NIABLES = frozenset(("type_document", "motif_absence", "type_sanction", "rang"))


@dataclass(frozen=True)
class Entite:
    """A value and the words that express it (offsets in the message); ``date``: what is known of a day."""

    entity: str
    value: str
    start: int
    end: int
    date: DateTrouvee | None = None


def lire_entites(text: str, today: date) -> list[Entite]:
    """Everything that a message names, from left to right."""
    mots = decouper(text)
    trouvees = [
        *(entite for nom in TYPES for entite in _du_type(nom, mots)),
        *(Entite("identifiant", *found) for found in identifiants(text)),
        *(Entite("date", d.value, d.start, d.end, d) for d in find_dates(text, today)),
    ]
    return sorted(trouvees, key=lambda entite: (entite.start, entite.entity))


def valeurs(nom: str, mots: Sequence[Mot]) -> list[Mention]:
    """The values of one type that are said and not denied."""
    mentions = plus_longues(lexique(nom).mentions(mots))
    dites = [
        mention for mention in mentions if mention.valeur != NEANT and not _nie(nom, mention, mots)
    ]
    if nom == "type_document":
        return _lettres(dites)
    return _raisons(dites, mots) if nom == "motif_absence" else dites


def _lettres(mentions: Sequence[Mention]) -> list[Mention]:
    """« pas d’invitation, une convocation »: there was a letter after all."""
    if any(mention.valeur in LETTRES for mention in mentions):
        return [mention for mention in mentions if mention.valeur != "aucun"]
    return list(mentions)


def _raisons(mentions: Sequence[Mention], mots: Sequence[Mot]) -> list[Mention]:
    """Reasons, each turned to the one who is ill; the title of a workshop is none."""
    ateliers = valeurs("type_atelier", mots)
    return [
        replace(mention, valeur=motif_du_porteur(mots, mention.de, mention.valeur))
        for mention in mentions
        if all(mention.a <= atelier.de or mention.de >= atelier.a for atelier in ateliers)
    ]


@cache
def lexique(nom: str) -> Lexique:
    """The table of one type."""
    return Lexique(vocabulaire.lire(f"lexiques/{nom}.yml"))


def _du_type(nom: str, mots: Sequence[Mot]) -> Iterator[Entite]:
    for mention in valeurs(nom, mots):
        yield Entite(nom, mention.valeur, mots[mention.de].start, mots[mention.a - 1].end)


def _nie(nom: str, mention: Mention, mots: Sequence[Mot]) -> bool:
    if nom not in _NIABLES or mention.valeur in ("aucun", "inconnu"):
        return False
    return est_nie(mots, mention.de, sanction=nom == "type_sanction")
