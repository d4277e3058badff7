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
    throw Object.assign(located, loc && { line: loc.line, column: loc.column });
  }
}
