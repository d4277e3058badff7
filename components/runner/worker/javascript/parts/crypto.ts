// Entry of the part `crypto.js`: hashes.
import { cryptoPart } from '../node/crypto.js';

codeRoomPart(cryptoPart);
