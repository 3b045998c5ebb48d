"""Comparing what the rules cite with the state of the codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actions.droit.coherence import ARTICLE
from actions.droit.regles import Regle, Source
from tools.check_law.codes import CODES, EtatDesCodes, Redaction

EN_VIGUEUR = "toujours en vigueur"
MODIFIE = "modifié depuis"
ABROGE = "abrogé"
INTROUVABLE = "introuvable"
DISCORDANT = "discordant"
PASSE = "rédaction passée"
ABSENT = "passé, absent du paquet"
NON_COUVERT = "non couvert"
# The order of the report: what must be looked at again comes last, next to the summary.
ORDRE = (EN_VIGUEUR, PASSE, ABSENT, NON_COUVERT, DISCORDANT, MODIFIE, ABROGE, INTROUVABLE)
ECHECS = frozenset({MODIFIE, ABROGE, INTROUVABLE, DISCORDANT})


@dataclass(frozen=True)
class Constat:
    """What was found about one cited article."""

    verdict: str
    source: Source
    detail: str = ""

    @property
    def echec(self) -> bool:
        """Tell whether the rules must be looked at again."""
        return self.verdict in ECHECS


def comparer(references: Mapping[str, Source], etat: EtatDesCodes, today: date) -> list[Constat]:
    """Judge every article of the references, sorted by verdict."""
    articles = ((cle, s) for cle, s in references.items() if s.nature == "article")
    constats = [_juger(cle, source, etat, today) for cle, source in articles]
    return sorted(constats, key=lambda constat: ORDRE.index(constat.verdict))


def _juger(cle: str, source: Source, etat: EtatDesCodes, today: date) -> Constat:
    forme = ARTICLE.match(cle)
    code = CODES.get((forme and forme["code"]) or "", "")
    if forme is None or source.id is None or code not in etat.a_jour_au:
        return Constat(NON_COUVERT, source)
    redaction = etat.par_id.get(source.id)
    if redaction and redaction.numero != forme["article"]:
        return Constat(DISCORDANT, source, f"identifiant de l’article {redaction.numero}")
    if source.until is not None:
        return _juger_passe(source, redaction)
    if redaction is None:
        return Constat(INTROUVABLE, source)
    return _juger_actuel(source, redaction, etat.en_vigueur(code, forme["article"], today), today)


def _juger_passe(source: Source, redaction: Redaction | None) -> Constat:
    if redaction is None:
        return Constat(ABSENT, source)
    if (redaction.debut, redaction.fin) != (source.since, source.until):
        return Constat(DISCORDANT, source, _periode(redaction))
    return Constat(PASSE, source)


def _juger_actuel(
    source: Source, redaction: Redaction, en_vigueur: Redaction | None, today: date
) -> Constat:
    if en_vigueur is None:
        fin = f"le {redaction.fin:%d/%m/%Y}" if redaction.fin else "à une date inconnue"
        return Constat(ABROGE, source, fin)
    if en_vigueur.id != redaction.id:
        return Constat(MODIFIE, source, f"{en_vigueur.id}, {_periode(en_vigueur)}")
    if redaction.debut != source.since:
        return Constat(DISCORDANT, source, _periode(redaction))
    annonce = f"changement annoncé le {redaction.fin:%d/%m/%Y}" if redaction.fin else ""
    return Constat(EN_VIGUEUR, source, annonce)


def _periode(redaction: Redaction) -> str:
    depuis = f"depuis le {redaction.debut:%d/%m/%Y}"
    return f"{depuis}, jusqu’au {redaction.fin:%d/%m/%Y} (exclu)" if redaction.fin else depuis


def perimees(regles: Mapping[str, Regle], today: date) -> list[Regle]:
    """Give the rules whose last check is more than a year old."""
    # 29 February has no anniversary: one day more is lenient enough.
    limite = today.replace(year=today.year - 1, day=min(today.day, _dernier_jour(today)))
    return [regle for regle in regles.values() if regle.verifie_le < limite]


def _dernier_jour(today: date) -> int:
    return 28 if today.month == 2 else 31
