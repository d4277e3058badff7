/** The tag beside what people would take instead: what comes, how soon one can type and run, how soon others see it, what it weighs. */
import type { Browser } from 'puppeteer-core';
import { sleep } from '../../../party/shared/time.js';
import type { Effort, Figure } from '../figure.js';
import { CpuThrottle } from '../runner/cpu-throttle.js';
import { countBytes, SlowLine } from '../runner/traffic.js';
import { codeRoom, type RunningSystem, yWebsocket } from '../sync/systems.js';
import { enter, type Typist } from '../sync/typist.js';
import { bundleSystems, servePages } from './pages.js';
import { keepValues, lastValues, noValues, type Results, told, type Values } from './rows.js';
import { SYSTEMS, type System } from './systems.js';
import { keysToPaint, openBrowser, Visit } from './visit.js';

/** Of the page: looks into every shadow root. */
declare function find(selector: string): HTMLElement | null;
declare const document: {
  querySelector(name: string): HTMLElement & { output: string; status: string; run(): Promise<unknown> };
};

const TIMES_SLOWER = 4;
const BYTES_PER_SECOND = 10e6 / 8;
const KEYS = 15;
const PAUSE_MS = 120;
const MOUNTS = 100;
const SHARED = SYSTEMS.filter(({ shared }) => shared);

/** Each measures all systems in turn, so that it can be measured alone: `npm run bench -- embed-keys`. */
const PARTS = {
  bytes: (run: Run) => run.loads(),
  keys: async (run: Run) => {
    await run.keys(2);
    await run.keys(10);
  },
  memory: (run: Run) => run.weights(),
  laptop: (run: Run) => run.slowLaptop(),
};
export type Part = keyof typeof PARTS;
export const EMBED_PARTS = Object.keys(PARTS) as Part[];

/** What is not measured now stays as it was measured last. */
export async function embed({ rounds, say }: Effort, parts: readonly Part[] = EMBED_PARTS): Promise<Figure[]> {
  await bundleSystems(say);
  const [room, yjs] = [await codeRoom.start(), await yWebsocket.start()];
  const browser = await openBrowser();
  try {
    const run = new Run({ browser, room, yjs, say });
    for (const part of parts) {
      for (let round = 0; round < rounds; round++) {
        say(`${part}, round ${round + 1} of ${rounds}`);
        await PARTS[part](run);
      }
    }
    return told(lastValues(), rounds);
  } finally {
    await browser.close();
    await room.stop();
    await yjs.stop();
  }
}

interface Parts {
  browser: Browser;
  room: RunningSystem;
  yjs: RunningSystem;
  say: Effort['say'];
}

class Run {
  #rooms = 0;
  readonly results: Results = noValues();

  constructor(private readonly parts: Parts) {}

