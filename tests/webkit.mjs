// WebKitGTK under a display of its own, driven by WebDriver.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Starts a display. `renew` starts a driver on it in place of the one before, whose browser goes with it.
 * @param {NonNullable<import('./browsers.mjs').Browsers['webkit']>} webkit
 */
export async function startWebKit(webkit) {
  const number = freeDisplay();
  const screen = spawn(webkit.display, [`:${number}`, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
  // Neither keeps a test running that has ended: they go with its process.
  screen.unref();
  await waitFor(() => existsSync(`/tmp/.X11-unix/X${number}`), 'Xvfb did not start.');
  const env = { ...process.env, DISPLAY: `:${number}` };
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let driver;
  const end = () => {
    try {
      if (driver?.pid) process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', () => {
    end();
    screen.kill();
  });
  /** The port of the new driver; one session at a time. */
  async function renew() {
    end();
    const port = await freePort();
    // A group of its own: a browser that hangs is not ended by its driver.
    driver = spawn(webkit.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore', detached: true });
    driver.unref();
    await waitFor(() => answers(port), 'WebKitWebDriver did not start.');
    return port;
  }
  const options = { binary: webkit.browser, args: ['--automation'] };
  return { renew, capabilities: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
}

function freeDisplay() {
  let number = 90 + (process.pid % 400);
  while (existsSync(`/tmp/.X${number}-lock`)) number += 1;
  return number;
}

/** @returns {Promise<number>} */
export function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/status`)).ok;
  } catch {
    return false; // Not listening yet.
  }
}

/** @param {() => boolean | Promise<boolean>} condition @param {string} sentence */
async function waitFor(condition, sentence) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(sentence);
}
