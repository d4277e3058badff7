// What TypeScript's own compiler makes of a program: JavaScript and where each part of it came from, or what it says is wrong.
import ts from 'typescript-5';
import type { Compiled, Source } from '../../messages.js';
import { isCommonJs, readsParameterProperty, usesOlderDecorators } from './semantics.js';

export function compile({ code, language, commonJs = false }: Source): Compiled {
  const fileName = `main.${language}`;
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true);
  const experimentalDecorators = usesOlderDecorators(file);
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(code, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      allowJs: true,
      target: ts.ScriptTarget.ES2022,
      module: commonJs || isCommonJs(file) ? ts.ModuleKind.CommonJS : ts.ModuleKind.Preserve,
      esModuleInterop: true,
      jsx: ts.JsxEmit.ReactJSX,
      sourceMap: true,
      // A program that would be an error with today's fields was written for those of before.
      useDefineForClassFields: !experimentalDecorators && !readsParameterProperty(file),
      experimentalDecorators,
    },
  });
  // The first is the one that the others follow from.
  const problem = diagnostics?.find(
    ({ category, start }) => category === ts.DiagnosticCategory.Error && start !== undefined,
  );
  if (problem?.start !== undefined) {
    const { line, character } = file.getLineAndCharacterOfPosition(problem.start);
    const text = ts.flattenDiagnosticMessageText(problem.messageText, ' ');
    return { problem: text, line: line + 1, column: character + 1 };
  }
  const { mappings } = JSON.parse(sourceMapText ?? '{"mappings":""}') as { mappings: string };
  return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), mappings };
}
