// Others' carets: shown after their first click or key, with a label that disappears soon and covers no code.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, newRoom, open, roomHost, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

const root = (room: CodeRoom) => editor(room).scrollDOM;
const carets = (room: CodeRoom) => [...root(room).querySelectorAll<HTMLElement>('.cm-remoteCaret')];
const names = (room: CodeRoom) => [...root(room).querySelectorAll<HTMLElement>('.cm-remoteName')];

async function people(count: number, code: string): Promise<CodeRoom[]> {
  const address = { host: await roomHost(), room: newRoom(), layout: 'editor' };
  const rooms: CodeRoom[] = [];
  for (let n = 0; n < count; n++) rooms.push(await open({ ...address, name: ['Ann', 'Bo', 'Cy'][n] ?? '' }));
  (rooms[0] as CodeRoom).value = code;
  await until(() => rooms.every((room) => room.value === code));
  return rooms;
}

/** Goes to a place as the person would. */
function go(room: CodeRoom, anchor: number): void {
  editor(room).dispatch({ selection: { anchor }, userEvent: 'select' });
}

/** The lines of text a name is in front of, but for the room behind them. */
function covered(room: CodeRoom, name: HTMLElement): number[] {
  const box = name.getBoundingClientRect();
  return [...root(room).querySelectorAll('.cm-line')].flatMap((line, index) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const over = [...range.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        right > left && left < box.right - 1 && right > box.left + 1 && top < box.bottom - 2 && bottom > box.top + 2,
    );
    return over ? [index + 1] : [];
  });
}

describe('others’ carets', () => {
  afterEach(clear);

  it('appear only after the person has typed or clicked, not when the page sets the focus', async () => {
    const made = await makeRoom({ code: 'one\ntwo\n' });
    const [ann, eve, ben] = [
      await made.enter('interviewer'),
      await made.enter('observer'),
      await made.enter('candidate'),
    ];
    for (const room of [eve, ben]) {
      room.focus();
      await until(() => editor(room).hasFocus);
    }
    go(ann, 3);
    await until(() => carets(eve).length === 1 && carets(ben).length === 1);
    expect(carets(ann)).to.have.length(0);
    eve.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(
      () =>
        names(ann)
          .map(({ textContent }) => textContent)
          .join() === 'observer',
    );
  });

  it('show their name for a moment after a move, and on hover; clicks go to the text', async () => {
    const [ann, bo] = (await people(2, 'one\ntwo\nthree')) as [CodeRoom, CodeRoom];
    go(bo, 5);
    await until(() => names(ann).length === 1);
    // An editor that gets its later parts draws all carets anew.
    const opacity = () => names(ann).map((name) => Number(getComputedStyle(name).opacity))[0];
    await until(() => opacity() === 1);
    await until(() => opacity() === 0);
    const box = (carets(ann)[0] as HTMLElement).getBoundingClientRect();
    const at = { clientX: box.left + 2, clientY: box.top + 5, bubbles: true };
    editor(ann).contentDOM.dispatchEvent(new MouseEvent('mousemove', at));
    await until(() => opacity() === 1);
    const root = inside(ann, 'code-room-editor', '.cm-content').getRootNode() as ShadowRoot;
    expect(root.elementFromPoint(at.clientX, at.clientY)?.closest('.cm-content')).not.to.equal(null);
    editor(ann).contentDOM.dispatchEvent(new MouseEvent('mousemove', { ...at, clientX: box.left + 60 }));
    await until(() => opacity() === 0);
    go(bo, 6);
    await until(() => opacity() === 1);
  });

  const long = 'x = 1 '.repeat(200);
  for (const [where, code, place] of [
    ['in the first line', 'first line\nsecond line\nthird', 4],
    ['in the middle of a line between others', 'first line is long\nsecond\nthird line is long', 21],
    ['at the end of the text', 'one\ntwo', 7],
    ['in an empty line', 'first line\n\nthird line', 11],
    ['in a line from the right', 'first line here\nשלום עולם טוב\nthird line here', 18],
  ] as const) {
    it(`do not cover code ${where}`, async () => {
      const [ann, bo] = (await people(2, code)) as [CodeRoom, CodeRoom];
      go(bo, place);
      // The editor places a caret in its next measurement, and draws it anew when it has moved.
      await until(() => names(ann).some((name) => covered(ann, name).length === 0), 'code is covered');
    });
  }

  it('do not cover the line of one’s own cursor where their own line is too long', async () => {
    const [ann, bo] = (await people(2, `first\n${long}\nthird\n${long}`)) as [CodeRoom, CodeRoom];
    const line = (n: number) => editor(ann).state.doc.line(n).from;
    for (const theirs of [2, 4])
      for (const mine of [1, 2, 3]) {
        go(ann, line(mine));
        go(bo, line(theirs) + (mine % 2));
        // The layer of carets is drawn anew on each move: for a moment there may be none.
        let name: HTMLElement | undefined;
        const aside = () => {
          name = names(ann)[0];
          return name && !covered(ann, name).includes(mine);
        };
        await until(() => aside() === true, `mine ${mine}, theirs ${theirs}`);
        expect(name?.getBoundingClientRect().right).to.be.at.most(root(ann).getBoundingClientRect().right + 1);
      }
  });

  it('at the same position have names side by side', async () => {
    const [ann, bo, cy] = (await people(3, 'one\ntwo\nthree')) as [CodeRoom, CodeRoom, CodeRoom];
    go(bo, 5);
    go(cy, 5);
    // An editor that gets its later parts draws all carets anew: for a moment there may be fewer.
    await until(() => {
      const [one, other] = names(ann).map((name) => name.getBoundingClientRect());
      return one && other && (one.right <= other.left || other.right <= one.left);
    }, 'one name stands over the other');
  });
});
