// Runs a program on the server that its language was registered with; loaded only then, because most pages never need it.
import type { RunRequest, RunResult, RunSink } from '../runner/runner.js';
import { notLoaded } from '../wording/errors.js';

export async function runRemote(request: RunRequest, sink: RunSink, signal: AbortSignal): Promise<RunResult> {
  const { runRemotely } = await import('../runner/remote/run-remotely.js').catch(notLoaded);
  return runRemotely(request, sink, signal);
}
