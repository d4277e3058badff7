// Node's `stream` and `string_decoder`: the port by Node's own maintainers. 36 kB, so a separate part.
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
