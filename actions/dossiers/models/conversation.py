"""Linking of messaging accounts, and messages already answered."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String

from actions.dossiers.models.base import Base, Json, Utc, utcnow


class LienRow(Base):
    """One messaging account and the person it speaks for, or a code waiting to be typed."""

    __tablename__ = "liens"
    id = Column(Integer, primary_key=True)
    canal = Column(String(40))
    sender_hash = Column(String(128), index=True)
    identifiant = Column(String(64), nullable=False, index=True)
    code_hash = Column(String(64), unique=True)
    cree_le = Column(Utc, nullable=False, default=utcnow)
    expire_le = Column(Utc, nullable=False)


class EssaiRow(Base):
    """Wrong codes typed from one messaging account, so that codes cannot be guessed."""

    __tablename__ = "liens_essais"
    canal = Column(String(40), primary_key=True)
    sender_hash = Column(String(128), primary_key=True)
    essais = Column(Integer, nullable=False, default=0)
    depuis = Column(Utc, nullable=False, default=utcnow)


class MessageVuRow(Base):
    """A message of a conversation that was taken; its answer once there is one."""

    __tablename__ = "messages_vus"
    conversation_hash = Column(String(128), primary_key=True)
    message_id = Column(String(200), primary_key=True)
    reponse = Column(Json)
    vu_le = Column(Utc, nullable=False, default=utcnow, index=True)
