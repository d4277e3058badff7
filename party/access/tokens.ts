/** Proves who somebody is to a room: link secrets for tokens, tokens for a person and a role. */
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { sentenceFor } from '../shared/refusals.js';
import { isRole, type Role } from '../shared/roles.js';
import { type Issuer, OWN_ISSUER } from './issuers.js';
import { type Links, opens } from './links.js';
import { digest } from './secrets.js';

/** A leaked token is worth little: the page asks for the next one with its secret. */
const TOKEN_MS = 10 * 60 * 1000;
/** Characters of a person's id: 72 bits, so that two people never share one. */
const PERSON_LENGTH = 12;
/** A clock may be wrong by so much when it says that a token is not valid yet; the end of a token is its end. */
const SKEW_S = 60;
const TOKEN_BYTES = 4096;
/** It is kept with each connection, where there is little room. */
const JTI_LENGTH = 128;
/** Headers that name a key: which key counts is this server's to say. */
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c'];
/** What fetching keys fails with. */
const UNREACHABLE: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JOSEError.code]);
const CLAIMS = ['sub', 'exp', 'iat', 'jti', 'role', 'room'];

export interface Identity {
  person: string;
  role: Role;
  name: string;
  /** Milliseconds since 1970; Infinity for open rooms. */
  expiresAt: number;
  /** Milliseconds since 1970. */
  issuedAt: number;
  /** The team whose token it is; empty for tokens of links, and where there is none. */
  iss: string;
  /** What is told apart when access is taken back: the token, and the link it came from. Empty where there is none. */
  jti: string;
  link: string;
}

/** Not let in; the message says what to do. */
export class AccessDenied extends Error {
  override name = 'AccessDenied';
}

/** What a room needs to check tokens: its own key, and the digests of its links. */
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

/** Who a token opens this room for; `proven` is whose it is, if that has been found already. Throws AccessDenied. */
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

/** Whether access that was good a moment ago, before the disk was asked, has been taken back since. */
export function isTakenBack(lock: Links & Revoked, identity: Identity): boolean {
  const { jti, link, role } = identity;
  return Object.hasOwn(lock.revoked, jti) || (link !== '' && !opens(lock, role, link));
}

/** Of a token that this room has given for a link. Throws AccessDenied. */
async function verifyToken(lock: TokenLock, room: string, token: string, now: number): Promise<Identity> {
  const own = { iss: OWN_ISSUER, aud: OWN_ISSUER, maxAgeMs: TOKEN_MS, algorithms: ['HS256'], key: lock.key };
  const identity = await verifyClaims(own, room, room, token, now);
  if (!opens(lock, identity.role, identity.link)) throw new AccessDenied(sentenceFor('link-reset'));
  return identity;
}

/** Of a token that an embedding team has made. Throws AccessDenied. */
export async function verifyIssued(issuer: Issuer, room: string, token: string, now: number): Promise<Identity> {
  const identity = await verifyClaims(issuer, `${issuer.iss}:${room}`, room, token, now);
  return { ...identity, iss: issuer.iss, link: '' };
}

/** `people`: where subjects are told apart. */
async function verifyClaims(issuer: Issuer, people: string, room: string, token: string, now: number) {
  if (token.length > TOKEN_BYTES) throw new AccessDenied(sentenceFor('token-too-long'));
  const { role, name, link, sub = '', jti = '', exp = 0, iat = 0, ...claims } = await check(issuer, token, now);
  if (claims.room !== room) throw new AccessDenied(sentenceFor('token-other-room'));
  if (!isRole(role)) throw new AccessDenied(sentenceFor('token-role'));
  if (claims.ver !== undefined && claims.ver !== 1) throw new AccessDenied(sentenceFor('token-version'));
  if (jti.length > JTI_LENGTH) throw new AccessDenied(sentenceFor('token-jti-too-long', { characters: JTI_LENGTH }));
  if (sub === '' || jti === '') throw new AccessDenied(sentenceFor('token-empty-claim'));
  if (exp * 1000 <= now) throw new AccessDenied(sentenceFor('token-expired'));
  if (iat * 1000 > now + SKEW_S * 1000) throw new AccessDenied(sentenceFor('token-from-future'));
  if ((exp - iat) * 1000 > issuer.maxAgeMs)
    throw new AccessDenied(sentenceFor('token-valid-too-long', { minutes: issuer.maxAgeMs / 60_000 }));
  return {
    person: await personId(people, sub),
    role,
    name: typeof name === 'string' ? name : '',
    expiresAt: exp * 1000,
    issuedAt: iat * 1000,
    iss: '',
    jti,
    link: typeof link === 'string' ? link : '',
  };
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
    // Its two overloads take a key and a way to find one.
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
    // Whoever keeps the keys is out of reach: nothing is known about the token.
    if (!(cause instanceof errors.JOSEError) || UNREACHABLE.has(cause.code)) throw cause;
    throw new AccessDenied(sentenceFor('token-invalid'), { cause });
  }
}

/** Which of the teams a token says it is from; nothing is proven by that. */
export function issuerOf(issuers: readonly Issuer[], token: string): Issuer | null {
  if (token === '' || issuers.length === 0) return null;
  try {
    const { iss } = decodeJwt(token);
    return issuers.find((issuer) => issuer.iss === iss) ?? null;
  } catch {
    return null; // What cannot be read is judged, and refused, as a token of this server's own.
  }
}

/** The room that a token says it is for; null where it says nothing. Nothing is proven by that. */
export function roomOf(token: string): string | null {
  try {
    const { room } = decodeJwt(token);
    return typeof room === 'string' ? room : null;
  } catch {
    return null; // It is no token.
  }
}

/** The id others see: the same for the same person in the same room, and no way back to the key it comes from. */
export async function personId(room: string, subject: string): Promise<string> {
  return (await digest(`person:${room}:${subject}`)).slice(0, PERSON_LENGTH);
}
