/** Questions for the AI of whoever runs this server: counted, written down, and answered in the sight of everybody. */
import type { Identity } from '../access/tokens.js';
import { Leases } from '../rate/leases.js';
import type { Room } from '../room/room.js';
import { addTalkAnswer, addTalkQuestion, filesToTell, messagesFor, talkOf } from '../room/talk.js';
import { TALK_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { TALK_LIMITS } from '../shared/talk.js';
import type { ConsultCommand, RoomAnswer } from './command.js';

/** Of rooms in memory: one that is loaded anew has none under way. */
const leases = new WeakMap<Room, Leases>();

/** A question that is being answered: by which run and for whom, what has come so far, and how to end the wait for more. */
interface Coming {
  run: string;
  person: string;
  text: string;
  cancel: () => void;
}

const coming = new WeakMap<Room, Map<number, Coming>>();

/** When the API has not been heard of for so long, what had come is the answer. */
const GONE_MS = 15_000;

const NOTHING = { wait: 0, question: 0, messages: [] };

export function talkWithAi(room: Room, command: ConsultCommand, who: Identity): RoomAnswer<'consult'> {
  const now = room.clock.now();
  const known = leasesOf(room, now);
  if (command.step === 'begin') return begin(room, known, command, who);
  if (command.step === 'stop') return stop(room, known, command.question, who);
  const { run, step, question, text } = command;
  if (step === 'keep') {
    // It was stopped meanwhile.
    if (!coming.get(room)?.has(question)) return { ok: true, value: NOTHING };
    known.keep(run, now);
    if (text !== '') room.broadcast({ type: 'answering', question, text });
    awaitMore(room, question, { run, person: who.person, text });
  } else {
    known.end(run);
    forget(room, question);
    addTalkAnswer(room, question, { text, state: command.state, sentence: command.sentence }, waiting(room));
  }
  return { ok: true, value: NOTHING };
}

function begin(
  room: Room,
  known: Leases,
  { run, text, files }: Extract<ConsultCommand, { step: 'begin' }>,
  who: Identity,
): RoomAnswer<'consult'> {
  const refused = (status: 403 | 413 | 422, detail: string) => ({ ok: false as const, status, detail });
  const { record, limits, documents } = room;
  if (record.ai === 'off') return refused(403, sentenceFor('ai-off'));
  if (text.trim() === '') return refused(422, sentenceFor('chat-empty'));
  if (text.length > TALK_LIMITS.question)
    return refused(413, sentenceFor('entry-too-long', { characters: TALK_LIMITS.question }));
  // A question and its answer are two versions of the talk; very long ones are more, and count for more.
  if ((documents.get(TALK_DOCUMENT)?.version ?? 0) >= 2 * limits.aiQuestions)
    return refused(403, sentenceFor('ai-used-up', { questions: limits.aiQuestions }));
  const wait = known.begin(run, who.person, room.clock.now());
  if (wait > 0) return { ok: true, value: { ...NOTHING, wait } };
  const shown = filesToTell(room, files);
  const question = addTalkQuestion(
    room,
    who,
    text,
    shown.map(({ name }) => name),
    waiting(room),
  );
  const asked = talkOf(room).find((turn) => turn.question.id === question);
  if (question === null || !asked) return refused(403, sentenceFor('ai-off'));
  awaitMore(room, question, { run, person: who.person, text: '' });
  return { ok: true, value: { wait: 0, question, messages: messagesFor(room, asked, shown) } };
}

/** At the service it ends with the request of whoever asked. */
function stop(room: Room, known: Leases, question: number, { person }: Identity): RoomAnswer<'consult'> {
  if (coming.get(room)?.get(question)?.person !== person)
    return { ok: false, status: 404, detail: sentenceFor('ai-not-answering') };
  const { run = '', text = '' } = forget(room, question) ?? {};
  known.end(run);
  addTalkAnswer(room, question, { text, state: 'stopped', sentence: '' }, waiting(room));
  return { ok: true, value: NOTHING };
}

/** Nobody waits for ever for an answer whose server has gone away. */
function awaitMore(room: Room, question: number, more: Omit<Coming, 'cancel'>): void {
  const text = (forget(room, question)?.text ?? '') + more.text;
  const cancel = room.clock.after(GONE_MS, () => {
    forget(room, question);
    addTalkAnswer(room, question, { text, state: 'failed', sentence: sentenceFor('ai-broke-off') }, waiting(room));
  });
  const of = coming.get(room) ?? new Map<number, Coming>();
  coming.set(room, of.set(question, { ...more, text, cancel }));
}

function forget(room: Room, question: number): Coming | undefined {
  const of = coming.get(room);
  const found = of?.get(question);
  found?.cancel();
  of?.delete(question);
  return found;
}

/** Ids of the questions that are being answered; not of those whose room was loaded anew meanwhile. */
function waiting(room: Room): number[] {
  return [...(coming.get(room)?.keys() ?? [])];
}

function leasesOf(room: Room, now: number): Leases {
  const { aiQuestionsPerMinute, aiQuestionsPerMinuteEach, aiQuestionsAtOnce, aiQuestionsAtOnceEach } = room.limits;
  const known =
    leases.get(room) ??
    new Leases(
      {
        perMinute: aiQuestionsPerMinute,
        perMinuteEach: aiQuestionsPerMinuteEach,
        atOnce: aiQuestionsAtOnce,
        atOnceEach: aiQuestionsAtOnceEach,
      },
      now,
    );
  leases.set(room, known);
  return known;
}
