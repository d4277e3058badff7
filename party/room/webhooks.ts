/** Webhooks: signed messages to another server about events in rooms, with retries that survive restarts. TOKENS.md, "Webhooks". */

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
  /** The signed body, sent unchanged. */
  body: string;
  attempts: number;
  nextAt: number;
  /** For a message about a run: the person who ran it. */
  runBy?: string;
}

/** Retry pauses: ten seconds, then three times as long each time, for about nine hours in all. */
const FIRST_PAUSE_MS = 10_000;
/** With the first one. */
const ATTEMPTS = 9;
/** Maximum of pending messages per room; the oldest is dropped. */
const WAITING = 100;
/** Maximum of pending messages about runs, so that runs do not displace other messages. */
const RUNS_WAITING = 50;
/** Messages about runs that are sent at once, and then per minute; further ones wait. */
const RUN_BURST = 20;
const RUNS_PER_MINUTE = 20;
const TIMEOUT_MS = 10_000;

const SECRET_BYTES = 32;
/** Prefix of a key in Standard Webhooks; base64 follows. */
const KEY_PREFIX = 'whsec_';
const KEY_BYTES = 24;

export class Webhooks {
  #delivering = false;
  #busyUntil = Number.NEGATIVE_INFINITY;
  #next: number;
  readonly #runs: TokenBucket;
  /** Runs without a message since the last one that had a message. */
  #untold = 0;

  constructor(
    private readonly target: WebhookTarget | null,
    private readonly waiting: Map<string, StoredWebhook>,
    private readonly clock: Clock,
    private readonly events: {
      save(key: string, webhook: StoredWebhook | undefined): void;
      /** Sets the alarm anew because something is pending, or nothing is any more. */
      rearm(exactly?: boolean): void;
      reportError(error: unknown): void;
    },
  ) {
    this.#runs = new TokenBucket(RUNS_PER_MINUTE / 60, RUN_BURST, clock.now());
    this.#next = Math.max(0, ...[...waiting.keys()].map(Number)) + 1;
  }

  /** When the next attempt is due; Infinity when nothing is pending, or there is no receiver any more. A message that is being sent is not due before it has failed. */
  get nextAt(): number {
    if (!this.target) return Number.POSITIVE_INFINITY;
    const due = Math.min(...[...this.waiting.values()].map(({ nextAt }) => nextAt));
    return Math.max(due, this.#busyUntil);
  }

  /** Number of undelivered messages. */
  get pending(): number {
    return this.waiting.size;
  }

  tell(type: Exclude<WebhookEvent, 'run.finished'>, data: object): void {
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined && this.waiting.size >= WAITING) this.#put(oldest, undefined);
    this.#add(type, data, this.clock.now());
  }

  /** Queues a message about a finished run. When there are too many, one of the person with the most runs is dropped. */
  tellRun(person: string, data: object): void {
    if (!this.target) return;
    const runs = [...this.waiting].filter(([, { runBy }]) => runBy !== undefined);
    const now = this.clock.now();
    let nextAt: number;
    if (runs.length < RUNS_WAITING) {
      nextAt = now + this.#runs.borrow(1, now);
    } else {
      const key = oldestOfMost(runs);
      // The new message takes over the due time of the dropped one, so that dropping does not speed up the others.
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

  /** Delivers what is due, one after the other; a failure is retried later. When the receiver cannot be reached, the rest is not tried. */
  async deliver(): Promise<void> {
    if (!this.target || this.#delivering) return;
    this.#delivering = true;
    try {
      let unreachable: string | null = null;
      for (const [key, webhook] of [...this.waiting]) {
        if (webhook.nextAt > this.clock.now()) continue;
        if (unreachable === null) {
          // If the room leaves memory meanwhile, the alarm wakes it to deliver the rest.
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
    this.events.reportError(
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

/** The oldest message about a run of the person who has most of them. */
function oldestOfMost(runs: [key: string, StoredWebhook][]): string {
  const counts = new Map<string, number>();
  for (const [, { runBy = '' }] of runs) counts.set(runBy, (counts.get(runBy) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return runs.find(([, { runBy = '' }]) => counts.get(runBy) === most)?.[0] ?? '';
}

/** The room's part of each message. */
export function aboutRoom({ id, record: { title, kind } }: { id: string; record: { title: string; kind: string } }) {
  return { id, title, kind };
}

/** `trouble` is null on success, else what was wrong. Redirects are not followed: they count as failures. */
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

/** The bytes of a secret: the text itself, or the base64 after `whsec_`. Null when it is too short, or not base64. */
export function secretBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith(KEY_PREFIX)) return longEnough(new TextEncoder().encode(secret), SECRET_BYTES);
  // Whitespace inside is ignored by this decoder but not by those of receivers, so it is rejected.
  if (/\s/.test(secret.trimEnd())) return null;
  try {
    return longEnough(fromBase64(secret.slice(KEY_PREFIX.length)), KEY_BYTES);
  } catch {
    return null; // The rest is not base64.
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
