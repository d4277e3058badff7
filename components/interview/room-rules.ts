// What holds in a room for whoever works in it, as they read it once: what is noted, and whether AI may be used.
import { activityLevel } from '../../party/shared/activity.js';
import { may } from '../../party/shared/roles.js';
import type { Session } from '../session/session.js';
import { logWords } from '../wording/activity-text.js';
import { aiSentence } from '../wording/ai-text.js';

const PREFIX = 'code-room:rules:';

/** For candidates; empty where nothing is noted and AI is off, as in most rooms. */
export function roomRules({ role, status, documents }: Session): string[] {
  if (status !== 'live' || !may(role, 'note-activity')) return [];
  const level = activityLevel(documents.activity.text.toString());
  const { rule } = documents.ai;
  return level === 'off' && rule === 'off' ? [] : [aiSentence(rule), logWords(level)];
}

/** Whether this tab has shown them to the end. */
export function rulesRead(room: string | undefined): boolean {
  try {
    return sessionStorage.getItem(PREFIX + room) !== null;
  } catch {
    return false; // Storage is forbidden here, as in a sandboxed frame.
  }
}

export function keepRulesRead(room: string | undefined): void {
  try {
    sessionStorage.setItem(PREFIX + room, '1');
  } catch {
    // They are shown again after a reload.
  }
}
