// Steps of a text without the lines that none of them comes near: what is left tells the same, and is as long as what was worked on.
import { ChangeSet, Text } from '@codemirror/state';

export type RecordedStep = [ms: number, change: ChangeSet];

/** Lines before and after what was changed that stay. */
const AROUND = 20;
/** Stands for what was cut out. */
const CUT = '…';

/** The first step puts in the text that was there. */
export function cutSteps([first, ...steps]: readonly RecordedStep[]): RecordedStep[] {
  if (!first) return [];
  const base = first[1].apply(Text.empty);
  // Before the first place and behind the last that any step touches, the text is the same all the time.
  let [before, behind] = [base.length, base.length];
  for (const [, change] of steps) {
    change.iterChangedRanges((from, to) => {
      before = Math.min(before, from);
      behind = Math.min(behind, change.length - to);
    });
  }
  const top = base.line(Math.max(1, base.lineAt(before).number - AROUND)).from;
  const bottom = base.line(Math.min(base.lines, base.lineAt(base.length - behind).number + AROUND)).to;
  const [lead, tail] = [top > 0 ? `${CUT}\n` : '', bottom < base.length ? `\n${CUT}` : ''];
  const shift = top - lead.length;
  const less = shift + (base.length - bottom) - tail.length;
  const kept = `${lead}${base.sliceString(top, bottom)}${tail}`;
  return [
    [first[0], ChangeSet.of({ from: 0, insert: Text.of(kept.split('\n')) }, 0)],
    ...steps.map(([ms, change]): RecordedStep => [ms, shifted(change, shift, less)]),
  ];
}

/** The same change of a text that begins `shift` characters later, and is `less` shorter in all. */
function shifted(change: ChangeSet, shift: number, less: number): ChangeSet {
  const places: { from: number; to: number; insert: Text }[] = [];
  change.iterChanges((from, to, _fromB, _toB, insert) => {
    places.push({ from: from - shift, to: to - shift, insert });
  }, true);
  return ChangeSet.of(places, change.length - less);
}
