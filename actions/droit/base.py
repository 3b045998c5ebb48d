"""Looking things up in the rules base, at a date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.droit.erreurs import HorsPeriode, RegleInconnue, ValeurInconnue
from actions.droit.modele import Motif, Regle, Source, Version


@dataclass(frozen=True)
class BaseDroit:
    """All rules, references and reasons, by code. Nothing in it can be changed."""

    regles: Mapping[str, Regle]
    references: Mapping[str, Source]
    motifs: tuple[Motif, ...]

    def regle(self, id: str) -> Regle:
        """Give a rule; RegleInconnue when there is none."""
        try:
            return self.regles[id]
        except KeyError:
            raise RegleInconnue(id) from None

    def version(self, id: str, on: date) -> Version | None:
        """Give the rule as it applied to facts of that day; None outside its period."""
        versions = self.regle(id).versions
        return next((version for version in versions if version.couvre(on)), None)

    def valeur(self, id: str, cle: str, on: date) -> Any:
        """Give a figure or code of a rule; HorsPeriode when the rule is silent on that day."""
        version = self.version(id, on)
        if version is None:
            raise HorsPeriode(f"{id} does not apply on {on}")
        try:
            return version.valeurs[cle]
        except KeyError:
            raise ValeurInconnue(f"{id} has no value {cle!r} on {on}") from None

    def sources(self, ids: Iterable[str], on: date) -> tuple[Source, ...]:
        """Give the sources in force on that day, in the order of the rules, each once."""
        versions = (self.version(id, on) for id in ids)
        trouvees = (source for version in versions if version for source in version.sources)
        return tuple(dict.fromkeys(s for s in trouvees if s.en_vigueur(on)))

    def motif(self, code: str) -> Motif | None:
        """Give a reason for an absence by its code; None when the base has no such reason."""
        return next((motif for motif in self.motifs if motif.code == code), None)
