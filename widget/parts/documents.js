// The documents that an answer brings: letters, dates for a calendar. One of our own host is asked for first, so that
// a link that has expired gives a sentence in the conversation and not a page of code.
import { el, icon } from './dom.js';
import { link, safeUrl } from './links.js';
import { T } from './texts.js';

const ARROW = ['M12 4v11', 'M7 10.5l5 5 5-5', 'M5 20h14'];

/** `onProblem(sentence)`: told when a document cannot be had. */
export function documents(attachments, { ownOrigin, onProblem }) {
  const items = attachments.map((attachment) => el('li', {}, show(attachment, ownOrigin, onProblem)));
  return el('ul', { class: 'documents', 'aria-label': T.attachments }, ...items);
}

function show({ title, url }, ownOrigin, onProblem) {
  const href = url && safeUrl(url, ownOrigin);
  if (!href || new URL(href).origin !== ownOrigin) return link(title, url);
  const get = (event) => {
    event.preventDefault();
    return fetchThenSave(href, onProblem);
  };
  return el('a', { href, download: true, class: 'button document', on: { click: get } }, icon(...ARROW), el('span', { text: title }));
}

async function fetchThenSave(href, onProblem) {
  const sentence = await refusal(href);
  if (sentence) onProblem(sentence);
  else el('a', { href, download: true }).click(); // by its own address: phones then open it with the right application
}

async function refusal(href) {
  try {
    const response = await fetch(href, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
    if (response.ok) return '';
    const { error } = await response.json();
    return typeof error === 'string' ? error : T.documentLost;
  } catch {
    return T.documentLost;
  }
}
