"""The thread of one decision: rules as they fire, reasons, caveats, acts, missing facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from actions.droit.base import BaseDroit
from actions.droit.resultat import Acte, Raison, Resultat
from actions.droit.typographie import soigner

# From the surest to the least sure.
CONFIANCES = "ABCDV"


class Raisonnement:
    """Collects what a decision establishes, then closes it into a Resultat.

    Lives for one decision only. `on` is the date of the facts: values and sources are those
    in force on that day.
    """

    def __init__(self, base: BaseDroit, on: date) -> None:
        self.base = base
        self.on = on
        self.valeurs: dict[str, Any] = {}
        self._raisons: list[Raison] = []
        self._regles: dict[str, None] = {}
        self._fondements: dict[str, None] = {}
        self._reserves: dict[str, None] = {}
        self._manquants: dict[str, None] = {}
        self._actes: list[Acte] = []

    def dire(self, regle: str, texte: str, *faits: str) -> None:
        """A rule fired: keep it with the French sentence that says why."""
        self.citer(regle)
        self._raisons.append(Raison(regle, soigner(texte), faits))

    def citer(self, *regles: str) -> None:
        """Rules fired that need no sentence of their own."""
        self._regles.update(dict.fromkeys(regles))

    def fonder(self, *regles: str) -> None:
        """Rules that carry the conclusion: its confidence is theirs."""
        self._fondements.update(dict.fromkeys(regles))

    def reserver(self, texte: str) -> None:
        """Add a caveat to say with the conclusion."""
        self._reserves[soigner(texte)] = None

    def agir(
        self, code: str, quoi: str, regle: str, avant_le: date | None = None, qui: str = "vous"
    ) -> None:
        """Add a next act."""
        self._actes.append(Acte(code, qui, soigner(quoi), avant_le, regle))

    def manquer(self, *faits: str) -> None:
        """Facts that the decision would need, in the order in which to ask for them."""
        self._manquants.update(dict.fromkeys(faits))

    def figure(self, regle: str, cle: str) -> Any:
        """A figure of a rule, on the date of the facts."""
        return self.base.valeur(regle, cle, self.on)

    def en_vigueur(self, regle: str) -> bool:
        """Whether a rule speaks about facts of that day."""
        return self.base.version(regle, self.on) is not None

    def conclure(self, conclusion: str, **valeurs: Any) -> Resultat:
        """Close the decision."""
        regles = tuple(self._regles)
        return Resultat(
            conclusion=conclusion,
            valeurs={**self.valeurs, **valeurs},
            raisons=tuple(self._raisons),
            rule_ids=regles,
            sources=self.base.sources(regles, self.on),
            confiance=self._confiance(self._fondements or regles),
            reserves=self._toutes_reserves(),
            faits_manquants=tuple(self._manquants),
            actes=tuple(self._actes),
        )

    def _toutes_reserves(self) -> tuple[str, ...]:
        """The decision's own caveats, then those of the rules that it explains."""
        regles = (self.base.regle(raison.regle).reserve for raison in self._raisons)
        return tuple(dict.fromkeys((*self._reserves, *(texte for texte in regles if texte))))

    def _confiance(self, regles: Iterable[str]) -> str:
        """The weakest of the leading codes (« C + A »: C) of the rules that decided."""
        codes = (self.base.regle(regle).confiance[0] for regle in regles)
        return max(codes, key=CONFIANCES.index, default="A")
