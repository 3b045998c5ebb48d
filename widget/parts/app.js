// Puts the parts together in an open shadow root, so that the styles of the site and ours never meet.
import { createApi } from './api.js';
import { createComposer } from './composer.js';
import { Conversation } from './conversation.js';
import { el } from './dom.js';
import { createEraser } from './eraser.js';
import { createLog } from './log.js';
import { createOwner } from './owner.js';
import { createPanel } from './panel.js';
import { createSession } from './session.js';
import { createShell } from './shell.js';
import { createStore } from './store.js';
import { T } from './texts.js';
import { createUploads } from './uploads.js';

const SPACE = 'https://candidat.francetravail.fr/espacepersonnel/';

/** `base`: the address of the widget's folder; `tag`: the script tag, whose options are read when needed. */
export async function start({ base, tag }) {
  const sheet = new CSSStyleSheet();
  const response = await fetch(new URL('widget.css', base), { credentials: 'omit' });
  if (!response.ok) throw new Error(`widget.css: ${response.status}`);
  sheet.replaceSync(await response.text());
  const host = el('div', { 'data-boussole': true, lang: 'fr' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(assemble(base, tag));
  document.body.append(host);
}

function assemble(base, tag) {
  const store = createStore();
  const api = createApi(base.origin);
  const announcer = el('p', { class: 'sr-only', role: 'status' });
  const statusLine = el('p', { class: 'status', role: 'status' });
  const status = (text) => {
    statusLine.textContent = text;
    statusLine.classList.toggle('busy', Boolean(text));
  };
  let ready = Promise.resolve();

  const session = createSession({
    api,
    store,
    tokenUrl: () => ownAddress(tag.dataset.tokenUrl),
    onRenewed: () => conversation.note(T.sessionRenewed),
  });
  const log = createLog({ ownOrigin: base.origin, actions: actions() });
  const conversation = new Conversation({ api, session, store, log, status, ready: () => ready });
  const composer = createComposer({ onSend: (text) => conversation.say(text), onFile: (file) => uploads.send(file) });
  const panel = createPanel(composer);
  const owner = createOwner({ session, store, log, panel, conversation: () => conversation });
  const eraser = createEraser({ api, session, store, log, panel, status, conversation, focus: () => focusField() });
  const uploads = createUploads({
    api,
    session,
    conversation,
    announce: (text) => (announcer.textContent = text),
    pause: composer.pause,
    focus: () => composer.attach.focus(),
  });
  const shell = createShell({
    spaceUrl: ownAddress(tag.dataset.spaceUrl) ?? SPACE,
    onOpen: open,
    onAdviser: () => conversation.say(T.adviser, T.adviserMessage),
    onErase: eraser.ask,
  });
  const offline = el('p', { class: 'offline', role: 'status' });
  shell.dialog.append(offline, log.node, statusLine, uploads.node, composer.node, panel.node, shell.footer, announcer);
  watchNetwork(offline);
  if (store.state.owner !== null) ready = owner.meet(); // somebody else's talk must not wait in this tab
  return shell.node;

  function open() {
    log.reveal();
    ready = ready.then(() => owner.meet());
    focusField(shell.title);
  }

  /** The field; on a phone something else, or the keyboard would hide what must be read first. */
  function focusField(onPhone = log.node) {
    if (!panel.node.hidden) panel.focus();
    else if (matchMedia('(pointer: coarse)').matches) onPhone.focus({ preventScroll: true });
    else composer.field.focus();
  }

  function actions() {
    return {
      choose(title, payload) {
        conversation.say(title, payload);
        focusField();
      },
      problem: (sentence) => conversation.problem(sentence),
      rate: (item, useful) => conversation.rate(item, useful),
      retry: { title: T.retry, run: (item) => (conversation.retry(item), focusField()) },
      eraseAgain: { title: T.retry, run: () => (eraser.erase(), focusField()) },
      goAnonymous: { title: T.goAnonymous, run: goAnonymous },
    };
  }

  /** The message that found no session is said again, without the person's file. */
  function goAnonymous({ about }) {
    const lost = store.state.items.find(({ id, kind }) => id === about && kind === 'user');
    owner.goAnonymous();
    if (lost) conversation.say(lost.text, lost.payload);
    focusField();
  }
}

/** An address of the page's own site, or undefined: tokens are asked from nobody else. */
function ownAddress(address) {
  if (!address) return undefined;
  const url = new URL(address, document.baseURI);
  return url.origin === location.origin ? url.href : undefined;
}

function watchNetwork(node) {
  const show = () => (node.textContent = navigator.onLine ? '' : T.offlineIdle);
  window.addEventListener('online', show);
  window.addEventListener('offline', show);
  show();
}
