"""``python -m tools.check_law [FOLDER]``: the law watch, on a folder or the newest package."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from actions import settings
from actions.droit.regles import Regle, ReglesInvalides, charger
from tools.check_law import archive, codes, comparaison
from tools.check_law.comparaison import Constat

USAGE = "Usage\u00a0: python -m tools.check_law [DOSSIER des fichiers LEGITEXT….json]"
NOMS = {
    "LEGITEXT000006072050": "Code du travail",
    "LEGITEXT000006073189": "Code de la sécurité sociale",
    "LEGITEXT000031366350": "Code des relations entre le public et l’administration",
}


def main(argv: Sequence[str]) -> int:
    """Print the verdict on every cited article; 1 when something must be looked at again."""
    if argv[:1] in (["-h"], ["--help"]):
        _ecrire([USAGE])
        return 0
    if len(argv) > 1:
        return _refuser(USAGE)
    try:
        today = settings.load().current_day()
        base = charger()
        etat = codes.lire(_fichiers(argv))
    except (archive.SourceIndisponible, ReglesInvalides, settings.InvalidSettings) as erreur:
        return _refuser(str(erreur))
    constats = comparaison.comparer(base.references, etat, today)
    perimees = comparaison.perimees(base.regles, today)
    _ecrire([*_entete(etat, today), *_groupes(constats), *map(_perimee, perimees)])
    echecs = sum(constat.echec for constat in constats)
    _ecrire(_bilan(len(constats), echecs, len(perimees)))
    return 1 if echecs or perimees else 0


def _fichiers(argv: Sequence[str]) -> dict[str, bytes]:
    if argv:
        return archive.codes_du_dossier(Path(argv[0]))
    _ecrire([f"Téléchargement de {archive.PAQUET}…"])
    return archive.codes_du_paquet()


def _entete(etat: codes.EtatDesCodes, today: date) -> Iterator[str]:
    yield f"Contrôle du {today:%d/%m/%Y}. Ce qui suit ne dit rien des textes parus après\u00a0:"
    for code, nom in NOMS.items():
        yield f"- {nom}\u00a0: {etat.a_jour_au.get(code, 'absent')}"


def _groupes(constats: Iterable[Constat]) -> Iterator[str]:
    for verdict, groupe in groupby(constats, key=lambda constat: constat.verdict):
        yield ""
        if verdict == comparaison.NON_COUVERT:
            yield "Non contrôlés (code absent du paquet, ou article sans identifiant)\u00a0:"
        yield from map(_ligne, groupe)


def _ligne(constat: Constat) -> str:
    source = constat.source
    identifiant = f" ({source.id})" if source.id else ""
    detail = f"\u00a0: {constat.detail}" if constat.detail else ""
    return f"{constat.verdict:<24}{source.ref}{identifiant}{detail}"


def _perimee(regle: Regle) -> str:
    return f"{'règle périmée':<24}{regle.id}, vérifiée le {regle.verifie_le:%d/%m/%Y}"


def _bilan(articles: int, echecs: int, perimees: int) -> list[str]:
    return [
        "",
        f"{articles} articles cités, {echecs} à revoir\u00a0; "
        f"{perimees} règles vérifiées il y a plus d’un an.",
    ]


def _ecrire(lignes: Iterable[str]) -> None:
    for ligne in lignes:
        print(ligne, flush=True)


def _refuser(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
