/** The pages about languages: which there are, and whether those on a server work. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Api } from './ask-api.js';
import { reason } from './ask-api.js';
import { readFields } from './form.js';
import { languageTable } from './language-table.js';
import { languagesPage } from './pages/languages.js';
import { type CheckedAi, type CheckedService, checkedAi, checkedServices, servicesPage } from './pages/services.js';

export function languageRoutes(api: Api, needsKey: boolean): Hono {
  const routes = new Hono();

  routes.get('/languages', async (c) => {
    const answer = await api.fetch(new Request(new URL('/api/languages', c.req.url)));
    const { languages } = (await answer.json()) as { languages: { id: string }[] };
    return c.html(languagesPage(languageTable(languages.map(({ id }) => id))));
  });

  routes.get('/runners', (c) => c.html(servicesPage(needsKey)));

  // In the body, so that the key stands in no address.
  routes.post('/runners', async (c) => {
    const { key } = await readFields(c);
    const given = typeof key === 'string' ? key : '';
    const [languages, ai] = await Promise.all([
      check<{ runners: CheckedService[] }>(c, '/api/runners', given),
      check<CheckedAi>(c, '/api/ai/check', given),
    ]);
    // Whoever may not check one may not check the other.
    const why = typeof languages === 'string' ? languages : '';
    const found = html`${checkedServices(why || (languages as { runners: CheckedService[] }).runners)}${!why && checkedAi(ai)}`;
    c.header('Vary', 'HX-Request');
    return c.html(c.req.header('HX-Request') === 'true' ? found : servicesPage(needsKey, found));
  });

  /** Comes with the caller's own headers, so that its limits meet the right person. */
  async function check<T>(c: Context, path: string, key: string): Promise<T | string> {
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['Content-Length', 'Content-Type']) headers.delete(name);
    // What no header can hold is no key.
    if (key) headers.set('Authorization', `Bearer ${/^[\x21-\x7e]+$/.test(key) ? key : '-'}`);
    const answer = await api.fetch(new Request(new URL(path, c.req.url), { headers }));
    if (!answer.ok) return reason(answer);
    return (await answer.json()) as T;
  }
  return routes;
}
