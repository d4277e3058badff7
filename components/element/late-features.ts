// Features of a room that start after the first frame: keeping stray drops from replacing the page, adding starter files, telling of a policy that keeps the room out, and asking which languages its server runs and which language packs there are.
import { may } from '../../party/shared/roles.js';
import { until } from '../page/wait.js';
import { notLoaded } from '../wording/errors.js';
import { watchCspViolations } from './csp-violations.js';
import { learnPacksOf, type PacksPage } from './language-packs.js';
import type { RoomVisit } from './room-visit.js';
import { learnLanguagesOf } from './server-languages.js';
import { hasNamedFiles, type Starter } from './starter-code.js';
import { blockFileNavigation } from './stray-drops.js';

interface VisitedRoom {
  element: HTMLElement & PacksPage;
  visit: RoomVisit;
  /** Of a local room that was left and is entered again: with its files. */
  starter: Starter | null;
  refused(reason: string, why: unknown): void;
}

export function startLateFeatures(room: VisitedRoom): void {
  const { element, visit, refused } = room;
  if (visit.host) watchCspViolations(visit.host, (sentence) => refused('policy', sentence), visit.signal);
  void learnLanguagesOf(visit);
  blockFileNavigation(element, (sentence) => refused('drop', sentence), visit.signal);
  void addStarters(room).catch((error) => visit.signal.aborted || refused('files', error));
  void learnPacksOf(element, visit).catch((error) => visit.signal.aborted || refused('packs', error));
}

/** Only in a room that nobody has written in. */
async function addStarters({ element, visit, starter, refused }: VisitedRoom): Promise<void> {
  visit.complete &&= !hasNamedFiles(element);
  if (visit.complete) return;
  const { session, signal, isLocal } = visit;
  await until(session, 'status', () => session.status === 'live', { signal });
  if (signal.aborted) return;
  if (session.fresh) {
    const { keptFiles, readFiles, addFiles } = await import('./starter-files.js').catch(notLoaded);
    const { files = [], whole = false } = starter ?? {};
    const given = keptFiles(
      files,
      whole || !hasNamedFiles(element) ? [] : readFiles(element, session.documents.files.entry.language),
    );
    const protects = isLocal || may(session.role, 'protect');
    // Whoever leaves meanwhile gets the others when the room is entered again.
    const heard = (why: unknown) => signal.aborted || refused('files', why);
    await addFiles(session.documents.files, { given, protects, refused: heard });
  }
  visit.complete ||= !signal.aborted;
}
