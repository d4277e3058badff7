// The documents of the host: complete, the same as Markdown and for agents, with nothing in them that is not there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { changeParts } from '../../demo/build/change-notes.js';
import { elementCalled, type Manifest } from '../../demo/build/element-tables.js';
import { refusalChapters } from '../../demo/build/refusal-chapters.js';
import { SENTENCES } from '../../demo/build/sentences.js';
import { skillText } from '../../demo/build/skill.js';
import { atHome, type Docs, documentMarkdown } from '../../demo/server/docs.js';
import { embedPolicy, policyWish, USUAL } from '../../demo/server/embed-policy.js';
import { foundMessages } from '../../demo/server/pages/message-search.js';
import { createSite } from '../../demo/server/site.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

const documents: Docs = {
  pages: [
    {
      path: '/embed',
      title: 'Embed',
      description: 'One tag.',
      parts: [
        { kind: 'text', text: '## First\n\nSee [the API](https://rooms.example/docs) & `<code-room>`.' },
        { kind: 'example', name: 'hello', title: 'Hello', html: '<code-room room="try-this-room"></code-room>' },
        { kind: 'table', caption: 'T', head: ['a', 'b'], rows: [['`x`', 'one | two']] },
      ],
    },
    { path: '/embed/policy', title: 'Policy', description: 'P.', parts: [{ kind: 'form', form: 'policy' }] },
    { path: '/embed/messages', title: 'Messages', description: 'M.', parts: [{ kind: 'form', form: 'messages' }] },
  ],
  messages: [
    { code: 'many-runs', sentence: SENTENCES['many-runs'], advice: 'Wait a moment.' },
    { code: 'room-locked', sentence: SENTENCES['room-locked'], advice: 'Ask `them`.' },
  ],
  skill: 'https://rooms.example/code-room.js',
};

