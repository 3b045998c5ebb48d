// One answer of the assistant: bubbles, then what belongs to them (reasons, sources, documents, replies, opinion).
import { button, el, hidden } from './dom.js';
import { link, linkify } from './links.js';
import { T } from './texts.js';
import { longDay } from './wire.js';

export const bubble = (text, who) =>
  el('div', { class: 'bubble' }, hidden(`${who} `), ...linkify(text));

/** What goes under the bubble of one message; empty when it is a bare text. */
export function extras(message, { onChoose, ownOrigin }) {
  return [
    message.attachments.length ? documents(message.attachments, ownOrigin) : null,
    message.reasons.length ? folded(T.why, message.reasons.map((reason) => [reason])) : null,
    message.sources.length ? folded(T.sources(message.sources.length), message.sources.map(source)) : null,
    message.buttons.length ? choices(message.buttons, onChoose) : null,
  ].filter(Boolean);
}

function folded(title, entries) {
  const items = entries.map((parts) => el('li', {}, ...parts));
  return el('details', { class: 'folded' }, el('summary', { text: title }), el('ul', {}, ...items));
}

function source({ ref, url, since }) {
  const day = longDay(since);
  return [link(ref, url), day ? el('span', { class: 'since', text: ` ${T.since(day)}` }) : null];
}

function documents(attachments, ownOrigin) {
  const items = attachments.map(({ title, url }) => el('li', {}, link(title, url, ownOrigin)));
  return el('ul', { class: 'documents', 'aria-label': T.attachments }, ...items);
}

export function choices(buttons, onChoose, label = T.choices) {
  const all = buttons.map(({ title, payload }) =>
    button(title, () => onChoose(title, payload), { class: 'button choice' }),
  );
  return el('div', { class: 'choices', role: 'group', 'aria-label': label }, ...all);
}

/** « Utile / Pas utile ». `onRate(useful)` resolves to whether it was kept. */
export function opinion(rated, onRate) {
  const ask = el('span', { class: 'opinion-ask', text: rated === undefined ? T.usefulShort : T.usefulThanks });
  const options = [
    [T.useful, true],
    [T.useless, false],
  ].map(([title, useful]) =>
    button(title, () => choose(useful), { class: 'button small', 'aria-pressed': String(rated === useful) }),
  );
  async function choose(useful) {
    const kept = await onRate(useful);
    ask.textContent = kept ? T.usefulThanks : T.usefulFailed;
    if (kept) options.forEach((option, index) => option.setAttribute('aria-pressed', String(useful === !index)));
  }
  return el('div', { class: 'opinion', role: 'group', 'aria-label': T.usefulAsk }, ask, ...options);
}
