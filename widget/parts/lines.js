// The lines of an answer. A line that begins with one of the assistant's labels (« Pourquoi : », « À faire : »…) shows
// its label in bold, so that an answer can be read at a glance; any other text stays as it is.
import { el } from './dom.js';
import { linkify } from './links.js';

const LABEL = /^(Pourquoi|À savoir|À faire|Sources?)\s:/;
const LINE_CLASS = { Pourquoi: 'why', 'À savoir': 'know', 'À faire': 'do' };
const labelOf = (line) => line.match(LABEL)?.[1];

/** The nodes of a text. `sources`: those folded under it; the line that only repeats them is left out. */
export function answerLines(text, sources = []) {
  const lines = text.split('\n').filter((line) => line.trim());
  if (!lines.some(labelOf)) return linkify(text);
  return lines.filter((line) => !repeats(line, sources)).map(show);
}

function show(line, index, lines) {
  const label = labelOf(line);
  // The line break is for those who copy the text, or read it without its style.
  const end = index < lines.length - 1 ? '\n' : '';
  if (!label) return el('div', { class: `line ${place(index, lines)}` }, ...linkify(line), end);
  const head = line.match(LABEL)[0];
  const strong = el('strong', { class: 'label', text: head });
  return el('div', { class: `line ${LINE_CLASS[label] ?? ''}` }, strong, ...linkify(line.slice(head.length)), end);
}

/** A reasoned answer begins with its conclusion, and may end on a question. */
function place(index, lines) {
  if (index === 0) return lines.some(labelOf) ? 'conclusion' : '';
  return index === lines.length - 1 && lines[index].includes('?') ? 'question' : '';
}

function repeats(line, sources) {
  if (!labelOf(line)?.startsWith('Source')) return false;
  const named = line.replace(LABEL, '').split(/\s;\s/);
  return named.every((name) => sources.some(({ ref }) => name.trim().startsWith(ref)));
}
