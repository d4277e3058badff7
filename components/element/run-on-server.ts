// Runs a program on the room's server, with the room's own token, and passes on what comes as it comes.
import type { OutputKind } from '../../party/shared/output.js';
import { sleep } from '../../party/shared/time.js';
import type { RemoteEnd, RemoteRequest, RemoteSink, RoomAccess } from '../runner/languages/definition.js';
import { LATER_TEXTS } from '../wording/later-text.js';
import { defaultHost, toOrigin } from './server-url.js';

type Line = { type: 'wait' } | { type: 'output'; kind: OutputKind; text: string } | { type: 'end'; state: RemoteEnd };

/** A server that is busy says when to come again; not sooner than this, and not later. */
const WAIT_S = { least: 1, most: 30 };

/** Tokens that `getToken` gave, so that not each of many tests asks for one. */
const tokens = new WeakMap<RoomAccess, string>();

/** Rejects with a sentence that continues "Java could not run this: …". It is printed for everybody, so it is in English. */
export async function runOnServer(
  server: string,
  { room: access, language, code, fileName, files, stdin }: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  if (!access?.room || toOrigin(access.host || defaultHost()) !== server)
    throw new Error(LATER_TEXTS['run-in-room-only']);
  const url = `${server}/api/rooms/${encodeURIComponent(access.room)}/run`;
  const body = JSON.stringify({ language, code, fileName, files, stdin });
  for (let renewed = false; ; ) {
    const token = await tokenOf(access);
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new Error(LATER_TEXTS['server-silent']);
    });
    signal.throwIfAborted();
    if (answer.ok) return readLines(answer, sink);
    if (answer.status === 401 && access.getToken && !renewed) {
      renewed = true;
      tokens.delete(access);
    } else if (answer.status === 429) {
      const seconds = Number(answer.headers.get('Retry-After')) || WAIT_S.least;
      await sleep(Math.min(Math.max(seconds, WAIT_S.least), WAIT_S.most) * 1000, signal);
    } else {
      const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
      throw new Error(detail || LATER_TEXTS['server-failed']);
    }
  }
}

/** Empty in open rooms. As for the room, `getToken` comes first: a `token` beside it may have run out. */
async function tokenOf(access: RoomAccess): Promise<string> {
  const { token, getToken } = access;
  if (!getToken) return token ?? '';
  const given = tokens.get(access) ?? (await getToken());
  tokens.set(access, given);
  return given;
}

async function readLines({ body }: Response, sink: RemoteSink): Promise<RemoteEnd> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let left = '';
  while (reader) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) break;
    const lines = (left + decoder.decode(value, { stream: true })).split('\n');
    left = lines.pop() ?? '';
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      if (line.type === 'output') sink.output(line.kind, line.text);
      else if (line.type === 'end') return line.state;
    }
  }
  throw new Error(LATER_TEXTS['run-broken-off']);
}
