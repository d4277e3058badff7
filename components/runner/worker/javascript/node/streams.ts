// Node's `stream` and `string_decoder`: the port that Node's own people keep. 36 kB, so a part of its own.
import stream from 'readable-stream';
import * as decoder from 'string_decoder/';

export interface StreamsPart {
  stream: { promises: object };
  string_decoder: object;
}

export const streams: StreamsPart = {
  stream: stream as StreamsPart['stream'],
  string_decoder: { StringDecoder: decoder.StringDecoder },
};
