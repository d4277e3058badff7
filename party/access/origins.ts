/** Pages of which origins may use this server from a browser: its own, and those its settings name. */
import { sentenceFor } from '../shared/refusals.js';

/** `*` in the list: any. */
type OriginList = readonly string[];

/** What a page of this origin is told. In a sandboxed frame, or a file opened from a disk, there is no origin that a setting could name. */
export function foreignOrigin(origin: string | null | undefined): string {
  return sentenceFor(origin === 'null' ? 'no-origin' : 'foreign-origin');
}

/** Reads `https://a.example, https://b.example`. Throws an Error with what it must be. */
export function readOrigins(value: string | undefined): OriginList | undefined {
  const entries = value?.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries ?? [])
    if (entry !== '*' && !(/^https?:[^*]+$/.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry))
      throw new Error('origins such as https://team.example, with commas between them, or *');
  return entries;
}

/** The settings that matter at a socket, which is met before anything else is read. */
function allowed(env: Record<string, unknown>, anyByDefault: boolean): { list: OriginList; own: string | undefined } {
  const text = (name: string) => (typeof env[name] === 'string' ? env[name].trim() || undefined : undefined);
  const url = text('CODE_ROOM_URL');
  return {
    list: readOrigins(text('CODE_ROOM_ORIGINS')) ?? (anyByDefault ? ['*'] : []),
    own: url && URL.canParse(url) ? new URL(url).origin : undefined,
  };
}

/** Who may frame a page of this server that is there to be framed, as a Content-Security-Policy says it; null: anybody. */
export function frameAncestors(env: Record<string, unknown>, anyByDefault: boolean): string | null {
  const { list, own } = allowed(env, anyByDefault);
  return list.includes('*') ? null : ["'self'", ...(own ? [own] : []), ...list].join(' ');
}

export function originRule(
  env: Record<string, unknown>,
  anyByDefault: boolean,
): (origin: string | null | undefined, url: string) => boolean {
  const { list, own } = allowed(env, anyByDefault);
  // Programs send no origin; what browsers send is compared whole: nothing that only looks alike is the same.
  // Where the settings say what is its own, a request's Host says nothing: whoever has a name can point it here.
  return (origin, request) =>
    !origin || list.includes('*') || (origin !== 'null' && [own ?? new URL(request).origin, ...list].includes(origin));
}