  get #ports() {
    const [room, yjs] = [this.parts.room, this.parts.yjs].map((system) => new URL(system.address('x')));
    return { host: Number(room?.port), yjs: Number(yjs?.port) };
  }

  #note(values: Values, system: System, value: number): void {
    values.set(system.id, [...(values.get(system.id) ?? []), value]);
  }

  #newRoom(): string {
    this.#rooms += 1;
    return `embed-${this.#rooms}`;
  }

  /** A row that one system cannot give is left out for it, with the reason said. */
  async #each(what: string, systems: readonly System[], measure: (system: System) => Promise<void>): Promise<void> {
    for (const system of systems) {
      const began = performance.now();
      await measure(system).catch((error: unknown) => this.parts.say(`${what}, ${system.name}: ${error}`));
      keepValues(this.results);
      this.parts.say(`${what}, ${system.name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
  }

  /** What comes until a key is shown, and all that comes by itself. */
  async loads(): Promise<void> {
    const { host, yjs } = this.#ports;
    await this.#each('bytes', SYSTEMS, async (system) => {
      const counted = await countBytes(host);
      const pages = await servePages(() => ({ host: counted.origin, socket: `ws://127.0.0.1:${yjs}` }));
      const line = await countBytes(pages.port);
      const bytes = () => counted.bytes() + line.bytes();
      const visit = await Visit.begin(this.parts.browser);
      try {
        await visit.untilFirstKey(`${line.origin}/page/${system.id}?room=${this.#newRoom()}`);
        this.#note(this.results.firstBytes, system, bytes());
        this.#note(this.results.firstRequests, system, visit.requests);
        await visit.untilQuiet(bytes);
        this.#note(this.results.allBytes, system, bytes());
        this.#note(this.results.allRequests, system, visit.requests);
      } finally {
        await visit.close();
        counted.server.close();
        line.server.close();
        pages.close();
      }
    });
  }

  /** On a slow laptop, everything of Chromium slowed down: the first key, and the first line that Python prints. */
  async slowLaptop(): Promise<void> {
    const { host, yjs } = this.#ports;
    const line = new SlowLine(BYTES_PER_SECOND);
    const [ours, theirs] = [await line.to(host), await line.to(yjs)];
    const served = await servePages(() => ({ host: ours.origin, socket: theirs.origin.replace('http', 'ws') }));
    const pages = await line.to(served.port);
    const at = (system: System, program = '') =>
      `${pages.origin}/page/${system.id}?room=${this.#newRoom()}&program=${encodeURIComponent(program)}`;
    await this.#each('first key', SYSTEMS, (system) =>
      this.#slowly(async (visit) => {
        this.#note(this.results.firstKey, system, await visit.untilFirstKey(at(system)));
      }),
    );
    await this.#each(
      'first line',
      SYSTEMS.filter(({ runs }) => runs),
      (system) =>
        this.#slowly(async (visit) => {
          await visit.page.goto(at(system, 'print("first")'), { waitUntil: 'domcontentloaded' });
          this.#note(this.results.firstLine, system, await firstLine(visit, system));
        }),
    );
    for (const { server } of [ours, theirs, pages]) server.close();
    served.close();
  }

  async #slowly(action: (visit: Visit) => Promise<void>): Promise<void> {
    const browser = await openBrowser();
    const visit = await Visit.begin(browser);
    const throttle = new CpuThrottle(browser.process()?.pid ?? 0, TIMES_SLOWER);
    try {
      await action(visit);
    } finally {
      await throttle.release();
      await browser.close();
    }
  }

  /** From a key on one page until it is painted on another, with so many people in the room. */
  async keys(people: 2 | 10): Promise<void> {
    const { host, yjs } = this.#ports;
    const addresses = { host: `http://127.0.0.1:${host}`, socket: `ws://127.0.0.1:${yjs}` };
    const pages = await servePages(() => addresses);
    await this.#each(
      `key to paint, ${people} people`,
      // There and back, so that what else the machine does meets all alike.
      [...SHARED, ...SHARED.toReversed()],
      async (system) => {
        const room = this.#newRoom();
        const url = `http://127.0.0.1:${pages.port}/page/${system.id}?room=${room}`;
        const [ada, ben] = [await Visit.begin(this.parts.browser), await Visit.begin(this.parts.browser)];
        const server = system.id === 'code-room' ? this.parts.room : this.parts.yjs;
        const others: Typist[] = [];
        try {
          await ada.untilFirstKey(url);
          await ben.untilFirstKey(url);
          for (let n = 0; n < people - 2; n++) {
            const speech = system.id === 'code-room' ? 'room' : 'yjs';
            others.push(await enter(speech, { address: server.address(room), arrived: () => undefined }));
          }
          const typing = setInterval(() => others.forEach((one) => void one.type({ at: 0, insert: 'o' })), 500);
          await keysToPaint(ada, ben, 5, PAUSE_MS);
          const delays = await keysToPaint(ada, ben, KEYS, PAUSE_MS).finally(() => clearInterval(typing));
          if (delays.length < KEYS / 2) throw new Error(`Only ${delays.length} of ${KEYS} keys arrived.`);
          for (const delay of delays) this.#note(people === 2 ? this.results.two : this.results.ten, system, delay);
        } finally {
          for (const one of others) one.close();
          await ada.close();
          await ben.close();
        }
      },
    );
    pages.close();
  }

  /** Of the page's own scripts, above an empty page: with one editor, and each of a hundred. */
  async weights(): Promise<void> {
    const { host, yjs } = this.#ports;
    const pages = await servePages(() => ({ host: `http://127.0.0.1:${host}`, socket: `ws://127.0.0.1:${yjs}` }));
    await this.#each('memory', SYSTEMS, async (system) => {
      const visit = await Visit.begin(this.parts.browser);
      try {
        await visit.untilFirstKey(`http://127.0.0.1:${pages.port}/page/${system.id}?room=${this.#newRoom()}`);
        await sleep(4_000);
        const one = await visit.weight();
        this.#note(this.results.page, system, one);
        await visit.more(MOUNTS);
        await sleep(6_000);
        this.#note(this.results.mounts, system, ((await visit.weight()) - one) / MOUNTS);
      } finally {
        await visit.close();
      }
    });
    pages.close();
  }
}

/** Milliseconds from the beginning of the page. */
function firstLine({ page }: Visit, { id }: System): Promise<number> {
  if (id === 'code-room') {
    return page.evaluate(async () => {
      const room = document.querySelector('code-room');
      while (room.status !== 'live') await new Promise((resolve) => setTimeout(resolve, 20));
      (room as unknown as { value: string }).value = 'print("first")';
      void room.run();
      while (!room.output?.includes('first')) await new Promise((resolve) => setTimeout(resolve, 10));
      return performance.now();
    });
  }
  return page.evaluate(async () => {
    while (!find('.py-editor-run-button')) await new Promise((resolve) => setTimeout(resolve, 20));
    find('.py-editor-run-button')?.click();
    while (!find('.py-editor-output')?.textContent?.includes('first'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    return performance.now();
  });
}
