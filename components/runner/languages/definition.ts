// The definition of a language: its names, and what runs it, in the sandbox or remotely.

import type { OutputKind, RunEnd } from '../../../party/shared/output.js';
import type { PackAddress } from '../messages.js';

interface Language {
  /** Language id as in the `language` attribute, such as `python`: lower-case letters, digits, `+`, `#`, `-`. */
  id: string;
  /** Display name, such as `Python`. */
  label: string;
  /** File extension, such as `py`; default: the id. Ignored for languages that the room knows. */
  extension?: string;
  /** Id of the language whose highlighting is used, if its own id has none. */
  highlight?: string;
  /** A program to begin with, for whoever chooses the language while the file is empty. */
  example?: string;
}

/** A language that runs in the sandbox, in a worker without network, page or storage. Loaded at first use. */
export interface SandboxLanguage extends Language {
  /**
   * The worker's classic script. A URL is fetched by this page, under its own policy, and passed to the sandbox; the script must
   * call `codeRoomLanguage()` once. A string names a file that the sandbox was built with.
   */
  worker: string | URL;
  /** Further files for the worker, by the last part of their name; `.wasm` arrives as a compiled module. */
  files?: (string | URL)[];
}

/** A language of a pack: worker and files lie with it, and the runner fetches them. */
export interface PackLanguage extends SandboxLanguage {
  worker: string;
  files: string[];
  pack: PackAddress;
  /** The `.wasm` files among them that arrive as compiled modules; others are bytes. */
  compiled: string[];
}

/** A language that runs elsewhere, such as on the page's own server. */
export interface RemoteLanguage extends Language {
  /**
   * Carries out one run and passes on its output. `signal` aborts when somebody presses Stop or the time limit is reached. A thrown
   * error is shown as a sentence, and the run counts as failed. Resolves with how the run ended; undefined means `done`.
   */
  run(request: RemoteRequest, sink: RemoteSink, signal: AbortSignal): Promise<RemoteEnd | undefined>;
  /** Time limit of a run, 30,000 ms by default. */
  timeLimitMs?: number;
}

export type LanguageDefinition = SandboxLanguage | RemoteLanguage;
export type RemoteEnd = Extract<RunEnd, 'done' | 'failed' | 'timed-out'>;

/** What to run. `stdin` is what the box Input of the page that runs has, or a test gives; it may be empty. */
export interface RemoteRequest {
  id: string;
  language: string;
  code: string;
  fileName: string;
  /** The other files of the room. */
  files: readonly { name: string; text: string }[];
  stdin: string;
  /** The room that it runs for. */
  room?: RoomAccess | undefined;
}

/** What the element says of its room: where it is, and who asks. */
export interface RoomAccess {
  readonly host?: string | undefined;
  readonly room?: string | undefined;
  readonly token?: string | undefined;
  readonly getToken?: (() => Promise<string>) | undefined;
}

/** Receives the output of a run. Its length is limited as for every run: beginning and end are kept. */
export interface RemoteSink {
  output(kind: OutputKind, text: string): void;
}

export function isOfPack(definition: LanguageDefinition): definition is PackLanguage {
  return 'pack' in definition;
}

export function isRemote(definition: LanguageDefinition): definition is RemoteLanguage {
  return 'run' in definition && typeof definition.run === 'function';
}
