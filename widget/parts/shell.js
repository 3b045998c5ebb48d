// The launcher and the dialog around everything: opening, closing, focus.
import { button, el, hidden, icon } from './dom.js';
import { T } from './texts.js';

const BUBBLE = 'M4 5h16v11H10l-4.5 4v-4H4z';
const CROSS = 'M6 6l12 12M18 6L6 18';
const COMPASS = ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M15.5 8.5l-2.2 4.8-4.8 2.2 2.2-4.8z'];
// A small window, a phone or a strong zoom: the dialog takes the whole window and is modal there.
const SMALL = '(max-width: 30em), (max-height: 30em)';

export function createShell({ onOpen, onAdviser, onErase, spaceUrl }) {
  const small = matchMedia(SMALL);
  const launcher = button(icon(BUBBLE), open, { class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
  launcher.append(el('span', { text: T.launcher }), hidden(` ${T.launcherMore}`));
  const title = el('h2', { id: 'title', tabindex: '-1', text: T.name });
  const closer = button(icon(CROSS), close, { class: 'button round plain', title: T.close });
  closer.append(hidden(T.close));
  const header = el(
    'div',
    { class: 'header' },
    el('span', { class: 'mark' }, icon(...COMPASS)),
    el('div', { class: 'names' }, title, el('p', { text: T.role })),
    closer,
  );
  const erase = button(T.erase, onErase, { class: 'button small' });
  erase.append(hidden(` ${T.eraseMore}`));
  const tools = el('div', { class: 'tools' }, button(T.adviser, onAdviser, { class: 'button small' }), erase);
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'title' }, header, tools);
  const node = el('aside', { 'aria-label': T.landmark }, launcher, dialog);

  function show() {
    if (small.matches) dialog.showModal();
    else dialog.show();
    fit();
  }

  function open() {
    if (dialog.open) return;
    launcher.setAttribute('aria-expanded', 'true');
    launcher.classList.add('away');
    show();
    onOpen();
  }

  function close() {
    if (!dialog.open) return;
    dialog.close();
    launcher.setAttribute('aria-expanded', 'false');
    launcher.classList.remove('away');
    launcher.focus();
  }

  /** On phones the keyboard covers the window without resizing it: follow what is left to see. */
  function fit() {
    const view = window.visualViewport;
    dialog.style.height = small.matches && view && view.scale === 1 ? `${view.height}px` : '';
  }

  small.addEventListener('change', () => {
    if (!dialog.open) return;
    const focused = node.getRootNode().activeElement;
    dialog.close();
    show();
    focused?.focus();
  });
  window.visualViewport?.addEventListener('resize', fit);
  dialog.addEventListener('cancel', (event) => {
    if (event.target !== dialog) return; // a file picker that was cancelled says so too
    event.preventDefault();
    close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  return { node, dialog, title, footer: footer(spaceUrl) };
}

function footer(spaceUrl) {
  const phone = el('a', { href: 'tel:3949' }, hidden(`${T.phoneMore} `), T.phone);
  const space = spaceUrl ? el('a', { href: spaceUrl, text: T.space }) : null;
  return el('p', { class: 'footer' }, el('span', { class: 'lead', text: `${T.phoneLead} ` }), phone, space ? ' · ' : null, space);
}
