// `npm start`: installs and builds what is missing, then serves host and rooms until it is told to stop.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './prepare.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

try {
  install();
  build();
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Only now: its dependencies may just have been installed.
  const { startEngine } = await import('./engine.mjs');
  const { settings, stopOnSignal } = await import('./settings.mjs');
  const options = settings(process.env);
  const engine = await startEngine(options);
  let stopping = false;
  stopOnSignal(() => {
    stopping = true;
    return engine.stop();
  });
  void engine.ended.then(async () => {
    // Ctrl-C reaches the engine too, perhaps before it reaches us.
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (stopping) return;
    process.stderr.write('The engine ended by itself; what was saved is kept. Start it again with: npm start\n');
    process.exit(1);
  });
  process.stdout.write(`\ncode-room is at ${engine.url}\nRooms are kept in ${options.state}. Ctrl-C stops.\n`);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
