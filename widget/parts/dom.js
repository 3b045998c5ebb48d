// Builds the page out of nodes. No text is ever parsed as HTML: there is no other way to write in this widget.
const SVG = 'http://www.w3.org/2000/svg';

/** An element. `props`: `class`, `text`, `on` (listeners), DOM properties by `prop`, anything else an attribute. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'text') node.textContent = value;
  else if (name === 'on') Object.entries(value).forEach(([type, run]) => node.addEventListener(type, run));
  else node.setAttribute(name, value === true ? '' : value);
}

/** Text for screen readers only. */
export const hidden = (text) => el('span', { class: 'sr-only', text });

export const button = (text, onClick, props = {}) =>
  el('button', { type: 'button', class: 'button', on: { click: onClick }, ...props }, text);

/** A decorative icon made of path data. */
export function icon(...paths) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false', class: 'icon' };
  Object.entries(attributes).forEach(([name, value]) => svg.setAttribute(name, value));
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
