// Entry of the part `syntax.js`: imports of a program, and syntax errors.
import { syntax } from '../syntax.js';

codeRoomPart(syntax);
