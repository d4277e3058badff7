/** Question commands of interviewers. When something is refused, the sentence that says why is returned. */
import { askQuestion, turnToQuestion } from '../room/ask-question.js';
import { giveHint, showStage } from '../room/question-steps.js';
import { QuestionRefused, readQuestion, withdrawQuestion } from '../room/questions.js';
import type { Room } from '../room/room.js';
import { FileRefused } from '../shared/file-list.js';
import type { CommandRefusal, RoomAnswer, RoomCommand } from './command.js';

type QuestionCommand = Extract<RoomCommand, { type: 'question' | 'ask' | 'turn' | 'hint' | 'stage' | 'withdraw' }>;

export async function handleQuestionCommand(room: Room, command: QuestionCommand, person: string): Promise<RoomAnswer> {
  try {
    return { ok: true, value: await carryOut(room, command, person) };
  } catch (error) {
    return refusalOf(error);
  }
}

/** What a question or a file was refused with. Throws any other error. */
export function refusalOf(error: unknown): CommandRefusal {
  if (error instanceof QuestionRefused) return { ok: false, status: error.status, detail: error.message };
  if (error instanceof FileRefused) return { ok: false, status: 422, detail: error.message };
  throw error;
}

function carryOut(room: Room, command: QuestionCommand, person: string) {
  switch (command.type) {
    case 'question':
      return readQuestion(room, command.n);
    case 'ask':
      return askQuestion(room, { ...command, person });
    case 'turn':
      return turnToQuestion(room, command.n, person, command.language);
    case 'hint':
      return giveHint(room, command.n, person);
    case 'stage':
      return showStage(room, command.n, person);
    case 'withdraw':
      return withdrawQuestion(room, command.n);
  }
}
