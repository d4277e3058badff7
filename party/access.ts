/** Proves who somebody is to a room: link secrets for tokens, tokens for a person and a role. */
import { errors, jwtVerify, SignJWT } from 'jose';
import { digest } from './keys.js';
import { isRole, type Role } from './shared/roles.js';

/** Who the tokens of links are from and for. */
const ISSUER = 'code-room';
/** A leaked token is worth little: the page asks for the next one with its secret. */
const TOKEN_MS = 10 * 60 * 1000;
/** Characters of a person's id: 72 bits, so that two people never share one. */
const PERSON_LENGTH = 12;

export interface Identity {
  person: string;
  role: Role;
  name: string;
  /** Milliseconds since 1970; Infinity for open rooms. */
  expiresAt: number;
}

/** Not let in; `sentence` says what to do. */
export class AccessDenied extends Error {
  override name = 'AccessDenied';
}

export async function mintToken(
  key: Uint8Array,
  room: string,
  claims: { sub: string; role: Role; name: string },
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const issued = Math.floor(now / 1000);
  const expires = issued + TOKEN_MS / 1000;
  const token = await new SignJWT({ room, role: claims.role, name: claims.name, ver: 1 })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setSubject(claims.sub)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .setJti(crypto.randomUUID())
    .sign(key);
  return { token, expiresAt: expires * 1000 };
}

/** Throws AccessDenied. */
export async function verifyToken(key: Uint8Array, room: string, token: string, now: number): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: ISSUER,
      requiredClaims: ['sub', 'exp', 'iat', 'jti', 'role', 'room'],
      currentDate: new Date(now),
    });
    const { sub = '', role, name, exp = 0 } = payload;
    if (payload.room !== room || !isRole(role)) throw new AccessDenied('This token is for another room.');
    return {
      person: await personId(room, sub),
      role,
      name: typeof name === 'string' ? name : '',
      expiresAt: exp * 1000,
    };
  } catch (cause) {
    if (cause instanceof AccessDenied) throw cause;
    if (cause instanceof errors.JWTExpired)
      throw new AccessDenied('The token has expired. Ask for a new one.', { cause });
    throw new AccessDenied('The token is not valid for this room. Open the link again.', { cause });
  }
}

/** The id others see: the same for the same person in the same room, and no way back to the key it comes from. */
export async function personId(room: string, subject: string): Promise<string> {
  return (await digest(`person:${room}:${subject}`)).slice(0, PERSON_LENGTH);
}
