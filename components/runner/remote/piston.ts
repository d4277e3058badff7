// Runs programs on a Piston server: one request, one answer.
import type { RemoteEnd, RemoteRequest, RemoteSink } from '../languages/definition.js';
import { postJson, type ServiceOptions, text } from './post-json.js';

export interface PistonOptions extends ServiceOptions {
  /** Piston's name of the language; default: the id it is registered with. */
  language?: string;
  /** Default: any version. */
  version?: string;
}

/** Resolves with how the run ended. Rejects with a sentence when the server cannot be reached or its answer is unexpected. */
export async function runOnPiston(
  options: PistonOptions,
  { language, code, fileName, files, stdin }: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  const answer = await postJson(options, 'execute', signal, {
    language: options.language ?? language,
    version: options.version ?? '*',
    // The first file is the one that is run.
    files: [{ name: fileName, text: code }, ...files].map(({ name, text: content }) => ({ name, content })),
    stdin,
  });
  const [compiled, ran] = [stage(answer.compile), stage(answer.run)];
  for (const step of [compiled, ran]) {
    if (!step) continue;
    // A compiler's output on success is not shown.
    if (step === ran) sink.output('stdout', step.stdout);
    sink.output('stderr', step.failed && step !== ran ? step.stdout + step.stderr : step.stderr);
    if (step.message) sink.output('note', step.message);
    if (step.timedOut) return 'timed-out';
    if (step.failed) return 'failed';
  }
  if (!ran) throw new Error('the server did not answer as Piston does. Check its address.');
  return 'done';
}

function stage(value: unknown) {
  if (typeof value !== 'object' || value === null) return undefined;
  const { stdout, stderr, code, signal, message, status } = value as Record<string, unknown>;
  return {
    stdout: text(stdout),
    stderr: text(stderr),
    message: text(message),
    timedOut: status === 'TO',
    failed: code !== 0 || Boolean(signal),
  };
}
