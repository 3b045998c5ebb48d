// What the tab remembers: the anonymous token and the transcript. Personal tokens never come here.
// `past`: earlier anonymous tokens of the same talk, which erase it with the others.
// `owner` is null for an anonymous talk, else the subject of the person's token, so that the talk of one person
// is never shown to the next.
import { readMessages } from './wire.js';

const KEY = 'boussole';
const KEPT_ITEMS = 100;
const blank = () => ({ owner: null, token: '', expires: 0, resumes: '', past: [], items: [] });

export function createStore() {
  let state = { ...blank(), ...read() };

  function save() {
    state.items = state.items.slice(-KEPT_ITEMS);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch {
      // Storage refused or full: the talk then lives as long as the page.
    }
  }

  return {
    get state() {
      return state;
    },
    update(changes) {
      state = { ...state, ...changes };
      save();
    },
    add(item) {
      state.items.push(item);
      save();
    },
    save,
    /** Forgets all. */
    clear(owner = null) {
      state = { ...blank(), owner };
      save();
    },
    /** Did the person write anything yet? */
    started: () => state.items.some((item) => item.kind === 'user' || item.kind === 'file'),
  };
}

const KINDS = ['user', 'file', 'note', 'error', 'bot'];
const readable = (item) => KINDS.includes(item?.kind) && (item.kind === 'bot' || typeof item.text === 'string');
const checked = (item) => (item.kind === 'bot' ? { ...item, messages: readMessages(item.messages) } : item);

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return Array.isArray(kept?.items) ? { ...kept, items: kept.items.filter(readable).map(checked) } : {};
  } catch {
    return {};
  }
}
