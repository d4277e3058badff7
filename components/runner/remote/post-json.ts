// One request of a page to a server that runs programs: JSON both ways, and a sentence when it does not work.
import type { AskService } from '../../../party/shared/program-services.js';

export interface ServiceOptions {
  /** URL of the service, such as `https://run.example/api/v2`; it must allow the page's origin (CORS). */
  url: string;
  /** Sent with each request. Every visitor of the page can read them: have a server of yours add real keys. */
  headers?: Record<string, string>;
}

/** Asks one service. */
export function askFrom(service: ServiceOptions, signal: AbortSignal): AskService {
  return (path, body) => postJson(service, path, signal, body);
}

/** Rejects with a sentence. What comes back is whatever the server said, so take nothing in it for granted. */
async function postJson(
  { url, headers = {} }: ServiceOptions,
  path: string,
  signal: AbortSignal,
  body?: unknown,
): Promise<unknown> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
    ...sent,
    headers: { 'content-type': 'application/json', ...headers },
    credentials: 'omit',
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Error(`${new URL(url, document.baseURI).origin} cannot be reached, or does not allow this page to ask.`);
  });
  const answer: unknown = await response.json().catch(() => null);
  const said = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  if (response.ok) return said;
  const reason = text(said.message) || text(said.error) || 'no reason was given';
  throw new Error(`the server answered with status ${response.status}: ${reason}.`);
}

/** A string, or nothing. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
