"""Tables, by theme. Importing this package registers them all on ``Base.metadata``."""

from actions.dossiers.models.acte import ActeRow, DepotRow
from actions.dossiers.models.agence import AgenceRow, ConseillerRow
from actions.dossiers.models.base import Base
from actions.dossiers.models.conversation import EssaiRow, LienRow, MessageVuRow
from actions.dossiers.models.dossier import ContratRow, DossierRow
from actions.dossiers.models.journal import AuditRegleRow, ImportRow
from actions.dossiers.models.procedure import DecisionRow, ProcedureRow, RecoursRow
from actions.dossiers.models.rendez_vous import (
    AbsenceRow,
    JustificatifRow,
    RendezVousRow,
    ReportRow,
)
from actions.dossiers.models.retour import IncomprisRow, RetourRow

__all__ = [
    "AbsenceRow",
    "ActeRow",
    "AgenceRow",
    "AuditRegleRow",
    "Base",
    "ConseillerRow",
    "ContratRow",
    "DecisionRow",
    "DepotRow",
    "DossierRow",
    "EssaiRow",
    "ImportRow",
    "IncomprisRow",
    "JustificatifRow",
    "LienRow",
    "MessageVuRow",
    "ProcedureRow",
    "RecoursRow",
    "RendezVousRow",
    "ReportRow",
    "RetourRow",
]
