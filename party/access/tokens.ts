/** Tokens: exchanges link secrets for tokens, and verifies tokens, which gives a person and a role. */
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { sentenceFor } from '../shared/refusals.js';
import { isRole, type Role } from '../shared/roles.js';
import { type Issuer, OWN_ISSUER } from './issuers.js';
import { type Links, opens } from './links.js';
import { type RoomRules, rulesIn } from './room-rules.js';
import { digest } from './secrets.js';

/** Short, so that a leaked token is worth little: the page fetches the next one with its secret. */
const TOKEN_MS = 10 * 60 * 1000;
/** Characters of a person's id: 72 bits, enough to avoid collisions. */
const PERSON_LENGTH = 12;
/** Clock skew allowed for `nbf` and `iat`, but not for `exp`. */
const SKEW_S = 60;
const TOKEN_BYTES = 4096;
/** Maximum length of `jti`: it is kept with each connection, where the engine gives little space. */
const JTI_LENGTH = 128;
/** Token headers that name or contain a key are rejected: only keys configured on this server count. */
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c'];
/** Error codes of a failed JWKS fetch. */
const UNREACHABLE: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JOSEError.code]);
const CLAIMS = ['sub', 'exp', 'iat', 'jti', 'role', 'room'];

export interface Identity {
  person: string;
  role: Role;
  name: string;
  /** Milliseconds since 1970; Infinity in open rooms. */
  expiresAt: number;
  /** Milliseconds since 1970. */
  issuedAt: number;
  /** The issuing team; empty for tokens of links and for guests of open rooms. */
  iss: string;
  /** The token's id and the link it came from, for revocation. Empty where there is none. */
  jti: string;
  link: string;
  /** Of the room, if this token makes it. */
  rules?: RoomRules;
}

/** Access was denied; the message says what to do. */
export class AccessDenied extends Error {
  override name = 'AccessDenied';
}

/** What a room needs to verify tokens: its own signing key and the digests of its links. */
interface TokenLock extends Links {
  key: Uint8Array;
}

interface Revoked {
  revoked: Record<string, number>;
}

export async function mintToken(
  { key }: Pick<TokenLock, 'key'>,
  room: string,
  claims: { sub: string; role: Role; name: string; link: string },
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const issued = Math.floor(now / 1000);
  const expires = issued + TOKEN_MS / 1000;
  const { role, name, sub, link } = claims;
  const token = await new SignJWT({ room, role, name, ver: 1, link })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(OWN_ISSUER)
    .setAudience(OWN_ISSUER)
    .setSubject(sub)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .setJti(crypto.randomUUID())
    .sign(key);
  return { token, expiresAt: expires * 1000 };
}

/** Verifies a token for this room and returns its identity. `proven` is the identity if the token was verified before. Throws AccessDenied. */
export async function verifyFor(
  { id, issuer, clock }: { id: string; issuer: Issuer | null; clock: { now(): number } },
  lock: TokenLock & Revoked,
  token: string,
  proven: Identity | null = null,
): Promise<Identity> {
  const now = clock.now();
  const prove = () => (issuer ? verifyIssued(issuer, id, token, now) : verifyToken(lock, id, token, now));
  const identity = proven ?? (await prove());
  if ((lock.revoked[identity.jti] ?? 0) > now) throw new AccessDenied(sentenceFor('access-revoked'));
  return identity;
}

/** Whether access that was valid before an await has been revoked meanwhile. */
export function isRevoked(lock: Links & Revoked, identity: Identity): boolean {
  const { jti, link, role } = identity;
  return Object.hasOwn(lock.revoked, jti) || (link !== '' && !opens(lock, role, link));
}

/** Verifies a token that this room issued for a link. Throws AccessDenied. */
async function verifyToken(lock: TokenLock, room: string, token: string, now: number): Promise<Identity> {
  const own = { iss: OWN_ISSUER, aud: OWN_ISSUER, maxAgeMs: TOKEN_MS, algorithms: ['HS256'], key: lock.key };
  const identity = await verifyClaims(own, room, room, token, now);
  if (!opens(lock, identity.role, identity.link)) throw new AccessDenied(sentenceFor('link-reset'));
  return identity;
}

/** Verifies a token issued by an embedding team. Throws AccessDenied. */
export async function verifyIssued(issuer: Issuer, room: string, token: string, now: number): Promise<Identity> {
  const identity = await verifyClaims(issuer, `${issuer.iss}:${room}`, room, token, now);
  return { ...identity, iss: issuer.iss, link: '' };
}

