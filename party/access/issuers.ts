/** Token issuers: the embedding teams whose own tokens are accepted here, and the keys that verify them. */

import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { MINUTE_MS } from '../shared/time.js';

export interface Issuer {
  /** The `iss` claim of its tokens. */
  iss: string;
  /** The `aud` claim its tokens must have. */
  aud: string;
  /** Maximum lifetime of a token, from `iat` to `exp`. */
  maxAgeMs: number;
  algorithms: readonly string[];
  key: Uint8Array | JWTVerifyGetKey;
}

/** One entry of `CODE_ROOM_ISSUERS`. */
interface IssuerSetting {
  iss: string;
  aud?: string;
  secret?: string;
  jwks?: string | JSONWebKeySet;
  minutes?: number;
}

/** Reserved `iss` of the tokens that this server signs itself; no team may use it. */
export const OWN_ISSUER = 'code-room';
const AUDIENCE = 'code-room';
const SECRET_BYTES = 32;
const MINUTES = 10;
const MOST_MINUTES = 12 * 60;
/** Asymmetric algorithms only: with these, a public key can never be used as an HMAC secret. */
const PUBLIC_KEY_ALGORITHMS = ['ES256', 'EdDSA', 'Ed25519'];
const FIELDS: ReadonlySet<string> = new Set(['iss', 'aud', 'secret', 'jwks', 'minutes']);

/** How JWKS URLs are fetched: cached, refetched soon enough to find a newly added key, and with a short timeout. */
const REMOTE = { cacheMaxAge: 10 * MINUTE_MS, cooldownDuration: 30_000, timeoutDuration: 5_000 };

/** Parses the JSON of `CODE_ROOM_ISSUERS`. Throws an Error whose message never contains a secret. */
export function readIssuers(json: string | undefined): readonly Issuer[] {
  if (!json) return [];
  let settings: unknown;
  try {
    settings = JSON.parse(json);
  } catch (cause) {
    throw new Error('a JSON list such as [{"iss": "https://team.example", "secret": "…"}]', { cause });
  }
  const issuers = (Array.isArray(settings) ? settings : [settings]).map((setting: IssuerSetting) => toIssuer(setting));
  const names = issuers.map(({ iss }) => iss);
  if (new Set(names).size < names.length) throw new Error('a list in which each "iss" stands once');
  return issuers;
}

function toIssuer(setting: IssuerSetting): Issuer {
  if (typeof setting !== 'object' || setting === null) throw new Error('a list of JSON objects');
  const { iss, aud = AUDIENCE, secret, jwks, minutes = MINUTES } = setting;
  if (typeof iss !== 'string' || iss === '' || iss === OWN_ISSUER)
    throw new Error(`a list in which each entry has an "iss", and none the "iss" ${OWN_ISSUER}`);
  const strange = Object.keys(setting).find((field) => !FIELDS.has(field));
  if (strange) throw new Error(`without the field "${strange}": there are ${[...FIELDS].join(', ')}`);
  if (typeof aud !== 'string' || aud === '') throw new Error(`such that "aud" of ${iss} is a text`);
  if (!(minutes > 0 && minutes <= MOST_MINUTES))
    throw new Error(`such that "minutes" of ${iss} is from 1 to ${MOST_MINUTES}`);
  if ((secret === undefined) === (jwks === undefined))
    throw new Error(`such that ${iss} has either a "secret" or "jwks"`);
  const about = { iss, aud, maxAgeMs: minutes * MINUTE_MS };
  if (jwks !== undefined) return { ...about, algorithms: PUBLIC_KEY_ALGORITHMS, key: publicKeys(iss, jwks) };
  const key = new TextEncoder().encode(String(secret));
  if (key.length < SECRET_BYTES)
    throw new Error(`such that the "secret" of ${iss} has at least ${SECRET_BYTES} bytes (openssl rand -hex 32)`);
  return { ...about, algorithms: ['HS256'], key };
}

/** Public keys, or the URL of a JWKS; private and symmetric keys are rejected. */
function publicKeys(iss: string, jwks: string | JSONWebKeySet): JWTVerifyGetKey {
  if (typeof jwks === 'string') {
    const url = URL.canParse(jwks) ? new URL(jwks) : null;
    const local = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    if (!url || !(url.protocol === 'https:' || local))
      throw new Error(`such that "jwks" of ${iss} is an https address or a JSON Web Key Set`);
    return createRemoteJWKSet(url, REMOTE);
  }
  const keys = Array.isArray(jwks?.keys) ? jwks.keys : [];
  if (keys.length === 0) throw new Error(`such that "jwks" of ${iss} has "keys"`);
  if (keys.some(({ kty, d }) => kty === 'oct' || d !== undefined))
    throw new Error(`such that "jwks" of ${iss} has public keys alone`);
  return createLocalJWKSet(jwks);
}
