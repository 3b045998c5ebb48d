// Deposits one file: checks it kindly before it leaves, shows how far it is, and tells the truth about the outcome.
import { sentenceOf } from './conversation.js';
import { button, el } from './dom.js';
import { SessionLost } from './session.js';
import { T } from './texts.js';
import { readMessages } from './wire.js';

const MAX_BYTES = 5 * 1024 * 1024;
const TYPES = /\.(pdf|jpe?g|png)$/i;

export function createUploads({ api, session, conversation, announce, pause, focus }) {
  const node = el('div', { class: 'upload', hidden: true });

  async function send(file) {
    const refusal = check(file);
    if (refusal) return conversation.problem(refusal);
    const item = conversation.add({ kind: 'file', text: file.name });
    return conversation.during(item, deposit(file));
  }

  async function deposit(file) {
    const abort = new AbortController();
    const bar = showProgress(file.name, abort);
    pause(true);
    try {
      await conversation.ready();
      const options = { signal: abort.signal, onProgress: (part) => (bar.value = part * 100) };
      const content = await session.call((token) => api.upload(token, file, options), { keepAnonymous: true });
      welcome(content);
    } catch (error) {
      conversation.problem(explain(error));
    } finally {
      const focused = node.contains(node.getRootNode().activeElement);
      node.hidden = true;
      node.replaceChildren();
      pause(false);
      if (focused) focus();
    }
  }

  function showProgress(name, abort) {
    const label = T.uploading(name);
    const bar = el('progress', { max: '100', value: '0', 'aria-label': label });
    const cancel = button(T.uploadCancel, () => abort.abort(), { class: 'button small' });
    node.replaceChildren(el('p', { text: label }), bar, cancel);
    node.hidden = false;
    announce(label);
    return bar;
  }

  function welcome(content) {
    const messages = readMessages(content?.messages);
    if (messages.length) conversation.add({ kind: 'bot', messages });
    else conversation.note(T.uploadDone);
  }

  return { node, send };
}

function check(file) {
  if (!TYPES.test(file.name)) return T.uploadType;
  if (file.size > MAX_BYTES) return T.uploadSize;
  return file.size ? '' : T.uploadEmpty;
}

function explain(error) {
  if (error instanceof SessionLost) return T.uploadIdentity;
  if (error.kind === 'aborted') return T.uploadCancelled;
  if (error.kind === 'network' || error.kind === 'timeout' || error.kind === 'offline') return T.uploadLost;
  if (error.sentence) return error.sentence;
  const known = { 401: T.uploadIdentity, 413: T.uploadSize, 415: T.uploadType };
  return known[error.status] ?? sentenceOf(error);
}
