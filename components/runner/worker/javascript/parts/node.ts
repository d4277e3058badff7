// Entry of the part `node.js`: Node's environment.
import { createNode } from '../node/node.js';

codeRoomPart({ createNode });
