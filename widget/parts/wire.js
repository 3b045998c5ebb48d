// Reads what the server sends, strictly: what is not of the expected kind is dropped, never shown raw.
const MAX_TEXT = 20000;
const text = (value) => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');
const list = (value) => (Array.isArray(value) ? value : []);
const objects = (value) => list(value).filter((entry) => entry !== null && typeof entry === 'object');

/** The messages of an answer: `[{text, buttons, sources, reasons, attachments}]`. */
export const readMessages = (content) => objects(content).map(readMessage).filter(says);

const readMessage = (message) => ({
  text: text(message.text),
  buttons: objects(message.buttons)
    .map(({ title, payload }) => ({ title: text(title), payload: text(payload) || text(title) }))
    .filter(({ title }) => title),
  sources: objects(message.sources)
    .map(({ ref, url, since }) => ({ ref: text(ref) || text(url), url: text(url), since: text(since) }))
    .filter(({ ref }) => ref),
  reasons: list(message.reasons).map(text).filter(Boolean),
  attachments: objects(message.attachments)
    .map(({ title, url }) => ({ title: text(title) || text(url), url: text(url) }))
    .filter(({ title }) => title),
});

const says = ({ text: said, buttons, attachments }) => said || buttons.length || attachments.length;

/** 2025-06-01 -> « 1er juin 2025 »; "" when it is no date. */
export function longDay(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day.getTime())) return '';
  const long = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  return long.replace(/^1 /, '1er ');
}
