// The part `syntax.js`: what a program imports, and where it does not parse.
import { syntax } from '../syntax.js';

codeRoomPart(syntax);
