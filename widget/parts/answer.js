// One answer of the assistant: bubbles, then what belongs to them (reasons, sources, documents, replies, opinion).
import { documents } from './documents.js';
import { button, el, hidden } from './dom.js';
import { answerLines } from './lines.js';
import { link } from './links.js';
import { T } from './texts.js';
import { longDay } from './wire.js';

export const bubble = (nodes, who) => el('div', { class: 'bubble' }, hidden(`${who} `), ...nodes);
export const answerBubble = ({ text, sources }) => bubble(answerLines(text, sources), T.bot);

/** What goes under the bubble of one message, quick replies next to the question; empty when it is a bare text. */
export function extras(message, { onChoose, onProblem, ownOrigin }) {
  const reasons = message.reasons.filter((reason) => !message.text.includes(reason));
  const sources = [...message.sources].sort((one, other) => Boolean(other.url) - Boolean(one.url));
  return [
    message.attachments.length ? documents(message.attachments, { ownOrigin, onProblem }) : null,
    message.buttons.length ? choices(message.buttons, onChoose) : null,
    reasons.length ? folded(T.why, reasons.map((reason) => [reason])) : null,
    sources.length ? folded(T.sources(sources.length), sources.map(source)) : null,
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
