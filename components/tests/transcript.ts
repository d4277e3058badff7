/** Collects the output of a tested program. */
import type { OutputKind } from '../../party/shared/output.js';

export class Transcript {
  stdout = '';
  stderr = '';
  /** All output, as people see it. */
  all = '';
  readonly notes: string[] = [];

  readonly output = (kind: OutputKind, text: string): void => {
    if (kind === 'note') {
      this.notes.push(text);
      this.all += `${this.all === '' || this.all.endsWith('\n') ? '' : '\n'}${text}\n`;
    }
    if (kind === 'stdout') this.stdout += text;
    if (kind === 'stderr') this.stderr += text;
    if (kind === 'stdout' || kind === 'stderr') this.all += text;
  };
}
