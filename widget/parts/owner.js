// Whose talk is it? A person who logs in may keep the anonymous talk; a person who leaves takes theirs along.
import { button, el } from './dom.js';
import { T } from './texts.js';

/** `panel` takes the place of the composer while a question must be answered first. */
export function createOwner({ session, store, log, conversation, panel }) {
  let told = false;
  let shown = store.state.owner === null;
  log.reset(shown ? store.state.items : []); // a person's talk waits until we know that they are there

  function forget(owner, reason) {
    const underWay = conversation().underWay();
    store.clear(owner);
    log.reset([]);
    shown = true;
    if (reason) conversation().note(reason);
    underWay.forEach((item) => conversation().add(item));
  }

  function show() {
    if (!shown) log.reset(store.state.items);
    shown = true;
    conversation().offerUnconfirmed();
  }

  /** Asks the site who is there, and makes the talk theirs. Resolves when the person may be answered. */
  async function meet() {
    const started = store.started(); // what is said while we ask is no earlier talk
    let person;
    try {
      person = await session.identify();
    } catch {
      return unknown();
    }
    const { owner } = store.state;
    if (person === owner) return show();
    if (owner !== null) return forget(person, person === null ? T.loggedOut : T.otherPerson);
    if (!started) return forget(person);
    return (await ask()) ? keep(person) : forget(person);
  }

  /** The site does not answer: a personal talk waits for it, an anonymous one goes on. */
  function unknown() {
    if (store.state.owner === null && !told) conversation().note(T.identityUnknown);
    told = true;
  }

  function keep(person) {
    const { token, past } = store.state;
    store.update({ owner: person, resumes: token, token: '', expires: 0, past: [...past, token].filter(Boolean) });
  }

  function ask() {
    return new Promise((resolve) => {
      const choose = (kept) => {
        panel.hide();
        resolve(kept);
      };
      panel.show(
        el('p', { id: 'resume', text: T.resumeAsk }),
        button(T.resumeYes, () => choose(true), { class: 'button choice' }),
        button(T.resumeNo, () => choose(false), { class: 'button choice' }),
      );
    });
  }

  /** The person prefers to go on without their file. */
  function goAnonymous() {
    session.forget();
    forget(null);
  }

  return { meet, goAnonymous };
}
