// TypeScript made JavaScript: types go, lines stay.
import { transform } from 'sucrase';

/** Throws a SyntaxError that knows its line, where Sucrase finds one. What it overlooks, the browser finds. */
export function withoutTypes(code: string): string {
  try {
    return transform(code, { transforms: ['typescript'], disableESTransforms: true }).code;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    // Sucrase puts the place behind its message, which the trace says again.
    const located = new SyntaxError(message.replace(/ \(\d+:\d+\)$/, ''));
    // By Firefox's names, because there they are taken: by the place of the line above.
    throw Object.assign(located, loc && { lineNumber: loc.line, columnNumber: loc.column });
  }
}
