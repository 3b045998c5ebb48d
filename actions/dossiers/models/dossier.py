"""A person's file and its contract."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, String
from sqlalchemy.orm import relationship

from actions.dossiers.models.agence import ConseillerRow
from actions.dossiers.models.base import Base, Json, mot, texte


class DossierRow(Base):
    __tablename__ = "dossiers"
    identifiant = Column(String(8), primary_key=True)
    prenom = texte(nullable=False)
    nom = texte(nullable=False)
    naissance = Column(Date)
    courriel = texte()
    telephone = texte()
    inscrit_le = Column(Date)
    allocation = mot(nullable=False)
    foyer_rsa = mot()
    organisme_referent = mot()
    oriente_le = Column(Date)
    reoriente_le = Column(Date)
    conseiller_courriel = Column(ForeignKey("conseillers.courriel"), index=True)

    conseiller = relationship(ConseillerRow)
    contrat = relationship(
        "ContratRow", uselist=False, cascade="all, delete-orphan", passive_deletes=True
    )
    rendez_vous = relationship(
        "RendezVousRow",
        order_by="(RendezVousRow.debut, RendezVousRow.id)",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    procedures = relationship(
        "ProcedureRow",
        order_by="(ProcedureRow.manquement_le, ProcedureRow.id)",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    recours = relationship(
        "RecoursRow",
        order_by="(RecoursRow.depose_le, RecoursRow.id)",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class ContratRow(Base):
    __tablename__ = "contrats"
    identifiant = Column(ForeignKey("dossiers.identifiant", ondelete="CASCADE"), primary_key=True)
    nature = mot()
    signe_le = Column(Date)
    actions = Column(Json, nullable=False, default=list)
