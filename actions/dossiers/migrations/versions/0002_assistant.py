"""What the assistant writes: acts, deposits, links, journals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORD = sa.String(40)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "actes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identifiant", sa.String(64), nullable=False),
        sa.Column("nature", WORD, nullable=False),
        sa.Column("rendez_vous", sa.String(80)),
        sa.Column("contenu", JSON, nullable=False),
        sa.Column("cle", sa.String(200), nullable=False),
        sa.Column("cree_le", sa.DateTime(), nullable=False),
        sa.Column("origine", JSON, nullable=False),
        sa.Column("annule_le", sa.DateTime()),
        sa.Column("remplace", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["remplace"], ["actes.id"], name=op.f("fk_actes_remplace"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actes")),
    )
    op.create_index(op.f("ix_actes_identifiant"), "actes", ["identifiant"], unique=False)
    op.create_index(
        "uq_actes_identifiant_cle",
        "actes",
        ["identifiant", "cle"],
        unique=True,
        sqlite_where=sa.text("annule_le IS NULL"),
        postgresql_where=sa.text("annule_le IS NULL"),
    )
    op.create_table(
        "audit_regles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_hash", sa.String(128), nullable=False),
        sa.Column("intention", WORD, nullable=False),
        sa.Column("regles", JSON, nullable=False),
        sa.Column("sources", JSON, nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("dit_le", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_regles")),
    )
    op.create_index(
        op.f("ix_audit_regles_conversation_hash"),
        "audit_regles",
        ["conversation_hash"],
        unique=False,
    )
    op.create_index(op.f("ix_audit_regles_dit_le"), "audit_regles", ["dit_le"], unique=False)
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fait_le", sa.DateTime(), nullable=False),
        sa.Column("fichier", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("resultat", WORD, nullable=False),
        sa.Column("comptes", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "incompris",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_hash", sa.String(128)),
        sa.Column("texte", sa.Text(), nullable=False),
        sa.Column("classement", JSON, nullable=False),
        sa.Column("dit_le", sa.DateTime(), nullable=False),
        sa.Column("traite_le", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incompris")),
    )
    op.create_index(
        op.f("ix_incompris_conversation_hash"), "incompris", ["conversation_hash"], unique=False
    )
    op.create_index(op.f("ix_incompris_dit_le"), "incompris", ["dit_le"], unique=False)
    op.create_table(
        "liens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canal", WORD),
        sa.Column("sender_hash", sa.String(128)),
        sa.Column("identifiant", sa.String(64), nullable=False),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("cree_le", sa.DateTime(), nullable=False),
        sa.Column("expire_le", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_liens")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_liens_code_hash")),
    )
    op.create_index(op.f("ix_liens_identifiant"), "liens", ["identifiant"], unique=False)
    op.create_index(op.f("ix_liens_sender_hash"), "liens", ["sender_hash"], unique=False)
    op.create_table(
        "liens_essais",
        sa.Column("canal", WORD, nullable=False),
        sa.Column("sender_hash", sa.String(128), nullable=False),
        sa.Column("essais", sa.Integer(), nullable=False),
        sa.Column("depuis", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("canal", "sender_hash", name=op.f("pk_liens_essais")),
    )
    op.create_table(
        "messages_vus",
        sa.Column("conversation_hash", sa.String(128), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        sa.Column("reponse", JSON),
        sa.Column("vu_le", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_hash", "message_id", name=op.f("pk_messages_vus")),
    )
    op.create_index(op.f("ix_messages_vus_vu_le"), "messages_vus", ["vu_le"], unique=False)
    op.create_table(
        "retours",
        sa.Column("conversation_hash", sa.String(128), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        sa.Column("utile", sa.Boolean(), nullable=False),
        sa.Column("dit_le", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_hash", "message_id", name=op.f("pk_retours")),
    )
    op.create_index(op.f("ix_retours_dit_le"), "retours", ["dit_le"], unique=False)
    op.create_table(
        "depots",
        sa.Column("reference", sa.String(80), nullable=False),
        sa.Column("identifiant", sa.String(64), nullable=False),
        sa.Column("rendez_vous", sa.String(80)),
        sa.Column("acte_id", sa.Integer()),
        sa.Column("nom_affiche", sa.Text(), nullable=False),
        sa.Column("type", sa.String(80), nullable=False),
        sa.Column("taille", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("depose_le", sa.DateTime(), nullable=False),
        sa.Column("supprime_le", sa.DateTime()),
        sa.ForeignKeyConstraint(
            ["acte_id"], ["actes.id"], name=op.f("fk_depots_acte_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_depots")),
    )
    op.create_index(op.f("ix_depots_identifiant"), "depots", ["identifiant"], unique=False)


def downgrade() -> None:
    for table in (
        "depots",
        "retours",
        "messages_vus",
        "liens_essais",
        "liens",
        "incompris",
        "imports",
        "audit_regles",
        "actes",
    ):
        op.drop_table(table)
