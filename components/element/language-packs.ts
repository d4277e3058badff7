// The language packs of a room's page: asked for a moment after the room has opened, where there may be some.
import { until } from '../page/wait.js';
import { learnPacks } from '../runner/languages/packs.js';
import { languageDefinition } from '../runner/languages/registry.js';
import { folderAddress, noAddress } from '../runner/page-address.js';
import type { RoomVisit } from './room-visit.js';
import { isFromHost, sandboxOf } from './server-url.js';

/** As the attributes say. */
export interface PacksPage {
  packs?: string | undefined;
  host?: string | undefined;
  room?: string | undefined;
  runner?: string | undefined;
}

/** Rejects with a sentence when `packs` is not an address. Without `packs`, the host's folder is used; a host that the element's script did not come from is asked for it only when the room has a file in a language that cannot be run here. */
export async function learnPacksOf(
  { packs, host, room, runner }: PacksPage,
  { session, host: origin, signal }: RoomVisit,
): Promise<void> {
  const sandbox = sandboxOf(runner, origin, Boolean(room || host));
  const folder = packs || (origin && `${origin}/packs`);
  if (!folder || !sandbox || sandbox === 'off') return;
  const { files } = session.documents;
  const isUnknown = () =>
    files.list.some(({ document }) => document.language && !languageDefinition(document.language));
  if (!packs && !isFromHost(origin)) await until(files, 'change', isUnknown, { signal });
  const address = folderAddress(folder);
  if (!address) throw new Error(noAddress('packs', 'https://rooms.example/packs'));
  if (!signal.aborted) await learnPacks(address);
}
