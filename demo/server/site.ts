/** The site: pages and fragments that use the HTTP API like any client. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { StatusCode } from 'hono/utils/http-status';
import type { Word } from '../../components/wording/words.js';
import { isRandomKey as isMadeId, type RandomBytes, randomKey } from '../../party/access/secrets.js';
import type { RoomDirectory } from '../../party/commands/command.js';
import { cleanName } from '../../party/shared/clean-names.js';
import { GONE } from '../../party/storage/room-record.js';
import type { ApiDescription } from './api-description.js';
import { refusal } from './ask-api.js';
import { deskQuestionsRoutes } from './desk-questions-routes.js';
import { deskRoutes } from './desk-routes.js';
import { type Docs, NO_DOCUMENTS } from './docs.js';
import { documentRoutes } from './docs-routes.js';
import { limitForm, NOT_WHOLE, readFields } from './form.js';
import { securityHeaders, varyBy } from './headers.js';
import { languageRoutes } from './language-routes.js';
import { libraryRoutes, readLines } from './library-routes.js';
import { apiPage } from './pages/api.js';
import { homePage } from './pages/home.js';
import type { Html } from './pages/layout.js';
import { type Made, type MakeForm, madeRoom, makeForm as makeFormPage, templatePreview } from './pages/make.js';
import {
  messagePage,
  NOT_FOUND,
  type PageMessage,
  ROOM_AWAY,
  ROOM_DELETED,
  ROOM_EXPIRED,
  ROOM_GONE,
  SERVER_ERROR,
} from './pages/message-page.js';
import { replayPage } from './pages/replay.js';
import { reportPage } from './pages/report.js';
import { roomPage } from './pages/room.js';
import { templatesPage } from './pages/templates.js';
import { previewResponse } from './preview-page.js';
import { reportRoutes } from './report-routes.js';
import { href, localeOfAnswer, spoken } from './spoken.js';

export interface SiteOptions {
  api: { fetch(request: Request): Response | Promise<Response> };
  rooms: RoomDirectory;
  /** Answers `/sandbox`. */
  sandbox: () => Promise<Response>;
  /** Origin of links. Default: the request's origin. */
  url?: string | undefined;
  /** URL of the Python packages that programs may import. */
  packages?: string | undefined;
  /** Ids of the languages that the host's language packs and its servers for programs run; none by default. */
  addedLanguages?: () => Promise<readonly string[]>;
  /** Whether rooms open without a token. */
  open: boolean;
  /** Whether a page without an origin, as previews of the documents are, is let into rooms; default: true. */
  previewsJoin?: boolean;
  /** Made by the build: demo/build/docs.ts. */
  documents?: Docs;
  /** Whether creating rooms requires the server's key. */
  needsKey: boolean;
  random?: RandomBytes;
  /** Receives our own errors; the person only reads that something failed. */
  reportError: (error: unknown) => void;
}

/** The room's reason for being gone, and the page about it. */
const GONE_PAGES: Readonly<Record<string, PageMessage>> = {
  [GONE.deleted]: ROOM_DELETED,
  [GONE.expired]: ROOM_EXPIRED,
};

const TOO_LONG = 'The task or the starter code is too long. Make it shorter.' satisfies Word;

/** Maximum body of a form: percent escapes make UTF-8 three times as long. */
const FORM_BYTES = 2 * 1024 * 1024;
/** Of a form with a few short fields. */
const FIELDS_BYTES = 64 * 1024;

