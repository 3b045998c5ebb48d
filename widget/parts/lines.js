// The lines of an answer. A line that begins with one of the assistant's labels (« Pourquoi : », « À faire : »…) shows
// its label in bold, so that an answer can be read at a glance; the words stay as they are.
import { el } from './dom.js';
import { linkifyCalls } from './links.js';

const LABEL = /^(Pourquoi|À savoir|À faire|Sources?)\s:/;
// A longer conclusion would be a block of bold: its first sentence is enough.
const SHORT = 130;
const FIRST_SENTENCE = /^.{12,}?[.!?](?=\s[A-ZÀÉÊÇ«])/;
const LINE_CLASS = { 'À faire': 'do' };
const labelOf = (line) => line.match(LABEL)?.[1];

/** The nodes of a text. `sources`: those folded under it; the line that only repeats them is left out. */
export function answerLines(text, sources = []) {
  const lines = text.split('\n').filter((line) => line.trim());
  if (lines.length < 2 && !lines.some(labelOf)) return linkifyCalls(text);
  return lines.filter((line) => !repeats(line, sources)).map(show);
}

function show(line, index, lines) {
  const head = labelOf(line) ? line.match(LABEL)[0] : opening(line, index, lines);
  const strong = head ? el('strong', { class: labelOf(line) ? 'label' : null }, ...linkifyCalls(head)) : null;
  // The line break is for those who copy the text, or read it without its style.
  const end = index < lines.length - 1 ? '\n' : '';
  const rest = linkifyCalls(line.slice(head.length));
  return el('div', { class: `line ${LINE_CLASS[labelOf(line)] ?? ''}` }, strong, ...rest, end);
}

/** What stands out of a line without a label: the conclusion of a reasoned answer, and a question at the end. */
function opening(line, index, lines) {
  if (index === 0) return lines.some(labelOf) ? conclusion(line) : '';
  return index === lines.length - 1 && line.includes('?') ? line : '';
}

const conclusion = (line) => (line.length <= SHORT ? line : (line.match(FIRST_SENTENCE)?.[0] ?? line));

/** Does this line only name what is folded under the answer? */
function repeats(line, sources) {
  if (!labelOf(line)?.startsWith('Source')) return false;
  const named = line.replace(LABEL, '').split(/\s;\s/);
  return named.every((name) => sources.some(({ ref }) => name.trim().startsWith(ref)));
}
