"""Appeals: answering a warning letter, challenging a decision, until when, before whom, with what letter."""

from actions.recours import (  # noqa: F401  (imported for the handlers they register)
    chances,
    contestation,
    delais,
    lecture,
    observations,
    voies,
)
