"""Was the answer useful, and what was not understood."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String

from actions.dossiers.models.base import Base, Json, Utc, texte, utcnow


class RetourRow(Base):
    """One judgement for one answer; the last one given counts."""

    __tablename__ = "retours"
    conversation_hash = Column(String(128), primary_key=True)
    message_id = Column(String(200), primary_key=True)
    utile = Column(Boolean, nullable=False)
    dit_le = Column(Utc, nullable=False, default=utcnow, index=True)


class IncomprisRow(Base):
    """A message that was not understood, already masked, for the advisers' review."""

    __tablename__ = "incompris"
    id = Column(Integer, primary_key=True)
    conversation_hash = Column(String(128), index=True)
    texte = texte(nullable=False)
    classement = Column(Json, nullable=False, default=list)
    dit_le = Column(Utc, nullable=False, default=utcnow, index=True)
    traite_le = Column(Utc)