/** `people` is the scope in which subjects are unique. */
async function verifyClaims(issuer: Issuer, people: string, room: string, token: string, now: number) {
  if (token.length > TOKEN_BYTES) throw new AccessDenied(sentenceFor('token-too-long'));
  const { role, name, link, exp = 0, iat = 0, ...claims } = await check(issuer, token, now);
  const [sub, jti] = [idIn(claims.sub), idIn(claims.jti)];
  if (claims.room !== room) throw new AccessDenied(sentenceFor('token-other-room'));
  if (!isRole(role)) throw new AccessDenied(sentenceFor('token-role'));
  if (claims.ver !== undefined && claims.ver !== 1) throw new AccessDenied(sentenceFor('token-version'));
  if (jti.length > JTI_LENGTH) throw new AccessDenied(sentenceFor('token-jti-too-long', { characters: JTI_LENGTH }));
  if (sub === '' || jti === '') throw new AccessDenied(sentenceFor('token-empty-claim'));
  if (exp * 1000 <= now) throw new AccessDenied(sentenceFor('token-expired'));
  if (iat * 1000 > now + SKEW_S * 1000) throw new AccessDenied(sentenceFor('token-from-future'));
  if ((exp - iat) * 1000 > issuer.maxAgeMs)
    throw new AccessDenied(sentenceFor('token-valid-too-long', { minutes: issuer.maxAgeMs / 60_000 }));
  const rules = rulesIn(claims.rules);
  if (typeof rules === 'string') throw new AccessDenied(sentenceFor('token-rules', { rule: rules }));
  return {
    person: await personId(people, sub),
    role,
    name: typeof name === 'string' ? name : '',
    expiresAt: exp * 1000,
    issuedAt: iat * 1000,
    iss: '',
    jti,
    link: typeof link === 'string' ? link : '',
    ...(claims.rules !== undefined && { rules }),
  };
}

/** A text, or a number that JSON holds exactly. Anything else is empty: as a text it would be that of other people, too. */
function idIn(claim: unknown): string {
  return typeof claim === 'string' || Number.isSafeInteger(claim) ? String(claim) : '';
}

async function check(issuer: Issuer, token: string, now: number): Promise<JWTPayload> {
  const { iss, aud, algorithms, key } = issuer;
  const options = {
    algorithms: [...algorithms],
    issuer: iss,
    audience: aud,
    requiredClaims: CLAIMS,
    clockTolerance: SKEW_S,
    currentDate: new Date(now),
  };
  try {
    // jwtVerify has one overload for a key and one for a function that finds a key.
    const verified = await (key instanceof Uint8Array
      ? jwtVerify(token, key, options)
      : jwtVerify(token, key as JWTVerifyGetKey, options));
    if (FOREIGN_KEYS.some((header) => header in verified.protectedHeader))
      throw new AccessDenied(sentenceFor('token-own-key'));
    return verified.payload;
  } catch (cause) {
    if (cause instanceof AccessDenied) throw cause;
    if (cause instanceof errors.JWTExpired) throw new AccessDenied(sentenceFor('token-expired'), { cause });
    if (cause instanceof errors.JWTClaimValidationFailed)
      throw new AccessDenied(sentenceFor('token-claim', { claim: cause.claim }), { cause });
    // The key server cannot be reached, so the token is neither valid nor invalid.
    if (!(cause instanceof errors.JOSEError) || UNREACHABLE.has(cause.code)) throw cause;
    throw new AccessDenied(sentenceFor('token-invalid'), { cause });
  }
}

/** The issuer named in a token, without verifying it. */
export function issuerOf(issuers: readonly Issuer[], token: string): Issuer | null {
  if (token === '' || issuers.length === 0) return null;
  try {
    const { iss } = decodeJwt(token);
    return issuers.find((issuer) => issuer.iss === iss) ?? null;
  } catch {
    return null; // A malformed token is verified, and rejected, as one of this server's own.
  }
}

/** The room named in a token, without verifying it; null if it names none. */
export function roomOf(token: string): string | null {
  try {
    const { room } = decodeJwt(token);
    return typeof room === 'string' ? room : null;
  } catch {
    return null; // It is not a token.
  }
}

/** The public id of a person: stable for one person in one room, and not reversible to the subject. */
export async function personId(room: string, subject: string): Promise<string> {
  return (await digest(`person:${room}:${subject}`)).slice(0, PERSON_LENGTH);
}
