/** The HTTP API as the settings of a server want it. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { originRule } from '../access/origins.js';
import type { RoomDirectory } from '../commands/command.js';
import { aiServiceOf } from '../config/ai-service.js';
import { readSettings } from '../config/settings-table.js';
import { reportError } from '../engine/log.js';
import type { Question } from '../shared/question.js';
import { createApi } from './api.js';

export interface ApiParts {
  env: Record<string, unknown>;
  rooms: RoomDirectory;
  /** The default of `CODE_ROOM_OPEN`: whether any page may come. */
  openByDefault: boolean;
  /** The question library. Default: empty. */
  questions?: () => readonly Question[];
}

/** Create one for all requests, because it counts rooms per address. */
export function deployedApi({ env, rooms, openByDefault, questions = () => [] }: ApiParts): OpenAPIHono {
  const settings = readSettings(env);
  return createApi({
    rooms,
    makers: settings.CODE_ROOM_MAKERS,
    url: settings.CODE_ROOM_URL,
    addressHeader: settings.CODE_ROOM_PROXY_HEADER,
    issuers: settings.CODE_ROOM_ISSUERS,
    roomsPerMinute: settings.CODE_ROOM_ROOMS_PER_MINUTE,
    services: settings.CODE_ROOM_RUNNERS,
    ai: aiServiceOf(settings),
    limits: settings.CODE_ROOM_LIMITS,
    questions,
    reportError,
    mayCome: originRule(env, openByDefault),
  });
}
