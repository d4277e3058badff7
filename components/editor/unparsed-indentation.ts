// Indents where the parser is behind the text, as on a slow machine or at the end of a file that was just opened.
import { ensureSyntaxTree, getIndentation, IndentContext, indentService, syntaxTree } from '@codemirror/language';
import { type Extension, Prec } from '@codemirror/state';

/** How long a key may wait for the parser. */
const WAIT_MS = 50;

export const indentUnparsed: Extension = Prec.lowest(
  indentService.of(({ state, simulatedBreak }, at) => {
    if (syntaxTree(state).length >= at || !ensureSyntaxTree(state, at, WAIT_MS)) return undefined;
    // A state keeps the tree that it was made with; the next one has what has been parsed since.
    const next = state.update({}).state;
    // Where it is still behind, this must not ask itself.
    if (syntaxTree(next).length < at) return undefined;
    const options = simulatedBreak === null ? {} : { simulateBreak: simulatedBreak };
    return getIndentation(new IndentContext(next, options), at) ?? undefined;
  }),
);
