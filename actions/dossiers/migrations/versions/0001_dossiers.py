"""The agencies' files: agencies, advisers, persons, appointments, procedures."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORD = sa.String(40)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "agences",
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("nom", sa.Text()),
        sa.Column("adresse", sa.Text()),
        sa.Column("courriel", sa.Text()),
        sa.Column("region", WORD),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_agences")),
    )
    op.create_table(
        "conseillers",
        sa.Column("courriel", sa.String(254), nullable=False),
        sa.Column("nom", sa.Text()),
        sa.Column("telephone", sa.Text()),
        sa.Column("agence_code", sa.String(80)),
        sa.ForeignKeyConstraint(
            ["agence_code"], ["agences.code"], name=op.f("fk_conseillers_agence_code")
        ),
        sa.PrimaryKeyConstraint("courriel", name=op.f("pk_conseillers")),
    )
    op.create_index(
        op.f("ix_conseillers_agence_code"), "conseillers", ["agence_code"], unique=False
    )
    op.create_table(
        "dossiers",
        sa.Column("identifiant", sa.String(8), nullable=False),
        sa.Column("prenom", sa.Text(), nullable=False),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("naissance", sa.Date()),
        sa.Column("courriel", sa.Text()),
        sa.Column("telephone", sa.Text()),
        sa.Column("inscrit_le", sa.Date()),
        sa.Column("allocation", WORD, nullable=False),
        sa.Column("foyer_rsa", WORD),
        sa.Column("organisme_referent", WORD),
        sa.Column("oriente_le", sa.Date()),
        sa.Column("reoriente_le", sa.Date()),
        sa.Column("conseiller_courriel", sa.String(254)),
        sa.ForeignKeyConstraint(
            ["conseiller_courriel"],
            ["conseillers.courriel"],
            name=op.f("fk_dossiers_conseiller_courriel"),
        ),
        sa.PrimaryKeyConstraint("identifiant", name=op.f("pk_dossiers")),
    )
    op.create_index(
        op.f("ix_dossiers_conseiller_courriel"), "dossiers", ["conseiller_courriel"], unique=False
    )
    op.create_table(
        "contrats",
        sa.Column("identifiant", sa.String(8), nullable=False),
        sa.Column("nature", WORD),
        sa.Column("signe_le", sa.Date()),
        sa.Column("actions", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["identifiant"],
            ["dossiers.identifiant"],
            name=op.f("fk_contrats_identifiant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("identifiant", name=op.f("pk_contrats")),
    )
    op.create_table(
        "rendez_vous",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identifiant", sa.String(8), nullable=False),
        sa.Column("ref", sa.String(80), nullable=False),
        sa.Column("titre", sa.Text(), nullable=False),
        sa.Column("nature", WORD, nullable=False),
        sa.Column("type_atelier", WORD),
        sa.Column("organisme", WORD),
        sa.Column("debut", sa.DateTime(), nullable=False),
        sa.Column("duree_minutes", sa.Integer()),
        sa.Column("modalite", WORD),
        sa.Column("lieu", sa.Text()),
        sa.Column("document", WORD, nullable=False),
        sa.Column("mention_obligatoire", WORD, nullable=False),
        sa.Column("dans_contrat", WORD, nullable=False),
        sa.Column("prestataire", WORD, nullable=False),
        sa.Column("dispense", WORD, nullable=False),
        sa.Column("statut", WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["identifiant"],
            ["dossiers.identifiant"],
            name=op.f("fk_rendez_vous_identifiant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rendez_vous")),
        sa.UniqueConstraint("identifiant", "ref", name=op.f("uq_rendez_vous_identifiant_ref")),
    )
    op.create_table(
        "absences",
        sa.Column("rendez_vous_id", sa.Integer(), nullable=False),
        sa.Column("motif", WORD),
        sa.Column("declaree_le", sa.Date()),
        sa.ForeignKeyConstraint(
            ["rendez_vous_id"],
            ["rendez_vous.id"],
            name=op.f("fk_absences_rendez_vous_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("rendez_vous_id", name=op.f("pk_absences")),
    )
    op.create_table(
        "procedures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identifiant", sa.String(8), nullable=False),
        sa.Column("ref", sa.String(80), nullable=False),
        sa.Column("rendez_vous_id", sa.Integer()),
        sa.Column("nature", WORD),
        sa.Column("manquement_le", sa.Date()),
        sa.Column("lettre_recue_le", sa.Date()),
        sa.Column("sanction_envisagee", WORD),
        sa.Column("observations_le", sa.Date()),
        sa.Column("audition_le", sa.Date()),
        sa.ForeignKeyConstraint(
            ["identifiant"],
            ["dossiers.identifiant"],
            name=op.f("fk_procedures_identifiant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["rendez_vous_id"],
            ["rendez_vous.id"],
            name=op.f("fk_procedures_rendez_vous_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
        sa.UniqueConstraint("identifiant", "ref", name=op.f("uq_procedures_identifiant_ref")),
    )
    op.create_index(
        op.f("ix_procedures_rendez_vous_id"), "procedures", ["rendez_vous_id"], unique=False
    )
    op.create_table(
        "reports",
        sa.Column("rendez_vous_id", sa.Integer(), nullable=False),
        sa.Column("rang", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("demande_le", sa.Date()),
        sa.Column("ancien_debut", sa.DateTime()),
        sa.Column("motif", WORD),
        sa.Column("justifie", WORD),
        sa.ForeignKeyConstraint(
            ["rendez_vous_id"],
            ["rendez_vous.id"],
            name=op.f("fk_reports_rendez_vous_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("rendez_vous_id", "rang", name=op.f("pk_reports")),
    )
    op.create_table(
        "decisions",
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("nature", WORD),
        sa.Column("auteur", WORD),
        sa.Column("part", sa.Integer()),
        sa.Column("mois", sa.Integer()),
        sa.Column("notifiee_le", sa.Date()),
        sa.Column("effet_le", sa.Date()),
        sa.Column("mention_mediation", WORD),
        sa.Column("delai_avertissement_le", sa.Date()),
        sa.Column("levee_le", sa.Date()),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedures.id"],
            name=op.f("fk_decisions_procedure_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("procedure_id", name=op.f("pk_decisions")),
    )
    op.create_table(
        "justificatifs",
        sa.Column("rendez_vous_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(80), nullable=False),
        sa.Column("type", WORD),
        sa.Column("recu_le", sa.Date()),
        sa.Column("statut", WORD),
        sa.Column("motif_refus", sa.Text()),
        sa.ForeignKeyConstraint(
            ["rendez_vous_id"],
            ["absences.rendez_vous_id"],
            name=op.f("fk_justificatifs_rendez_vous_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("rendez_vous_id", "ref", name=op.f("pk_justificatifs")),
    )
    op.create_table(
        "recours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identifiant", sa.String(8), nullable=False),
        sa.Column("ref", sa.String(80), nullable=False),
        sa.Column("procedure_id", sa.Integer()),
        sa.Column("voie", WORD),
        sa.Column("depose_le", sa.Date()),
        sa.Column("fin_le", sa.Date()),
        sa.Column("statut", WORD),
        sa.ForeignKeyConstraint(
            ["identifiant"],
            ["dossiers.identifiant"],
            name=op.f("fk_recours_identifiant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedures.id"],
            name=op.f("fk_recours_procedure_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recours")),
        sa.UniqueConstraint("identifiant", "ref", name=op.f("uq_recours_identifiant_ref")),
    )
    op.create_index(op.f("ix_recours_procedure_id"), "recours", ["procedure_id"], unique=False)


def downgrade() -> None:
    for table in (
        "recours",
        "justificatifs",
        "decisions",
        "reports",
        "procedures",
        "absences",
        "rendez_vous",
        "contrats",
        "dossiers",
        "conseillers",
        "agences",
    ):
        op.drop_table(table)
