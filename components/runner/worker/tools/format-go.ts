// Formats Go as gofmt does.
import initGo, { format } from '@wasm-fmt/gofmt/web';
import type { FormatRequest, FormatResult } from '../../tools/formatting.js';
import { serveTool } from './serve-tool.js';

const PLACE = /^(?:[^:\n]*:)?(\d+):\d+:\s*/;

serveTool(async (files) => {
  await initGo(files['gofmt.wasm'] as never);
  return (asked): FormatResult => {
    const { text } = asked as FormatRequest;
    try {
      return { text: format(text) };
    } catch (error) {
      const words = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      const line = PLACE.exec(words)?.[1];
      return { problem: words.replace(PLACE, ''), ...(line !== undefined && { line: Number(line) }) };
    }
  };
});
