"""One person's file, as everything outside this package sees it.

Frozen and detached from any session. Dates are ``date``; times are naive ``datetime`` in the
local time of the place (see ``fuseaux``), except ``cree_le``, ``annule_le``, ``depose_le`` of
our own acts and deposits, which are aware and in UTC. Words are those of ``enums``, or whatever
string another tool has written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Agence:
    """An agency."""

    code: str
    nom: str | None
    adresse: str | None
    courriel: str | None
    region: str | None


@dataclass(frozen=True)
class Conseiller:
    """An adviser, known by their address."""

    courriel: str
    nom: str | None
    telephone: str | None
    agence: Agence | None


@dataclass(frozen=True)
class Contrat:
    """The contrat d’engagement: its kind, the day of signing, the actions agreed."""

    nature: str | None
    signe_le: date | None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A postponement of an appointment."""

    demande_le: date | None
    ancien_debut: datetime | None
    motif: str | None
    justifie: str | None


@dataclass(frozen=True)
class Justificatif:
    """A proof in the agency’s file, and what became of it."""

    ref: str
    type: str | None
    recu_le: date | None
    statut: str | None
    motif_refus: str | None


@dataclass(frozen=True)
class Absence:
    """An absence from an appointment, with the reason given and the proofs."""

    motif: str | None
    declaree_le: date | None
    justificatifs: tuple[Justificatif, ...] = ()


@dataclass(frozen=True)
class RendezVous:
    """A workshop or an appointment."""

    ref: str
    titre: str
    nature: str
    type_atelier: str | None
    organisme: str | None
    debut: datetime
    duree_minutes: int | None
    modalite: str | None
    lieu: str | None
    document: str
    mention_obligatoire: str
    dans_contrat: str
    prestataire: str
    dispense: str
    statut: str
    reports: tuple[Report, ...] = ()
    absence: Absence | None = None

    @property
    def fin(self) -> datetime | None:
        """Local end, None when the length is not known."""
        if self.duree_minutes is None:
            return None
        return self.debut + timedelta(minutes=self.duree_minutes)


@dataclass(frozen=True)
class Decision:
    """What was decided at the end of a procedure. part: per cent withheld; mois: length in months."""

    nature: str | None
    auteur: str | None
    part: int | None
    mois: int | None
    notifiee_le: date | None
    effet_le: date | None
    mention_mediation: str | None
    delai_avertissement_le: date | None
    levee_le: date | None


@dataclass(frozen=True)
class Procedure:
    """From the letter of intention to the decision."""

    ref: str
    rendez_vous: str | None
    """Ref of the missed appointment in the same file."""
    nature: str | None
    manquement_le: date | None
    lettre_recue_le: date | None
    sanction_envisagee: str | None
    observations_le: date | None
    audition_le: date | None
    decision: Decision | None = None


@dataclass(frozen=True)
class Recours:
    """An appeal, and where it stands."""

    ref: str
    procedure: str | None
    """Ref of the disputed procedure in the same file."""
    voie: str | None
    depose_le: date | None
    fin_le: date | None
    statut: str | None


@dataclass(frozen=True)
class Acte:
    """What the person did through the assistant; survives every import."""

    id: int
    identifiant: str
    nature: str
    rendez_vous: str | None
    contenu: Mapping[str, Any]
    cle: str
    cree_le: datetime
    origine: Mapping[str, Any]
    annule_le: datetime | None
    remplace: int | None
    """Id of the act that this one takes the place of."""

    @property
    def actif(self) -> bool:
        return self.annule_le is None


@dataclass(frozen=True)
class Depot:
    """A file sent through the assistant; taille in bytes."""

    reference: str
    identifiant: str
    rendez_vous: str | None
    acte: int | None
    nom_affiche: str
    type: str
    taille: int
    sha256: str
    depose_le: datetime
    supprime_le: datetime | None


@dataclass(frozen=True)
class DossierPersonne:
    """All that is held of one person."""

    identifiant: str
    prenom: str
    nom: str
    naissance: date | None
    courriel: str | None
    telephone: str | None
    inscrit_le: date | None
    allocation: str
    foyer_rsa: str | None
    organisme_referent: str | None
    oriente_le: date | None
    reoriente_le: date | None
    conseiller: Conseiller | None = None
    contrat: Contrat | None = None
    rendez_vous: tuple[RendezVous, ...] = ()
    """Sorted by ``debut``."""
    procedures: tuple[Procedure, ...] = ()
    """Sorted by ``manquement_le``."""
    recours: tuple[Recours, ...] = ()
    actes: tuple[Acte, ...] = field(default=())
    """Oldest first, undone ones included (``annule_le``)."""

    @property
    def agence(self) -> Agence | None:
        return self.conseiller.agence if self.conseiller else None

    @property
    def region(self) -> str | None:
        return self.agence.region if self.agence else None
