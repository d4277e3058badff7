// Gives the editors of a room what their person likes, and the help that the room lets them have; and again when that changes.
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { helpOf } from '../../party/shared/help.js';
import { serviceOf } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { CloseTabGuard } from './close-tab-guard.js';
import type { DocumentEditor } from './document-editor.js';
import type { ToolHost } from './format-file.js';
import { grammarName } from './grammars.js';
import { helpLevel } from './help-level.js';
import { usualUnit, usualUnitOf } from './indentation.js';
import { keyMap } from './key-maps.js';
import { type PersonalSettings, personalSettings } from './personal-settings.js';
import { isSql } from './sql-dialects.js';

/** Somebody who writes pauses as long as this now and then. */
const PAUSE_MS = 800;

export class PersonalEditors {
  #keys: Extension = [];
  /** Whose keys these are. */
  #map: PersonalSettings['keys'] = 'standard';
  readonly #applied = new WeakMap<DocumentEditor, { by: string; extension: Extension }>();
  readonly #leaving: CloseTabGuard;
  /** Once it is there. */
  #helps: ((document: SessionDocument) => Extension) | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly editors: ReadonlyMap<SessionDocument, DocumentEditor>,
    page: Window,
    private readonly host: ToolHost,
    private readonly signal: AbortSignal,
  ) {
    this.#leaving = new CloseTabGuard(page, signal);
    personalSettings.addEventListener('change', () => void this.#change(), { signal });
    session.documents.help.addEventListener('change', () => this.look(), { signal });
    session.addEventListener('status', () => this.look(), { signal });
    void this.#change();
  }

  /** There may be another editor, or one whose file has another language. */
  look(): void {
    const { value } = personalSettings;
    const help = this.session.documents.help;
    // Before the room has told it, nobody knows.
    const level = help.synced ? helpOf(help.text.toString()) : 'none';
    for (const [{ language, name }, editor] of this.editors) {
      const by = JSON.stringify([value, this.#map, level, this.#helps !== undefined, language, name]);
      if (this.#applied.get(editor)?.by === by) continue;
      const extension = [
        this.#keys,
        helpLevel.of(level),
        level === 'full' ? this.#language(editor) : [],
        liked(value, usualUnitOf(grammarName(language || 'python'), name)),
      ];
      this.#applied.set(editor, { by, extension });
      editor.applyPersonal(extension);
    }
    const writes = [...this.editors.values()].some(({ view }) => !view.state.readOnly);
    this.#leaving.need(this.#map !== 'standard' && writes);
  }

  /** The language service is loaded when somebody has written in its language, and paused. */
  #language({ document }: DocumentEditor): Extension {
    const language = grammarName(document.language || 'python');
    if (!isSql(language) && !serviceOf(language)) return [];
    if (this.#helps) return this.#helps(document);
    return EditorView.updateListener.of(({ transactions }) => {
      if (!transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'))) return;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#fetchHelp(), PAUSE_MS);
    });
  }

  async #fetchHelp(): Promise<void> {
    if (this.#helps || this.signal.aborted || !deviceCanLoadHelp()) return;
    try {
      const [{ LanguageClient }, { languageTools }, { sqlNames }] = await Promise.all([
        import('./language-client.js'),
        import('./language-tools.js'),
        import('./sql-names.js'),
      ]);
      if (this.#helps || this.signal.aborted) return;
      const client = new LanguageClient(this.session, this.host);
      this.#helps = (document) =>
        isSql(document.language)
          ? sqlNames(this.session, document, () => this.host.schema ?? '')
          : languageTools(client, document);
      this.look();
    } catch {
      // Without a connection there is no such help; the next pause tries again.
    }
  }

  async #change(): Promise<void> {
    const { keys } = personalSettings.value;
    try {
      const map = await keyMap(keys);
      if (this.signal.aborted || keys !== personalSettings.value.keys) return;
      this.#keys = map;
      this.#map = keys;
    } catch {
      // Without a connection the keys stay as they are; the menu says what is chosen, and the next choice tries again.
    }
    if (!this.signal.aborted) this.look();
  }
}

/** Before what the editor has by itself. `usual` is a level of this language. */
function liked({ fontSize, wrap, tabSize, indent, ligatures }: PersonalSettings, usual: string): Extension {
  // Go and Makefiles mean tabs, whatever anybody likes.
  const level = usual === '\t' || indent === null ? usual : indent === 'tabs' ? '\t' : ' '.repeat(indent);
  return Prec.high([
    EditorState.tabSize.of(tabSize),
    usualUnit.of(level),
    wrap ? EditorView.lineWrapping : [],
    EditorView.theme({ '.cm-scroller': { fontVariantLigatures: ligatures ? 'normal' : 'none' } }),
    fontSize === null ? [] : sized(fontSize),
  ]);
}

function sized(pixels: number): Extension {
  return EditorView.theme({
    '.cm-scroller': { fontSize: `${pixels}px` },
    // Safari on a phone zooms the page for smaller letters.
    '@media (pointer: coarse)': { '.cm-scroller': { fontSize: `${Math.max(16, pixels)}px` } },
  });
}

/** A language service is a megabyte or two to fetch, and takes a few hundred in memory. */
function deviceCanLoadHelp(): boolean {
  const { connection, deviceMemory = 8 } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string };
    /** In GB, at most 8; only Chromium tells it. */
    deviceMemory?: number;
  };
  return deviceMemory >= 4 && !connection?.saveData && !/2g|3g/.test(connection?.effectiveType ?? '');
}
