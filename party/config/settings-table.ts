/** Settings of a server: one table of names, meanings, defaults and checks, used by engines and scripts alike. */
import { readIssuers } from '../access/issuers.js';
import { readOrigins } from '../access/origins.js';
import { secretBytes } from '../room/webhooks.js';
import { isRecord, parseJson } from '../shared/json.js';
import { LIMITS, type Limits } from '../shared/limits.js';
import { HEADER_KEY, HEADER_KEY_WORDS, readAiKey, readAiUrl } from './ai-service.js';
import { readServiceSettings } from './service-settings.js';

interface Setting<T> {
  meaning: string;
  /** The default, as printed in README.md. */
  fallback: string;
  /** Never printed, never logged. */
  secret?: true;
  /** Read only by the script that starts the server; not passed on to rooms and pages. */
  local?: true;
  /** Throws a Wrong whose message ends the sentence "NAME is "value", and must be …". */
  read(value: string | undefined): T;
}

/** Minimum length of a key, so that it cannot be guessed over the network. */
const LEAST_KEY = 16;

class Wrong extends Error {}

function number(least: number, most: number, fallback: number, what: string, is = Number.isFinite) {
  return (value: string | undefined): number => {
    const given = value === undefined ? fallback : Number(value);
    if (!is(given) || given < least || given > most) throw new Wrong(what);
    return given;
  };
}

function flag(value: string | undefined): boolean | undefined {
  if (value !== undefined && value !== '0' && value !== '1') throw new Wrong('0 or 1');
  return value === undefined ? undefined : value === '1';
}

function origin(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Wrong('an address such as https://rooms.example.com');
  return url.origin;
}

function folder(value: string | undefined): string | undefined {
  const isPath = value !== undefined && /^\/(?![/\\])/.test(value);
  if (value !== undefined && !isPath && !/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ''))
    throw new Wrong(
      'an address such as https://packages.example.com/pyodide/, or a path of this host such as /python/',
    );
  return value;
}

function header(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\w-]+$/.test(value))
    throw new Wrong('the name of a header, such as X-Real-IP, or none');
  return value === 'none' ? undefined : value;
}

function webhook(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : null;
  const local = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!url || url.username || url.password || !(url.protocol === 'https:' || local))
    throw new Wrong('an https address without a name or password');
  return value;
}

function webhookSecret(value: string | undefined): string | undefined {
  if (value !== undefined && !secretBytes(value))
    throw new Wrong('at least 32 bytes long (openssl rand -hex 32), or "whsec_" and base64 of at least 24 bytes');
  return value;
}

function engine(value = 'partykit'): 'partykit' | 'workerd' {
  if (value !== 'partykit' && value !== 'workerd') throw new Wrong('partykit or workerd');
  return value;
}

/** No request can bring another one: it comes in a header. */
function key(value: string | undefined): string | undefined {
  if (value !== undefined && !HEADER_KEY.test(value)) throw new Wrong(HEADER_KEY_WORDS);
  return value === 'anyone' ? undefined : value;
}

function limits(value: string | undefined): Readonly<Limits> {
  if (value === undefined) return LIMITS;
  const what = `a JSON object of names in party/shared/limits.ts and numbers above 0, such as {"editors": 30}`;
  const given = parseJson(value);
  if (!isRecord(given)) throw new Wrong(what);
  for (const [name, limit] of Object.entries(given))
    if (!Object.hasOwn(LIMITS, name) || typeof limit !== 'number' || !(limit > 0)) throw new Wrong(what);
  return { ...LIMITS, ...given };
}

function checkedBy<T>(read: (value: string | undefined) => T, what: string) {
  return (value: string | undefined): T => {
    try {
      return read(value);
    } catch (error) {
      throw new Wrong(error instanceof Error ? error.message : what, { cause: error });
    }
  };
}

const setting = <T>(about: Setting<T>): Setting<T> => about;