function host(open = true, previewsJoin = true) {
  const rooms = new MemoryRooms();
  const reportError = (error: unknown) => assert.fail(String(error));
  const api = createApi({ rooms, reportError });
  const sandbox = async () => new Response('sandbox');
  const site = createSite({ api, rooms, sandbox, open, previewsJoin, needsKey: false, reportError, documents });
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = await site.request(`http://host.test${path}`, { headers });
    return { response, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
}

describe('a page of the documents', () => {
  it('is HTML for people, and Markdown by its address or for whoever accepts it', async () => {
    const get = host();
    const { text, type } = await get('/embed');
    assert.match(type, /^text\/html/);
    assert.match(text, /<link rel="alternate" type="text\/markdown" href="\/embed\.md">/);
    assert.match(text, /<h2 id="first"/);
    assert.match(text, /<a href="\/docs">the API<\/a> &amp; <code>&lt;code-room&gt;<\/code>/);
    assert.match(text, /&lt;code-room room=&quot;try-[\w-]{22}&quot;/);
    assert.match(text, /<td>one \| two<\/td>/);
    const markdown = await get('/embed.md');
    assert.match(markdown.type, /^text\/markdown/);
    assert.match(markdown.text, /^# Embed\n\nOne tag\.\n\n## First\n\nSee \[the API\]\(http:\/\/host\.test\/docs\)/);
    assert.match(markdown.text, /\n```html\n<code-room room="try-this-room"><\/code-room>\n```\n/);
    assert.match(markdown.text, /\n\| `x` \| one \\\| two \|\n/);
    assert.equal((await get('/embed', { Accept: 'text/markdown, text/html;q=0.5' })).text, markdown.text);
  });

  it('is there as Markdown wherever the host has a page about itself', async () => {
    const get = host();
    for (const path of ['/docs', '/languages', '/templates', '/embed/messages', '/embed/policy']) {
      const { type, text } = await get(`${path}.md`);
      assert.match(type, /^text\/markdown/, path);
      assert.match(text, /^# /, path);
      assert.equal((await get(path, { Accept: 'text/markdown' })).text, text, path);
      assert.match((await get(path)).type, /^text\/html/, path);
    }
    assert.match(
      (await get('/docs.md')).text,
      /`POST \/api\/rooms`[\s\S]*curl -X POST http:\/\/host\.test\/api\/rooms/,
    );
  });

  it('is listed for machines, and all are one file', async () => {
    const get = host();
    const { text, type } = await get('/llms.txt');
    assert.match(type, /^text\/plain/);
    assert.match(text, /^# code-room\n\n> /);
    assert.match(text, /\n## Documents\n\n- \[Embed\]\(http:\/\/host\.test\/embed\.md\): One tag\./);
    for (const [, address = ''] of text.matchAll(/\]\(http:\/\/host\.test([^)]+)\)/g))
      assert.equal((await get(address)).response.status, 200, address);
    assert.match((await get('/llms-full.txt')).text, /# Embed[\s\S]*# HTTP API[\s\S]*# Languages/);
    assert.equal((await get('/skill.md')).text, 'http://host.test/code-room.js');
    assert.doesNotMatch((await get('/embed')).text, /rooms\.example/);
  });

  it('shows an example with a room without a preview where it would be refused, and says why', async () => {
    const open = (await host()('/embed')).text;
    assert.match(open, /<live-example name="hello"/);
    assert.doesNotMatch(open, /does not run here/);
    for (const [closed, why] of [
      [host(false), /opens no rooms by name/],
      [host(true, false), /previews have no origin/],
    ] as const) {
      const { text } = await closed('/embed');
      assert.match(text, why);
      assert.doesNotMatch(text, /<live-example/);
    }
  });
});

describe('the search of messages', () => {
  it('finds a sentence with its values, and words', () => {
    const codes = (question: string) => foundMessages(documents.messages, question).map(({ code }) => code);
    assert.deepEqual(codes('You have started many runs in a short time. Run again in 17 seconds.'), ['many-runs']);
    assert.deepEqual(codes('  LOCKED unlock '), ['room-locked']);
    assert.deepEqual(codes('nothing like it'), []);
    assert.deepEqual(codes(''), []);
  });

  it('shows a fragment while somebody writes, with their text as text', async () => {
    const get = host();
    const { text } = await get('/embed/messages?q=locked', { 'HX-Request': 'true' });
    assert.match(text, /^<dl/);
    assert.match((await get('/embed/messages?q=%3Cb%3E')).text, /value="&lt;b&gt;"/);
  });
});

describe('the messages', () => {
  it('are all there, once, each with what to do', () => {
    const messages = refusalChapters().flatMap((chapter) => chapter.messages);
    assert.deepEqual(messages.map(({ code }) => code).sort(), Object.keys(SENTENCES).sort());
    for (const { code, advice } of messages) {
      assert.match(advice, /^[A-Z`].{5,}[.…]$/, `${code}: ${advice}`);
      assert.doesNotMatch(advice, /^\{/, code);
    }
  });
});

describe('the policy', () => {
  const wish = { ...USUAL, host: 'https://rooms.example/anything' };
  it('has what a room needs, and no more', async () => {
    const { header, tag } = await embedPolicy(wish);
    assert.deepEqual(header, {
      name: 'Content-Security-Policy',
      value:
        'script-src https://rooms.example; connect-src https://rooms.example wss://rooms.example; frame-src https://rooms.example; img-src blob: data:',
    });
    assert.equal(tag, '<script type="module" src="https://rooms.example/code-room.js"></script>');
  });

  it('follows the form', async () => {
    const query = { host: 'https://a.example', scripts: 'nonce', trusted: 'on', report: 'on' };
    const folders = {
      packages: 'https://files.example/python/',
      packs: 'https://files.example/packs/',
      runner: 'https://s.example/x',
    };
    const { header } = await embedPolicy(policyWish('https://rooms.example', { ...query, ...folders }));
    assert.equal(header.name, 'Content-Security-Policy-Report-Only');
    assert.equal(
      header.value,
      "script-src 'nonce-{nonce}' 'strict-dynamic'; connect-src https://a.example wss://a.example https://files.example; frame-src https://s.example; img-src blob: data:; require-trusted-types-for 'script'; trusted-types lit-html",
    );
    const hashed = await embedPolicy({ ...wish, scripts: 'hash' });
    assert.match(hashed.header.value, /^script-src 'sha256-[\w+/]{43}=' 'strict-dynamic';/);
    assert.deepEqual(policyWish('https://rooms.example', { scripts: 'constructor' }), {
      ...USUAL,
      host: 'https://rooms.example',
    });
  });

  it('says which address is none, and takes nothing else into the header', async () => {
    for (const host of ['rooms', 'javascript:alert(1)', "https://a.example'; script-src *", ''])
      await embedPolicy({ ...wish, host }).then(
        ({ header }) => assert.doesNotMatch(header.value, /\*|'; /, host),
        (error: Error) => assert.match(error.message, /Write it like this/),
      );
    const { text } = await host()('/embed/policy?runner=nowhere');
    assert.match(text, /role="alert"[^>]*>“nowhere” is no address/);
  });
});

describe('the notes about changes', () => {
  it('tell first what has to be changed', () => {
    const parts = changeParts(
      '# Changelog\n\n## Unreleased\n\n- New.\n- Breaking: old is gone,\n  use new.\n\n## 0.1.0\n\n- First.\n',
    );
    const texts = parts.map((part) => (part.kind === 'text' ? part.text : ''));
    assert.deepEqual(texts, [
      '## What to change\n\n- Unreleased: old is gone, use new.',
      '## Unreleased',
      '- New.',
      '## 0.1.0',
      '- First.',
    ]);
  });
});

const MANIFEST = 'dist/custom-elements.json';
describe('the skill for agents', { skip: !existsSync(MANIFEST) && 'nothing is built' }, () => {
  const built = () => {
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
    const names = ['hello', 'run', 'events', 'files', 'tests', 'looks', 'layout', 'language'];
    const examples = new Map(
      names.map((name) => [name, readFileSync(`demo/docs/examples/${name}.html`, 'utf8').trimEnd()]),
    );
    return { room: elementCalled(manifest, 'code-room'), manifest, examples, skill: skillText(manifest, examples) };
  };

  it('has front matter as skills have it, and is short enough to be read whole', () => {
    const { skill } = built();
    const [, name = '', description = ''] = /^---\nname: ([a-z-]{1,64})\ndescription: "(.+)"\n---\n/.exec(skill) ?? [];
    assert.equal(name, 'code-room');
    assert.ok(description.length > 50 && description.length <= 1024);
    assert.ok(skill.split('\n').length < 500);
  });

  it('names nothing that the element does not have', () => {
    const { room, manifest, skill } = built();
    const has = new Set(
      manifest.modules.flatMap(({ declarations = [] }) =>
        declarations.flatMap((one) => [
          one.tagName,
          ...[one.attributes, one.members, one.events, one.slots, one.cssParts, one.cssProperties].flatMap((all) =>
            (all ?? []).map(({ name }) => name),
          ),
        ]),
      ),
    );
    for (const [name] of skill.matchAll(/(?<![\w/.])(--)?code-room-[a-z-]+(?!\.?[\w/])/g))
      assert.ok(has.has(name), name);
    const prose = skill.replace(/```[\s\S]*?```/g, '');
    for (const [, name = ''] of prose.matchAll(/`(\w+)\(\)`/g))
      assert.ok(has.has(name) || ['registerLanguage', 'preventDefault'].includes(name), `${name}()`);
    for (const face of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'] as const)
      for (const { name } of room[face] ?? []) assert.ok(skill.includes(`\`${name}\``), name);
  });

  it('has the methods of the interview too, and none that every tag of ours inherits', () => {
    const { skill } = built();
    for (const name of ['addFile', 'setTimer', 'insert', 'reveal']) assert.ok(skill.includes(`\`${name}(`), name);
    assert.ok(!skill.includes('`applyStyles('));
  });

  it('shows examples that the pages run', () => {
    const { examples, skill } = built();
    const shown = [...skill.matchAll(/```html\n([\s\S]*?)\n```/g)].map(([, html]) => html);
    assert.deepEqual(shown, [...examples.values()]);
  });
});

describe('a document', () => {
  it('has the address of the host wherever it has that of the examples', () => {
    const [page] = atHome(documents.pages, 'http://127.0.0.1:1', 'try-x');
    assert.ok(page);
    assert.doesNotMatch(documentMarkdown(page), /rooms\.example|try-this-room/);
  });
});
