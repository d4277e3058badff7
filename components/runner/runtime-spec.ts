// Describes a language to the sandbox, and fetches the files that a page provides for it, once.
import { counted, joined, openDownload, type Progress } from './download.js';
import { isOfPack, isRemote, type PackLanguage } from './languages/definition.js';
import { languageDefinition } from './languages/registry.js';
import type { PageMessage, RunnerProgress, RuntimeFile, RuntimeSpec } from './messages.js';
import { RunnerError } from './runner-error.js';

/** Gives third-party worker scripts `codeRoomLanguage()`, with the same lockdown and limits as our own. */
const REGISTERED_LANGUAGE_ENTRY = 'language.js';
/** Maximum bytes that a page may provide for one language: PHP and Ruby have less than 30 MB unpacked, and all is held in memory. */
const BROUGHT_LIMIT = 64 * 1024 * 1024;

type Tell = (progress: RunnerProgress | null) => void;

interface SpecRequest {
  made: Promise<RuntimeSpec>;
  loading: Loading;
}

/** The progress of one language's files, for everybody who waits. */
class Loading {
  progress: RunnerProgress | null = null;
  readonly listeners = new Set<Tell>();

  readonly tell: Tell = (progress) => {
    this.progress = progress;
    for (const tell of this.listeners) tell(progress);
  };
}

const requests = new Map<string, SpecRequest>();

/**
 * The same promise for each run. `tell` gets the progress of the page's files, and null at the end. Rejects with a `RunnerError`
 * if the language cannot be run, or a file cannot be fetched.
 */
export async function runtimeSpec(language: string, tell: Tell): Promise<RuntimeSpec> {
  const definition = languageDefinition(language);
  const key = `${language}@${definition?.registration}`;
  const { made, loading } = requests.get(key) ?? begun(language, key);
  if (loading.progress) tell(loading.progress);
  loading.listeners.add(tell);
  try {
    return await made;
  } finally {
    loading.listeners.delete(tell);
  }
}

function begun(language: string, key: string): SpecRequest {
  const loading = new Loading();
  const made = makeSpec(language, key, loading.tell).finally(() => {
    if (loading.progress) loading.tell(null);
  });
  const request = { made, loading };
  requests.set(key, request);
  // A failed fetch may succeed next time.
  made.catch(() => requests.delete(key));
  return request;
}

/** The sandbox files that a message will cause to be loaded. */
export function filesOf(message: PageMessage): string[] {
  const runtime =
    message.type === 'run' ? message.order.runtime : message.type === 'warm' ? message.runtime : undefined;
  const files = runtime ? [...runtime.scripts, ...runtime.files] : [];
  return files.filter(({ content, pack }) => !content && !pack).map(({ name }) => name);
}

async function makeSpec(language: string, key: string, tell: Tell): Promise<RuntimeSpec> {
  const definition = languageDefinition(language);
  if (!definition || isRemote(definition)) {
    throw new RunnerError(`Programs in ${language} cannot be run here. Choose another language.`);
  }
  const { label, worker, files = [] } = definition;
  if (isOfPack(definition)) return { key, language, label, ...filesOfPack(definition) };
  const sum = new Sum((loaded, total) => tell({ language, sentence: `Loading ${label}`, loaded, total }));
  const [script, ...others] = await Promise.all([worker, ...files].map((file) => runtimeFile(file, label, sum.part)));
  const brought = [script, ...others].reduce((bytes, file) => bytes + (file?.content?.size ?? 0), 0);
  if (!script || brought > BROUGHT_LIMIT)
    throw new RunnerError(`The files of ${label} are larger than 64 MB together.`);
  const scripts = script.content ? [{ name: REGISTERED_LANGUAGE_ENTRY }, script] : [script];
  return { key, language, label, scripts, files: others };
}

/** The runner fetches them. */
function filesOfPack({ worker, files, compiled, pack }: PackLanguage): Pick<RuntimeSpec, 'scripts' | 'files'> {
  return {
    scripts: [{ name: REGISTERED_LANGUAGE_ENTRY }, { name: worker, pack }],
    files: files.map((name) => ({ name, pack, raw: !compiled.includes(name) })),
  };
}

/** Adds up the progress of several files. */
class Sum {
  readonly #parts: { loaded: number; total: number }[] = [];

  constructor(private readonly tell: Progress) {}

  readonly part = (): Progress => {
    const part = { loaded: 0, total: 0 };
    this.#parts.push(part);
    return (loaded, total) => {
      Object.assign(part, { loaded, total });
      const sum = (key: 'loaded' | 'total') => this.#parts.reduce((bytes, each) => bytes + each[key], 0);
      // Reported only when every file's size is known; otherwise the total would jump.
      this.tell(sum('loaded'), this.#parts.every(({ total }) => total > 0) ? sum('total') : 0);
    };
  };
}

async function runtimeFile(file: string | URL, label: string, part: () => Progress): Promise<RuntimeFile> {
  if (typeof file === 'string') return { name: file };
  const progress = part();
  progress(0, 0);
  const name = file.pathname.split('/').pop() ?? '';
  try {
    const { parts, length } = await openDownload(file);
    return { name, content: new Blob([await joined(counted(parts, length, progress))]) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunnerError(`${label} could not be loaded: ${reason}`);
  }
}
