// The worker that runs SQL in Postgres.
import type {} from '../../worker/language.js';
import { bootPostgres } from './boot.js';

codeRoomLanguage(bootPostgres);
