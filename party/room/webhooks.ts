/** Tells another server what has happened in rooms: signed, tried again with pauses, kept through restarts. TOKENS.md, "Webhooks". */

import type { Clock } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import { fromBase64, toBase64 } from '../shared/bytes.js';

export interface WebhookTarget {
  url: string;
  secret: Uint8Array<ArrayBuffer>;
}

type WebhookEvent = 'room.created' | 'room.ended' | 'run.finished';

export interface StoredWebhook {
  id: string;
  /** Signed and sent as it is. */
  body: string;
  attempts: number;
  nextAt: number;
  /** Who ran what it tells of, if it tells of a run. */
  runBy?: string;
}

/** Pauses after failed attempts: ten seconds, then three times as long each time, for about a day in all. */
const FIRST_PAUSE_MS = 10_000;
const ATTEMPTS = 9;
/** News of one room that wait to be told; the oldest makes room. */
const WAITING = 100;
/** Runs among them: however many there are, they keep nothing else from being told. */
const RUNS_WAITING = 50;
/** Runs told of at once, and so many a minute after that; the others wait. */
const RUN_BURST = 20;
const RUNS_PER_MINUTE = 20;
const TIMEOUT_MS = 10_000;

const SECRET_BYTES = 32;
/** As Standard Webhooks writes a key: base64 of so many bytes at least. */
const KEY_PREFIX = 'whsec_';
const KEY_BYTES = 24;

export class Webhooks {
  #delivering = false;
  #busyUntil = Number.NEGATIVE_INFINITY;
  #next: number;
  readonly #runs: TokenBucket;
  /** Runs that nobody was told of since the last one that somebody was. */
  #untold = 0;

  constructor(
    private readonly target: WebhookTarget | null,
    private readonly waiting: Map<string, StoredWebhook>,
    private readonly clock: Clock,
    private readonly events: {
      save(key: string, webhook: StoredWebhook | undefined): void;
      /** There is something to deliver, or nothing any more. */
      rearm(exactly?: boolean): void;
      report(error: unknown): void;
    },
  ) {
    this.#runs = new TokenBucket(RUNS_PER_MINUTE / 60, RUN_BURST, clock.now());
    this.#next = Math.max(0, ...[...waiting.keys()].map(Number)) + 1;
  }

  /** When the next attempt is due; Infinity when there is nothing to tell. What is being told is not due again before it has failed. */
  get nextAt(): number {
    const due = Math.min(...[...this.waiting.values()].map(({ nextAt }) => nextAt));
    return Math.max(due, this.#busyUntil);
  }

  /** Messages that have not been taken yet. */
  get pending(): number {
    return this.waiting.size;
  }

  tell(type: Exclude<WebhookEvent, 'run.finished'>, data: object): void {
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined && this.waiting.size >= WAITING) this.#put(oldest, undefined);
    this.#add(type, data, this.clock.now());
  }

  /** A run that is over: of those who run more than can be told, the one who has run most is told of less. */
  tellRun(person: string, data: object): void {
    if (!this.target) return;
    const runs = [...this.waiting].filter(([, { runBy }]) => runBy !== undefined);
    const now = this.clock.now();
    let nextAt: number;
    if (runs.length < RUNS_WAITING) {
      nextAt = now + this.#runs.borrow(1, now);
    } else {
      const key = oldestOfMost(runs);
      // Its turn is taken over: dropping some must not bring the others sooner.
      nextAt = Math.max(now, this.waiting.get(key)?.nextAt ?? now);
      this.#put(key, undefined);
      this.#untold += 1;
    }
    this.#add('run.finished', this.#untold > 0 ? { ...data, untold: this.#untold } : data, nextAt, person);
    this.#untold = 0;
  }

