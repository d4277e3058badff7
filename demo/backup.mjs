// `npm run backup`, `npm run restore`: copies all rooms, or one, out of the state folder or back into it.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './prepare.mjs';

const [action, folder, room, ...more] = process.argv.slice(2);

try {
  if ((action !== 'backup' && action !== 'restore') || !folder || more.length > 0) {
    throw new Error(
      'Say where: npm run backup -- <folder> [room]. To bring it back: npm run restore -- <folder> [room].',
    );
  }
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  install();
  const { settings } = await import('./settings.mjs');
  const { assertUnused, copyRooms, restoreRooms } = await import('./engine/state.mjs');
  const { state } = (await settings()).options;
  // A running server would overwrite a restored room from its memory.
  if (action === 'restore') assertUnused(state);
  const from = action === 'backup' ? state : folder;
  const { restored: count, deleted } =
    action === 'backup' ? { restored: copyRooms(state, folder, room), deleted: [] } : restoreRooms(folder, state, room);
  for (const mark of deleted)
    process.stdout.write(
      `A room that was deleted since is left out. To bring it back all the same, take away ${mark}.\n`,
    );
  if (count === 0 && deleted.length === 0)
    throw new Error(`There is ${room ? `no room ${room}` : 'nothing'} in ${from}. Nothing was copied.`);
  process.stdout.write(`${count} ${count === 1 ? 'file' : 'files'} copied from ${from}.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
