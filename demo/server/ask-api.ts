/** Asks the HTTP API as the person would whose request this is: their token comes with it, and no cookie stands for anybody. */
import type { Context } from 'hono';

export type Api = { fetch(request: Request): Response | Promise<Response> };

/** The address of the room that the request is about, as the API has it. */
export function ofRoom(c: Context): string {
  return `/api/rooms/${encodeURIComponent(c.req.param('id') ?? '')}`;
}

export function ask(c: Context, api: Api, method: string, path: string, body?: unknown): Response | Promise<Response> {
  const headers = new Headers({ Authorization: c.req.header('Authorization') ?? '' });
  const url = new URL(path, c.req.url);
  if (body === undefined) return api.fetch(new Request(url, { method, headers }));
  headers.set('Content-Type', 'application/json');
  return api.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
}

/** Why it was not done, as a sentence. */
export async function reason(answer: Response): Promise<string> {
  const { detail } = (await answer.json()) as { detail?: string };
  return detail ?? 'That was not done. Try again.';
}
