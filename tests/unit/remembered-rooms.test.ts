/** What a browser remembers of its rooms: the strongest role it was in, whatever links it has opened since. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  forgetSecret,
  keepLinks,
  rememberedRole,
  rememberedRoom,
  rememberRoom,
} from '../../demo/site/remembered-rooms.js';
import { BrowserStorage } from '../fixtures/browser-storage.js';

beforeEach(() => void Object.assign(globalThis, { localStorage: new BrowserStorage() }));

const linkOf = (secret: string) => `https://host.test/r/a#k=${secret}`;
const role = () => {
  const room = rememberedRoom('a');
  return room && rememberedRole(room);
};

describe('the role in a remembered room', () => {
  it('without links is the strongest one, also after a weaker link has been opened', () => {
    keepLinks(false);
    rememberRoom('a', { links: { interviewer: linkOf('strong') } });
    assert.equal(role(), 'interviewer');
    rememberRoom('a', { links: { candidate: linkOf('weak') } });
    rememberRoom('a', { title: 'T' });
    assert.equal(role(), 'interviewer');
    assert.deepEqual(rememberedRoom('a')?.links, {});
  });

  it('is a weaker one where the stronger link is not valid any more', () => {
    rememberRoom('a', { links: { interviewer: linkOf('strong'), candidate: linkOf('weak') } });
    forgetSecret('a', 'strong');
    assert.equal(role(), 'candidate');
  });
});
