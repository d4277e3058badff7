/** Rules of a room, as the token of an embedding team may bring them: they hold if the token is the one that makes the room. */
import { ACTIVITY_LEVELS, type ActivityLevel } from '../shared/activity.js';
import { AI_RULES, type AiRule } from '../shared/ai-rule.js';
import { cleanName } from '../shared/clean-names.js';
import { ENTRY_LIMITS, type TimerPhase } from '../shared/entries.js';
import { HELPS, type Help } from '../shared/help.js';
import { HIDDEN_RESULTS, type HiddenResults } from '../shared/test-results.js';

/** What is left out is as in any room. */
export interface RoomRules {
  ai?: AiRule;
  log?: ActivityLevel;
  help?: Help;
  hiddenResults?: HiddenResults;
  timer?: readonly TimerPhase[];
}

const CHOICES = { ai: AI_RULES, log: ACTIVITY_LEVELS, help: HELPS, hiddenResults: HIDDEN_RESULTS } as const;

/** What the claim says; a text: which part of it cannot be read. */
export function rulesIn(claim: unknown): RoomRules | string {
  if (claim === undefined) return {};
  if (claim === null || typeof claim !== 'object' || Array.isArray(claim)) return 'rules';
  for (const [name, value] of Object.entries(claim)) {
    const choices: readonly unknown[] = Object.hasOwn(CHOICES, name) ? CHOICES[name as keyof typeof CHOICES] : [];
    if (name === 'timer' ? !isTimer(phasesOf(value)) : !choices.includes(value)) return name;
  }
  const rules = claim as RoomRules;
  return rules.timer ? { ...rules, timer: (phasesOf(rules.timer) as TimerPhase[]).map(phase) } : rules;
}

/** The phases of a timer, which may be written as the tag has it, too: `{phases: […]}`. Whether they are phases is not looked at. */
export function phasesOf(timer: unknown): unknown {
  const isWhole = timer !== null && typeof timer === 'object' && Object.keys(timer).join() === 'phases';
  return isWhole ? (timer as { phases: unknown }).phases : timer;
}

function isTimer(value: unknown): boolean {
  return Array.isArray(value) && value.length <= ENTRY_LIMITS.phases && value.every(isPhase);
}

function isPhase(value: unknown): boolean {
  const { name, minutes } = (value ?? {}) as Partial<TimerPhase>;
  return typeof name === 'string' && typeof minutes === 'number' && minutes > 0 && minutes <= ENTRY_LIMITS.minutes;
}

function phase({ name, minutes }: TimerPhase): TimerPhase {
  return { name: cleanName(name, ENTRY_LIMITS.phaseName), minutes };
}
