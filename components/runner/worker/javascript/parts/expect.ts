// Entry of the part `expect.js`: assertions and mocks of Vitest and Jest.
import { createExpect } from '../testing/expect.js';

codeRoomPart({ createExpect });
