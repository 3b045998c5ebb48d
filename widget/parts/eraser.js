// « Effacer »: the talk goes from the tab and from the server. It is asked first, because it does not come back.
import { ApiError } from './api.js';
import { button, el } from './dom.js';
import { SessionLost } from './session.js';
import { T } from './texts.js';

export function createEraser({ api, session, store, log, panel, status, conversation, focus }) {
  function ask() {
    if (!panel.node.hidden) return panel.focus(); // a question is open already
    if (!store.state.items.length && !spoken()) return conversation.note(T.eraseNothing);
    const known = store.state.owner !== null;
    panel.show(
      el('p', { id: 'erase', class: 'question', text: T.eraseAsk }),
      el('p', { text: known ? T.eraseGonePerson : T.eraseGone }),
      known ? el('p', { text: T.eraseKept }) : null,
      button(T.eraseYes, () => (panel.hide(), erase(), focus()), { class: 'button choice' }),
      button(T.eraseNo, () => (panel.hide(), focus()), { class: 'button choice' }),
    );
    return panel.focus();
  }

  /** At once for the tab; on the server after what is under way, and before what is said next. */
  function erase() {
    store.update({ items: [] });
    log.reset([]);
    return conversation.inTurn(async () => {
      status(T.erasing);
      try {
        await conversation.ready();
        await eraseOnServer();
        conversation.note(store.state.owner === null ? T.erased : T.erasedPerson);
      } catch (error) {
        const next = error instanceof SessionLost ? T.eraseLogIn : T.eraseLater;
        conversation.problem(`${T.eraseFailed} ${next}`, { actions: ['eraseAgain'] });
      } finally {
        status('');
      }
    });
  }

  async function eraseOnServer() {
    const { owner, past, token } = store.state;
    if (owner !== null) await session.call(api.erase);
    const tokens = new Set([...past, token].filter(Boolean));
    await Promise.all([...tokens].map((one) => api.erase(one).catch(unlessUnknown)));
    store.update({ token: '', expires: 0, resumes: '', past: [] });
  }

  /** Does the server hold anything of this tab or of this person? */
  const spoken = () => store.state.owner !== null || store.state.token || store.state.past.length > 0;

  return { ask, erase };
}

/** A token that the server no longer knows is so old that what was said with it is gone. */
function unlessUnknown(error) {
  if (!(error instanceof ApiError) || error.status !== 401) throw error;
}
