// The task as rendered Markdown, with the interviewers' preview.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, inside, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TASK = [
  '# Bank',
  '',
  'Write **deposit** and [read](https://docs.example/a?b=1&c=2) *this*.',
  '',
  '- [x] one',
  '- two',
  '',
  '```python',
  'def deposit(amount):',
  '    return "kept"  # as it is',
  '```',
  '',
  '| in | out |',
  '|----|-----|',
  '| 1  | 2   |',
  '',
  `![dot](${PICTURE}) ![far](https://elsewhere.example/x.png)`,
  '',
  '<img src=x onerror="window.hurt = true"><script>window.hurt = true</script>',
].join('\n');

const text = (room: CodeRoom) => inside(room, 'code-room-brief', '.text');
const all = (room: CodeRoom, selector: string) => [...(text(room)?.querySelectorAll<HTMLElement>(selector) ?? [])];
const press = (room: CodeRoom, words: string) =>
  [...(inside(room, 'code-room-brief', 'details')?.querySelectorAll('button') ?? [])]
    .find(({ textContent }) => textContent === words)
    ?.click();

describe('a task in Markdown', () => {
  afterEach(clear);

  it('is rendered, with the editor’s colours, and nothing in it is executed', async () => {
    const made = await makeRoom({ brief: TASK });
    const cy = await made.enter('candidate');
    await until(() => all(cy, 'h3').length === 1 && all(cy, 'pre span').length > 2);
    expect(all(cy, 'h3')[0]?.textContent).to.equal('Bank');
    expect(all(cy, 'strong')[0]?.textContent).to.equal('deposit');
    const link = all(cy, 'a')[0] as HTMLAnchorElement;
    expect([link.href, link.rel, link.target]).to.deep.equal([
      'https://docs.example/a?b=1&c=2',
      'noopener noreferrer nofollow',
      '_blank',
    ]);
    expect(all(cy, 'pre')[0]?.textContent).to.equal('def deposit(amount):\n    return "kept"  # as it is');
    const colors = new Set(all(cy, 'pre span').map((piece) => getComputedStyle(piece).color));
    expect(colors.size).to.be.greaterThan(2);
    expect(all(cy, 'td').map(({ textContent }) => textContent)).to.deep.equal(['1', '2']);
    expect(all(cy, 'input[type=checkbox]').map((box) => (box as HTMLInputElement).checked)).to.deep.equal([true]);
    expect(all(cy, 'img').map((image) => (image as HTMLImageElement).src)).to.deep.equal([PICTURE]);
    expect(text(cy)?.textContent).to.contain('far (a picture of another site is not shown)');
    expect(text(cy)?.textContent).to.contain('<img src=x onerror=');
    expect('hurt' in window).to.equal(false);
  });

  it('has a preview while interviewers edit it, for them only', async () => {
    const made = await makeRoom({ brief: 'Sort *this*.' });
    const [ada, cy] = [await made.enter('interviewer'), await made.enter('candidate')];
    await until(() => all(cy, 'em').length === 1);
    press(ada, 'Edit the task');
    await until(() => inside(ada, 'code-room-brief', '.words .cm-editor') && all(ada, 'em').length === 1);
    const { draft } = (ada as unknown as { visit: { session: { documents: { task: { draft: Draft } } } } }).visit
      .session.documents.task;
    draft.edit({ from: 0, insert: '**Now** ' });
    await until(() => all(ada, 'strong')[0]?.textContent === 'Now');
    expect(all(cy, 'strong')).to.have.length(0);
    press(ada, 'Done');
    await until(() => all(cy, 'strong')[0]?.textContent === 'Now');
  });
});

interface Draft {
  edit(change: { from: number; insert: string }): void;
}
