/** Runs one program on the service of a language: always comes back, and whatever went wrong is a sentence in the output. */
import type { ServiceSetting } from '../config/service-settings.js';
import { LANGUAGES } from '../shared/languages.js';
import type { Limits } from '../shared/limits.js';
import {
  judge0Language,
  runOnJudge0,
  runOnPiston,
  type ServiceEnd,
  type ServiceProgram,
  type ServiceSink,
} from '../shared/program-services.js';
import { sleep } from '../shared/time.js';
import { unixName, zipOf } from '../shared/zip.js';
import { askService, withoutKey } from './ask-service.js';

/** What a program prints is cut again where it is shown; no answer is longer than this. */
const PRINTED = 1024 * 1024;

export async function runOnService(
  setting: ServiceSetting,
  program: ServiceProgram,
  sink: ServiceSink,
  { serviceMs, serviceAnswerBytes }: Limits,
  stopped: AbortSignal,
): Promise<{ state: ServiceEnd; version: string }> {
  const { language, service, version } = setting;
  const end = new AbortController();
  const stop = () => end.abort();
  stopped.addEventListener('abort', stop);
  const timer = setTimeout(stop, serviceMs);
  const ask = askService(setting, serviceAnswerBytes, end.signal);
  let left = PRINTED;
  const printed: ServiceSink = {
    output: (kind, text) => {
      const shown = withoutKey(setting, text).slice(0, left);
      left -= shown.length;
      sink.output(kind, shown);
    },
  };
  try {
    if (service === 'piston') return await runOnPiston(ask, program, printed, { version });
    const pause = (ms: number) => sleep(ms, end.signal);
    const zip = async (files: ServiceProgram['files']) => zipOf(files, new Date(), unixName);
    return await runOnJudge0(ask, program, printed, await judge0Language(ask, language, version), pause, zip);
  } catch (error) {
    if (end.signal.aborted) {
      printed.output('note', `Stopped, because the service had not answered after ${serviceMs / 1000} seconds.`);
      return { state: 'timed-out', version: '' };
    }
    const reason = error instanceof Error ? error.message : String(error);
    printed.output('note', `${LANGUAGES[language] ?? language} could not run this: ${reason}`);
    return { state: 'failed', version: '' };
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener('abort', stop);
  }
}
