// What Pyright finds wrong in a file, and what of it is shown: what will fail when it runs, and written types that do not fit.
import type { LanguageDiagnostic } from '../../../tools/language-service.js';
import type { Lines, Range } from './lines.js';
import { type Known, lacksName } from './module-names.js';

export interface LspDiagnostic {
  range: Range;
  message: string;
  /** 1: error, 2: warning; the others are hints. */
  severity?: number;
  /** Its rule; an error of syntax has none. */
  code?: string;
}

/** By the names of Pyright's own settings; all others are off. */
export const RULES = {
  reportUndefinedVariable: 'error',
  reportAttributeAccessIssue: 'error',
  reportCallIssue: 'error',
  reportIndexIssue: 'error',
  reportUnhashable: 'error',
  reportAbstractUsage: 'error',
  reportArgumentType: 'warning',
  reportAssignmentType: 'warning',
  reportReturnType: 'warning',
  reportOperatorIssue: 'warning',
  reportRedeclaration: 'warning',
  reportSelfClsParameterName: 'warning',
  reportUnusedCoroutine: 'warning',
  reportInvalidStringEscapeSequence: 'warning',
  reportInvalidTypeForm: 'warning',
} as const;

/** Its own value is None at first, as that of each node of a list or tree: it is not told that it may be something else later. */
const ABOUT_NONE = /"None"/;

export function diagnosticsOf(
  found: readonly LspDiagnostic[],
  text: string,
  lines: Lines,
  known: Known,
): LanguageDiagnostic[] {
  // Of errors of syntax the first, as Python itself does: the others come of it.
  const syntax = found.find(({ code, severity = 1 }) => !code && severity === 1);
  return found
    .filter((one) => {
      if (!one.code) return one === syntax;
      return isShown(one) || (ofAttribute(one) && lacksName(one.message, text, lines.offset(one.range.start), known));
    })
    .map(({ range, message, severity }) => ({
      ...lines.span(range),
      severity: severity === 1 ? ('error' as const) : ('warning' as const),
      message,
    }));
}

function ofAttribute({ severity = 1, code }: LspDiagnostic): boolean {
  return severity <= 2 && code === 'reportAttributeAccessIssue';
}

function isShown({ severity = 1, code = '', message }: LspDiagnostic): boolean {
  if (severity > 2) return false;
  // An attribute that is set from outside is no error in Python; one that is read and not there is.
  if (code === 'reportAttributeAccessIssue')
    return message.startsWith('Cannot access attribute') && !ABOUT_NONE.test(message);
  return !/^report(?:Argument|Assignment|Return|Operator|Call|Index)/.test(code) || !ABOUT_NONE.test(message);
}
