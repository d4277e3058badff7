/** The pages about languages: which there are, and whether those on a server work. */
import { type Context, Hono } from 'hono';
import type { Api } from './ask-api.js';
import { reason } from './ask-api.js';
import { readFields } from './form.js';
import { languageTable } from './language-table.js';
import { languagesPage } from './pages/languages.js';
import { type CheckedRunner, checkedRunners, runnersPage } from './pages/runners.js';

export function languageRoutes(api: Api, needsKey: boolean): Hono {
  const routes = new Hono();

  routes.get('/languages', async (c) => {
    const answer = await api.fetch(new Request(new URL('/api/languages', c.req.url)));
    const { languages } = (await answer.json()) as { languages: { id: string }[] };
    return c.html(languagesPage(languageTable(languages.map(({ id }) => id))));
  });

  routes.get('/runners', (c) => c.html(runnersPage(needsKey)));

  // In the body, so that the key stands in no address.
  routes.post('/runners', async (c) => {
    const { key } = await readFields(c);
    const found = checkedRunners(await check(c, typeof key === 'string' ? key : ''));
    c.header('Vary', 'HX-Request');
    return c.html(c.req.header('HX-Request') === 'true' ? found : runnersPage(needsKey, found));
  });

  /** Comes with the caller's own headers, so that its limits meet the right person. */
  async function check(c: Context, key: string): Promise<CheckedRunner[] | string> {
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['Content-Length', 'Content-Type']) headers.delete(name);
    // What no header can hold is no key.
    if (key) headers.set('Authorization', `Bearer ${/^[\x21-\x7e]+$/.test(key) ? key : '-'}`);
    const answer = await api.fetch(new Request(new URL('/api/runners', c.req.url), { headers }));
    if (!answer.ok) return reason(answer);
    return ((await answer.json()) as { runners: CheckedRunner[] }).runners;
  }
  return routes;
}
