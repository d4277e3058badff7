// Runs programs on a Judge0 server from the page: hands one in, then asks until it is done.
import { runOnJudge0 as run } from '../../../party/shared/program-services.js';
import { sleep } from '../../../party/shared/time.js';
import { unixName, zipOf } from '../../../party/shared/zip.js';
import type { RemoteEnd, RemoteRequest, RemoteSink } from '../languages/definition.js';
import { askFrom, type ServiceOptions } from './post-json.js';

export interface Judge0Options extends ServiceOptions {
  /** Judge0's number of the language; `GET /languages` lists them. */
  languageId: number;
}

/** Resolves with how the run ended. Rejects with a sentence when the server is out of reach or answers something else. */
export async function runOnJudge0(
  { languageId: id, ...service }: Judge0Options,
  request: RemoteRequest,
  sink: RemoteSink,
  signal: AbortSignal,
): Promise<RemoteEnd> {
  const ask = askFrom(service, signal);
  const zip = async (files: RemoteRequest['files']) => zipOf(files, new Date(), unixName);
  const { state } = await run(ask, request, sink, { id }, (ms) => sleep(ms, signal), zip);
  return state;
}