export function createSite({
  api,
  rooms,
  sandbox,
  url,
  open,
  previewsJoin = true,
  needsKey,
  packages,
  documents = NO_DOCUMENTS,
  addedLanguages = async () => [],
  reportError,
  ...options
}: SiteOptions): Hono {
  const random = options.random ?? ((bytes) => void crypto.getRandomValues(bytes));
  const origin = (request: string) => new URL(url || request).origin;
  const makeForm = async (c: Context, form: Omit<Parameters<typeof makeFormPage>[0], 'added' | 'needsKey'>) => {
    const added = await addedLanguages();
    return spoken(c, () => makeFormPage({ ...form, needsKey, added }));
  };
  const tryRoom = (): { tryRoom?: string } => (open ? { tryRoom: `try-${randomKey(random)}` } : {});
  const site = new Hono();

  // The API answers these itself, and other origins use them.
  for (const path of ['/api/*', '/healthz', '/openapi.json']) site.all(path, (c) => api.fetch(c.req.raw));
  // Requested at each visit, and seldom changed, so it has a validator.
  site.get('/sandbox', etag(), () => sandbox());
  site.get('/preview', (c) => previewResponse(origin(c.req.url), new URL(c.req.url).origin));

  site.use('*', securityHeaders(origin, packages), async (c, next) => {
    // Not decoded: browsers treat a backslash as a slash, so it could lead to another server.
    const { pathname, search } = new URL(c.req.url);
    const shorter = withoutTrailingSlash(pathname);
    // A relative redirect, because anybody may have written the request's Host.
    if (shorter !== null) return c.redirect(shorter + search, 301);
    await next();
    const locale = localeOfAnswer(c);
    if (!locale) return;
    c.header('Content-Language', locale);
    varyBy(c, 'Accept-Language');

    // A fragment speaks as the page that it goes into.
    if (c.req.header('HX-Request') === 'true') varyBy(c, 'HX-Current-URL');
  });

  /** HTMX gets the changed fragment, everybody else the page that includes it. */
  function show(c: Context, make: Html, status: number) {
    const fragment = c.req.header('HX-Request') === 'true';
    // HTMX leaves the page as it is where a server fails, and this is an answer that says so by itself.
    c.status((fragment && status >= 500 ? 200 : status) as StatusCode);
    c.header('Vary', 'HX-Request');
    c.header('Cache-Control', 'no-store');
    if (fragment) return c.html(make);
    return c.html(spoken(c, () => homePage({ make, ...tryRoom(), packages })));
  }

  site.route('/', documentRoutes({ api, documents, origin, tryRoom: () => tryRoom().tryRoom, previewsJoin }));

  site.get('/', async (c) => {
    const make = await makeForm(c, {});
    return c.html(spoken(c, () => homePage({ make, ...tryRoom(), packages })));
  });

  // Before anything reads them: these are read without asking who sends them.
  const fields = limitForm(FIELDS_BYTES, (c) => refusal(c, NOT_WHOLE, 413));
  site.post('/r/*', fields);
  site.post('/runners', fields);
  // The library stands in the form for a room, which is sent with it.
  const aroundLibrary = limitForm(FORM_BYTES, (c) => refusal(c, TOO_LONG, 413));
  site.post('/questions', aroundLibrary);
  site.post('/questions/*', aroundLibrary);

  const tooLarge = async (c: Context) => show(c, await makeForm(c, { error: TOO_LONG }), 413);
  site.post('/rooms', limitForm(FORM_BYTES, tooLarge), async (c) => {
    const { key, ...form } = await readForm(c);
    /** Without the right key nobody may read them: then they stay chosen as they are. */
    const chosen = async () => {
      if (form.questions.length === 0) return {};
      const { lines, error } = await readLines(c, api, key);
      return error ? { unread: form.questions } : { chosen: lines.filter(({ id }) => form.questions.includes(id)) };
    };
    const answer = await api.fetch(apiRequest(c, form, key));
    if (answer.ok) {
      const made = (await answer.json()) as Made;
      const title = cleanName(form.title, form.title.length);
      return show(
        c,
        spoken(c, () => madeRoom(made, title, form.questions.length)),
        201,
      );
    }
    const problem = (await answer.json()) as { detail: string; errors?: { pointer: string; detail: string }[] };
    const errors = Object.fromEntries((problem.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]));
    // A fault shown next to its field is not repeated above.
    const error = Object.keys(errors).some((name) => name in form) ? undefined : problem.detail;
    return show(c, await makeForm(c, { form, error, errors, ...(await chosen()) }), answer.status);
  });
  site.get('/rooms', (c) => c.redirect(spoken(c, () => href('/'))));

  site.get('/templates', (c) => {
    c.header('Vary', 'HX-Request');
    if (c.req.header('HX-Request') !== 'true') return c.html(spoken(c, templatesPage));
    return c.html(spoken(c, () => templatePreview(c.req.query('template') ?? '')));
  });

  site.on('GET', ['/r/:id', '/r/:id/replay', '/r/:id/report'], async (c) => {
    const id = c.req.param('id');
    const message = (...about: Parameters<typeof messagePage>) => spoken(c, () => messagePage(...about));
    if (!id || !isMadeId(id)) return c.html(message(ROOM_GONE), 404);
    const answer = await rooms.send(id, { type: 'exists' }).catch(reportError);
    if (!answer) return c.html(message(ROOM_AWAY), 503);
    if (!answer.ok) return c.html(message(GONE_PAGES[answer.detail] ?? ROOM_GONE, id), 404);
    const [, , , part] = c.req.path.split('/');
    return c.html(
      spoken(c, () =>
        part === 'replay' ? replayPage(id, needsKey) : part === 'report' ? reportPage(id) : roomPage(id, packages),
      ),
    );
  });

  site.route('/', deskRoutes(api));
  site.route('/', reportRoutes(api));
  site.route('/', deskQuestionsRoutes(api));
  site.route('/', libraryRoutes(api));
  site.route('/', languageRoutes(api, needsKey));

  /** Created once per address, because it is long and anybody may request it. */
  let apiDocument: { origin: string; page: string } | undefined;
  site.get('/docs', async (c) => {
    const own = origin(c.req.url);
    const page = apiDocument?.origin === own ? apiDocument.page : await writeApiPage(own);
    apiDocument = { origin: own, page };
    return c.html(page);
  });

  async function writeApiPage(own: string): Promise<string> {
    const answer = await api.fetch(new Request(new URL('/openapi.json', own)));
    return String(await apiPage((await answer.json()) as ApiDescription, own));
  }

  site.notFound((c) =>
    c.html(
      spoken(c, () => messagePage(NOT_FOUND)),
      404,
    ),
  );
  site.onError((error, c) => {
    reportError(error);
    return c.html(
      spoken(c, () => messagePage(SERVER_ERROR)),
      500,
    );
  });
  return site;
}