  #add(type: WebhookEvent, data: object, nextAt: number, runBy?: string): void {
    if (!this.target) return;
    const body = JSON.stringify({ type, timestamp: new Date(this.clock.now()).toISOString(), data });
    const webhook = { id: `msg_${crypto.randomUUID()}`, body, attempts: 0, nextAt, ...(runBy ? { runBy } : {}) };
    this.#put(String(this.#next++).padStart(9, '0'), webhook);
    this.events.rearm();
  }

  /** What is due, one after the other; what fails is tried again later. A receiver that cannot be reached is not asked again for each. */
  async deliver(): Promise<void> {
    if (!this.target || this.#delivering) return;
    this.#delivering = true;
    try {
      let unreachable: string | null = null;
      for (const [key, webhook] of [...this.waiting]) {
        if (webhook.nextAt > this.clock.now()) continue;
        if (unreachable === null) {
          // Should the room leave memory meanwhile, it is woken for what was not told.
          this.#busyUntil = this.clock.now() + 2 * TIMEOUT_MS;
          const { trouble, reached } = await post(this.target, webhook, this.clock.now());
          if (trouble === null) {
            this.#put(key, undefined);
            continue;
          }
          if (reached) {
            this.#failed(key, webhook, trouble);
            continue;
          }
          unreachable = trouble;
        }
        this.#failed(key, webhook, unreachable);
      }
    } finally {
      this.#delivering = false;
      this.#busyUntil = Number.NEGATIVE_INFINITY;
      this.events.rearm(true);
    }
  }

  #failed(key: string, webhook: StoredWebhook, trouble: string): void {
    const attempts = webhook.attempts + 1;
    const over = attempts >= ATTEMPTS;
    this.events.report(
      new Error(`Webhook ${webhook.id} failed ${attempts} times: ${trouble}${over ? ' Given up.' : ''}`),
    );
    const nextAt = this.clock.now() + FIRST_PAUSE_MS * 3 ** (attempts - 1);
    this.#put(key, over ? undefined : { ...webhook, attempts, nextAt });
  }

  #put(key: string, webhook: StoredWebhook | undefined): void {
    if (webhook) this.waiting.set(key, webhook);
    else this.waiting.delete(key);
    this.events.save(key, webhook);
  }
}

/** The key of the oldest message about a run of the one of whom most of them are. */
function oldestOfMost(runs: [key: string, StoredWebhook][]): string {
  const counts = new Map<string, number>();
  for (const [, { runBy = '' }] of runs) counts.set(runBy, (counts.get(runBy) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return runs.find(([, { runBy = '' }]) => counts.get(runBy) === most)?.[0] ?? '';
}

/** What every message says of its room. */
export function aboutRoom({ id, record: { title, kind } }: { id: string; record: { title: string; kind: string } }) {
  return { id, title, kind };
}

/** `trouble` is null when it has been taken, else what was wrong. Nobody is followed elsewhere: an answer that leads on is a failure. */
async function post(
  { url, secret }: WebhookTarget,
  { id, body }: StoredWebhook,
  now: number,
): Promise<{ trouble: string | null; reached: boolean }> {
  const timestamp = String(Math.floor(now / 1000));
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'code-room',
    'Webhook-Id': id,
    'Webhook-Timestamp': timestamp,
    'Webhook-Signature': `v1,${await sign(secret, `${id}.${timestamp}.${body}`)}`,
  };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel();
    return { trouble: answer.ok ? null : `it was answered ${answer.status}.`, reached: true };
  } catch (error) {
    return { trouble: `${error instanceof Error ? error.message : error}.`, reached: false };
  }
}

/** The bytes of a secret: as it is written, or what it stands for after `whsec_`. Null when it is too short to be safe, or no base64. */
export function secretBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith(KEY_PREFIX)) return longEnough(new TextEncoder().encode(secret), SECRET_BYTES);
  // A space in the middle is read over here, and not by the libraries of receivers.
  if (/\s/.test(secret.trimEnd())) return null;
  try {
    return longEnough(fromBase64(secret.slice(KEY_PREFIX.length)), KEY_BYTES);
  } catch {
    return null; // What follows is no base64.
  }
}

function longEnough(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> | null {
  return bytes.length < least ? null : bytes;
}

/** Base64 HMAC-SHA256. */
async function sign(secret: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return toBase64(signature);
}
