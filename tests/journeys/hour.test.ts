// One whole interview, from making the room to the report and the replay: two interviewers, a candidate, an observer and an agent.
import { after, afterEach, describe, it } from 'node:test';
import { startAiService } from '../fixtures/ai-service.js';
import { browsersOf } from './browsers.js';
import { reports, scorecards, theEnd } from './hour-after.js';
import { activity, agent, asking } from './hour-ai.js';
import { beforeTheHour } from './hour-before.js';
import { chat, notes, timer, together } from './hour-panels.js';
import { privateTime } from './hour-private-time.js';
import { attempt, firstQuestion, secondQuestion, solved } from './hour-questions.js';
import { replay } from './hour-replay.js';
import { keepsInterviewersOwn } from './hour-secrets.js';
import { WorldIn } from './world.js';

const ai = await startAiService();
after(() => ai.close());

for (const browser of browsersOf(import.meta.url)) {
  describe(`the hour in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser, {
      ...{ CODE_ROOM_AI_URL: ai.url, CODE_ROOM_AI_KEY: 'sk-of-the-hour', CODE_ROOM_AI_MODEL: 'scripted' },
    });
    afterEach(() => world.leave());

    it('is in report and replay as its people remember it, and what is secret stays so', async () => {
      const hour = await beforeTheHour(world);
      await firstQuestion(hour);
      await timer(hour);
      await chat(hour);
      await attempt(hour);
      await together(hour);
      await notes(hour);
      await activity(hour);
      await solved(hour);
      await asking(hour, ai.asked);
      await agent(hour);
      await privateTime(hour);
      await secondQuestion(hour);
      await scorecards(hour);
      await theEnd(hour);
      await keepsInterviewersOwn(hour);
      await reports(hour);
      await replay(hour);
    });
  });
}
