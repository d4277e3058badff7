/** The links of a room: which role a secret opens, and which links tokens may come from. Only digests of secrets are known. */

import { ROLES, type Role } from '../shared/roles.js';
import { isSameDigest } from './secrets.js';

/** Of a link's digest in its tokens: enough to know by it that the link has been reset. */
const LINK_LENGTH = 16;

/** base64url SHA-256 of the secrets. */
export interface Links {
  /** The first link of each role; empty for open rooms. */
  digests: Partial<Record<Role, string>>;
  /** Further links, made so that somebody can send one without ending those in use. Rooms of older versions have none. */
  moreDigests?: Partial<Record<Role, readonly string[]>>;
}

export function linksOf({ digests, moreDigests = {} }: Links, role: Role): readonly string[] {
  return [digests[role] ?? [], moreDigests[role] ?? []].flat();
}

/** The link a secret belongs to, by the digest of the secret. Takes the same time whichever it is. */
export function findLink(links: Links, given: string): { role: Role; mark: string } | undefined {
  const known = ROLES.flatMap((role) => linksOf(links, role).map((digest) => ({ role, digest })));
  const [found] = known.filter(({ digest }) => isSameDigest(digest, given));
  return found && { role: found.role, mark: linkMark(found.digest) };
}

/** Whether a token that came from this link of the role is still good. */
export function opens(links: Links, role: Role, mark: string): boolean {
  return mark !== '' && linksOf(links, role).some((digest) => linkMark(digest) === mark);
}

/** Tells a link from others; a part of a digest of 128 random bits gives nothing away. */
export function linkMark(digest: string): string {
  return digest.slice(0, LINK_LENGTH);
}
