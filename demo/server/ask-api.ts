/** Calls the HTTP API with the token of the person whose request is being handled; there are no cookies. */
import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { heard, type Word } from '../../components/wording/words.js';
import { spoken } from './spoken.js';

const NOT_DONE = 'That was not done. Try again.' satisfies Word;

export type Api = { fetch(request: Request): Response | Promise<Response> };

/** The path of the request's room in the API. */
export function ofRoom(c: Context): string {
  return `/api/rooms/${encodeURIComponent(c.req.param('id') ?? '')}`;
}

export function ask(
  c: Context,
  api: Api,
  method: string,
  path: string,
  body?: unknown,
  accept = '*/*',
): Response | Promise<Response> {
  const headers = new Headers({ Authorization: c.req.header('Authorization') ?? '', Accept: accept });
  const url = new URL(path, c.req.url);
  if (body === undefined) return api.fetch(new Request(url, { method, headers }));
  headers.set('Content-Type', 'application/json');
  return api.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
}

/** The reason of a refusal, as a sentence in English. */
export async function reason(answer: Response): Promise<string> {
  const { detail } = (await answer.json()) as { detail?: string };
  return detail ?? NOT_DONE;
}

/** A refusal as text, in the language of the page. */
export function refusal(c: Context, sentence: string, status: number): Response {
  return c.text(
    spoken(c, () => heard(sentence)),
    status as StatusCode & 400,
  );
}
