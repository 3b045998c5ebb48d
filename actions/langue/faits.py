"""Facts for the rules base, as far as a message really says them.

Names and values are those of the rules base; besides them ``rang`` (1 to 3), ``temps`` (``passe`` or
``futur``: has the event taken place), ``type_sanction`` and ``pour_autrui`` (the message is about
somebody else). A fact that is said two ways at once (« convocation ou invitation ? ») is not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from actions.langue import temps, vocabulaire
from actions.langue.dates import find_dates
from actions.langue.entites import LETTRES, NEANT, valeurs
from actions.langue.lexique import Lexique, Mention, plus_longues
from actions.langue.mots import Mot, decouper
from actions.langue.negation import est_nie

_NIABLES = frozenset(("allocation", "organisme_referent", "pour_autrui", "prestataire"))
# Of two different values, the last one said holds: people correct themselves.
_DERNIER = frozenset(("preuve", "reports_utilises", "rang"))
_CONVERSIONS: Mapping[str, Any] = {
    "reports_utilises": int,
    "persistance": lambda _: True,
}
_NON_RECU = "non_recu"


def extraire_faits(text: str, today: date) -> dict[str, Any]:
    """Facts said in a message (possibly none), by name."""
    mots = decouper(text)
    faits = dict(_des_tables(mots))
    faits.update(_des_entites(mots))
    sens = _temps(text, mots, today)
    if sens:
        faits["temps"] = sens
    return faits


@lru_cache(maxsize=1)
def _lexiques() -> Mapping[str, Lexique]:
    return {fait: Lexique(_textes(table)) for fait, table in vocabulaire.lire("faits.yml").items()}


def _textes(table: Mapping[Any, Any]) -> dict[str, list[str]]:
    """YAML reads « oui » as a word but « yes » as true: values are always text here."""
    return {str(valeur): list(map(str, textes)) for valeur, textes in table.items()}


def _des_tables(mots: Sequence[Mot]) -> Iterator[tuple[str, Any]]:
    for fait, lexique in _lexiques().items():
        mentions = [m for m in plus_longues(lexique.mentions(mots)) if m.valeur != NEANT]
        if fait in _NIABLES:
            mentions = [m for m in mentions if m.valeur == "aucune" or not est_nie(mots, m.de)]
        valeur = _accorder(fait, mentions)
        if valeur is not None:
            yield fait, _CONVERSIONS.get(fait, str)(valeur)


def _accorder(fait: str, mentions: Sequence[Mention]) -> str | None:
    dites = list(dict.fromkeys(mention.valeur for mention in mentions))
    if fait == "allocation":
        return _allocation(set(dites))
    if len(dites) == 1 or (dites and fait in _DERNIER):
        return mentions[-1].valeur
    return None


def _allocation(dites: set[str]) -> str | None:
    """Unemployment benefit and RSA said together are both received."""
    if dites in ({"ARE", "RSA"}, {"ARE_et_RSA", "RSA"}, {"ARE_et_RSA", "ARE"}):
        return "ARE_et_RSA"
    if "aucune" in dites and len(dites) == 2:
        dites = dites - {"aucune"} if "RSA" in dites else dites
    return dites.pop() if len(dites) == 1 else None


def _des_entites(mots: Sequence[Mot]) -> Iterator[tuple[str, str]]:
    """The facts that are entities too: the letter, the reason, the rank, the sanction."""
    motifs = [mention.valeur for mention in valeurs("motif_absence", mots)]
    if motifs:
        yield "motif", motifs[0]
    document = _document(mots, motifs)
    if document:
        yield "document", document
    rangs = [mention.valeur for mention in valeurs("rang", mots)]
    if rangs:
        yield "rang", max(rangs)
    sanctions = {mention.valeur for mention in valeurs("type_sanction", mots)}
    if len(sanctions) == 1:
        yield "type_sanction", sanctions.pop()


def _document(mots: Sequence[Mot], motifs: Sequence[str]) -> str | None:
    """The kind of letter, unless it never came or was sent by somebody else (a court)."""
    connus = LETTRES | {"aucun", "inconnu"}
    dits = {mention.valeur for mention in valeurs("type_document", mots)} & connus
    if _NON_RECU in motifs or "autre_convocation" in motifs:
        dits -= {"convocation"}
    return dits.pop() if len(dits) == 1 else None


def _temps(text: str, mots: Sequence[Mot], today: date) -> str | None:
    """Past or future: what the dates say, else what every verb says."""
    sens = {found.sens for found in find_dates(text, today) if found.sens}
    if len(sens) == 1:
        return sens.pop()
    return None if sens else temps.sens_general([mot.texte for mot in mots])
