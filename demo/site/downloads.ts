/** Download buttons: `data-take` names the file. */
import { heard, t } from '../../components/wording/words.js';
import { safeName, type ZipEntry, zipOf } from '../../party/shared/zip.js';
import { candidateFiles, type OwnWork } from './candidate-download.js';
import { AccessRefused, type RoomAccess } from './room-access.js';

/** Long enough to read. */
const SORRY_MS = 4000;

interface Download {
  path: string;
  name: string;
  /** The form of the answer, where there is more than one. */
  accept?: string;
  /** The files of a zip, made of the answer; without it the answer is the file. */
  entries?: (answer: unknown, title: string) => ZipEntry[];
}

/** API path and file name. */
const FILES: Record<string, Download> = {
  mine: { path: '/mine', name: 'my-activity-log.json' },
  report: { path: '/report', name: 'report.md' },
  reportJson: { path: '/report', name: 'report.json', accept: 'application/json' },
  replay: { path: '/replay', name: 'interview.coderoom' },
  'replay-private': { path: '/replay?private=1', name: 'interview-private.coderoom' },
  code: { path: '/code', name: 'code.zip', entries: (answer) => (answer as { files: ZipEntry[] }).files },
  home: { path: '/mine', name: 'code.zip', entries: (answer, title) => candidateFiles(answer as OwnWork, title) },
};

/** Works for existing and later buttons. `version` is the query of the report's. */
export function offerDownloads(access: RoomAccess, version = ''): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-take]');
    const what = FILES[button?.dataset.take ?? ''];
    if (!button || !what) return;
    void take(access, button, what.path === '/report' ? { ...what, path: what.path + version } : what);
  });
}

async function take(access: RoomAccess, button: HTMLButtonElement, { path, name, entries, accept }: Download) {
  button.disabled = true;
  try {
    const answer = await access.ask(path, accept);
    if (!answer.ok) throw new AccessRefused(answer.status, ((await answer.json()) as { detail: string }).detail, '');
    if (entries) {
      const files = entries(await answer.json(), document.getElementById('title')?.textContent ?? '');
      save(new Blob([zipOf(files, new Date())], { type: 'application/zip' }), `${titleOfRoom()} ${name}`);
    } else save(await answer.blob(), name);
  } catch (error) {
    // Others' messages, as of a download that broke off, are the browser's: for us, and in English.
    const reason = error instanceof AccessRefused && error.message;
    sayOn(button, reason ? heard(reason) : t('That did not work. Try again.'));
  }
  button.disabled = false;
}

/** Buttons that say what went wrong, with their own words. */
const sorry = new WeakMap<HTMLButtonElement, { words: string; timer: ReturnType<typeof setTimeout> }>();

function sayOn(button: HTMLButtonElement, sentence: string): void {
  const said = sorry.get(button);
  clearTimeout(said?.timer);
  const words = said?.words ?? button.textContent;
  button.textContent = sentence;
  const timer = setTimeout(() => {
    button.textContent = words;
    sorry.delete(button);
  }, SORRY_MS);
  sorry.set(button, { words, timer });
}

function titleOfRoom(): string {
  return safeName((document.getElementById('title')?.textContent ?? '').replaceAll('/', '-'));
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has started with the click.
  URL.revokeObjectURL(link.href);
}
