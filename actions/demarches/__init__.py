"""The acts: what a person can do here, step by step, confirmed in words, then transmitted to the agency.

Importing the package registers every act. An act never changes the file: it is a request that the agency reads.
"""

from actions.demarches import (  # noqa: F401  (imported for the acts they register)
    absence,
    agenda,
    annulation,
    enregistrement,
    lettre,
    preuve,
    rappel,
    report,
)
