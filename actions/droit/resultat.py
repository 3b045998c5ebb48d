"""What every decision returns: a conclusion with its reasons, rules, sources and next acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actions.droit.regles import Source

# Longest piece of a message that repeats what was received, in characters.
ECHO_MAX = 200


@dataclass(frozen=True)
class Raison:
    """Why a rule fired: its id, a French sentence for the person, the names of the facts."""

    regle: str
    texte: str
    faits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Acte:
    """The next act: who (`vous`, `france_travail`, ...) does what, before which day (included)."""

    code: str
    qui: str
    quoi: str
    avant_le: date | None
    regle: str


@dataclass(frozen=True)
class Resultat:
    """A decision.

    `conclusion` is a short code that keys the wording. `valeurs` holds figures, codes and
    dates, JSON-ready once dates are written in ISO. `confiance` is the weakest code of the
    rules that fired (A, B, C, D, V). `faits_manquants` is in the order in which to ask.
    """

    conclusion: str
    valeurs: dict[str, Any] = field(default_factory=dict)
    raisons: tuple[Raison, ...] = ()
    rule_ids: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    confiance: str = "A"
    reserves: tuple[str, ...] = ()
    faits_manquants: tuple[str, ...] = ()
    actes: tuple[Acte, ...] = ()


class FaitInvalide(ValueError):
    """A fact that cannot be read. Its message (French) names the field and what is allowed.

    `champ` is the name of the field, `attendu` the tuple of allowed values (or of formats).
    """

    def __init__(self, champ: str, probleme: str, attendu: tuple[str, ...] = ()) -> None:
        self.champ = champ
        self.attendu = attendu
        suite = f" ; attendu : {', '.join(attendu)}" if attendu else ""
        super().__init__(f"{_court(champ)} : {_court(probleme)}{suite}")


def _court(texte: str) -> str:
    """What was received is echoed, but not at any length."""
    return texte if len(texte) <= ECHO_MAX else f"{texte[:ECHO_MAX]}…"
