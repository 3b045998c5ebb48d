"""Linking a messaging account to a person, by a one-time code shown on the logged-in site.

Only keyed hashes of codes are kept. A code lives for minutes, serves once, and a messaging
account that types wrong codes is stopped for a while. ``sender_hash`` comes from the channel
(which must have authenticated the platform).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from actions.dossiers.models import EssaiRow, LienRow
from actions.dossiers.models.base import utcnow
from actions.dossiers.sql import insert_once, upsert

CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)
LINK_LIFE = timedelta(days=30)
MAX_TRIES = 5
TRIES_WINDOW = timedelta(hours=1)


def creer_code(
    session: Session,
    identifiant: str,
    key: bytes,
    *,
    life: timedelta = CODE_LIFE,
    now: datetime | None = None,
) -> str:
    """A new code for the proven person; their earlier pending one dies. ``key`` is a secret."""
    moment = now or utcnow()
    _forget_pending(session, identifiant, moment)
    while True:
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
        values = {
            "identifiant": identifiant,
            "code_hash": _hash(code, key),
            "cree_le": moment,
            "expire_le": moment + life,
        }
        if insert_once(session, LienRow, values):
            return code


def lier(
    session: Session,
    canal: str,
    sender_hash: str,
    code: str,
    key: bytes,
    *,
    life: timedelta = LINK_LIFE,
    now: datetime | None = None,
) -> str | None:
    """The ``identifiant`` now linked to this account, or None: wrong, used, old code, or too
    many tries. One answer for all of these, so that nothing is learnt by trying."""
    moment = now or utcnow()
    if not _may_try(session, canal, sender_hash, moment):
        return None
    taken = _take(session, canal, sender_hash, _hash(code.strip(), key), moment, life)
    if taken is None:
        return None
    session.execute(delete(EssaiRow).filter_by(canal=canal, sender_hash=sender_hash))
    return taken


def personne_liee(
    session: Session, canal: str, sender_hash: str, *, now: datetime | None = None
) -> str | None:
    """The person this account speaks for, while the link lives."""
    query = select(LienRow.identifiant).where(
        LienRow.canal == canal,
        LienRow.sender_hash == sender_hash,
        LienRow.code_hash.is_(None),
        LienRow.expire_le > (now or utcnow()),
    )
    return session.execute(query.order_by(LienRow.id.desc()).limit(1)).scalar()


def delier(session: Session, canal: str, sender_hash: str) -> bool:
    """Forget the link (« me déconnecter »); True when there was one."""
    statement = delete(LienRow).filter_by(canal=canal, sender_hash=sender_hash)
    return session.execute(statement).rowcount > 0


def _hash(code: str, key: bytes) -> str:
    return hmac.new(key, code.encode(), hashlib.sha256).hexdigest()


def _forget_pending(session: Session, identifiant: str, moment: datetime) -> None:
    mine_or_dead = (LienRow.identifiant == identifiant) | (LienRow.expire_le <= moment)
    session.execute(
        delete(LienRow)
        .where(LienRow.code_hash.isnot(None), mine_or_dead)
        .execution_options(synchronize_session=False)
    )


def _may_try(session: Session, canal: str, sender_hash: str, moment: datetime) -> bool:
    """Counts this try; False beyond ``MAX_TRIES`` in the window."""
    key = {"canal": canal, "sender_hash": sender_hash}
    # The write comes first: it makes rivals wait, so that no try goes uncounted.
    insert_once(session, EssaiRow, {**key, "essais": 0, "depuis": moment})
    counted = update(EssaiRow).filter_by(**key).values(essais=EssaiRow.essais + 1)
    session.execute(counted.execution_options(synchronize_session=False))
    query = select(EssaiRow.essais, EssaiRow.depuis).filter_by(**key)
    tries, since = session.execute(query).one()
    if since < moment - TRIES_WINDOW:
        upsert(session, EssaiRow, {**key, "essais": 1, "depuis": moment}, key)
        return True
    return tries <= MAX_TRIES


def _take(
    session: Session,
    canal: str,
    sender_hash: str,
    code_hash: str,
    moment: datetime,
    life: timedelta,
) -> str | None:
    pending = (LienRow.code_hash == code_hash, LienRow.expire_le > moment)
    found = session.execute(select(LienRow.id, LienRow.identifiant).where(*pending)).first()
    if found is None:
        return None
    delier(session, canal, sender_hash)
    values = {"canal": canal, "sender_hash": sender_hash, "code_hash": None}
    statement = (
        update(LienRow)
        .where(LienRow.id == found.id, *pending)
        .values(**values, expire_le=moment + life)
        .execution_options(synchronize_session=False)
    )
    return found.identifiant if session.execute(statement).rowcount == 1 else None
