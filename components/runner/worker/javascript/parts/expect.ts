// The part `expect.js`: assertions and mocks as Vitest and Jest have them.
import { createExpect } from '../testing/expect.js';

codeRoomPart({ createExpect });
