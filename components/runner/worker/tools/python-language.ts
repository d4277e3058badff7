// Worker entry: the Python language service of the editor. Programs never run in it.
import type { LanguageRequest } from '../../tools/language-service.js';
import { PythonService } from './python/service.js';
import { serveTool } from './serve-tool.js';

serveTool(async (files) => {
  const library = JSON.parse(new TextDecoder().decode(files['python-declarations.json'] as ArrayBuffer));
  const service = await PythonService.start(library as Record<string, string>);
  return (request) => service.ask(request as LanguageRequest);
});
