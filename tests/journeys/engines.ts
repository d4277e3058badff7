// The engines journeys run in: Chromium, or those that are asked for by name. Firefox is not steady enough yet for every run.
import { findBrowsers } from '../browsers.mjs';

export type Engine = 'chromium' | 'firefox';

const found = findBrowsers();
const here = (['chromium', 'firefox'] as const).filter((engine) => found[engine]);
const asked = process.env.CODE_ROOM_ENGINES?.split(',');
const wanted = here.filter((engine) => asked?.includes(engine));

export const engines: readonly Engine[] = wanted.length > 0 ? wanted : ['chromium'];
