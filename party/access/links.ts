/** The links of a room: which role a secret opens, and which links a token may come from. Only digests of secrets are stored. */

import { ROLES, type Role } from '../shared/roles.js';
import { isSameDigest } from './secrets.js';

/** Length of the part of a link's digest that is put into its tokens, so that resetting the link invalidates them. */
const LINK_LENGTH = 16;

/** Digests are the base64url SHA-256 of the secrets. */
export interface Links {
  /** The first link of each role; empty for open rooms. */
  digests: Partial<Record<Role, string>>;
  /** Additional links, so that one can be created without invalidating those in use. Missing in rooms of older versions. */
  moreDigests?: Partial<Record<Role, readonly string[]>>;
}

export function linksOf({ digests, moreDigests = {} }: Links, role: Role): readonly string[] {
  return [digests[role] ?? [], moreDigests[role] ?? []].flat();
}

/** Finds the link of a secret by the secret's digest, in constant time. */
export function findLink(links: Links, given: string): { role: Role; mark: string } | undefined {
  const known = ROLES.flatMap((role) => linksOf(links, role).map((digest) => ({ role, digest })));
  const [found] = known.filter(({ digest }) => isSameDigest(digest, given));
  return found && { role: found.role, mark: linkMark(found.digest) };
}

/** Whether a token that was issued for this link is still valid: false once the link has been reset. */
export function opens(links: Links, role: Role, mark: string): boolean {
  return mark !== '' && linksOf(links, role).some((digest) => linkMark(digest) === mark);
}

/** Identifies a link in tokens. A prefix of the digest of 128 random bits reveals nothing. */
export function linkMark(digest: string): string {
  return digest.slice(0, LINK_LENGTH);
}
