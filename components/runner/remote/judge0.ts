// Runs programs on a Judge0 server: hands one in, then asks until it is done.
import type { RemoteEnd, RemoteRequest, RemoteSink } from '../languages/definition.js';
import { postJson, type ServiceOptions, text } from './post-json.js';

export interface Judge0Options extends ServiceOptions {
  /** Judge0's number of the language; `GET /languages` lists them. */
  languageId: number;
}

const ASK_AGAIN_MS = 400;
const FIELDS = 'stdout,stderr,compile_output,message,status';
/** Judge0's numbers of how a submission stands; all above `accepted` are failures of some kind. */
const STATUS = { processing: 2, accepted: 3, timedOut: 5 };

/** Resolves with how the run ended. Rejects with a sentence when the server is out of reach or answers something else. */
export async function runOnJudge0(
  options: Judge0Options,
  { code, stdin }: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  const { token } = await postJson(options, 'submissions?base64_encoded=true&wait=false', signal, {
    source_code: toBase64(code),
    stdin: toBase64(stdin),
    language_id: options.languageId,
  });
  if (typeof token !== 'string') throw new Error('the server did not answer as Judge0 does. Check its address.');
  const path = `submissions/${encodeURIComponent(token)}?base64_encoded=true&fields=${FIELDS}`;
  for (;;) {
    const answer = await postJson(options, path, signal);
    const { id, description } = (answer.status ?? {}) as Record<string, unknown>;
    if (typeof id !== 'number') throw new Error('the server lost the program. Run it again.');
    if (id > STATUS.processing) {
      sink.output('stdout', fromBase64(answer.stdout));
      sink.output('stderr', fromBase64(answer.compile_output) + fromBase64(answer.stderr));
      if (id === STATUS.accepted) return 'done';
      sink.output('note', `${text(description) || 'It failed'}. ${fromBase64(answer.message)}`.trim());
      return id === STATUS.timedOut ? 'timed-out' : 'failed';
    }
    await pause(ASK_AGAIN_MS, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener('abort', end, { once: true });
  });
}

function toBase64(value: string): string {
  return btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(value: unknown): string {
  if (typeof value !== 'string') return '';
  return new TextDecoder().decode(Uint8Array.from(atob(value.replace(/\s/g, '')), (unit) => unit.charCodeAt(0)));
}
