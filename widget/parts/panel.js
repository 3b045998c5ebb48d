// A question that must be answered before going on, in the place of the composer.
import { el } from './dom.js';

export function createPanel(composer) {
  const node = el('div', { class: 'panel', role: 'group', 'aria-live': 'polite', hidden: true });
  const focus = () => node.querySelector('button')?.focus();
  return {
    node,
    focus,
    show(...content) {
      const focused = composer.node.contains(composer.node.getRootNode().activeElement);
      composer.node.hidden = true;
      node.hidden = false;
      node.replaceChildren(...content.filter(Boolean));
      node.setAttribute('aria-labelledby', content[0].id);
      if (focused) focus();
    },
    hide() {
      node.hidden = true;
      node.replaceChildren();
      composer.node.hidden = false;
      composer.field.focus();
    },
  };
}
