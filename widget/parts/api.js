// The five calls of the web channel. Every failure becomes an ApiError that says what kind of failure it was.
const TIMEOUT_MS = 30000; // the server answers, or says that it cannot, within 20 s
const RETRY_DELAYS_MS = [600, 2000];

export class ApiError extends Error {
  /** `kind`: network, offline, timeout, aborted, unreadable or status; `sentence`: the server's own, in French. */
  constructor(kind, { status = 0, sentence = '' } = {}) {
    super(`${kind} ${status}`);
    Object.assign(this, { kind, status, sentence });
  }
}

export function createApi(origin) {
  const address = (path) => `${origin}/webhooks/web/${path}`;
  return {
    session: () => retrying(() => post(address('session'))),
    message: (token, body) => retrying(() => post(address('webhook'), { token, body })),
    feedback: (token, body) => retrying(() => post(address('feedback'), { token, body })),
    erase: (token) => retrying(() => call('DELETE', address('conversation'), { token })),
    upload: (token, file, options) => sendFile(address('upload'), token, file, options),
  };
}

const post = (url, { token, body = {} } = {}) => call('POST', url, { token, body });

async function call(method, url, { token, body }) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
      keepalive: method === 'DELETE', // even if the page is closed right after
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: abort.signal,
    });
    return accept(response.status, await response.text());
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw abort.signal.aborted ? new ApiError('timeout') : networkError();
  } finally {
    clearTimeout(timer);
  }
}

/** Sends again what got lost on the way: message ids make that harmless. */
async function retrying(attempt) {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (error.kind !== 'network') throw error;
    }
    await new Promise((done) => setTimeout(done, delay));
  }
  return attempt();
}

export const networkError = () => new ApiError(navigator.onLine ? 'network' : 'offline');

function accept(status, text) {
  let content = null;
  try {
    content = JSON.parse(text);
  } catch {
    if (status < 400) throw new ApiError('unreadable', { status });
  }
  if (status < 400) return content;
  const sentence = typeof content?.error === 'string' ? content.error.slice(0, 500) : '';
  throw new ApiError('status', { status, sentence });
}

// fetch cannot tell how much of a file has left; XMLHttpRequest can.
function sendFile(url, token, file, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.timeout = 4 * TIMEOUT_MS;
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      try {
        resolve(accept(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(networkError());
    request.ontimeout = () => reject(new ApiError('timeout'));
    request.onabort = () => reject(new ApiError('aborted'));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
