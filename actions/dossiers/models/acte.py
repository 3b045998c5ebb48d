"""What the assistant writes for a person.

``identifiant`` is no foreign key here: an act must survive every import, and must be kept
even for a proven person whose file we do not hold yet.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, text

from actions.dossiers.models.base import Base, Json, Utc, mot, texte, utcnow


class ActeRow(Base):
    __tablename__ = "actes"
    # One act in force for a key: what was undone can be done again.
    __table_args__ = (
        Index(
            "uq_actes_identifiant_cle",
            "identifiant",
            "cle",
            unique=True,
            sqlite_where=text("annule_le IS NULL"),
            postgresql_where=text("annule_le IS NULL"),
        ),
    )
    id = Column(Integer, primary_key=True)
    identifiant = Column(String(64), nullable=False, index=True)
    nature = mot(nullable=False)
    rendez_vous = Column(String(80))
    contenu = Column(Json, nullable=False, default=dict)
    cle = Column(String(200), nullable=False)
    cree_le = Column(Utc, nullable=False, default=utcnow)
    origine = Column(Json, nullable=False, default=dict)
    annule_le = Column(Utc)
    remplace = Column(ForeignKey("actes.id", ondelete="SET NULL"))


class DepotRow(Base):
    __tablename__ = "depots"
    reference = Column(String(80), primary_key=True)
    identifiant = Column(String(64), nullable=False, index=True)
    rendez_vous = Column(String(80))
    acte_id = Column(ForeignKey("actes.id", ondelete="SET NULL"))
    nom_affiche = texte(nullable=False)
    type = Column(String(80), nullable=False)
    taille = Column(Integer, nullable=False)
    sha256 = Column(String(64), nullable=False)
    depose_le = Column(Utc, nullable=False, default=utcnow)
    supprime_le = Column(Utc)
