// How much an editor helps whoever writes, as its room says; until that is known, not at all.
import { Facet } from '@codemirror/state';
import type { Help } from '../../party/shared/help.js';

export const helpLevel = Facet.define<Help, Help>({ combine: ([help]) => help ?? 'none' });
