// Formats Python as Ruff does.
import initRuff, { format } from '@wasm-fmt/ruff_fmt/web';
import type { FormatRequest, FormatResult } from '../../tools/formatting.js';
import { lineAtByte } from './places.js';
import { serveTool } from './serve-tool.js';

/** How Ruff says where: bytes of UTF-8. */
const RANGE = /\s*at byte range (\d+)\.\.\d+/;

serveTool(async (files) => {
  await initRuff(files['ruff.wasm']);
  return (asked): FormatResult => {
    const { text, indent } = asked as FormatRequest;
    try {
      const style = indent.tabs ? 'tab' : 'space';
      return { text: format(text, 'main.py', { indent_style: style, indent_width: indent.width, line_width: 88 }) };
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      const at = RANGE.exec(words)?.[1];
      const problem = words.replace(RANGE, '').replace(/^.*?syntax error:?\s*/i, '');
      return { problem, ...(at !== undefined && { line: lineAtByte(text, Number(at)) }) };
    }
  };
});
