/** The documents: each page as HTML and as Markdown, all of them for machines, and the page in which examples run. */
import { type Context, Hono } from 'hono';
import type { ApiDescription } from './api-description.js';
import { apiMarkdown } from './api-markdown.js';
import type { Api } from './ask-api.js';
import { atHome, type Docs, type DocsPage, documentMarkdown, EXAMPLE_ROOM, llmsText } from './docs.js';
import { type EmbedPolicy, embedPolicy, policyWish } from './embed-policy.js';
import { languageMarkdown } from './language-table.js';
import { documentPage, type Shown } from './pages/docs-page.js';
import { messageAnswer, messageSearch } from './pages/message-search.js';
import { builtPolicy, policyForm } from './pages/policy.js';
import { templatesMarkdown } from './pages/templates.js';

interface DocumentHost {
  api: Api;
  documents: Docs;
  /** Of links. */
  origin: (request: string) => string;
  /** The name of a room for whoever looks at an example; missing where rooms do not open by name. */
  tryRoom: () => string | undefined;
  /** Whether previews, which have no origin, are let into rooms. */
  previewsJoin: boolean;
}

/** Why an example with a room is only shown: run here, it would tell visitors of a fault that they cannot mend. */
const CLOSED = 'It does not run here: this host opens no rooms by name (CODE_ROOM_OPEN).';
const FOREIGN =
  'It does not run here: previews have no origin of their own, and this host lets in no pages but those it knows (CODE_ROOM_ORIGINS).';

interface Other {
  path: string;
  title: string;
  description: string;
  markdown: (c: Context) => string | Promise<string>;
}

export function documentRoutes({ api, documents, origin, tryRoom, previewsJoin }: DocumentHost): Hono {
  const routes = new Hono();
  /** Made once for each address: they are long, and anybody may ask for them. */
  let made: { origin: string; documents: Docs } | undefined;
  const home = (own: string): Docs => {
    if (made?.origin !== own) made = { origin: own, documents: atHome(documents, own) };
    return made.documents;
  };

  const others: Other[] = [
    {
      path: '/docs',
      title: 'HTTP API',
      description: 'Every route, what it takes and answers.',
      markdown: async (c) => {
        const answer = await api.fetch(new Request(new URL('/openapi.json', origin(c.req.url))));
        return apiMarkdown((await answer.json()) as ApiDescription, origin(c.req.url));
      },
    },
    {
      path: '/languages',
      title: 'Languages',
      description: 'What runs, where, and what it lacks.',
      markdown: () => `# Languages\n\n${languageMarkdown()}\n`,
    },
    {
      path: '/templates',
      title: 'Templates',
      description: 'Tasks with starter code for new rooms.',
      markdown: () => templatesMarkdown(),
    },
  ];

  const text = (c: Context, body: string, type = 'text/markdown') => {
    c.header('Content-Type', `${type}; charset=utf-8`);
    c.header('Vary', 'Accept, HX-Request');
    // Programs of other origins read them.
    c.header('Access-Control-Allow-Origin', '*');
    return c.body(body);
  };
  const wantsMarkdown = (c: Context) => /(^|,)\s*text\/markdown\b/.test(c.req.header('Accept') ?? '');
  const index = (own: string) => atHome(llmsText(documents.pages, others), own);

  routes.get('/llms.txt', (c) => text(c, index(origin(c.req.url)), 'text/plain'));
  routes.get('/index.md', (c) => text(c, index(origin(c.req.url))));
  routes.get('/', async (c, next) => (wantsMarkdown(c) ? text(c, index(origin(c.req.url))) : next()));
  routes.get('/skill.md', (c) => text(c, home(origin(c.req.url)).skill));
  routes.get('/llms-full.txt', async (c) => {
    const own = origin(c.req.url);
    const pages = documents.pages.map((page) => atHome(documentMarkdown(page), own));
    const more = await Promise.all(others.map(({ markdown }) => markdown(c)));
    return text(c, [...pages, ...more].join('\n\n---\n\n'), 'text/plain');
  });

  for (const other of others) {
    routes.get(`${other.path}.md`, async (c) => text(c, await other.markdown(c)));
    routes.get(other.path, async (c, next) => (wantsMarkdown(c) ? text(c, await other.markdown(c)) : next()));
  }

  for (const { path } of documents.pages) {
    const find = (own: string) => home(own).pages.find((page) => page.path === path) as DocsPage;
    const markdown = async (c: Context) => {
      const own = origin(c.req.url);
      const written = atHome(documentMarkdown(find(own)), own);
      const asked = path === '/embed/policy' && Object.keys(c.req.query()).length > 0;
      return text(c, asked ? `${written}\n${await policyMarkdown(c, own)}` : written);
    };
    routes.get(`${path}.md`, markdown);
    routes.get(path, async (c) => {
      if (wantsMarkdown(c)) return markdown(c);
      const own = origin(c.req.url);
      c.header('Vary', 'Accept, HX-Request');
      if (c.req.header('HX-Request') === 'true') {
        if (path === '/embed/policy') return c.html(builtPolicy(await policyOf(c, own)));
        if (path === '/embed/messages') return c.html(messageAnswer(home(own).messages, c.req.query('q') ?? ''));
      }
      const forms: Shown['forms'] = {};
      if (path === '/embed/policy') forms.policy = policyForm(policyWish(own, c.req.query()), await policyOf(c, own));
      if (path === '/embed/messages') forms.messages = messageSearch(home(own).messages, c.req.query('q') ?? '');
      const room = tryRoom();
      const document = atHome(find(own), own, room ?? EXAMPLE_ROOM);
      const note = room === undefined ? CLOSED : previewsJoin ? undefined : FOREIGN;
      return c.html(documentPage({ document, pages: documents.pages, origin: own, forms, note }));
    });
  }
  return routes;
}

function policyOf(c: Context, own: string): Promise<EmbedPolicy | string> {
  return embedPolicy(policyWish(own, c.req.query())).catch((error: Error) => error.message);
}

async function policyMarkdown(c: Context, own: string): Promise<string> {
  const built = await policyOf(c, own);
  if (typeof built === 'string') return `${built}\n`;
  return `## As you asked\n\n\`\`\`txt\n${built.header.name}: ${built.header.value}\n\`\`\`\n\n\`\`\`html\n${built.tag}\n\`\`\`\n`;
}
