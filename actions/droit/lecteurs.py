"""How one fact is read: each reader takes (name, raw value) and returns a typed value.

FaitInvalide, naming the field and what is allowed, for anything that cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from actions.droit.resultat import FaitInvalide

FORMAT_DATE = "AAAA-MM-JJ"
# Beyond these years a date is a slip of the keyboard, and calendars stop being known.
ANNEES = (1950, 2099)


@dataclass(frozen=True)
class Etape:
    """A step that was opened on `saisie` and, once over, closed on `fin`."""

    saisie: date | None
    fin: date | None


@dataclass(frozen=True)
class SanctionPassee:
    """A past sanction; `date_notification` is None when no decision was notified."""

    date_manquement: date
    date_notification: date | None
    nature: str


@dataclass(frozen=True)
class Choix:
    """One value among several; `alias` maps other spellings to the value kept."""

    valeurs: tuple[str, ...]
    alias: Mapping[str, str] = field(default_factory=dict)

    @property
    def attendu(self) -> tuple[str, ...]:
        """What is allowed, for an error message."""
        return self.valeurs

    def __call__(self, champ: str, brut: Any) -> str:
        if isinstance(brut, bool):
            brut = "oui" if brut else "non"
        valeur = self.alias.get(brut, brut) if isinstance(brut, str) else None
        if valeur not in self.valeurs:
            raise FaitInvalide(champ, f"valeur inconnue « {brut} »", self.valeurs)
        return valeur


@dataclass(frozen=True)
class Entier:
    """A whole number between two bounds, both included."""

    minimum: int
    maximum: int

    @property
    def attendu(self) -> tuple[str, ...]:
        """What is allowed, for an error message."""
        return (f"nombre entier de {self.minimum} à {self.maximum}",)

    def __call__(self, champ: str, brut: Any) -> int:
        entier = isinstance(brut, int) and not isinstance(brut, bool)
        if not entier or not self.minimum <= brut <= self.maximum:
            raise FaitInvalide(champ, f"nombre impossible « {brut} »", self.attendu)
        return brut


def lire_date(champ: str, brut: Any) -> date:
    """Read a `date` or an ISO string that exists in the calendar, without hours."""
    if isinstance(brut, datetime):
        brut = brut.date()
    if isinstance(brut, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", brut, re.ASCII):
        try:
            brut = date.fromisoformat(brut)
        except ValueError:
            raise FaitInvalide(
                champ, f"cette date n’existe pas « {brut} »", (FORMAT_DATE,)
            ) from None
    if not isinstance(brut, date):
        raise FaitInvalide(champ, f"date illisible « {brut} »", (FORMAT_DATE,))
    if not ANNEES[0] <= brut.year <= ANNEES[1]:
        bornes = f"{FORMAT_DATE}, années {ANNEES[0]} à {ANNEES[1]}"
        raise FaitInvalide(champ, f"date impossible « {brut.isoformat()} »", (bornes,))
    return brut


def lire_booleen(champ: str, brut: Any) -> bool:
    """Read true or false, also written `oui` or `non`."""
    if isinstance(brut, bool):
        return brut
    if brut in ("oui", "non"):
        return brut == "oui"
    raise FaitInvalide(champ, f"valeur inconnue « {brut} »", ("true", "false"))


# A step may be written in the words of its own kind (a request is « demande », then « decision »).
OUVERTURE = (
    "saisie",
    "saisi_le",
    "depose_le",
    "depose",
    "depot",
    "demande",
    "demande_le",
    "requete",
    "enregistrement",
    "date",
    "date_saisie",
    "date_depot",
    "date_demande",
)
# For legal aid, the decision comes before the choice of the lawyer: counting from it is prudent.
CLOTURE = (
    "fin",
    "fin_le",
    "decision",
    "decision_le",
    "reponse",
    "reponse_le",
    "date_fin",
    "date_decision",
    "date_reponse",
    "designation_avocat",
)


def lire_etape(champ: str, brut: Any) -> Etape | None:
    """Read `{"saisie": date, "fin": date or null}`, a single date, `oui` or `non`."""
    if brut in (False, "non"):
        return None
    if brut in (True, "oui"):
        return Etape(None, None)
    if not isinstance(brut, Mapping):
        return Etape(lire_date(champ, brut), None)
    for cle in brut:
        if cle not in OUVERTURE + CLOTURE:
            raise FaitInvalide(f"{champ}.{cle}", "fait inconnu", ("saisie", "fin"))
    etape = Etape(_premiere(champ, brut, OUVERTURE), _premiere(champ, brut, CLOTURE))
    if etape.saisie and etape.fin and etape.fin < etape.saisie:
        raise FaitInvalide(f"{champ}.fin", "la fin est avant la saisie", (FORMAT_DATE,))
    return etape


def _premiere(champ: str, brut: Mapping[str, Any], cles: tuple[str, ...]) -> date | None:
    donnees = (cle for cle in cles if brut.get(cle) is not None)
    cle = next(donnees, None)
    return lire_date(f"{champ}.{cle}", brut[cle]) if cle else None


@dataclass(frozen=True)
class Historique:
    """The list of past sanctions."""

    natures: Choix

    def __call__(self, champ: str, brut: Any) -> tuple[SanctionPassee, ...]:
        if not isinstance(brut, list | tuple):
            raise FaitInvalide(champ, "liste attendue", ("liste de sanctions",))
        return tuple(self._sanction(f"{champ}[{rang}]", ligne) for rang, ligne in enumerate(brut))

    def _sanction(self, champ: str, brut: Any) -> SanctionPassee:
        cles = ("date_manquement", "date_notification", "nature")
        if not isinstance(brut, Mapping):
            raise FaitInvalide(champ, "sanction illisible", cles)
        for cle in brut:
            if cle not in cles:
                raise FaitInvalide(f"{champ}.{cle}", "fait inconnu", cles)
        notification = brut.get("date_notification")
        return SanctionPassee(
            lire_date(f"{champ}.date_manquement", brut.get("date_manquement")),
            notification and lire_date(f"{champ}.date_notification", notification),
            self.natures(f"{champ}.nature", brut.get("nature")),
        )
