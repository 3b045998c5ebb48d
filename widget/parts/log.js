// The log of the conversation. Only bubbles are announced: what comes with them is added apart, in a part of the
// log that is not live, so that a screen reader says each answer once and nothing else.
import { answerBubble, bubble, choices, extras, opinion } from './answer.js';
import { button, el } from './dom.js';
import { linkify } from './links.js';
import { T } from './texts.js';

export function createLog({ ownOrigin, actions }) {
  const node = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': T.log, tabindex: '0' });
  const turns = new Map();
  const pinEnd = stayAtEnd(node);

  function draw(item) {
    const turn = el('div', { class: `turn ${item.kind}` });
    turns.get(item.key)?.remove();
    turns.set(item.key, turn);
    fill(turn, item);
    node.append(turn);
    return turn;
  }

  function fill(turn, item) {
    if (item.kind === 'bot') return fillAnswer(turn, item);
    const text = item.kind === 'file' ? T.fileSent(item.text) : item.text;
    turn.append(bubble(linkify(tied(text)), item.kind === 'note' || item.kind === 'error' ? T.info : T.you));
    const buttons = (item.actions ?? []).map((name) =>
      button(actions[name].title, () => actions[name].run(item), { class: 'button choice' }),
    );
    if (buttons.length) turn.append(el('div', { class: 'choices', 'aria-live': 'off' }, ...buttons));
    return turn;
  }

  function fillAnswer(turn, item) {
    const parts = item.messages.map((message) => {
      const apart = el('div', { class: 'extras', 'aria-live': 'off' });
      if (message.text) turn.append(answerBubble(message));
      turn.append(apart);
      return [apart, extras(message, { onChoose: actions.choose, onProblem: actions.problem, ownOrigin })];
    });
    if (item.id) {
      const apart = el('div', { class: 'extras', 'aria-live': 'off' });
      turn.append(apart);
      parts.push([apart, [opinion(item.useful, (useful) => actions.rate(item, useful))]]);
    }
    // In a later task, once the bubbles have been announced.
    setTimeout(() => {
      parts.forEach(([apart, nodes]) => apart.append(...nodes));
      if (turn === node.lastElementChild) show(turn);
    });
  }

  /** The beginning of an answer is where its reading starts, under the last line of the question. */
  function show(turn) {
    const answer = turn.classList.contains('bot');
    node.scrollTop = answer ? turn.offsetTop - 64 : node.scrollHeight;
    pinEnd(!answer);
  }

  return {
    node,
    add(item) {
      this.retireChoices();
      show(draw(item));
    },
    remove(item) {
      turns.get(item.key)?.remove();
      turns.delete(item.key);
    },
    /** Quick replies answer the last message only; once it is answered they would be a trap. */
    retireChoices() {
      node.querySelectorAll('.bot .choices, .welcome .choices').forEach((group) => group.remove());
    },
    /** The last turn in sight: a closed dialog cannot scroll, so this is for its opening. */
    reveal() {
      const last = node.lastElementChild;
      if (last?.classList.contains('turn') && node.scrollTop === 0) show(last);
    },
    reset(items) {
      turns.clear();
      node.replaceChildren(welcome(actions.choose));
      items.forEach((item) => {
        this.retireChoices();
        draw(item);
      });
      node.scrollTop = items.length ? node.scrollHeight : 0;
    },
  };
}

/** People type a plain space before « ? », which must not be left alone on a line. */
const tied = (text) => text.replace(/ (?=[?!:;»](\s|$))/g, '\u00a0');

/** When the log gets smaller (a keyboard, a file under way), its end stays in sight. */
function stayAtEnd(node) {
  let atEnd = false;
  node.addEventListener('scroll', () => (atEnd = node.scrollHeight - node.scrollTop - node.clientHeight < 24));
  new ResizeObserver(() => atEnd && node.scrollTo(0, node.scrollHeight)).observe(node);
  return (pinned) => (atEnd = pinned);
}

function welcome(onChoose) {
  const data = el('ul', {}, ...T.data.map((line) => el('li', { text: line })));
  const starters = T.starters.map((title) => ({ title, payload: title.replace('\u00a0', ' ') }));
  return el(
    'div',
    { class: 'welcome' },
    el('p', { text: T.welcome }),
    el('p', { class: 'limits', text: T.limits }),
    el('p', { class: 'limits', text: T.dataShort }),
    el('details', { class: 'folded' }, el('summary', { text: T.dataTitle }), data),
    choices(starters, onChoose, T.startersLabel),
  );
}
