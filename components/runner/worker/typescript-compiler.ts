// Worker entry: TypeScript's compiler, kept for all runs of its frame, or its language service for the editor. Programs never run in it.
import type { Compiled, Source } from '../messages.js';
import type { LanguageRequest } from '../tools/language-service.js';
import { serveTool } from './tools/serve-tool.js';
import { TypeScriptService } from './tools/typescript/service.js';
import { compile } from './typescript/compile.js';

const scope = globalThis as unknown as {
  postMessage(result: Compiled | { sentence: string }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Source>) => void): void;
};

serveTool((files) => {
  const libraries = JSON.parse(new TextDecoder().decode(files['typescript-libraries.json'] as ArrayBuffer));
  const service = new TypeScriptService(libraries as Record<string, string>);
  return (request) => service.ask(request as LanguageRequest);
});

scope.addEventListener('message', ({ data }) => {
  // A tool's order.
  if ('type' in data) return;
  try {
    scope.postMessage(compile(data));
  } catch (error) {
    // For example, a program that is nested too deeply.
    scope.postMessage({
      sentence: `TypeScript could not compile this program: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
});