export const SETTINGS = {
  HOST: setting({
    meaning: 'address to listen on; nothing else is opened',
    fallback: '127.0.0.1',
    local: true,
    read: (value) => value ?? '127.0.0.1',
  }),
  PORT: setting({
    meaning: 'port to listen on',
    fallback: '1999',
    local: true,
    read: number(0, 65_535, 1999, 'a whole number from 0 to 65535', Number.isInteger),
  }),
  CODE_ROOM_STATE: setting({
    meaning: 'folder that keeps the rooms',
    fallback: '.partykit/state',
    local: true,
    read: (value) => value ?? '.partykit/state',
  }),
  CODE_ROOM_ENGINE: setting({
    meaning: 'what rooms run in with `npm start`: `partykit`, or `workerd` as in production',
    fallback: '`partykit`',
    local: true,
    read: engine,
  }),
  CODE_ROOM_URL: setting({
    meaning: 'origin of links, as people reach the server',
    fallback: 'origin of the request',
    read: origin,
  }),
  CODE_ROOM_MAKERS: setting({
    meaning: 'who may make rooms: `anyone`, or a key to be sent as bearer token',
    fallback: '`anyone`',
    secret: true,
    read: key,
  }),
  CODE_ROOM_OPEN: setting({
    meaning: '`1` or `0`: whether rooms open by name alone, without link or token',
    fallback: '`1` with `npm start`, else `0`',
    read: flag,
  }),
  CODE_ROOM_ISSUERS: setting({
    meaning: 'teams whose own tokens open rooms, as JSON ([Tokens of your own](party/TOKENS.md))',
    fallback: 'none',
    secret: true,
    read: checkedBy(readIssuers, 'a JSON list'),
  }),
  CODE_ROOM_ORIGINS: setting({
    meaning: 'origins whose pages may use rooms and API beside its own, with commas between them; `*`: any',
    fallback: '`*` with `npm start`, else none',
    read: checkedBy(readOrigins, 'a list of origins'),
  }),
  CODE_ROOM_WEBHOOK: setting({
    meaning: 'https address that is told when a room is made or ends, and when a run is over',
    fallback: 'none',
    read: webhook,
  }),
  CODE_ROOM_WEBHOOK_SECRET: setting({
    meaning: 'key that webhooks are signed with: at least 32 bytes, or `whsec_` and base64',
    fallback: 'none',
    secret: true,
    read: webhookSecret,
  }),
  CODE_ROOM_PROXY_HEADER: setting({
    meaning:
      'header in which a proxy tells the caller’s address, for the limits on connections, on new and on made-up rooms; `none`: there is no proxy, and all callers share them (on plain workerd not those on connections). In production one of the two',
    fallback: '`none` with `npm start`',
    read: header,
  }),
  CODE_ROOM_ROOMS_PER_MINUTE: setting({
    meaning: 'new rooms a minute from one address',
    fallback: '10',
    read: number(Number.MIN_VALUE, 1e9, 10, 'a number above 0'),
  }),
  CODE_ROOM_METRICS: setting({
    meaning: 'key that opens `/metrics`, for Prometheus, as bearer token',
    fallback: 'none: there is no such address',
    secret: true,
    read: key,
  }),
  CODE_ROOM_PACKAGES: setting({
    meaning:
      'address or path of a folder of Python packages that programs may import on the host’s pages ([how to fill one](components/runner/LANGUAGES.md#packages-for-python))',
    fallback: 'none',
    read: folder,
  }),
  CODE_ROOM_RUNNERS: setting({
    meaning:
      'servers of yours that run Java, C#, Go, Rust and more for rooms, as JSON: `{"java go rust": "piston http://127.0.0.1:2000"}` ([Languages on a server](demo/PRODUCTION.md#languages-on-a-server-of-your-own))',
    fallback: 'none',
    secret: true,
    read: checkedBy(readServiceSettings, 'a JSON object'),
  }),
  CODE_ROOM_AI_URL: setting({
    meaning:
      'address of an AI that answers in rooms where it is allowed: whatever speaks as OpenAI’s chat completions do ([AI in rooms](demo/PRODUCTION.md#ai-in-rooms))',
    fallback: 'none: rooms have no AI of the server’s',
    read: checkedBy(readAiUrl, 'an address'),
  }),
  CODE_ROOM_AI_KEY: setting({
    meaning: 'key for that AI; it stays on the server',
    fallback: 'none',
    secret: true,
    read: checkedBy(readAiKey, 'a key'),
  }),
  CODE_ROOM_AI_MODEL: setting({
    meaning: 'model that is asked for, as that AI calls it; needed with `CODE_ROOM_AI_URL`',
    fallback: 'none',
    read: (value) => value,
  }),
  CODE_ROOM_QUESTIONS: setting({
    meaning:
      'folders of questions of your own, with `:` between them, checked at the start ([their form](demo/questions/README.md))',
    fallback: 'none',
    local: true,
    read: (value) => value,
  }),
  CODE_ROOM_LIMITS: setting({
    meaning: 'limits of rooms that differ, as JSON: `{"editors": 30}`; names in `party/shared/limits.ts`',
    fallback: '`{}`',
    read: limits,
  }),
};

