/** The text of the report page: the API's report as elements, with the person's token. */
import { Hono } from 'hono';
import type { Report } from '../../party/commands/report.js';
import { type Api, ask, ofRoom, reason, refusal } from './ask-api.js';
import { reportText } from './pages/report.js';
import { spoken } from './spoken.js';

export function reportRoutes(api: Api): Hono {
  const routes = new Hono();
  routes.get('/r/:id/report/text', async (c) => {
    c.header('Cache-Control', 'no-store');
    const version = c.req.query('for') === 'candidate' ? '?for=candidate' : '';
    const answer = await ask(c, api, 'GET', `${ofRoom(c)}/report${version}`, undefined, 'application/json');
    if (!answer.ok) return refusal(c, await reason(answer), answer.status);
    const report = (await answer.json()) as Report;
    return c.html(spoken(c, () => reportText(report)));
  });
  return routes;
}
