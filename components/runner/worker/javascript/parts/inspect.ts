// Entry of the part `inspect.js`: formatting of values other than primitives.
import { createInspection } from '../inspect.js';

codeRoomPart({ createInspection });
