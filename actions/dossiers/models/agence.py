"""Agencies and advisers."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String
from sqlalchemy.orm import relationship

from actions.dossiers.models.base import Base, mot, texte


class AgenceRow(Base):
    __tablename__ = "agences"
    code = Column(String(80), primary_key=True)
    nom = texte()
    adresse = texte()
    courriel = texte()
    region = mot()


class ConseillerRow(Base):
    __tablename__ = "conseillers"
    courriel = Column(String(254), primary_key=True)
    nom = texte()
    telephone = texte()
    agence_code = Column(ForeignKey("agences.code"), index=True)
    agence = relationship(AgenceRow)
