// Runs programs on a Piston server from the page: one request, one answer.
import { runOnPiston as run } from '../../../party/shared/program-services.js';
import type { RemoteEnd, RemoteRequest, RemoteSink } from '../languages/definition.js';
import { askFrom, type ServiceOptions } from './post-json.js';

export interface PistonOptions extends ServiceOptions {
  /** Piston's name of the language; default: the id it is registered with. */
  language?: string;
  /** Default: any version. */
  version?: string;
}

/** Resolves with how the run ended. Rejects with a sentence when the server cannot be reached or its answer is unexpected. */
export async function runOnPiston(
  { language, version, ...service }: PistonOptions,
  request: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  const { state } = await run(askFrom(service, signal), request, sink, { name: language, version });
  return state;
}
