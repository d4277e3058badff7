// Formats C, C++, Java and C# as clang-format does.
import { format, initSync } from '@wasm-fmt/clang-format/web';
import type { FormatRequest, FormatResult } from '../../tools/formatting.js';
import { serveTool } from './serve-tool.js';

/** By its extension it knows what it reads. */
const NAMES: Readonly<Record<string, string>> = { c: 'main.c', cpp: 'main.cpp', java: 'Main.java', csharp: 'Main.cs' };

serveTool((files) => {
  initSync(files['clang-format.wasm'] as never);
  return (asked): FormatResult => {
    const { text, language, indent } = asked as FormatRequest;
    const { width, tabs } = indent;
    const base = language === 'csharp' ? 'Microsoft' : 'Google';
    const style = {
      BasedOnStyle: base,
      IndentWidth: width,
      TabWidth: width,
      UseTab: tabs ? 'ForIndentation' : 'Never',
    };
    // A level of a class is one of half its width in that style.
    const more = { AccessModifierOffset: -width, ColumnLimit: 100, SortIncludes: 'Never' };
    try {
      return { text: format(text, NAMES[language] ?? 'main.cpp', JSON.stringify({ ...style, ...more })) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
});
