// A page that loads the script in two versions is told so once; the same version twice is no matter.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeRoomErrorEvent } from '../../components/element/events.js';
import { noteVersion } from '../../components/element/other-copy.js';

function heard(...versions: string[]): string[] {
  const [registry, page, sentences] = [{}, new EventTarget(), [] as string[]];
  page.addEventListener('code-room-error', (event) => {
    const { reason, sentence } = event as CodeRoomErrorEvent;
    sentences.push(`${reason}: ${sentence}`);
  });
  for (const version of versions) noteVersion(registry, version, page);
  return sentences;
}

describe('another copy of the script', () => {
  it('is told of with both versions', () => {
    assert.deepEqual(heard('0.1.0', '0.2.0'), [
      'version: This page has loaded code-room in two versions, 0.1.0 and 0.2.0, and uses the one that came first. Load only one.',
    ]);
  });

  it('is nothing to tell when it is of the same version', () => {
    assert.deepEqual(heard('0.1.0', '0.1.0'), []);
  });

  it('does no harm where the page has frozen its registry, or has no document', () => {
    for (const registry of [Object.freeze({}), {}]) {
      assert.doesNotThrow(() => noteVersion(registry, '0.1.0', undefined));
      assert.doesNotThrow(() => noteVersion(registry, '0.2.0', undefined));
    }
  });
});

describe('the parts of a room', () => {
  it('are registered where the tag is this copy’s, or a class made of it, and left to the other copy where it is theirs', async () => {
    const { defineElements } = await import('../../components/register.js');
    const { CodeRoom } = await import('../../components/code-room.js');
    const parts = ['editor', 'run', 'status'].map((name) => `code-room-${name}`);
    const defined = new Map<string, unknown>();
    const { customElements: before } = globalThis;
    const registry = {
      get: (tag: string) => defined.get(tag),
      define: (tag: string, type: unknown) => defined.set(tag, type),
    };
    Object.assign(globalThis, { customElements: registry });
    for (const [room, found] of [
      [class {}, []],
      [undefined, parts],
      [class extends CodeRoom {}, parts],
    ] as const) {
      defined.clear();
      if (room) defined.set('code-room', room);
      defineElements();
      assert.deepEqual(
        parts.filter((tag) => defined.has(tag)),
        found,
      );
    }
    Object.assign(globalThis, { customElements: before });
  });
});
