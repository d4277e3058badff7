// StreamLanguage grammars of C-like languages, only those that are used; C# with raw strings.
import type { StreamParser, StringStream } from '@codemirror/language';
import { csharp as common } from '@codemirror/legacy-modes/mode/clike';

export { kotlin } from '@codemirror/legacy-modes/mode/clike';

interface State {
  tokenize: ((stream: StringStream, state: State) => string) | null;
}

const BEGIN = /^\$*("{3,})/;

/** C# 11 has raw strings of several lines, which end with as many quotes as they begin with. */
const rawString =
  (quotes: string) =>
  (stream: StringStream, state: State): string => {
    if (stream.skipTo(quotes)) {
      stream.match(quotes);
      state.tokenize = null;
    } else stream.skipToEnd();
    return 'string';
  };

export const csharp: StreamParser<State> = {
  ...(common as StreamParser<State>),
  token(stream, state) {
    const begin = state.tokenize ? null : (stream.match(BEGIN, false) as RegExpMatchArray | null);
    if (begin?.[1]) {
      const inside = rawString(begin[1]);
      state.tokenize = (stream, state) => {
        stream.match(begin[0]);
        state.tokenize = inside;
        return inside(stream, state);
      };
    }
    return (common as StreamParser<State>).token(stream, state);
  },
};
