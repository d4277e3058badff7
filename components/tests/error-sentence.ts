/** The one sentence of what a program that failed has printed about its error: the rest says where and how it came there. */

const LENGTH = 300;

/** Empty if it said nothing. */
export function errorSentence(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  const uncaught = lines.findLastIndex((line) => line.startsWith('Uncaught '));
  const inPython = lines.findLastIndex((line) => /^(?:Traceback | {2}File ")/.test(line));
  if (uncaught >= 0 && uncaught > inPython)
    return shortened(untilFrames(lines.slice(uncaught)).slice('Uncaught '.length));
  if (inPython >= 0) {
    // The lines of the program stand indented, and what is behind the last of them is the error.
    const last = lines.findLastIndex((line) => line.startsWith('  '));
    return shortened(lines.slice(last + 1).join('\n') || (lines.at(-1) ?? '').trim());
  }
  return shortened((lines[0] ?? '').trim());
}

function untilFrames(lines: string[]): string {
  const frame = lines.findIndex((line) => line.startsWith('    at '));
  return lines.slice(0, frame < 0 ? undefined : frame).join('\n');
}

function shortened(text: string): string {
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
}
