// Where the person writes and picks a file.
import { button, el, hidden, icon } from './dom.js';
import { T } from './texts.js';

const MAX_CHARACTERS = 1000;
const CLIP = 'M20 11.5l-8.3 8.1a5.4 5.4 0 0 1-7.6-7.6l8.6-8.4a3.6 3.6 0 0 1 5.1 5.1l-8.5 8.3a1.8 1.8 0 0 1-2.6-2.5l7.7-7.5';
const PLANE = 'M4 12l16-8-6 16-3-6.5z';

export function createComposer({ onSend, onFile }) {
  const help = el('span', { id: 'help', class: 'sr-only', text: T.fieldHelp });
  const wrong = el('p', { id: 'wrong', class: 'wrong', role: 'alert' });
  const field = el('textarea', {
    id: 'field',
    rows: '1',
    placeholder: T.placeholder,
    'aria-describedby': 'help wrong',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const file = el('input', {
    type: 'file',
    accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
    hidden: true, // reached by the button beside it
  });
  let paused = false;
  const attach = button(icon(CLIP), () => paused || file.click(), { class: 'button round', title: `${T.attach} (${T.attachMore})` });
  attach.append(hidden(`${T.attach} (${T.attachMore})`));
  const send = el('button', { type: 'submit', class: 'button round main', title: T.send }, icon(PLANE), hidden(T.send));
  const label = el('label', { for: 'field', class: 'sr-only', text: T.field });
  const row = el('div', { class: 'row' }, attach, file, label, field, help, send);
  const node = el('form', { class: 'composer', novalidate: true }, wrong, row);

  function complain(sentence) {
    wrong.textContent = sentence;
    if (sentence) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  node.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const length = [...text].length;
    field.focus();
    if (!text) return complain(T.empty);
    if (length > MAX_CHARACTERS) return complain(T.tooLong(length));
    complain('');
    field.value = '';
    grow();
    return onSend(text);
  });
  field.addEventListener('input', () => {
    grow();
    const length = [...field.value.trim()].length;
    if (wrong.textContent && length <= MAX_CHARACTERS) complain('');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    node.requestSubmit();
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files;
    file.value = '';
    if (chosen) onFile(chosen);
  });
  /** One file at a time. The button stays reachable, so that focus is never lost. */
  function pause(yes) {
    paused = yes;
    attach.setAttribute('aria-disabled', String(yes));
  }
  return { node, field, attach, pause };
}
