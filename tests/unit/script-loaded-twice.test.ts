// A page that loads the script twice has one language registry.
import assert from 'node:assert/strict';
import { it } from 'node:test';

type Languages = typeof import('../../components/runner/languages/registry.js');

it('two copies of the script on one page share the registered languages', async () => {
  Object.assign(globalThis, { customElements: {} });
  const path = new URL('../../components/runner/languages/registry.ts', import.meta.url).href;
  const [first, second] = (await Promise.all([1, 2].map((copy) => import(`${path}?copy=${copy}`)))) as [
    Languages,
    Languages,
  ];
  assert.notEqual(first.registerLanguage, second.registerLanguage);
  let told = 0;
  first.languageChanges.addEventListener('change', () => {
    told += 1;
  });
  const python = first.languageDefinition('python')?.registration;
  second.registerLanguage({ id: 'shout', label: 'Shout', run: async () => 'done' });
  assert.equal(told, 1);
  assert.equal(first.languageDefinition('shout')?.label, 'Shout');
  assert.ok(first.runnableLanguages().includes('shout'));
  assert.equal(first.languageDefinition('python')?.registration, python);
  first.registerLanguage({ id: 'whisper', label: 'Whisper', run: async () => 'done' });
  assert.ok(second.runnableLanguages().includes('whisper'));
});

it('on a page that has frozen its element registry, each copy has its own', async () => {
  Object.assign(globalThis, { customElements: Object.freeze({}) });
  const path = new URL('../../components/runner/languages/registry.ts', import.meta.url).href;
  const { registerLanguage, runnableLanguages }: Languages = await import(`${path}?copy=frozen`);
  registerLanguage({ id: 'shout', label: 'Shout', run: async () => 'done' });
  assert.deepEqual([runnableLanguages().includes('python'), runnableLanguages().includes('shout')], [true, true]);
});
