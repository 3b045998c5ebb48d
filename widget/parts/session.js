// Which token a message travels with: the site's for a logged-in person (kept in memory only), else an anonymous one.
import { ApiError, networkError } from './api.js';

const MARGIN_MS = 5000;

export class SessionLost extends Error {}

export function createSession({ api, store, tokenUrl, onRenewed }) {
  let personal = null;

  /** Asks the site who is logged in: the person's subject, or null. Throws when the site does not answer. */
  async function identify() {
    if (!personal || stale(personal.expires)) personal = await askSite(tokenUrl());
    return personal?.subject ?? null;
  }

  async function token() {
    if (store.state.owner === null) return anonymousToken();
    if (personal && !stale(personal.expires)) return personal.token;
    return renewPersonal();
  }

  async function anonymousToken() {
    const { token: kept, expires } = store.state;
    if (kept && !stale(expires)) return kept;
    if (kept) onRenewed();
    const session = await api.session();
    const past = [...store.state.past, kept].filter(Boolean);
    store.update({ token: session.token, expires: Date.now() + session.expires_in * 1000, past });
    return session.token;
  }

  async function renewPersonal() {
    personal = await askSite(tokenUrl());
    if (personal?.subject !== store.state.owner) throw new SessionLost();
    return personal.token;
  }

  /** Runs `send(token)`, once more with a fresh token when the first one was refused. `keepAnonymous`: an anonymous
   * session is not given up for this call. */
  async function call(send, { keepAnonymous = false } = {}) {
    try {
      return await send(await token());
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      if (keepAnonymous && store.state.owner === null) throw error;
    }
    if (store.state.owner !== null) return send(await renewPersonal());
    store.update({ expires: 1 });
    return send(await anonymousToken());
  }

  return { identify, call, forget: () => (personal = null) };
}

const stale = (expires) => expires - MARGIN_MS < Date.now();

async function askSite(url) {
  if (!url) return null;
  const options = { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'application/json' } };
  const response = await fetch(url, options).catch(() => {
    throw networkError();
  });
  if (response.status === 204 || response.status === 401) return null;
  if (!response.ok) throw new ApiError('status', { status: response.status });
  const { token } = (await response.json().catch(() => null)) ?? {};
  return typeof token === 'string' && token ? { token, ...claims(token) } : null;
}

/** Subject and expiry as the token states them: only to know whose talk this is and when to ask again. */
function claims(token) {
  try {
    const body = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const { sub, exp } = JSON.parse(atob(body));
    return { subject: String(sub), expires: exp * 1000 };
  } catch {
    // A token that cannot be read is used as it is; its talk is never shown again on another page.
    return { subject: `opaque-${Math.random()}`, expires: Date.now() + 60000 };
  }
}
