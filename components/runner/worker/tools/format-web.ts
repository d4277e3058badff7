// Formats JavaScript, TypeScript, HTML, CSS, JSON, Markdown and YAML as Prettier does.
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as html from 'prettier/plugins/html';
import * as markdown from 'prettier/plugins/markdown';
import * as css from 'prettier/plugins/postcss';
import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';
import type { FormatRequest, FormatResult } from '../../tools/formatting.js';
import { serveTool } from './serve-tool.js';

const PARSERS: Readonly<Record<string, string>> = {
  javascript: 'babel',
  jsx: 'babel',
  typescript: 'babel-ts',
  tsx: 'babel-ts',
  html: 'html',
  css: 'css',
  json: 'json',
  markdown: 'markdown',
  yaml: 'yaml',
};
const PLUGINS = [babel, { ...estree }, html, markdown, css, yaml];

serveTool(() => async (asked): Promise<FormatResult> => {
  const { text, language, indent } = asked as FormatRequest;
  const parser = PARSERS[language] ?? 'babel';
  try {
    const layout = { useTabs: indent.tabs, tabWidth: indent.width };
    return {
      text: await format(text, { parser, plugins: PLUGINS as never, ...layout, embeddedLanguageFormatting: 'auto' }),
    };
  } catch (error) {
    const { message = String(error), loc } = error as { message?: string; loc?: { start?: { line?: number } } };
    const line = loc?.start?.line;
    // What follows are the lines themselves.
    const problem =
      (message.split('\n')[0] ?? '')
        .replace(/\s*\(\d+:\d+\)$/, '')
        .replace(/^\w*Error: /, '')
        .split('. ')[0] ?? '';
    return { problem, ...(line !== undefined && { line }) };
  }
});
