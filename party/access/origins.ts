/** Allowed origins: which web pages may use this server from a browser. Its own, and those named in the settings. */
import { sentenceFor } from '../shared/refusals.js';

/** `*` in the list allows any origin. */
type OriginList = readonly string[];

/** The error for a page of a disallowed origin. A sandboxed frame or a file opened from disk has no origin that could be allowed. */
export function foreignOrigin(origin: string | null | undefined): string {
  return sentenceFor(origin === 'null' ? 'no-origin' : 'foreign-origin');
}

/** Parses `https://a.example, https://b.example`. Throws an Error that says what the value must be. */
export function readOrigins(value: string | undefined): OriginList | undefined {
  const entries = value?.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries ?? [])
    if (entry !== '*' && !(/^https?:[^*]+$/.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry))
      throw new Error('origins such as https://team.example, with commas between them, or *');
  return entries;
}

/** The two origin settings, read alone because a socket is checked before the other settings are parsed. */
function allowed(env: Record<string, unknown>, anyByDefault: boolean): { list: OriginList; own: string | undefined } {
  const text = (name: string) => (typeof env[name] === 'string' ? env[name].trim() || undefined : undefined);
  const url = text('CODE_ROOM_URL');
  return {
    list: readOrigins(text('CODE_ROOM_ORIGINS')) ?? (anyByDefault ? ['*'] : []),
    own: url && URL.canParse(url) ? new URL(url).origin : undefined,
  };
}

/** The `frame-ancestors` of a page that is meant to be embedded; null allows everybody. */
export function frameAncestors(env: Record<string, unknown>, anyByDefault: boolean): string | null {
  const { list, own } = allowed(env, anyByDefault);
  return list.includes('*') ? null : ["'self'", ...(own ? [own] : []), ...list].join(' ');
}

export function originRule(
  env: Record<string, unknown>,
  anyByDefault: boolean,
): (origin: string | null | undefined, url: string) => boolean {
  const { list, own } = allowed(env, anyByDefault);
  // Programs send no Origin header. Browsers' origins are compared exactly, so that look-alikes do not match.
  // When the settings name the server's own origin, the Host header is ignored: any domain can be pointed at this server.
  return (origin, request) =>
    !origin || list.includes('*') || (origin !== 'null' && [own ?? new URL(request).origin, ...list].includes(origin));
}
