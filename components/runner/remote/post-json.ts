// One JSON request to a server that runs programs; failures are sentences.

export interface ServiceOptions {
  /** URL of the service, such as `https://run.example/api/v2`; it must allow the page's origin (CORS). */
  url: string;
  /** Sent with each request. Every visitor of the page can read them: have a server of yours add real keys. */
  headers?: Record<string, string>;
}

/** Rejects with a sentence. The result is untrusted JSON. */
export async function postJson(
  { url, headers = {} }: ServiceOptions,
  path: string,
  signal: AbortSignal,
  body?: unknown,
): Promise<Record<string, unknown>> {
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

/** The value if it is a string, else an empty one. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
