// What the environment asks of the server, and how a signal ends it.

/**
 * Options of startEngine from HOST, PORT, CODE_ROOM_STATE; every CODE_ROOM_ variable goes on to the rooms.
 * Throws an Error with a sentence when a value makes no sense.
 * @param {NodeJS.ProcessEnv} env
 */
export function settings(env) {
  const port = Number(env.PORT || 1999);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is "${env.PORT}", and must be a whole number from 0 to 65535. Leave it out for 1999.`);
  }
  const vars = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('CODE_ROOM_') && value !== undefined ? [/** @type {const} */ ([name, value])] : [],
  );
  return {
    host: env.HOST || '127.0.0.1',
    port,
    state: env.CODE_ROOM_STATE || '.partykit/state',
    vars: Object.fromEntries(vars),
  };
}

/**
 * Ends this process in order at Ctrl-C, a request to terminate, or when the terminal or npm above it is gone.
 * @param {() => Promise<void>} stop
 */
export function stopOnSignal(stop) {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Miniflare's own handlers would end the process in the middle of stopping, and as if it had failed.
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  // A terminated npm does not pass the signal on; without it this process has another parent.
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  if (underNpm) setInterval(() => process.ppid !== parent && end(), 500).unref();
}
