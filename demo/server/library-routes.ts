/** Pages of the question library, and its part in the form for a new room. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { StatusCode } from 'hono/utils/http-status';
import { heard } from '../../components/wording/words.js';
import { reason, refusal } from './ask-api.js';
import { readFields } from './form.js';
import {
  choice,
  libraryPage,
  type QuestionLine,
  questionPage,
  questionPreview,
  type ReadQuestion,
} from './pages/library.js';
import { libraryChoice } from './pages/make.js';
import { spoken } from './spoken.js';

type Api = { fetch(request: Request): Response | Promise<Response> };

/** All entries. `key` is the server's key, where one is needed. */
export async function readLines(c: Context, api: Api, key: string, search: Record<string, string> = {}) {
  const answer = await ask(c, api, `/api/questions?${new URLSearchParams(search)}`, key);
  const read = (await answer.json()) as { questions?: QuestionLine[]; topics?: string[]; detail?: string };
  const { questions: lines = [], topics = [], detail } = read;
  return { lines, topics, status: answer.status, error: answer.ok ? undefined : detail };
}

export function libraryRoutes(api: Api): Hono {
  const routes = new Hono();

  routes.get('/questions', async (c) => {
    const search = searchOf((name) => c.req.query(name));
    const { status, ...found } = await readLines(c, api, '', search);
    c.status(status as StatusCode);
    return c.html(spoken(c, () => libraryPage({ search, ...found })));
  });

  routes.get('/questions/:question', (c) => show(c, api, '', (question) => questionPage(question)));

  // POST, so that the key is in no URL.
  routes.post('/questions', async (c) => {
    const form = await readFields(c, true);
    const search = searchOf((name) => form[name]);
    const key = text(form.key);
    const { lines, topics, error } = await readLines(c, api, key, search);
    if (error)
      return c.html(spoken(c, () => html`<p role="alert" class="py-2 text-sm text-alarm">${heard(error)}</p>`));
    const ids = [form.questions ?? []].flat();
    const all = ids.length > 0 ? (await readLines(c, api, key)).lines : [];
    const chosen = all.filter(({ id }) => ids.includes(id));
    return c.html(
      spoken(c, () => {
        const list = choice(lines, chosen);
        return form.all ? libraryChoice(topics, list) : list;
      }),
    );
  });

  routes.post('/questions/:question', async (c) => {
    const key = text((await readFields(c)).key);
    return show(c, api, key, questionPreview);
  });
  return routes;
}

function searchOf(field: (name: string) => unknown) {
  return { q: text(field('q')), topic: text(field('topic')), level: text(field('level')) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function show(c: Context, api: Api, key: string, page: typeof questionPreview) {
  const answer = await ask(c, api, `/api/questions/${encodeURIComponent(c.req.param('question') ?? '')}`, key);
  if (!answer.ok) return refusal(c, await reason(answer), answer.status);
  const question = (await answer.json()) as ReadQuestion;
  return c.html(spoken(c, () => page(question)));
}

function ask(c: Context, api: Api, path: string, key: string): Response | Promise<Response> {
  const headers = new Headers(/^[\x21-\x7e]+$/.test(key) ? { Authorization: `Bearer ${key}` } : {});
  return api.fetch(new Request(new URL(path, c.req.url), { headers }));
}
