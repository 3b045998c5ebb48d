"""Journals: imports done, rules stated. No personal text in either."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, String

from actions.dossiers.models.base import Base, Json, Utc, mot, texte, utcnow


class ImportRow(Base):
    __tablename__ = "imports"
    id = Column(Integer, primary_key=True)
    fait_le = Column(Utc, nullable=False, default=utcnow)
    fichier = texte(nullable=False)
    sha256 = Column(String(64), nullable=False)
    jour = Column(Date, nullable=False)
    resultat = mot(nullable=False)
    comptes = Column(Json, nullable=False, default=dict)


class AuditRegleRow(Base):
    """Which rules and sources were given to which conversation, when, for which day."""

    __tablename__ = "audit_regles"
    id = Column(Integer, primary_key=True)
    conversation_hash = Column(String(128), nullable=False, index=True)
    intention = mot(nullable=False)
    regles = Column(Json, nullable=False, default=list)
    sources = Column(Json, nullable=False, default=list)
    jour = Column(Date, nullable=False)
    dit_le = Column(Utc, nullable=False, default=utcnow, index=True)
