/** The error message in a failed program's stderr, as one sentence without the traceback. */
import { withoutWarnings } from '../output/source-locations.js';

const LENGTH = 300;

/** Empty if there is none. */
export function errorSentence(stderr: string): string {
  const lines = withoutWarnings(stderr).trimEnd().split('\n');
  const uncaught = lines.findLastIndex((line) => line.startsWith('Uncaught '));
  const inPython = lines.findLastIndex((line) => /^(?:Traceback | {2}File ")/.test(line));
  if (uncaught >= 0 && uncaught > inPython)
    return shortened(untilFrames(lines.slice(uncaught)).slice('Uncaught '.length));
  if (inPython >= 0) {
    // Source lines behind the last place are indented; the message begins without, but its further lines may be.
    const message = lines.findIndex((line, at) => at > inPython && /^\S/.test(line));
    return shortened(message < 0 ? (lines.at(-1) ?? '').trim() : lines.slice(message).join('\n'));
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