export type ServerSettings = { [N in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[N]['read']> };

/** What is set; empty values and blanks count as not set. */
function given(env: Record<string, unknown>, name: string): string | undefined {
  const value = env[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** Throws an Error with one sentence for each invalid value. */
export function readSettings(env: Record<string, unknown>): ServerSettings {
  const faults: string[] = [];
  const values = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { read, secret }]) => {
    const value = given(env, name);
    try {
      return [name, read(value)];
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      // A password may stand in an address, and a key in its query.
      const hidden = secret || /[@?]/.test(value ?? '');
      faults.push(`${name} ${hidden ? '' : `is "${value}", and `}must be ${error.message}.`);
      return [name, undefined];
    }
  });
  if (given(env, 'CODE_ROOM_WEBHOOK') && !given(env, 'CODE_ROOM_WEBHOOK_SECRET'))
    faults.push('CODE_ROOM_WEBHOOK is set without CODE_ROOM_WEBHOOK_SECRET. Set it too (openssl rand -hex 32).');
  if (given(env, 'CODE_ROOM_AI_URL') && !given(env, 'CODE_ROOM_AI_MODEL'))
    faults.push('CODE_ROOM_AI_URL is set without CODE_ROOM_AI_MODEL. Set it too, to a model of that AI.');
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return Object.fromEntries(values);
}

/** What must be changed before this server may be public, one sentence each. */
export function productionFaults(env: Record<string, unknown>, settings: ServerSettings): string[] {
  const faults: string[] = [];
  const { CODE_ROOM_URL: url, CODE_ROOM_MAKERS: makers } = settings;
  if (!url)
    faults.push('CODE_ROOM_URL is not set. Set it to the address people use, such as https://rooms.example.com.');
  else if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(url))
    faults.push(`CODE_ROOM_URL is ${url}. Put a proxy with TLS in front and set its https address: links are secrets.`);
  if (makers && makers.length < LEAST_KEY)
    faults.push(
      `CODE_ROOM_MAKERS is too short to be safe. Set at least ${LEAST_KEY} characters (openssl rand -hex 16).`,
    );
  if (!given(env, 'CODE_ROOM_MAKERS'))
    faults.push(
      'CODE_ROOM_MAKERS is not set. Set it to a key (openssl rand -hex 16), or to "anyone" if anyone may make rooms here.',
    );
  if (!given(env, 'CODE_ROOM_PROXY_HEADER'))
    faults.push(
      'CODE_ROOM_PROXY_HEADER is not set. Set it to the header in which your proxy names the caller, such as X-Real-IP, or to "none": then one caller can use up the new rooms of a minute for all.',
    );
  return faults;
}

/** Variables with the prefix of settings that are not settings: a misspelt one would silently have no effect. */
export function unknownSettings(env: Record<string, unknown>): string[] {
  return Object.keys(env).filter((name) => name.startsWith('CODE_ROOM_') && !Object.hasOwn(SETTINGS, name));
}

/** The settings table of README.md, as Markdown. */
export function settingsTable(): string {
  const rows = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { meaning, fallback, secret }]) => {
    return `| \`${name}\` | ${fallback} | ${meaning}${secret ? ' (secret)' : ''} |`;
  });
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
