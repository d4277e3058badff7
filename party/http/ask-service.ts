/** Asks a service that runs programs, from this server: within limits, nowhere but where the settings say, and its key never comes out again. */

import type { ServiceSetting } from '../config/service-settings.js';
import { parseJson } from '../shared/json.js';
import type { AskService } from '../shared/program-services.js';

/** Of what a service says of itself no more is passed on. */
const REASON_LENGTH = 300;
/** What stands in a text where a key stood. */
const HIDDEN_KEY = '…';

/** Rejects with sentences that continue "Java could not run this: …". */
export function askService(setting: ServiceSetting, mostBytes: number, signal: AbortSignal): AskService {
  return async (path, body) => {
    const response = await send(setting, path, body, signal);
    const { status } = response;
    // Whoever answers must not lead this server to where only it can go.
    if (status === 0 || (status >= 300 && status < 400))
      throw new Error('the service leads elsewhere, which is not followed. Its address in the settings may be wrong.');
    const text = withoutKey(setting, await readText(response, mostBytes));
    const answer = parseJson(text);
    if (response.ok && answer !== undefined) return answer;
    throw new Error(faultOf(setting, status, answer));
  };
}

/** The secret of `Bearer xyz`, which a service may repeat alone; a few letters would be found in any text. */
const BEHIND_SCHEME = /^[A-Za-z][\w-]* +(\S{6,})$/;

/** As a text may be shown. */
export function withoutKey({ key }: ServiceSetting, text: string): string {
  if (!key) return text;
  const secret = BEHIND_SCHEME.exec(key.value)?.[1] ?? key.value;
  return text.replaceAll(key.value, HIDDEN_KEY).replaceAll(secret, HIDDEN_KEY);
}

async function send({ url, key }: ServiceSetting, path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const posted = body !== undefined && { method: 'POST', body: JSON.stringify(body) };
  try {
    return await fetch(`${url}/${path}`, {
      ...posted,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(key && { [key.header]: key.value }),
      },
      redirect: 'manual',
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Error('the service cannot be reached. Try again, or tell whoever runs this server.', { cause });
  }
}

async function readText(response: Response, mostBytes: number): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new Error(`the service answered with more than ${Math.round(mostBytes / 1024 / 1024)} MiB.`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function faultOf(setting: ServiceSetting, status: number, answer: unknown): string {
  if (status === 429) return 'the service is busy. Run again in a moment.';
  if (status === 401 || status === 403)
    return 'the service does not accept the key of this server. Tell whoever runs it.';
  if (status >= 502 && status <= 504)
    return 'the service cannot be reached. Try again, or tell whoever runs this server.';
  if (status < 300)
    return 'the service answered with something else than JSON. Its address in the settings may be wrong.';
  const { message, error } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const reason = [message, error].find((each): each is string => typeof each === 'string' && each.trim() !== '');
  // JSON may have written the key in another way, and half of it must not come out either.
  const shown = reason && withoutKey(setting, reason).slice(0, REASON_LENGTH);
  return `the service answered with status ${status}${shown ? `: ${shown}` : ''}.`;
}
