// The assistant in the element: the rule, proposals as lines that people accept or decline, and questions for the AI.

import { historyField, redo, undo } from '@codemirror/commands';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import { clear, collect, editor, inside, open, part, roomHost, until, write } from '../fixtures/elements.js';

const CODE = 'def add(a, b):\n    return a - b\n';
const FIXED = CODE.replace('a - b', 'a + b');

let ada: CodeRoom;
let ben: CodeRoom;
let bot: CodeRoom;
let room: string;

const texts = (of: CodeRoom, selector: string) =>
  [...(part(of, 'code-room-assistant').shadowRoot?.querySelectorAll(selector) ?? [])].map(
    ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
const button = (of: CodeRoom, word: string) =>
  [...(part(of, 'code-room-assistant').shadowRoot?.querySelectorAll<HTMLButtonElement>('.panel button') ?? [])].find(
    ({ textContent }) => textContent?.trim().startsWith(word),
  );

async function openPanel(of: CodeRoom): Promise<void> {
  await until(() => inside(of, 'code-room-assistant', 'button.open'));
  inside(of, 'code-room-assistant', 'button.open').click();
  await until(() => inside(of, 'code-room-assistant', '.panel'));
}

async function made(ai: string): Promise<(link: string, name: string) => Promise<CodeRoom>> {
  const host = await roomHost();
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    return (await fetch(`${host}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { id, links } = await post('/api/rooms', { code: CODE, ai });
  room = id;
  const tokenOf = async (link: string, name: string) =>
    (await post(`/api/rooms/${id}/token`, { secret: new URL(link).hash.slice(3), name })).token;
  if (ai !== 'off') {
    const { link } = await post(`/api/rooms/${id}/links/assistant`, {}, await tokenOf(links.interviewer, ''));
    links.assistant = link;
  }
  return async (role, name) => open({ host, room: id, token: await tokenOf(links[role], name), name });
}

/** Rejects with the sentence that people read. */
const sentenceOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'it was done',
    ({ message }: Error) => message,
  );

describe('the assistant', () => {
  afterEach(clear);

  it('is not there where AI is off; the settings say so', async () => {
    const enter = await made('off');
    ben = await enter('candidate', 'Ben');
    await until(() => inside(ben, 'code-room-settings', 'button'));
    inside(ben, 'code-room-settings', 'button').click();
    await until(() => inside(ben, 'code-room-settings', 'dialog')?.textContent?.includes('AI is off in this room'));
    expect(inside(ben, 'code-room-assistant', 'button')).to.equal(null);
  });

  describe('where AI is allowed', () => {
    beforeEach(async () => {
      const enter = await made('allowed');
      ada = await enter('interviewer', 'Ada');
      ben = await enter('candidate', 'Ben');
      bot = await enter('assistant', 'Bot');
      await until(() => ben.people.length === 3 && bot.value === CODE);
    });

    const propose = (of: CodeRoom, newText: string) => {
      const context = part(of, 'code-room-assistant') as unknown as {
        room: { session: { propose(change: object): Promise<number> } };
      };
      return context.room.session.propose({ newText, why: 'It subtracts.' });
    };

    it('proposes; people see it as lines, with its name and reason, and accept it', async () => {
      const events = collect(ada, 'code-room-proposal');
      expect(bot.personRole).to.equal('assistant');
      await propose(bot, FIXED);
      await until(() => inside(ben, 'code-room-assistant', '.count')?.textContent?.startsWith('1'));
      await openPanel(ben);
      await until(() => texts(ben, '[part=proposal]').length === 1);
      expect(texts(ben, '.rule')[0]).to.match(/^AI is allowed in this room/);
      expect(texts(ben, '[part=proposal] .who')[0]).to.match(/^Bot proposes a change of main\.py/);
      expect(texts(ben, '[part=proposal] .words')).to.deep.equal(['It subtracts.']);
      expect(texts(ben, '.line')).to.deep.equal(['line 2', '−taken out: return a - b', '+put in: return a + b']);
      // What is copied of them is the code.
      for (const ours of ['.where', '.sign', '.line .unseen']) {
        const { userSelect, webkitUserSelect } = getComputedStyle(inside(ben, 'code-room-assistant', ours));
        expect(userSelect ?? webkitUserSelect, ours).to.equal('none');
      }
      expect(ben.value).to.equal(CODE);
      write(ben, '# Ben\n', 0);
      button(ben, 'Accept')?.click();
      await until(() => ben.value === `# Ben\n${FIXED}` && ada.value === ben.value);
      await until(() => texts(ben, '.became')[0]?.startsWith('✓ Ben has accepted this'));
      expect(ada.proposals.map(({ state, judged }) => [state, judged?.name])).to.deep.equal([['accepted', 'Ben']]);
      await until(() => events.length >= 2);
      expect(inside(ben, 'code-room-assistant', '.count')).to.equal(null);
    });

    it('what was accepted is undone by whoever has accepted it, in one step as any edit of theirs, and by nobody else', async () => {
      const better = 'def add(a, b):\n    # adds\n    return a + b\n\nadd(1, 2)\n';
      for (const each of [ada, ben]) await until(() => editor(each).state.field(historyField, false));
      await propose(bot, better);
      write(ada, '# Ada\n', 0);
      await openPanel(ben);
      await until(() => button(ben, 'Accept') && ben.value === `# Ada\n${CODE}`);
      write(ben, '# Ben\n', 0);
      button(ben, 'Accept')?.click();
      await until(() => ben.value === `# Ben\n# Ada\n${better}` && ada.value === ben.value);
      // What is typed right behind it is a step of its own, and what others type stays.
      write(ben, 'x', ben.value.length);
      write(ada, '!', 0);
      await until(() => ben.value === `!# Ben\n# Ada\n${better}x` && ada.value === ben.value);
      const steps = [`${better}`, CODE, `${better}`, CODE].map((code) => `!# Ben\n# Ada\n${code}`);
      for (const [at, step] of [undo, undo, redo, undo].entries()) {
        step(editor(ben));
        await until(() => ada.value === steps[at], `step ${at}`);
        expect(ben.value).to.equal(ada.value);
      }
      undo(editor(ben));
      await until(() => ada.value === `!# Ada\n${CODE}`);
      while (undo(editor(ada)));
      await until(() => ben.value === CODE && ada.value === CODE);
    });

    it('what a page accepts for its person is shown where it is made, and undone there, also where that file was never shown', async () => {
      await ada.addFile({ name: 'b.py', text: 'one\n' });
      const text = (of: CodeRoom) => of.files.find(({ name }) => name === 'b.py')?.text;
      await until(() => [ada, ben, bot].every((of) => text(of) === 'one\n'));
      await until(() => editor(ben).state.field(historyField, false));
      const { session } = (bot as unknown as { visit: { session: Session } }).visit;
      const id = await session.propose({ file: 'b.py', newText: 'one\ntwo\n' });
      await until(() => ben.proposals.length === 1);
      await ben.accept(id);
      await until(() => ben.file === 'b.py' && ada.value === CODE && text(ada) === 'one\ntwo\n');
      await until(() => editor(ben).state.field(historyField, false));
      undo(editor(ben));
      await until(() => text(ada) === 'one\n');
      expect(ada.file).to.equal('main.py');
    });

    it('keeps the focus on what was decided, whoever has decided', async () => {
      await propose(bot, FIXED);
      await openPanel(ben);
      await until(() => button(ben, 'Accept'));
      const focused = () => part(ben, 'code-room-assistant').shadowRoot?.activeElement;
      button(ben, 'Decline')?.focus();
      button(ben, 'Decline')?.click();
      await until(() => texts(ben, '.became')[0]?.startsWith('✕ Ben'));
      await until(() => focused()?.textContent?.includes('Ben has declined this'));
      const id = await propose(bot, FIXED);
      await until(() => button(ben, 'Accept'));
      button(ben, 'Accept')?.focus();
      await ada.accept(id);
      await until(() => focused()?.textContent?.includes('Ada has accepted this'));
    });

    it('that does not fit any more is not made: a sentence says so, and offers its text', async () => {
      const id = await propose(bot, FIXED);
      await openPanel(ben);
      write(ben, 'x', CODE.indexOf('- b'));
      await until(() => ben.saved && ada.value === ben.value);
      await until(() => button(ben, 'Accept'));
      const before = ben.value;
      button(ben, 'Accept')?.click();
      await until(() => texts(ben, '.fault')[0]?.includes('does not fit any more'));
      expect(button(ben, 'Copy its text')).not.to.equal(undefined);
      expect(await sentenceOf(ada.accept(id))).to.match(/does not fit any more/);
      await ada.decline(id);
      await until(() => texts(ben, '.became')[0]?.includes('Ada has declined this'));
      expect(ben.value).to.equal(before);
      expect(await sentenceOf(ada.accept(id))).to.equal('This proposal has been declined by Ada already.');
    });

    it('neither edits nor decides', async () => {
      const id = await propose(ben, FIXED);
      await openPanel(bot);
      await until(() => texts(bot, '[part=proposal]').length === 1);
      expect(button(bot, 'Accept')).to.equal(undefined);
      expect(await sentenceOf(bot.accept(id))).to.match(/^As assistant /);
      bot.value = 'mine';
      await until(() => bot.value === CODE);
      expect(ada.value).to.equal(CODE);
    });

    it('neither runs nor stops', async () => {
      const { session } = (ben as unknown as { visit: { session: Session } }).visit;
      const ticket = await session.run.start('python');
      const stop = (of: CodeRoom) => inside<HTMLButtonElement>(of, 'code-room-run', '[part=stop]');
      await until(() => stop(ada) && stop(bot));
      expect([ada, bot].map((of) => stop(of).disabled)).to.deep.equal([false, true]);
      const { title } = stop(bot);
      expect(title).to.match(/^Assistants propose changes/);
      ticket.finish('done', 1);
      const run = () => inside<HTMLButtonElement>(bot, 'code-room-run', '[part=run]');
      await until(run);
      expect([run().disabled, run().title]).to.deep.equal([true, title]);
    });

    describe('with an AI', () => {
      const original = globalThis.fetch;
      const asked: { question: string; files?: string[] }[] = [];
      let answer: ReadableStreamDefaultController<Uint8Array> | undefined;
      const encoder = new TextEncoder();
      const line = (value: object) => answer?.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));

      /** The room's server has no AI in these tests; tests/servers has one. */
      function serve(status = 200, detail = ''): void {
        asked.length = 0;
        globalThis.fetch = async (to, options) => {
          const url = String(to);
          if (url.endsWith('/api/ai')) return Response.json({ available: true });
          if (!url.includes(`/api/rooms/${room}/assistant`)) return original(to, options);
          if (options?.method === 'DELETE') return new Response(null, { status: 204 });
          asked.push(JSON.parse(String(options?.body)));
          if (status !== 200) return Response.json({ detail }, { status });
          const body = new ReadableStream<Uint8Array>({
            start: (controller) => {
              answer = controller;
              options?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
            },
          });
          return new Response(body);
        };
      }
      afterEach(() => {
        globalThis.fetch = original;
      });

      async function ask(of: CodeRoom, question: string): Promise<HTMLTextAreaElement> {
        await until(() => inside(of, 'code-room-assistant', 'textarea'));
        const field = inside<HTMLTextAreaElement>(of, 'code-room-assistant', 'textarea');
        field.value = question;
        field.form?.requestSubmit();
        await until(() => asked.length > 0);
        return field;
      }

      it('a question stays in its field until the room has it; Stop ends the answer', async () => {
        serve();
        await openPanel(ben);
        const field = await ask(ben, 'Why is it wrong?');
        expect(asked).to.deep.equal([{ question: 'Why is it wrong?', files: ['main.py'] }]);
        expect(field.value).to.equal('Why is it wrong?');
        line({ type: 'question', question: 7 });
        await until(() => field.value === '');
        button(ben, 'Stop')?.click();
        await until(() => button(ben, 'Ask'));
        expect(texts(ben, '.fault')).to.deep.equal([]);
      });

      it('an answer goes on when another file is shown', async () => {
        serve();
        await ben.addFile({ name: 'other.py', text: '' });
        await openPanel(ben);
        await ask(ben, 'Why is it wrong?');
        line({ type: 'question', question: 7 });
        ben.file = 'other.py';
        await until(() => ben.file === 'other.py');
        await part(ben, 'code-room-assistant').updateComplete;
        expect(button(ben, 'Stop')).not.to.equal(undefined);
        button(ben, 'Stop')?.click();
        await until(() => button(ben, 'Ask'));
        expect(texts(ben, '.fault')).to.deep.equal([]);
      });

      it('an answer goes on when the element is moved, and what is written stays while the panel is closed', async () => {
        serve();
        await openPanel(ben);
        const field = await ask(ben, 'Why is it wrong?');
        line({ type: 'question', question: 7 });
        await until(() => field.value === '');
        field.value = 'And then';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        const box = document.createElement('div');
        document.body.append(box);
        box.append(ben);
        await part(ben, 'code-room-assistant').updateComplete;
        expect(button(ben, 'Stop')).not.to.equal(undefined);
        const toggle = () => inside(ben, 'code-room-assistant', 'button.open').click();
        toggle();
        await until(() => !inside(ben, 'code-room-assistant', '.panel'));
        toggle();
        await until(() => inside<HTMLTextAreaElement>(ben, 'code-room-assistant', 'textarea')?.value === 'And then');
        line({ type: 'text', text: 'Because.' });
        await until(() => button(ben, 'Stop'));
        button(ben, 'Stop')?.click();
        await until(() => button(ben, 'Ask'));
        expect(texts(ben, '.fault')).to.deep.equal([]);
      });

      it('what the room refuses is said, and nothing that was written is lost', async () => {
        serve(429, 'Too many questions for the AI, of this room or of you. Try again in 20 seconds.');
        await openPanel(ben);
        const field = await ask(ben, 'Again?');
        await until(() => texts(ben, '.fault')[0]?.startsWith('Too many questions for the AI'));
        expect(field.value).to.equal('Again?');
      });
    });
  });
});
