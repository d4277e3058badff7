/** The services that run programs for this server's rooms, in languages that pages cannot run: what `CODE_ROOM_RUNNERS` says. */
import { HELLO_PROGRAMS } from '../shared/hello-programs.js';

export interface ServiceSetting {
  /** As rooms call the language. */
  language: string;
  service: 'piston' | 'judge0';
  /** Without a slash at its end; what is asked for stands below it. */
  url: string;
  /** What proves to the service who asks; never leaves this server. */
  key?: { header: string; value: string };
  /** Part of a version, as the service writes it; the newest unless given. */
  version?: string;
}

const EXAMPLE = 'a JSON object such as {"java go rust": "piston http://127.0.0.1:2000"}';
const FIELDS: ReadonlySet<string> = new Set(['service', 'url', 'key', 'version']);
/** Where services look for a key that has no header of its own. */
const KEY_HEADERS = { piston: 'Authorization', judge0: 'X-Auth-Token' };
const KEY = /^(?:([A-Za-z][\w-]*): *)?([\x21-\x7e][\x20-\x7e]*)$/;
/** What a language can look like; anything else is not printed, as it might be a key in the wrong place. */
const ID = /^[a-z][a-z0-9+#-]{0,15}$/;

/** Reads the JSON of `CODE_ROOM_RUNNERS`. Throws an Error that ends the sentence "CODE_ROOM_RUNNERS must be …" and holds no key. */
export function readServiceSettings(json: string | undefined): readonly ServiceSetting[] {
  if (!json) return [];
  const services = Object.entries(entriesOf(json)).flatMap(([languages, given]) => {
    const ids = languages.split(/[\s,]+/).filter((id) => id !== '');
    if (ids.length === 0) throw new Error(EXAMPLE);
    return ids.map((id) => toServiceSetting(id, given));
  });
  const ids = services.map(({ language }) => language);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice) throw new Error(`such that ${twice} stands in it once`);
  return services;
}

function entriesOf(json: string): Record<string, unknown> {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw new Error(EXAMPLE, { cause });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error(EXAMPLE);
  return given as Record<string, unknown>;
}

function toServiceSetting(language: string, given: unknown): ServiceSetting {
  if (!Object.hasOwn(HELLO_PROGRAMS, language)) {
    const why = ID.test(language) ? `, and "${language}" is none of them` : '';
    throw new Error(`an object of these languages${why}: ${Object.keys(HELLO_PROGRAMS).join(', ')}`);
  }
  const { service, url, key, version } = typeof given === 'string' ? shortForm(given) : fieldsOf(language, given);
  if (service !== 'piston' && service !== 'judge0')
    throw new Error(`such that the service of ${language} is piston or judge0`);
  if (version !== undefined && (typeof version !== 'string' || version === ''))
    throw new Error(`such that "version" of ${language} is a text such as "21"`);
  const secret = key === undefined ? undefined : KEY.exec(typeof key === 'string' ? key : '');
  if (secret === null)
    throw new Error(`such that "key" of ${language} is a key, or a header with it such as "X-RapidAPI-Key: …"`);
  return {
    language,
    service,
    url: addressOf(language, service, url),
    ...(secret && { key: { header: secret[1] ?? KEY_HEADERS[service], value: secret[2] ?? '' } }),
    ...(version && { version }),
  };
}

function shortForm(given: string): Record<string, unknown> {
  const [service, url, ...more] = given.trim().split(/\s+/);
  return more.length === 0 ? { service, url } : {};
}

function fieldsOf(language: string, given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error(EXAMPLE);
  const strange = Object.keys(given).some((field) => !FIELDS.has(field));
  if (strange) throw new Error(`such that ${language} has no other fields than ${[...FIELDS].join(', ')}`);
  return given as Record<string, unknown>;
}

function addressOf(language: string, service: ServiceSetting['service'], given: unknown): string {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : null;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!plain)
    throw new Error(
      `such that the address of ${language} is one such as http://127.0.0.1:2000, without a name, password or question mark (a key stands in "key")`,
    );
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path || (service === 'piston' ? '/api/v2' : ''));
}
