// Entry of the part `streams.js`: Node's streams.
import { streams } from '../node/streams.js';

codeRoomPart(streams);
