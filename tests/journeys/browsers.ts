// The browsers a journey runs in: those that are asked for by name; else Chromium, and Firefox too where a run of all tests has it so.
import { basename } from 'node:path';
import { findBrowsers } from '../browsers.mjs';

export type BrowserName = 'chromium' | 'firefox';

const found = findBrowsers();
const here = (['chromium', 'firefox'] as const).filter((name) => found[name]);
const asked = process.env.CODE_ROOM_BROWSERS?.split(',');

/** `address`: of the journey's module. */
export function browsersOf(address: string): readonly BrowserName[] {
  const wanted = here.filter((name) => asked?.includes(name));
  if (wanted.length > 0) return wanted;
  const chosen = process.env.CODE_ROOM_IN_FIREFOX === basename(address);
  return process.env.CODE_ROOM_FULL || chosen ? here : ['chromium'];
}
