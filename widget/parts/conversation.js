// The talk itself: sends what the person says, one message after the other, and always ends on a sentence.
import { SessionLost } from './session.js';
import { T } from './texts.js';
import { readMessages } from './wire.js';

const SLOW_MS = 8000;

/** Random names for messages; `randomUUID` is missing on pages without TLS. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export class Conversation {
  #queue = Promise.resolve();
  #underWay = new Set();

  /** `ready`: resolves once we know whose talk this is. `status(text)` shows what is under way. */
  constructor({ api, session, store, log, status, ready }) {
    Object.assign(this, { api, session, store, log, status, ready });
    window.addEventListener('online', () => this.#retryWaiting());
  }

  add(item) {
    const added = item.key ? item : { key: newKey(), ...item };
    this.store.add(added);
    this.log.add(added);
    return added;
  }

  note = (text, more = {}) => this.add({ kind: 'note', text, ...more });
  problem = (text, more = {}) => this.add({ kind: 'error', text, ...more });

  /** Says `text`; `payload` is what is sent, when a quick reply means more than it shows. */
  say(text, payload = text) {
    const item = this.add({ kind: 'user', text, payload, id: newKey(), pending: true });
    return this.#enqueue(item);
  }

  /** Sends again the message that `error` is about, under the same id. */
  retry(error) {
    const item = this.store.state.items.find(({ id, kind }) => id === error.about && kind === 'user');
    this.forget(error);
    return item ? this.#enqueue(item) : null;
  }

  forget(item) {
    this.log.remove(item);
    this.store.update({ items: this.store.state.items.filter(({ key }) => key !== item.key) });
  }

  /** Messages that were under way when the page was left. */
  offerUnconfirmed() {
    const { items } = this.store.state;
    const explained = new Set(items.map(({ about }) => about));
    items
      .filter((item) => item.kind === 'user' && item.pending && !this.#underWay.has(item))
      .filter(({ id }) => !explained.has(id))
      .forEach(({ id }) => this.problem(T.unconfirmed, { about: id, actions: ['retry'] }));
  }

  async rate(item, useful) {
    const body = { message_id: item.id, useful };
    try {
      await this.session.call((token) => this.api.feedback(token, body));
    } catch {
      return false;
    }
    item.useful = useful;
    this.store.save();
    return true;
  }

  /** What was said on this page and waits for its answer. */
  underWay = () => [...this.#underWay];

  /** Counts `item` as under way while `work` lasts. */
  async during(item, work) {
    this.#underWay.add(item);
    await work.finally(() => this.#underWay.delete(item));
  }

  /** Runs `work` after what was said before, and before what is said next. */
  inTurn(work) {
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }

  #enqueue(item) {
    this.#underWay.add(item);
    return this.inTurn(() => this.#deliver(item));
  }

  async #deliver(item) {
    this.status(T.typing);
    const slow = setTimeout(() => this.status(T.slow), SLOW_MS);
    try {
      await this.ready();
      if (!this.#kept(item)) return;
      const content = await this.session.call((token) => this.api.message(token, this.#body(item)));
      item.pending = false;
      this.store.update({ resumes: '' });
      if (this.#kept(item)) this.#answer(item.id, readMessages(content));
    } catch (error) {
      if (this.#kept(item)) this.#explain(item, error);
    } finally {
      this.#underWay.delete(item);
      clearTimeout(slow);
      this.status('');
    }
  }

  /** Erased in the meantime: then its answer is not wanted either. */
  #kept = (item) => this.store.state.items.includes(item);

  #body(item) {
    const { resumes } = this.store.state;
    return { message: item.payload, message_id: item.id, ...(resumes && { continue: resumes }) };
  }

  #answer(id, messages) {
    if (messages.length) this.add({ kind: 'bot', id, messages });
    else this.problem(T.silent);
  }

  #explain(item, error) {
    const actions = ['retry'];
    if (error instanceof SessionLost) {
      this.problem(T.sessionLost, { about: item.id, actions: ['retry', 'goAnonymous'] });
    } else if ([400, 413, 415].includes(error.status)) {
      item.pending = false; // the same words would be refused again
      this.problem(error.sentence || T.failed);
    } else {
      this.problem(sentenceOf(error), { about: item.id, actions, waiting: error.kind === 'offline' });
      if (!error.kind) console.error('Boussole:', error);
    }
  }

  #retryWaiting() {
    this.store.state.items.filter(({ waiting }) => waiting).forEach((error) => this.retry(error));
  }
}

/** What to tell the person about a failure: the server's own sentence when it gave one. */
export function sentenceOf(error) {
  if (error.sentence) return error.sentence;
  if (error.status === 429) return T.tooMany;
  return T[error.kind] ?? T.failed;
}
