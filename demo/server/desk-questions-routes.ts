/** Routes of questions in the interviewer panel: each calls the HTTP API with the person's token. */
import { type Context, Hono } from 'hono';
import type { DeskQuestion } from '../../party/shared/asked-questions.js';
import { type Api, ask, ofRoom, reason, refusal } from './ask-api.js';
import { readFields } from './form.js';
import { askedQuestions, deskQuestions, foundQuestions, pickedQuestion } from './pages/desk-questions.js';
import type { QuestionLine, ReadQuestion } from './pages/library.js';
import { spoken } from './spoken.js';

export function deskQuestionsRoutes(api: Api): Hono {
  const routes = new Hono();
  const room = (c: Context) => c.req.param('id') ?? '';

  routes.get('/r/:id/desk/questions', async (c) => {
    const [asked, library] = await Promise.all([questionsOf(c, api), ask(c, api, 'GET', '/api/questions')]);
    if (!asked.ok) return refusal(c, asked.detail, asked.status);
    const { topics = [] } = (await library.json()) as { topics?: string[] };
    return c.html(spoken(c, () => deskQuestions(room(c), askedQuestions(room(c), asked.questions), topics)));
  });

  routes.get('/r/:id/desk/questions/asked', (c) => show(c, api));

  routes.get('/r/:id/desk/questions/:n', async (c) => {
    const answer = await ask(c, api, 'GET', `${ofRoom(c)}/questions/${encodeURIComponent(c.req.param('n'))}`);
    if (!answer.ok) return refusal(c, await reason(answer), answer.status);
    const question = (await answer.json()) as ReadQuestion;
    return c.html(spoken(c, () => pickedQuestion(room(c), question, '', true)));
  });

  routes.get('/r/:id/desk/library', async (c) => {
    const search = new URLSearchParams(['q', 'topic', 'level'].map((name) => [name, c.req.query(name) ?? '']));
    const [answer, asked] = await Promise.all([ask(c, api, 'GET', `/api/questions?${search}`), questionsOf(c, api)]);
    if (!asked.ok) return refusal(c, asked.detail, asked.status);
    if (!answer.ok) return refusal(c, await reason(answer), answer.status);
    const { questions } = (await answer.json()) as { questions: QuestionLine[] };
    return c.html(spoken(c, () => foundQuestions(room(c), questions, idsOf(asked.questions))));
  });

  routes.get('/r/:id/desk/library/:question', async (c) => {
    const path = `/api/questions/${encodeURIComponent(c.req.param('question'))}`;
    const [answer, asked] = await Promise.all([ask(c, api, 'GET', path), questionsOf(c, api)]);
    if (!asked.ok) return refusal(c, asked.detail, asked.status);
    if (!answer.ok) return refusal(c, await reason(answer), answer.status);
    const question = (await answer.json()) as ReadQuestion;
    const language = await usualLanguage(c, api, asked.questions);
    const inRoom = idsOf(asked.questions).has(question.id);
    return c.html(spoken(c, () => pickedQuestion(room(c), question, language, inRoom)));
  });

  routes.post('/r/:id/desk/questions', async (c) => {
    const { question, language, reveal } = await readFields(c);
    const body = { question, language, reveal: reveal !== 'later' };
    return show(c, api, await ask(c, api, 'POST', `${ofRoom(c)}/questions`, body));
  });

  routes.delete('/r/:id/desk/questions/:n', async (c) => {
    return show(c, api, await ask(c, api, 'DELETE', `${ofRoom(c)}/questions/${encodeURIComponent(c.req.param('n'))}`));
  });

  routes.post('/r/:id/desk/questions/:n/:step{reveal|return|hint|stage}', async (c) => {
    const { n, step } = c.req.param();
    const { language } = await readFields(c);
    const body = step === 'reveal' && typeof language === 'string' ? { language } : undefined;
    return show(c, api, await ask(c, api, 'POST', `${ofRoom(c)}/questions/${encodeURIComponent(n)}/${step}`, body));
  });
  return routes;
}

/** Answers with the current list of questions. */
async function show(c: Context, api: Api, done?: Response): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  const asked = await questionsOf(c, api);
  if (!asked.ok) return refusal(c, asked.detail, asked.status);
  const error = done && !done.ok ? await reason(done) : undefined;
  return c.html(spoken(c, () => askedQuestions(c.req.param('id') ?? '', asked.questions, error)));
}

/** As for interviewers; others get a refusal. */
async function questionsOf(c: Context, api: Api) {
  const [answer, library] = await Promise.all([
    ask(c, api, 'GET', `${ofRoom(c)}/questions`),
    // Everybody may see shown questions, so this checks the right to ask.
    ask(c, api, 'GET', '/api/questions?q=-'),
  ]);
  if (answer.ok && !library.ok)
    return { ok: false as const, status: library.status, detail: await reason(library), questions: [] };
  if (!answer.ok) return { ok: false as const, status: answer.status, detail: await reason(answer), questions: [] };
  const { questions } = (await answer.json()) as { questions: DeskQuestion[] };
  return { ok: true as const, questions };
}

/** The language of the last question, else of the room. */
async function usualLanguage(c: Context, api: Api, questions: readonly DeskQuestion[]): Promise<string> {
  const asked = questions.filter(({ n, askedAt }) => n > 0 && askedAt !== null);
  const last = asked.sort((one, other) => (other.askedAt ?? 0) - (one.askedAt ?? 0))[0];
  if (last) return last.language;
  const facts = await ask(c, api, 'GET', ofRoom(c));
  return facts.ok ? ((await facts.json()) as { language: string }).language : '';
}

function idsOf(questions: readonly DeskQuestion[]): ReadonlySet<string> {
  return new Set(questions.map(({ id }) => id));
}
