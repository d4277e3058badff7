/** Writes `openapi.json`: `node --import tsx demo/build/openapi.ts`. */
import { writeFileSync } from 'node:fs';
import { createApi } from '../../party/http/api.js';
import { describeApi } from '../../party/http/openapi.js';

const noRooms = { send: () => Promise.reject(new Error('This API is there to be described only.')) };
const api = createApi({ rooms: noRooms, reportError: () => undefined });
writeFileSync(new URL('../../openapi.json', import.meta.url), `${JSON.stringify(describeApi(api), null, 2)}\n`);
