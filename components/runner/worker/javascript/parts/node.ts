// The part `node.js`: what a program that was written for Node finds.
import { createNode } from '../node/node.js';

codeRoomPart({ createNode });
