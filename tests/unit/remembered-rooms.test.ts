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
import { RoomAccess } from '../../demo/site/room-access.js';

/** As a browser's, by the names in it. */
class Storage {
  [name: string]: unknown;
  getItem(name: string): unknown {
    return this[name] ?? null;
  }
  setItem(name: string, value: string): void {
    this[name] = value;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

beforeEach(() => void Object.assign(globalThis, { localStorage: new Storage() }));

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

describe('the facts of a room', () => {
  it('are none where they are refused', async () => {
    const access = new RoomAccess({ room: 'a', secret: 'x' });
    access.ask = async () => Response.json({ detail: 'No.', status: 403, title: 'Forbidden' }, { status: 403 });
    assert.equal(await access.facts(), undefined);
    access.ask = async () => Response.json({ title: 'T' });
    assert.deepEqual(await access.facts(), { title: 'T' });
  });
});
