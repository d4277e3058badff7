// What the build leaves out of CodeMirror and of the socket: nothing that they count on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import browsersOnly from '../../components/build/browsers-only.js';

const { resolve } = createRequire(import.meta.url);

/** A file of a package, and what the build makes of it. */
function builtOf(path: string): { original: string; code: string } {
  const original = readFileSync(path, 'utf8');
  const { transform } = browsersOnly() as unknown as {
    transform(this: object, code: string, id: string): { code: string };
  };
  return { original, ...transform.call({ parse: parseAst, error: assert.fail }, original, path) };
}

describe('CodeMirror as it is built for a host', () => {
  const { original, code } = builtOf(resolve('@codemirror/view').replace(/\.cjs$/, '.js'));

  it('has something left out', () => assert.ok(code.length < original.length - 1_000, `${code.length}`));

  it('keeps every list of several lines as long as it is: some are counted by place, as that of decorations', () => {
    const lists = (text: string) =>
      [...text.matchAll(/(\w+(?:\.\w+)*) = \[\n([^\]]*)\n\s*\]/g)].map(([, name, items = '']) => [
        name,
        items.split('\n').filter((line) => line.trim() !== '').length,
      ]);
    assert.ok(lists(original).some(([name]) => name === 'this.decorations'));
    assert.deepEqual(lists(code), lists(original));
  });
});

/** A browser's, opened and closed by hand. */
class GivenSocket extends EventTarget {
  static made: GivenSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];

  constructor(readonly url: string) {
    super();
    GivenSocket.made.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(code: number): void {
    this.readyState = 3;
    this.sent.push(`close ${code}`);
  }
}

class Closed extends Event {
  readonly code: number;
  constructor(type: string, { code }: { code: number }) {
    super(type);
    this.code = code;
  }
}

type Made = EventTarget &
  Record<'send' | 'reconnect' | 'close', (...given: unknown[]) => unknown> &
  Pick<GivenSocket, 'readyState'>;

/** Everything that the socket of this code tells and sends, as socket-transport.ts uses it. */
async function heardOf(code: string): Promise<unknown[]> {
  const { default: Socket }: { default: new (...given: unknown[]) => Made } = await import(
    // Its map would be looked for.
    `data:text/javascript,${encodeURIComponent(code.replace(/^\/\/# source.*/m, ''))}`
  );
  GivenSocket.made = [];
  const heard: unknown[] = [];
  const options = { connectionTimeout: 30, maxEnqueuedMessages: 0, shouldReconnectOnClose: () => false };
  const socket = new Socket('ws://rooms.test/', undefined, { ...options, WebSocket: GivenSocket });
  for (const type of ['open', 'message', 'close', 'error'])
    socket.addEventListener(type, (event) => {
      // Of its own events the package drops the code in browsers.
      const told = event instanceof Closed ? event.code : (event as MessageEvent).data;
      heard.push([type, told, socket.readyState]);
    });
  const next = async (): Promise<GivenSocket> => {
    const { length } = GivenSocket.made;
    for (let waited = 0; waited < 40 && GivenSocket.made.length === length; waited++)
      await new Promise((done) => setTimeout(done, 5));
    return GivenSocket.made.at(-1) as GivenSocket;
  };
  heard.push(socket.readyState, socket.send('too early'));
  const first = await next();
  first.open();
  socket.send('one');
  first.dispatchEvent(new MessageEvent('message', { data: 'answer' }));
  socket.reconnect(4000, 'back soon');
  heard.push((await next()) === first);
  socket.reconnect();
  const second = await next();
  heard.push(socket.send('too early'));
  second.open();
  socket.send('two');
  second.readyState = 3;
  second.dispatchEvent(new Closed('close', { code: 1006 }));
  heard.push(socket.send('too late'), (await next()) === second);
  socket.reconnect();
  // It never opens.
  const third = await next();
  await new Promise((done) => setTimeout(done, 60));
  socket.close(1000, 'goodbye');
  heard.push(socket.send('too late'), socket.readyState, (await next()) === third);
  return [...heard, ...GivenSocket.made.map(({ url, sent }) => [url, ...sent])];
}

describe('The socket as it is built for a host', () => {
  const { original, code } = builtOf(resolve('partysocket/ws').replace(/\.cjs$/, '.js'));

  it('has no queue, log and handlers left', () => {
    assert.doesNotMatch(code, /messageQueue|_debug|startClosed|maxRetries|\.on(open|close|error|message)\b|console/i);
  });

  it('tells and sends what that of the package does, with what a transport asks of it', async () => {
    const inBrowsers = original.replace(/^const isNode =[^;]*;$/m, 'const isNode = false;');
    const heard = await heardOf(inBrowsers);
    assert.deepEqual(await heardOf(code), heard);
    assert.deepEqual(heard.slice(-3), [
      ['ws://rooms.test/', 'one', 'close 4000'],
      ['ws://rooms.test/', 'two'],
      ['ws://rooms.test/', 'close 1000'],
    ]);
  });
});
