// Who is in the hour, what they do with the parts of the page, and what has to stay secret in it.
import type { Chronicle } from './chronicle.js';
import type { Locator } from './screen.js';
import { becomes, type Links, type Somebody, type WorldIn } from './world.js';

/** Strings that some must never get; of letters and digits, so that nothing writes them in another way. */
export const SECRETS = {
  /** Tried before the hour, by the candidate alone. */
  rehearsed: 'canaryrehearsed70c1',
  notes: 'canarynotes41d2',
  /** In the first interviewer's scorecard; the second one may read it with her own handed in. */
  scores: 'canaryscores93be',
  /** In the second one's. */
  second: 'canarysecondb614',
  aside: 'canaryaside58f0',
  hidden: 'canaryhidden2ea7',
  /** Written in private time: nobody else's before it is over. */
  alone: 'canaryalonec619',
} as const;

/** What candidates and observers never get. */
export const INTERVIEWERS_OWN = [
  SECRETS.rehearsed,
  SECRETS.notes,
  SECRETS.scores,
  SECRETS.second,
  SECRETS.aside,
  SECRETS.hidden,
] as const;

export interface Hour {
  world: WorldIn;
  room: { id: string; links: Links };
  chronicle: Chronicle;
  /** Two interviewers, the candidate and an observer. */
  ada: Somebody;
  grace: Somebody;
  ben: Somebody;
  eve: Somebody;
  /** All that reached each of them. */
  heard: Record<'ada' | 'grace' | 'ben' | 'eve', string[]>;
}

export const everybody = ({ ada, grace, ben, eve }: Hour) => [ada, grace, ben, eve] as const;

export const press = ({ page }: Somebody, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** A part of the toolbar that opens a panel. */
export type Part = 'chat' | 'timer' | 'focus' | 'activity' | 'assistant';

export const panel = ({ page }: Somebody, part: Part) => page.locator(`code-room-${part} .panel`);

/** Opens the panel, does something there, and closes it: it may lie over other parts. What is done there may close it, too. */
export async function inPanel(
  person: Somebody,
  part: Part,
  act: () => Promise<unknown>,
  { closesItself = false } = {},
): Promise<void> {
  await person.page.locator(`code-room-${part} button.open`).click();
  await panel(person, part).waitFor();
  await act();
  if (!closesItself) await panel(person, part).locator('button.close').click();
  await becomes(() => panel(person, part).count(), 0, `panels of ${part}`);
}

/** A list of choices, as it is after somebody has chosen. */
export const choose = (person: Somebody, selector: string, words: string) =>
  person.page.locator(selector).evaluate((element, wanted) => {
    const list = element as HTMLSelectElement;
    list.value = [...list.options].find(({ text }) => text.trim() === wanted)?.value ?? 'there is none';
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, words);

/** What a part of the page reads. */
export const reads = ({ page }: Somebody, selector: string) => page.locator(selector).first().textContent();

/** The shown text is this at last for all of them. */
export async function allSee(people: readonly Somebody[], value: string | RegExp): Promise<void> {
  for (const person of people) await person.sees('value', value, { within: 30_000 });
}

export const code = ({ page }: Somebody) => page.locator('code-room-editor .cm-content');

/** As from another window, where the cursor is. What is looked for in frames and files comes so: characters that are typed are in them one by one. */
export async function pastes(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    // Firefox makes no event of a clipboard of ours.
    Object.defineProperty(event, 'clipboardData', { value: data });
    element.dispatchEvent(event);
  }, text);
}
