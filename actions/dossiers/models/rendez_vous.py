"""Appointments, their postponements, absences and proofs.

``debut`` and ``ancien_debut`` are local times of the place, without zone.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import relationship

from actions.dossiers.models.base import Base, mot, texte


class RendezVousRow(Base):
    __tablename__ = "rendez_vous"
    __table_args__ = (UniqueConstraint("identifiant", "ref"),)
    id = Column(Integer, primary_key=True)
    identifiant = Column(ForeignKey("dossiers.identifiant", ondelete="CASCADE"), nullable=False)
    ref = Column(String(80), nullable=False)
    titre = texte(nullable=False)
    nature = mot(nullable=False)
    type_atelier = mot()
    organisme = mot()
    debut = Column(DateTime, nullable=False)
    duree_minutes = Column(Integer)
    modalite = mot()
    lieu = texte()
    document = mot(nullable=False)
    mention_obligatoire = mot(nullable=False)
    dans_contrat = mot(nullable=False)
    prestataire = mot(nullable=False)
    dispense = mot(nullable=False)
    statut = mot(nullable=False)

    reports = relationship(
        "ReportRow",
        order_by="ReportRow.rang",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    absence = relationship(
        "AbsenceRow", uselist=False, cascade="all, delete-orphan", passive_deletes=True
    )


class ReportRow(Base):
    __tablename__ = "reports"
    rendez_vous_id = Column(ForeignKey("rendez_vous.id", ondelete="CASCADE"), primary_key=True)
    rang = Column(Integer, primary_key=True, autoincrement=False)
    demande_le = Column(Date)
    ancien_debut = Column(DateTime)
    motif = mot()
    justifie = mot()


class AbsenceRow(Base):
    __tablename__ = "absences"
    rendez_vous_id = Column(ForeignKey("rendez_vous.id", ondelete="CASCADE"), primary_key=True)
    motif = mot()
    declaree_le = Column(Date)
    justificatifs = relationship(
        "JustificatifRow",
        order_by="(JustificatifRow.recu_le, JustificatifRow.ref)",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class JustificatifRow(Base):
    __tablename__ = "justificatifs"
    rendez_vous_id = Column(
        ForeignKey("absences.rendez_vous_id", ondelete="CASCADE"), primary_key=True
    )
    ref = Column(String(80), primary_key=True)
    type = mot()
    recu_le = Column(Date)
    statut = mot()
    motif_refus = texte()
