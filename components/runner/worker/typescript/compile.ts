// Compiles a program with TypeScript's compiler: JavaScript with source map mappings, or the first error.
import ts from 'typescript-5';
import type { Compiled, Source } from '../../messages.js';
import { isCommonJs, readsParameterProperty, usesOlderDecorators } from './semantics.js';

export function compile({ code, language, others = [], commonJs = false }: Source): Compiled {
  const fileName = `main.${language}`;
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true);
  const experimentalDecorators = usesOlderDecorators(file, others);
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
      // A program that fails with standard class fields was written for the older ones.
      useDefineForClassFields: !experimentalDecorators && !readsParameterProperty(file),
      experimentalDecorators,
    },
  });
  // Later errors mostly follow from the first.
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
