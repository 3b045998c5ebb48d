"""The rules base as plain, immutable values: sources, versions, rules, reasons for an absence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Source:
    """What a statement rests on.

    `until` is exclusive. `id` is a LEGIARTI id, or None when the text has none (practice,
    decree, page, ruling). `point` narrows `ref` (« 1° », « al. 3 ») and does not tell two
    sources apart: an answer lists an article once.
    """

    ref: str
    id: str | None = None
    url: str | None = None
    since: date | None = None
    until: date | None = None
    point: str | None = field(default=None, compare=False)
    nature: str = field(default="article", compare=False)

    def en_vigueur(self, on: date) -> bool:
        """Tell whether the text applied on that day; a missing date means no known bound."""
        return _couvre(self.since, self.until, on)


@dataclass(frozen=True)
class Version:
    """A rule as it stood from `du` (included) to `au` (excluded); None means unbounded."""

    du: date | None
    au: date | None
    conditions: str
    consequence: str
    valeurs: Mapping[str, Any]
    sources: tuple[Source, ...]

    def couvre(self, on: date) -> bool:
        """Tell whether facts of that day fall under this version."""
        return _couvre(self.du, self.au, on)


@dataclass(frozen=True)
class Regle:
    """A statement that the assistant may make, with its history and how sure it is.

    `confiance` joins the codes of the reference (A, B, C, D, V) with « + », the first one
    weighing most; `reserve` is the caveat to say with the rule, when there is one.
    """

    id: str
    titre: str
    portee: str
    versions: tuple[Version, ...]
    confiance: str
    reserve: str | None
    verifie_le: date


@dataclass(frozen=True)
class Preuve:
    """A proof: `type` is a value of the files' `justificatifs.type`, `libelle` its French name."""

    type: str
    libelle: str


@dataclass(frozen=True)
class Motif:
    """A reason for an absence (section 5 of the reference).

    `parent` is the wider reason of the files that a finer one belongs to. `statut` is one of
    confirme, plausible, refuse, a_verifier, non_retenu.
    """

    code: str
    libelle: str
    preuves: tuple[Preuve, ...]
    statut: str
    appuis: tuple[Source, ...]
    reserve: str | None = None
    parent: str | None = None


def _couvre(debut: date | None, fin: date | None, on: date) -> bool:
    return (debut is None or debut <= on) and (fin is None or on < fin)
