"""The keys of the exchange document, in the order of dossiers/FORMAT.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.dossiers import enums as e
from actions.dossiers.echange import valeurs as v


@dataclass(frozen=True)
class Champ:
    """One value. ``defaut`` stands for a key left out or null."""

    lire: v.Lecteur
    requis: bool = False
    defaut: Any = None


@dataclass(frozen=True)
class Objet:
    """A mapping with these fields and no others."""

    champs: Mapping[str, Champ | Objet | Liste]


@dataclass(frozen=True)
class Liste:
    """A list of such elements."""

    element: Champ | Objet


def _mot(values: tuple[str, ...], *, requis: bool = False, defaut: str | None = None) -> Champ:
    return Champ(v.mot(values), requis, defaut)


def _oui_non_inconnu() -> Champ:
    return _mot(e.OUI_NON_INCONNU, defaut="inconnu")


REF = Champ(v.texte(80), requis=True)
LIEN = Champ(v.texte(80))
NOM = Champ(v.texte(200))
NOM_REQUIS = Champ(v.texte(200), requis=True)
LIGNE = Champ(v.texte(500))
TELEPHONE = Champ(v.texte(40))
COURRIEL = Champ(v.courriel)
JOUR, PASSE = Champ(v.jour), Champ(v.jour_passe)

AGENCE = Objet(
    {
        "code": REF,
        "nom": NOM,
        "adresse": LIGNE,
        "courriel": COURRIEL,
        "region": Champ(v.region),
    }
)
CONSEILLER = Objet(
    {
        "courriel": Champ(v.courriel, requis=True),
        "nom": NOM,
        "telephone": TELEPHONE,
        "agence": LIEN,
    }
)
CONTRAT = Objet(
    {
        "nature": _mot(e.NATURES_CONTRAT),
        "signe_le": PASSE,
        "actions": Liste(_mot(e.TYPES_ATELIER)),
    }
)
REPORT = Objet(
    {
        "demande_le": PASSE,
        "ancien_debut": Champ(v.instant),
        "motif": _mot(e.MOTIFS_ABSENCE),
        "justifie": _mot(e.OUI_NON),
    }
)
JUSTIFICATIF = Objet(
    {
        "ref": REF,
        "type": _mot(e.TYPES_JUSTIFICATIF),
        "recu_le": PASSE,
        "statut": _mot(e.STATUTS_JUSTIFICATIF),
        "motif_refus": LIGNE,
    }
)
ABSENCE = Objet(
    {
        "motif": _mot(e.MOTIFS_ABSENCE),
        "declaree_le": PASSE,
        "justificatifs": Liste(JUSTIFICATIF),
    }
)
RENDEZ_VOUS = Objet(
    {
        "ref": REF,
        "titre": NOM_REQUIS,
        "nature": _mot(e.NATURES_RENDEZ_VOUS, requis=True),
        "type_atelier": _mot(e.TYPES_ATELIER),
        "organisme": _mot(e.ORGANISMES),
        "debut": Champ(v.instant, requis=True),
        "duree_minutes": Champ(v.entier(1, 1440)),
        "modalite": _mot(e.MODALITES),
        "lieu": LIGNE,
        "document": _mot(e.DOCUMENTS, defaut="inconnu"),
        "mention_obligatoire": _oui_non_inconnu(),
        "dans_contrat": _oui_non_inconnu(),
        "prestataire": _mot(e.PRESTATAIRES, defaut="non"),
        "dispense": _oui_non_inconnu(),
        "statut": _mot(e.STATUTS_RENDEZ_VOUS, requis=True),
        "reports": Liste(REPORT),
        "absence": ABSENCE,
    }
)
DECISION = Objet(
    {
        "nature": _mot(e.DECISIONS),
        "auteur": _mot(e.AUTEURS),
        "part": Champ(v.entier(1, 100)),
        "mois": Champ(v.entier(1, 120)),
        "notifiee_le": PASSE,
        "effet_le": JOUR,
        "mention_mediation": _mot(e.OUI_NON_INCONNU),
        "delai_avertissement_le": JOUR,
        "levee_le": JOUR,
    }
)
PROCEDURE = Objet(
    {
        "ref": REF,
        "rendez_vous": LIEN,
        "nature": _mot(e.NATURES_MANQUEMENT + e.NATURES_MANQUEMENT_ANCIEN),
        "manquement_le": PASSE,
        "lettre_recue_le": PASSE,
        "sanction_envisagee": _mot(e.SANCTIONS),
        "observations_le": PASSE,
        "audition_le": JOUR,
        "decision": DECISION,
    }
)
RECOURS = Objet(
    {
        "ref": REF,
        "procedure": LIEN,
        "voie": _mot(e.VOIES),
        "depose_le": PASSE,
        "fin_le": JOUR,
        "statut": _mot(e.STATUTS_RECOURS),
    }
)
DOSSIER = Objet(
    {
        "identifiant": Champ(v.identifiant, requis=True),
        "prenom": NOM_REQUIS,
        "nom": NOM_REQUIS,
        "naissance": PASSE,
        "courriel": COURRIEL,
        "telephone": TELEPHONE,
        "inscrit_le": PASSE,
        "allocation": _mot(e.ALLOCATIONS, requis=True),
        "foyer_rsa": _mot(e.FOYERS_RSA),
        "organisme_referent": _mot(e.ORGANISMES_REFERENTS),
        "oriente_le": PASSE,
        "reoriente_le": PASSE,
        "conseiller": COURRIEL,
        "contrat": CONTRAT,
        "rendez_vous": Liste(RENDEZ_VOUS),
        "procedures": Liste(PROCEDURE),
        "recours": Liste(RECOURS),
    }
)
DOCUMENT = Objet(
    {"agences": Liste(AGENCE), "conseillers": Liste(CONSEILLER), "dossiers": Liste(DOSSIER)}
)
