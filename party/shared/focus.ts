/** Private time: stretches in which a candidate's edits, cursor and runs stay on their machine, as lines of a document that the room alone writes. */
import { readEntries, type Stamp } from './entries.js';

export const FOCUS_LIMITS = {
  /** Of one stretch. */
  minutes: 20,
  /** UTF-8 bytes of the recording of one stretch, and characters of a piece of it. */
  recording: 48 * 1024,
  piece: 8 * 1024,
} as const;

/** A stretch. It is over when the candidate ends it or the room ends, or at `until`, whoever is there. */
export interface FocusStretch extends Stamp {
  until: number;
  /** When the candidate ended it before that, or the room was about to end. */
  endedAt?: number;
}

/** An interviewer offers so many minutes; the candidate decides. */
export interface FocusOffer extends Stamp {
  offer: number;
}

/** A piece of what happened in a stretch, which the candidate's session hands over when it is over: FocusRecording, as JSON, in parts. */
interface FocusPiece extends Stamp {
  stretch: number;
  /** Pieces of one session belong together. */
  key: string;
  piece: string;
}

/** A stretch is being watched together: where it was at `at`, and whether it goes on from there. */
export interface FocusWatch extends Stamp {
  watch: number;
  /** Milliseconds since the beginning of the stretch. */
  position: number;
  playing: boolean;
}

export type FocusLine = FocusStretch | FocusOffer | FocusPiece | FocusWatch;

/** What became of the text of a file while its candidate was alone with it. */
export interface FocusRecording {
  files: {
    document: number;
    name: string;
    language: string;
    /** Milliseconds since the beginning, and the change as ChangeSet.toJSON says it; the first puts in the text that was there. */
    steps: [ms: number, change: unknown][];
  }[];
}

export const isStretch = (line: FocusLine): line is FocusStretch => 'until' in line;
export const isOffer = (line: FocusLine): line is FocusOffer => 'offer' in line;
export const isPiece = (line: FocusLine): line is FocusPiece => 'piece' in line;
export const isWatch = (line: FocusLine): line is FocusWatch => 'watch' in line;

export function focusLines(text: string): FocusLine[] {
  return readEntries<FocusLine>(text);
}

/** When a stretch was over, or will be. */
export function endOf({ until, endedAt = until }: FocusStretch): number {
  return Math.min(until, endedAt);
}

/** The stretch that is on at this time of the room's clock. */
export function activeStretch(lines: readonly FocusLine[], now: number): FocusStretch | undefined {
  return lines.filter(isStretch).find((stretch) => now < endOf(stretch));
}

/** Null: none was handed over, or not all of it yet. */
export function recordingOf(lines: readonly FocusLine[], { id }: FocusStretch): FocusRecording | null {
  const pieces = lines.filter(isPiece).filter(({ stretch }) => stretch === id);
  for (const key of new Set(pieces.map((piece) => piece.key))) {
    const recording = read(pieces.flatMap((piece) => (piece.key === key ? piece.piece : [])).join(''));
    if (recording) return recording;
  }
  return null;
}

function read(json: string): FocusRecording | null {
  try {
    const recording = JSON.parse(json) as FocusRecording;
    return Array.isArray(recording?.files) ? recording : null;
  } catch {
    return null; // The last piece has not come.
  }
}
