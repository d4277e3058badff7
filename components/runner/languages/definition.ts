// What a language is made of: what runs it, in the sandbox or elsewhere, and how it is called.

import type { OutputKind, RunEnd } from '../../../party/shared/output.js';
import type { PackAddress } from '../messages.js';

interface Language {
  /** Language id as in the `language` attribute, such as `python`: small letters, digits, `+`, `#`, `-`. */
  id: string;
  /** Name for people, such as `Python`. */
  label: string;
  /** End of the file's name, such as `py`; the id unless given. Ignored for languages the room knows. */
  extension?: string;
  /** Id of the language whose highlighting fits, if its own id has none. */
  highlight?: string;
}

/** A language that runs in the sandbox, in a worker without network, page or storage. Nothing is loaded before it is first used. */
export interface SandboxLanguage extends Language {
  /**
   * The classic script of the worker. A URL is fetched by this page, under its own policy, and handed into the sandbox,
   * where the script calls `codeRoomLanguage()` once; a string names a file that the sandbox was built with.
   */
  worker: string | URL;
  /** Further files for the worker, which gets them by the last part of their name; `.wasm` arrives as a compiled module. */
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

/** A language that runs elsewhere, such as on a server of the page's own. */
export interface RemoteLanguage extends Language {
  /**
   * Carries one run out and passes on what it prints. `signal` aborts when somebody presses Stop or time is up; an error
   * thrown is shown as a sentence and ends the run as failed. Resolves with how the run ended; nothing means `done`.
   */
  run(request: RemoteRequest, sink: RemoteSink, signal: AbortSignal): Promise<RemoteEnd | undefined>;
  /** How long a run may take in all, 30,000 ms by default. */
  timeLimitMs?: number;
}

export type LanguageDefinition = SandboxLanguage | RemoteLanguage;
export type RemoteEnd = Extract<RunEnd, 'done' | 'failed' | 'timed-out'>;

/** What is to be run. `stdin` is what the room's input box holds, empty when it holds nothing. */
export interface RemoteRequest {
  id: string;
  language: string;
  code: string;
  fileName: string;
  /** The other files of the room. */
  files: readonly { name: string; text: string }[];
  stdin: string;
}

/** Where the output of a run goes. Its length is limited, as for every run: of more, beginning and end are kept. */
export interface RemoteSink {
  output(kind: OutputKind, text: string): void;
}

export function isOfPack(definition: LanguageDefinition): definition is PackLanguage {
  return 'pack' in definition;
}

export function isRemote(definition: LanguageDefinition): definition is RemoteLanguage {
  return 'run' in definition && typeof definition.run === 'function';
}
