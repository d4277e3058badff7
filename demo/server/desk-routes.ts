/** Routes of the interviewer panel: each calls the HTTP API with the person's token, and answers with the updated panel. */
import { type Context, Hono } from 'hono';
import type { Word } from '../../components/wording/words.js';
import { isRole } from '../../party/shared/roles.js';
import { type Api, ask, ofRoom, reason, refusal } from './ask-api.js';
import { readFields } from './form.js';
import { type DeskFacts, type DeskOptions, desk } from './pages/desk.js';
import { href, spoken } from './spoken.js';

const FOR_INTERVIEWERS = 'The interviewer panel is for interviewers only.' satisfies Word;

/** A person's token is sent with each request, as to the API; there are no cookies. */
export function deskRoutes(api: Api): Hono {
  const routes = new Hono();

  routes.get('/r/:id/desk', (c) => show(c, api));

  routes.delete('/r/:id/desk', async (c) => {
    const answer = await ask(c, api, 'DELETE', ofRoom(c));
    if (!answer.ok) return show(c, api, { error: await reason(answer) });
    const again = spoken(c, () => href(`/r/${c.req.param('id')}`));
    c.header('HX-Redirect', again);
    return c.body(null, 204);
  });

  routes.post('/r/:id/desk/links/:role/reset', async (c) => {
    const role = c.req.param('role');
    // Read first, because a new interviewer link invalidates the token.
    const before = await ask(c, api, 'GET', ofRoom(c));
    const answer = await ask(c, api, 'POST', `${ofRoom(c)}/links/${encodeURIComponent(role)}/reset`);
    if (!answer.ok || !isRole(role)) return show(c, api, { error: await reason(answer) });
    const { link } = (await answer.json()) as { link: string };
    return show(c, api, { made: { role, link } }, before);
  });

  routes.post('/r/:id/desk/links/:role', async (c) => {
    const role = c.req.param('role');
    const answer = await ask(c, api, 'POST', `${ofRoom(c)}/links/${encodeURIComponent(role)}`);
    if (!answer.ok || !isRole(role)) return show(c, api, { error: await reason(answer) });
    const { link } = (await answer.json()) as { link: string };
    return show(c, api, { made: { role, link, added: true } });
  });

  routes.post('/r/:id/desk/people/:person/:action', (c) =>
    decide(c, api, `/people/${encodeURIComponent(c.req.param('person'))}/${encodeURIComponent(c.req.param('action'))}`),
  );

  routes.post('/r/:id/desk/:action{lock|unlock|end|reopen}', (c) => decide(c, api, `/${c.req.param('action')}`));
  routes.post('/r/:id/desk/help', async (c) => {
    const { help } = await readFields(c);
    const answer = await ask(c, api, 'POST', `${ofRoom(c)}/help`, { help });
    return show(c, api, answer.ok ? {} : { error: await reason(answer) });
  });
  return routes;
}

async function decide(c: Context, api: Api, path: string): Promise<Response> {
  const form = await readFields(c);
  const answer = await ask(c, api, 'POST', ofRoom(c) + path, path.endsWith('/role') ? { role: form.role } : undefined);
  return show(c, api, answer.ok ? {} : { error: await reason(answer) });
}

async function show(c: Context, api: Api, more: Omit<DeskOptions, 'facts'> = {}, facts?: Response): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  const answer = facts ?? (await ask(c, api, 'GET', ofRoom(c)));
  if (!answer.ok) return refusal(c, await reason(answer), answer.status);
  const known = (await answer.json()) as DeskFacts & { waiting?: unknown };
  // Only interviewers see the lobby, and only they have a panel.
  if (!known.waiting) return refusal(c, FOR_INTERVIEWERS, 403);
  return c.html(spoken(c, () => desk({ facts: known, ...more })));
}
