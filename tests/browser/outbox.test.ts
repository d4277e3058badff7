// The browser's outbox: one page's unsaved edits are restored by exactly one other.

import { expect } from '@esm-bundle/chai';
import { browserOutbox, type Claim, type OutboxEntry } from '../../components/session/outbox/outbox.js';

const entry = (mark: number): OutboxEntry => ({ documents: {}, resume: Uint8Array.of(mark) });
const markOf = ({ entry }: Claim) => entry?.resume[0] ?? null;

describe('outbox', () => {
  const claims: Claim[] = [];
  let key = '';
  const claim = async (): Promise<Claim> => {
    const claimed = await browserOutbox().claim(key);
    claims.push(claimed);
    return claimed;
  };
  beforeEach(() => {
    key = `test ${crypto.randomUUID()}`;
  });
  afterEach(async () => {
    for (const claimed of claims.splice(0)) {
      await claimed.keep(null);
      claimed.release();
    }
  });

  it('gives a stored entry to the next session, and to no other', async () => {
    const first = await claim();
    await first.keep(entry(1));
    first.release();
    const [second, third] = await Promise.all([claim(), claim()]);
    expect([markOf(second), markOf(third)].sort()).to.deep.equal([1, null]);
  });

  it('gives the last written entry, also to a session that has waited', async () => {
    const first = await claim();
    await first.keep(entry(1));
    const second = claim();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first.keep(entry(2));
    first.release();
    expect(markOf(await second)).to.equal(2);
  });

  it('finds a free entry among many locked ones', async () => {
    const held = [await claim(), await claim(), await claim()];
    for (const [mark, claimed] of held.entries()) await claimed.keep(entry(mark));
    const next = claim();
    await new Promise((resolve) => setTimeout(resolve, 100));
    held[2]?.release();
    expect(markOf(await next)).to.equal(2);
  });
});
