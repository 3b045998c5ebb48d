// What may become a link: https addresses that hide nothing of where they lead, and a few telephone numbers.
import { el, hidden } from './dom.js';
import { T } from './texts.js';

const ADDRESS = /(https:\/\/[^\s<>"«»“”]+)/;
const TRAILING = /[.,;:!?…)\]’']+$/;

/** The address when it is a plain https one (or one of our own host, for our own documents), else null. */
export function safeUrl(text, ownOrigin = null) {
  let url;
  try {
    url = new URL(text, ownOrigin ?? undefined);
  } catch {
    return null;
  }
  const own = ownOrigin !== null && url.origin === ownOrigin;
  if (url.protocol !== 'https:' && !own) return null;
  return url.username || url.password ? null : url.href;
}

/** A link that opens apart, or the bare text when the address is refused. */
export function link(text, address, ownOrigin = null) {
  const href = safeUrl(address, ownOrigin);
  if (!href) return document.createTextNode(text);
  const props = { href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return el('a', props, text, hidden(` ${T.newTab}`));
}

/** Text nodes, with links where the text holds an https address. */
export function linkify(text) {
  return text.split(ADDRESS).flatMap((piece, index) => {
    if (index % 2 === 0) return piece ? [document.createTextNode(piece)] : [];
    const tail = piece.match(TRAILING)?.[0] ?? '';
    const address = tail ? piece.slice(0, -tail.length) : piece;
    return [link(address, address), document.createTextNode(tail)];
  });
}

// The few numbers that the assistant gives to everybody: in distress or on a phone, one touch must be enough.
const NUMBER = /(?<![\w.])(39[ \u00a0\u202f]49|3114|15(?= ou le 112)|(?<=\ble[ \u00a0])112)(?![\w-])/;

/** As `linkify`, and those numbers can be called. */
export function linkifyCalls(text) {
  return text.split(NUMBER).flatMap((piece, index) => {
    if (index % 2 === 0) return linkify(piece);
    return [el('a', { href: `tel:${piece.replace(/\D/g, '')}`, class: 'call', text: piece })];
  });
}
