// What the sandbox is told about a language; the files a page brings for one are fetched here, once.
import { isRemote, languageDefinition } from './languages.js';
import type { PageMessage, RuntimeFile, RuntimeOrder } from './messages.js';
import { RunnerError } from './runner-error.js';

/** What gives a script from outside `codeRoomLanguage()`, with the same lockdown and limits as our own. */
const FRAME_OF_OTHERS = 'language.js';
/** Bytes a page may bring for one language: PHP and Ruby are below 30 MB unpacked, and all of it is held in memory. */
const BROUGHT_LIMIT = 64 * 1024 * 1024;

const orders = new Map<string, Promise<RuntimeOrder>>();

/** The same for each run. Rejects with a `RunnerError` if the language cannot be run, or a file of it cannot be had. */
export function runtimeOrder(language: string): Promise<RuntimeOrder> {
  const definition = languageDefinition(language);
  const key = `${language}@${definition?.registration}`;
  const order = orders.get(key) ?? makeOrder(language, key);
  orders.set(key, order);
  // What could not be fetched may come the next time.
  order.catch(() => orders.delete(key));
  return order;
}

/** The files of the sandbox that a message will make it ask for. */
export function filesOf(message: PageMessage): string[] {
  const runtime =
    message.type === 'run' ? message.order.runtime : message.type === 'warm' ? message.runtime : undefined;
  const files = runtime ? [...runtime.scripts, ...runtime.files] : [];
  return files.filter(({ content }) => !content).map(({ name }) => name);
}

async function makeOrder(language: string, key: string): Promise<RuntimeOrder> {
  const definition = languageDefinition(language);
  if (!definition || isRemote(definition)) {
    throw new RunnerError(`Programs in ${language} cannot be run here. Choose another language.`);
  }
  const { label, worker, files = [] } = definition;
  const [script, ...others] = await Promise.all([worker, ...files].map((file) => runtimeFile(file, label)));
  const brought = [script, ...others].reduce((bytes, file) => bytes + (file?.content?.size ?? 0), 0);
  if (!script || brought > BROUGHT_LIMIT)
    throw new RunnerError(`The files of ${label} are larger than 64 MB together.`);
  const scripts = script.content ? [{ name: FRAME_OF_OTHERS }, script] : [script];
  return { key, language, label, scripts, files: others };
}

async function runtimeFile(file: string | URL, label: string): Promise<RuntimeFile> {
  if (typeof file === 'string') return { name: file };
  const name = file.pathname.split('/').pop() ?? '';
  try {
    const response = await fetch(file, { credentials: 'omit' });
    if (!response.ok) throw new Error(`it answers with status ${response.status}`);
    return { name, content: await response.blob() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunnerError(
      `${label} could not be loaded from ${file.href}: ${reason}. Check the address, then run again.`,
    );
  }
}
