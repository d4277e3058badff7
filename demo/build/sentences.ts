/** All sentences that say no, by code: those of rooms, of the session and of the element. */
import { KNOWN_SENTENCES } from '../../components/session/refusal/refusal-of.js';
import { ADDED_TEXTS } from '../../components/wording/added-files.js';
import { LATER_TEXTS } from '../../components/wording/later-text.js';
import { REFUSAL_TEXTS } from '../../components/wording/refusal-text.js';
import { TEST_TEXTS } from '../../components/wording/test-text.js';

export const SENTENCES = { ...KNOWN_SENTENCES, ...REFUSAL_TEXTS, ...LATER_TEXTS, ...ADDED_TEXTS, ...TEST_TEXTS };
