// Runs programs on a Judge0 server: submits, then polls until it is done.
import { fromBase64, toBase64 } from '../../../party/shared/bytes.js';
import { sleep } from '../../../party/shared/time.js';
import type { RemoteEnd, RemoteRequest, RemoteSink } from '../languages/definition.js';
import { postJson, type ServiceOptions, text } from './post-json.js';

export interface Judge0Options extends ServiceOptions {
  /** Judge0's number of the language; `GET /languages` lists them. */
  languageId: number;
}

const ASK_AGAIN_MS = 400;
const FIELDS = 'stdout,stderr,compile_output,message,status';
/** Judge0's status numbers; all above `accepted` are failures. */
const STATUS = { processing: 2, accepted: 3, timedOut: 5 };

/** Resolves with how the run ended. Rejects with a sentence when the server cannot be reached or its answer is unexpected. */
export async function runOnJudge0(
  options: Judge0Options,
  { code, stdin }: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  const { token } = await postJson(options, 'submissions?base64_encoded=true&wait=false', signal, {
    source_code: pack(code),
    stdin: pack(stdin),
    language_id: options.languageId,
  });
  if (typeof token !== 'string') throw new Error('the server did not answer as Judge0 does. Check its address.');
  const path = `submissions/${encodeURIComponent(token)}?base64_encoded=true&fields=${FIELDS}`;
  for (;;) {
    const answer = await postJson(options, path, signal);
    const { id, description } = (answer.status ?? {}) as Record<string, unknown>;
    if (typeof id !== 'number') throw new Error('the server lost the program. Run it again.');
    if (id > STATUS.processing) {
      sink.output('stdout', unpack(answer.stdout));
      sink.output('stderr', unpack(answer.compile_output) + unpack(answer.stderr));
      if (id === STATUS.accepted) return 'done';
      sink.output('note', `${text(description) || 'It failed'}. ${unpack(answer.message)}`.trim());
      return id === STATUS.timedOut ? 'timed-out' : 'failed';
    }
    await sleep(ASK_AGAIN_MS, signal);
  }
}

function pack(value: string): string {
  return toBase64(new TextEncoder().encode(value));
}

function unpack(value: unknown): string {
  return typeof value === 'string' ? new TextDecoder().decode(fromBase64(value.replace(/\s/g, ''))) : '';
}
