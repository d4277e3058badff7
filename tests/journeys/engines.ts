// The engines journeys run in: Chromium, in a full run Firefox too, or those that are asked for by name.

import { findBrowsers } from '../browsers.mjs';

export type Engine = 'chromium' | 'firefox';

const found = findBrowsers();
const here = (['chromium', 'firefox'] as const).filter((engine) => found[engine]);
const asked = process.env.CODE_ROOM_ENGINES?.split(',');
const wanted = here.filter((engine) => asked?.includes(engine));

function chosen(): readonly Engine[] {
  if (wanted.length > 0) return wanted;
  return process.env.CODE_ROOM_FULL ? here : ['chromium'];
}

export const engines: readonly Engine[] = chosen();
