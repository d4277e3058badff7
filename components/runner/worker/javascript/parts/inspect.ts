// The part `inspect.js`: how what is no primitive is printed.
import { createInspection } from '../inspect.js';

codeRoomPart({ createInspection });
