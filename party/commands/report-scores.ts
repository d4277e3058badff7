/** The scorecards in a report: all that were handed in, side by side; for readers who have handed in none, only that there are some. */
import { questionsOf } from '../room/questions.js';
import type { Room } from '../room/room.js';
import { type MomentEntry, readEntries } from '../shared/entries.js';
import { SCORES_DOCUMENT } from '../shared/protocol.js';
import {
  anchorOf,
  type ComparedCriterion,
  type HandedIn,
  lastHandedIn,
  type Score,
  sideBySide,
} from '../shared/scorecard.js';
import type { Asker } from './history.js';
import { cell, inline, inParts, item, paragraphs } from './markdown-text.js';
import { MOMENT_WORDS, type ReportSpeech, timeIn, wordIn } from './report-speech.js';

interface ReportedCard extends HandedIn {
  /** `anchor`: what the level says, where the room has the criterion. */
  scores: (Score & { anchor?: string })[];
}

export interface ReportedScores {
  /** What each interviewer has handed in last. */
  scores?: ReportedCard[];
  /** Others have, and the reader has not: theirs are left out. */
  scoresWithheld?: true;
}

/** Without what there is none of. */
export function reportedScores(room: Room, reader: Asker): ReportedScores {
  const scores = lastHandedIn(readEntries<HandedIn>(room.documents.get(SCORES_DOCUMENT)?.text.toString() ?? ''));
  if (scores.length === 0) return {};
  return room.mayRead(reader, SCORES_DOCUMENT)
    ? { scores: scores.map((card) => withAnchors(room, card)) }
    : { scoresWithheld: true };
}

function withAnchors(room: Room, card: HandedIn): ReportedCard {
  const desk = questionsOf(room);
  const scores = card.scores.map((score) => {
    const anchor = anchorOf(score, desk);
    return anchor === undefined ? score : { ...score, anchor };
  });
  return { ...card, scores };
}

export function scoresMarkdown(
  { scores = [], scoresWithheld }: ReportedScores,
  moments: readonly MomentEntry[],
  speech: ReportSpeech,
): string[] {
  const { t } = speech;
  const heading = `## ${t('Scores')}`;
  if (scoresWithheld)
    return [heading, t('The scores of other interviewers are left out until you have handed in your own.')];
  if (scores.length === 0) return [];
  const rows = sideBySide(scores);
  const head = [t('Criterion'), ...scores.map(({ name }) => cell(name)), t('Difference')];
  const table = rows.map(({ criterion, scores: given, apart }) => [
    cell(criterion),
    ...given.map((score) => String(score?.level || '–')),
    apart ? t('two levels or more') : '–',
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    heading,
    ...inParts(table.map(line), `${line(head)}\n${line(head.map(() => '---'))}\n`),
    ...rows.flatMap((row) => reasons(row, scores, moments, speech)),
    ...scores.flatMap(({ name, summary, times }) => [
      `### ${inline(name)}`,
      handedIn(times, speech),
      ...paragraphs(summary).filter(Boolean),
    ]),
  ];
}

function handedIn(times: readonly number[], speech: ReportSpeech): string {
  const [time = '', ...changes] = times.map((ms) => timeIn(speech, ms));
  return changes.length === 0
    ? speech.t('Handed in {time}.', { time })
    : speech.t('Handed in {time}, changed {times}.', { time, times: changes.join('; ') });
}

function reasons(
  { question, criterion }: ComparedCriterion,
  cards: readonly ReportedCard[],
  moments: readonly MomentEntry[],
  speech: ReportSpeech,
): string[] {
  const { t } = speech;
  const lines = cards.flatMap(({ name, scores }) => {
    const score = scores.find((one) => one.question === question && one.criterion === criterion);
    if (!score) return [];
    const { level, evidence, moment, word, anchor } = score;
    const noted = moments.find(({ id }) => id === moment);
    const at = noted
      ? [`${wordIn(speech, MOMENT_WORDS, noted.kind)}, ${timeIn(speech, noted.at)}`, inline(noted.text)]
          .filter(Boolean)
          .join(', ')
      : '';
    const rests = [inline(evidence), at, inline(word)].filter(Boolean);
    const given = level > 0 ? `${level}${anchor ? ` (${inline(anchor)})` : ''}` : t('no score');
    return [item(`${inline(name)}, ${given}:`, rests)];
  });
  return [`### ${inline(criterion)}`, ...inParts(lines)];
}
