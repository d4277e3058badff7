/** Scorecards: criteria with four levels, and what each interviewer gave for them. Nothing is computed of the levels. */
import type { DeskQuestion } from './asked-questions.js';
import type { Stamp } from './entries.js';
import type { Criterion } from './question.js';

export interface Score {
  /** Number of the question in the room; 0: of none. */
  question: number;
  criterion: string;
  /** From 1, the weakest, to 4; 0: none was given. */
  level: number;
  /** What the level rests on, in the interviewer's words. */
  evidence: string;
  /** Or a moment that was noted, by its id; 0: none. */
  moment: number;
  /** A word about the criterion. */
  word: string;
}

export interface Scorecard {
  scores: Score[];
  summary: string;
}

/** One that somebody works on. */
export interface ScorecardEntry extends Stamp, Scorecard {}

/** One that was handed in: with the time of each time it was. */
export interface HandedIn extends ScorecardEntry {
  times: number[];
}

export const SCORECARD_LIMITS = {
  /** Criteria of all questions together. */
  scores: 100,
  /** Characters of a criterion, of evidence or a word, and of the summary. */
  criterion: 2_000,
  text: 1_000,
  summary: 4_000,
  /** UTF-8 bytes of one scorecard: a document holds those of twenty people, each with the first they handed in. */
  bytes: 16 * 1024,
} as const;

export interface CriteriaGroup {
  /** Number of the question in the room; 0: of none. */
  question: number;
  title: string;
  current: boolean;
  criteria: Criterion[];
}

/** For interviews without a question, or whose questions bring no criteria. */
const GENERAL_CRITERIA: Criterion[] = [
  {
    criterion: 'Understanding the task',
    levels: [
      'Began without knowing what is asked.',
      'Understood the main case after help.',
      'Asked about what was unclear before writing code.',
      'Found cases that the task does not name, and settled them first.',
    ],
  },
  {
    criterion: 'Solving it',
    levels: [
      'No plan that could work.',
      'A plan that works, with hints.',
      'A plan that works, without hints.',
      'Compared several plans, and chose one for good reasons.',
    ],
  },
  {
    criterion: 'The code',
    levels: [
      'Does not run, or does something else.',
      'Works for the main case.',
      'Works, and others can read it.',
      'Works, is easy to read and to change.',
    ],
  },
  {
    criterion: 'Finding mistakes',
    levels: [
      'Did not notice what was wrong.',
      'Noticed mistakes that were pointed out.',
      'Ran or tested the code, and mended what was wrong.',
      'Looked for mistakes in a planned way, and found all that mattered.',
    ],
  },
  {
    criterion: 'Explaining',
    levels: [
      'It was not clear what they were doing.',
      'Explained when asked.',
      'Explained decisions while making them.',
      'Explained decisions, their costs, and what they would do with more time.',
    ],
  },
];

/** The words of the general criteria, which people read in their language; scorecards keep the English ones. */
export const CRITERIA_TEXTS: readonly string[] = GENERAL_CRITERIA.flatMap(({ criterion, levels }) => [
  criterion,
  ...levels,
]);

/** One group for each question that was asked and has criteria; `own` are those of the page, and without any the general ones are used. */
export function criteriaGroups(questions: readonly DeskQuestion[], own: readonly Criterion[] = []): CriteriaGroup[] {
  const groups = questions
    .filter(({ askedAt, rubric }) => askedAt !== null && rubric.length > 0)
    .map(({ n, title, current, rubric }): CriteriaGroup => ({ question: n, title, current, criteria: rubric }));
  const general = own.length > 0 || groups.length === 0;
  if (!general) return groups;
  const criteria = own.length > 0 ? [...own] : GENERAL_CRITERIA;
  return [...groups, { question: 0, title: 'General', current: groups.length === 0, criteria }];
}

/** What a level says, by the rubric of its question or the general criteria; undefined for no level, and for criteria of a page. */
export function anchorOf(
  { question, criterion, level }: Pick<Score, 'question' | 'criterion' | 'level'>,
  questions: readonly DeskQuestion[],
): string | undefined {
  const criteria = question === 0 ? GENERAL_CRITERIA : (questions.find(({ n }) => n === question)?.rubric ?? []);
  return criteria.find((one) => one.criterion === criterion)?.levels[level - 1];
}

/** A level without evidence does not count. */
export function counts({ level, evidence, moment }: Score): boolean {
  return level > 0 && (evidence.trim() !== '' || moment > 0);
}

export function scoreOf(
  { scores }: Scorecard,
  { question, criterion }: Pick<Score, 'question' | 'criterion'>,
): Score | undefined {
  return scores.find((score) => score.question === question && score.criterion === criterion);
}

/** A criterion with what each scorecard says of it, in their order. */
export interface ComparedCriterion {
  question: number;
  criterion: string;
  scores: (Score | undefined)[];
  /** Two of the levels are two or more apart. */
  apart: boolean;
}

/** All criteria that somebody has scored, or said something about, in the order in which they first come. */
export function sideBySide(cards: readonly Scorecard[]): ComparedCriterion[] {
  const rows = new Map<string, ComparedCriterion>();
  for (const { question, criterion } of cards.flatMap(({ scores }) => scores)) {
    const key = `${question} ${criterion}`;
    if (rows.has(key)) continue;
    const scores = cards.map((card) => scoreOf(card, { question, criterion }));
    const levels = scores.flatMap((score) => (score && score.level > 0 ? [score.level] : []));
    const apart = levels.length > 0 && Math.max(...levels) - Math.min(...levels) >= 2;
    rows.set(key, { question, criterion, scores, apart });
  }
  return [...rows.values()].sort((one, other) => order(one) - order(other));
}

/** What is of no question comes last. */
function order({ question }: ComparedCriterion): number {
  return question || Number.POSITIVE_INFINITY;
}

/** The last that each person has handed in, in the order in which they first did. */
export function lastHandedIn(entries: readonly HandedIn[]): HandedIn[] {
  const last = new Map<string, HandedIn>();
  for (const entry of entries) last.set(entry.by, entry);
  return [...last.values()];
}