/** Null when there is none to remove. Only one slash stays at the front: two would lead to another server. */
function withoutTrailingSlash(path: string): string | null {
  return path.length > 1 && path.endsWith('/') ? `/${path.replace(/^\/+|\/+$/g, '')}` : null;
}

async function readForm(c: Context): Promise<MakeForm & { key: string }> {
  const form = await readFields(c, true);
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const questions = [form.questions ?? []].flat().filter((id): id is string => typeof id === 'string');
  return {
    title: text('title'),
    language: text('language') || 'python',
    code: text('code'),
    brief: text('brief'),
    template: text('template'),
    retentionHours: text('retentionHours') || '720',
    help: text('help') || 'full',
    log: text('log') || 'off',
    ai: text('ai') || 'off',
    lobby: text('lobby'),
    rehearsal: text('rehearsal'),
    questions,
    key: text('key'),
  };
}

/** The form as an API request, with the client's headers, so that rate limits apply to the right person. */
function apiRequest(c: Context, form: MakeForm, key: string): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.delete('Content-Length');
  headers.set('Content-Type', 'application/json');
  // A value that no header can contain is not a key.
  if (key) headers.set('Authorization', `Bearer ${/^[\x21-\x7e]+$/.test(key) ? key : '-'}`);
  const { template, language, questions, ...rest } = form;
  // Empty fields are filled in from the template, including the language.
  const written = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  const start = template ? { template } : { language };
  const facts = {
    retentionHours: Number(form.retentionHours),
    lobby: form.lobby === 'on',
    rehearsal: form.rehearsal === 'on',
  };
  const asked = questions.length > 0 ? { questions } : {};
  const body = JSON.stringify({ ...written, ...start, ...facts, ...asked });
  return new Request(new URL('/api/rooms', c.req.url), { method: 'POST', headers, body });
}
