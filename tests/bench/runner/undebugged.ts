/** Chromium as people have it, with no debugger at its pages: drivers put one there, and errors and scripts take longer under it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { chromiumArgs, findBrowsers } from '../../browsers.mjs';

interface Reply {
  id: number;
  result?: Record<string, string>;
  error?: { message: string };
}

export class UndebuggedChromium {
  #sent = 0;
  readonly #awaited = new Map<number, (reply: Reply) => void>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
    private readonly profile: string,
  ) {
    socket.on('message', (data) => {
      const reply: Reply = JSON.parse(String(data));
      this.#awaited.get(reply.id)?.(reply);
      this.#awaited.delete(reply.id);
    });
    // Whoever waits for an answer would wait for ever.
    socket.on('close', () => {
      for (const [id, answer] of this.#awaited) answer({ id, error: { message: 'Chromium has ended.' } });
      this.#awaited.clear();
    });
  }

  /** In a group of its own all its processes can be stopped at once. `switches`: more of Chromium's own. */
  static async launch({ ownGroup = false, switches = [] as string[] } = {}): Promise<UndebuggedChromium> {
    const { chromium } = findBrowsers();
    if (!chromium) throw new Error('There is no Chromium. Install it, then measure again.');
    const profile = mkdtempSync(join(tmpdir(), 'code-room-bench-'));
    const own = ['--headless', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const child = spawn(chromium, [...chromiumArgs, ...own, ...switches, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: ownGroup,
    });
    if (ownGroup) endWithUs(child);
    const socket = new WebSocket(await endpointOf(child));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new UndebuggedChromium(child, socket, profile);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** A visitor who has been nowhere yet. */
  async newContext(): Promise<string> {
    return (await this.#send('Target.createBrowserContext')).browserContextId ?? '';
  }

  async open(context: string, url: string): Promise<string> {
    return (await this.#send('Target.createTarget', { url, browserContextId: context })).targetId ?? '';
  }

  async closePage(target: string): Promise<void> {
    await this.#send('Target.closeTarget', { targetId: target });
  }

  async closeContext(context: string): Promise<void> {
    await this.#send('Target.disposeBrowserContext', { browserContextId: context });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      // It may be gone before it answers.
      await this.#send('Browser.close').catch(() => {});
      await ended;
    }
    rmSync(this.profile, { recursive: true, force: true });
  }

  #send(method: string, params: Record<string, string> = {}): Promise<Record<string, string>> {
    this.#sent += 1;
    const id = this.#sent;
    return new Promise((resolve, reject) => {
      this.#awaited.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})));
      this.socket.send(JSON.stringify({ id, method, params }), (error) => {
        if (error) reject(new Error(`Chromium has ended: ${error.message}`));
      });
    });
  }
}

/** Nobody who interrupts the bench reaches another group, and what is stopped hears of nothing else. */
function endWithUs(child: ChildProcess): void {
  const end = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}

function endpointOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (data: Buffer) => {
      said += data;
      const [endpoint] = /ws:\S+/.exec(said) ?? [];
      if (endpoint) resolve(endpoint);
    });
    stderr?.once('end', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
}
