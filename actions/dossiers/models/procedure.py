"""What followed a breach: procedure, decision, appeals."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import relationship

from actions.dossiers.models.base import Base, mot
from actions.dossiers.models.rendez_vous import RendezVousRow


class ProcedureRow(Base):
    __tablename__ = "procedures"
    __table_args__ = (UniqueConstraint("identifiant", "ref"),)
    id = Column(Integer, primary_key=True)
    identifiant = Column(ForeignKey("dossiers.identifiant", ondelete="CASCADE"), nullable=False)
    ref = Column(String(80), nullable=False)
    rendez_vous_id = Column(ForeignKey("rendez_vous.id", ondelete="SET NULL"), index=True)
    nature = mot()
    manquement_le = Column(Date)
    lettre_recue_le = Column(Date)
    sanction_envisagee = mot()
    observations_le = Column(Date)
    audition_le = Column(Date)

    rendez_vous = relationship(RendezVousRow)
    decision = relationship(
        "DecisionRow", uselist=False, cascade="all, delete-orphan", passive_deletes=True
    )


class DecisionRow(Base):
    __tablename__ = "decisions"
    procedure_id = Column(ForeignKey("procedures.id", ondelete="CASCADE"), primary_key=True)
    nature = mot()
    auteur = mot()
    part = Column(Integer)
    mois = Column(Integer)
    notifiee_le = Column(Date)
    effet_le = Column(Date)
    mention_mediation = mot()
    delai_avertissement_le = Column(Date)
    levee_le = Column(Date)


class RecoursRow(Base):
    __tablename__ = "recours"
    __table_args__ = (UniqueConstraint("identifiant", "ref"),)
    id = Column(Integer, primary_key=True)
    identifiant = Column(ForeignKey("dossiers.identifiant", ondelete="CASCADE"), nullable=False)
    ref = Column(String(80), nullable=False)
    procedure_id = Column(ForeignKey("procedures.id", ondelete="SET NULL"), index=True)
    voie = mot()
    depose_le = Column(Date)
    fin_le = Column(Date)
    statut = mot()

    procedure = relationship(ProcedureRow)
