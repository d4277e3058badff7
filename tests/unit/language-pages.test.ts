/** The pages about languages: the table is the one of the documents, and a check tells what works without a key. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BUILTIN } from '../../components/runner/languages/builtin.js';
import { registerLanguage } from '../../components/runner/languages/registry.js';
import cpp from '../../components/runner/packs/cpp/pack.mjs';
import postgres from '../../components/runner/packs/postgres/pack.mjs';
import { formatterOf } from '../../components/runner/tools/formatting.js';
import {
  editorHelp,
  languageMarkdown,
  languageTable,
  PACKS,
  sizeText,
  testsOf,
} from '../../demo/server/language-table.js';
import { ADD_LANGUAGES, SETTING, START_PISTON } from '../../demo/server/pages/services.js';
import { createSite } from '../../demo/server/site.js';
import { readServiceSettings } from '../../party/config/service-settings.js';
import { SETTINGS } from '../../party/config/settings-table.js';
import { createApi } from '../../party/http/api.js';
import { type ProgramService, startProgramService } from '../fixtures/program-service.js';
import { MemoryRooms } from './memory-rooms.js';

const KEY = 'canary-71c3e0';

let service: ProgramService;
before(async () => {
  service = await startProgramService();
});
after(() => service.close());

function host(makers?: string) {
  const rooms = new MemoryRooms();
  const reportError = (error: unknown) => assert.fail(String(error));
  const entry = { service: 'piston', url: service.url, key: KEY };
  const services = readServiceSettings(JSON.stringify({ 'java go': entry, ruby: 'piston http://127.0.0.1:9' }));
  const api = createApi({ rooms, reportError, services, ...(makers && { makers }) });
  const sandbox = async () => new Response('sandbox');
  const site = createSite({ api, rooms, sandbox, open: true, needsKey: makers !== undefined, reportError });
  return async (path: string, form?: Record<string, string>, htmx = true) => {
    const headers: Record<string, string> = htmx ? { 'HX-Request': 'true' } : {};
    const body = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await site.request(`http://host.test${path}`, { headers, ...body });
    const text = await response.text();
    assert.ok(!text.includes(KEY) && !text.includes(service.url), 'a key or an address came out');
    return { status: response.status, text };
  };
}

describe('the languages of a host', () => {
  it('stand on a page: those of every page, and those that this server runs', async () => {
    const { status, text } = await host()('/languages');
    assert.equal(status, 200);
    for (const label of ['Python', 'SQL (SQLite)', 'C++', 'Java', 'Go', 'Ruby'])
      assert.ok(text.includes(`>${label}</h2>`), label);
    assert.ok(!text.includes('>Rust</h2>'));
    assert.match(text, />Fetched<\/dt><dd[^>]*>47 MB</);
    assert.match(text, />Engines<\/dt><dd[^>]*>Chromium, Firefox</);
  });

  it('are in the documents as in the code', () => {
    const document = readFileSync('components/runner/LANGUAGES.md', 'utf8');
    assert.ok(document.includes(languageMarkdown()), `LANGUAGES.md lacks:\n${languageMarkdown()}`);
  });

  it('are all described, and their tests are those that a room runs', () => {
    const lines = languageTable();
    for (const { id, size, engines } of lines) {
      assert.match(size, /^(?:none|(?:under )?\d+(?:\.\d)? MB)$/, id);
      assert.match(engines, /^Chromium, Firefox/, id);
      assert.equal(editorHelp(id).formatting !== '', formatterOf(id) !== undefined, id);
    }
    for (const { id } of BUILTIN) assert.ok(lines.find((line) => line.id === id)?.version, id);
    assert.equal(lines.find(({ id }) => id === 'python')?.tests, 'input and output, calls, test files');
    assert.equal(lines.find(({ id }) => id === 'sql')?.tests, 'input and output, rows of a query');
  });
});

describe('the size of a language', () => {
  const of = (id: string) => languageTable().find((line) => line.id === id)?.size;

  it('is what its pack has', (context) => {
    if (!existsSync('dist/packs/packs.json')) return context.skip('nothing is built');
    const { packs } = JSON.parse(readFileSync('dist/packs/packs.json', 'utf8'));
    for (const { languages, size } of packs as { languages: { id: string }[]; size: number }[])
      for (const { id } of languages) assert.equal(of(id), sizeText(size), id);
  });

  it('is that of its files, those that every first run fetches', (context) => {
    if (!existsSync('dist/sandbox')) return context.skip('nothing is built');
    const built = readdirSync('dist/sandbox');
    const sizeOf = (name: string) => {
      const [, base = '', extension = ''] = /^(.*)\.(\w+)$/.exec(name) ?? [];
      const file = built.find((each) => new RegExp(`^${base}-[0-9a-f]+\\.${extension}(\\.gz)?$`).test(each));
      return statSync(`dist/sandbox/${file}`).size;
    };
    for (const { id, worker, files } of BUILTIN) {
      const size = [worker, ...(files ?? [])].reduce((sum, name) => sum + sizeOf(String(name)), 0);
      // A build that was made before is a little larger or smaller.
      const near = [0.9, 1, 1.1].map((factor) => sizeText(size * factor));
      assert.ok(near.includes(of(id) ?? ''), `${id}: ${near} ${of(id)}`);
    }
  });
});

describe('the languages of packs', () => {
  it('are those that the packs have, each in its version, with the tests that a room runs in them', () => {
    const packs = [cpp, postgres];
    assert.deepEqual(
      PACKS.map(({ id, label, version }) => [id, label, version.split(' ')[1]]),
      packs.flatMap(({ languages, version }) => languages.map(({ id, label }) => [id, label, version])),
    );
    for (const { languages } of packs)
      for (const { id, label } of languages) {
        registerLanguage({ id, label, worker: 'worker.js' });
        assert.equal(PACKS.find((line) => line.id === id)?.tests, testsOf(id), id);
      }
  });
});

describe('the check of languages on a server', () => {
  it('tells what works, and what is wrong with the rest', async () => {
    const { text } = await host()('/runners', {});
    assert.match(text, /Java<\/span>[\s\S]*works: 21\.0\.2, \d+\.\d s/);
    assert.match(text, /Ruby<\/span>[\s\S]*does not work[\s\S]*cannot be reached/);
  });

  it('is for whoever may make rooms', async () => {
    const call = host('makers-key-0123456');
    assert.match((await call('/runners')).text, /name="key" type="password"/);
    assert.match((await call('/runners', { key: 'wrong' })).text, /role="alert"[^>]*>Send the key/);
    const page = await call('/runners', { key: 'makers-key-0123456' }, false);
    assert.match(page.text, /^<!doctype html>[\s\S]*works: 21\.0\.2/);
  });

  it('says how to start one, as the documents do, with a setting that is read', () => {
    const document = readFileSync('demo/PRODUCTION.md', 'utf8');
    for (const text of [START_PISTON, ADD_LANGUAGES, SETTING]) assert.ok(document.includes(text), text);
    const value = /='(.+)'$/.exec(SETTING)?.[1] ?? '';
    assert.equal(SETTINGS.CODE_ROOM_RUNNERS.read(value).length, 7);
  });
});
