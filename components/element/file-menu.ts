// The menu of a file, at its tab.
import { html, nothing, type TemplateResult } from 'lit';
import { may, mayWriteFile } from '../../party/shared/roles.js';
import { chooseEntry, moveFile, protectFile } from '../session/sync/file-changes.js';
import type { RoomFile } from '../session/sync/files.js';
import { t } from '../wording/words.js';
import type { RoomContext } from './context.js';

interface FileMenu {
  file: RoomFile;
  room: RoomContext;
  /** The files it can be moved among: all pinned ones, or all others. */
  group: readonly RoomFile[];
  pinned: boolean;
  /** The row of tabs is right to left. */
  mirrored: boolean;
  pin(): void;
  /** This person may rename, move and remove files. */
  arranges: boolean;
  ask(asked: Promise<unknown>): void;
  rename(): void;
  remove(): void;
  /** `focus`: return the focus to where the menu was opened. */
  close(focus: boolean): void;
}

export function fileMenu({
  file,
  room,
  group,
  pinned,
  mirrored,
  pin,
  arranges,
  ask,
  rename,
  remove,
  close,
}: FileMenu): TemplateResult {
  const { session, runs } = room;
  const { files } = session.documents;
  const { document, readonly, hidden } = file;
  const { list } = files;
  const writes = arranges && mayWriteFile(session.role, file);
  const item = (words: string, on: boolean, act: () => void) => {
    const chosen = () => {
      close(true);
      act();
    };
    return html`<button type="button" role="menuitem" tabindex="-1" ?disabled=${!on} @click=${chosen}>${words}</button>`;
  };
  const at = group.findIndex((other) => other.document === document);
  /** The room counts all files, but a person moves a file past the next one they see. */
  const beside = (step: -1 | 1, words: string) => {
    const neighbour = group[at + step];
    const index = list.findIndex((other) => other.document === neighbour?.document);
    return item(words, arranges && neighbour !== undefined, () => ask(moveFile(files, document, index)));
  };
  const protect = (change: { readonly?: boolean; hidden?: boolean }) =>
    ask(protectFile(files, document, { readonly, hidden, ...change }));
  return html`<div part="menu" class="menu" role="menu" aria-label=${file.name} @keydown=${keys(close)}>
    ${item(t('Run this file once'), runs.obstacleTo(document) === '', () => runs.press(document))}
    ${item(t('Make this the file that Run runs'), arranges && !file.entry && !hidden, () => ask(chooseEntry(files, document)))}
    <hr />
    ${item(t('Rename…'), writes, rename)}
    ${beside(mirrored ? 1 : -1, t('Move left'))}
    ${beside(mirrored ? -1 : 1, t('Move right'))}
    ${item(pinned ? t('Unpin') : t('Pin to the start, for you'), list.length > 1, pin)}
    ${
      may(session.role, 'protect')
        ? html`<hr />
          ${item(readonly ? t('Let candidates change it') : t('Make it read-only for candidates'), arranges, () => protect({ readonly: !readonly }))}
          ${item(hidden ? t('Show it to everybody') : t('Hide it from all but interviewers'), arranges && (hidden || !file.entry), () => protect({ hidden: !hidden }))}`
        : nothing
    }
    <hr />
    ${item(t('Remove'), writes && list.length > 1, remove)}
  </div>`;
}

/** As in every menu: arrow keys move, Escape and Tab close. */
function keys(close: (focus: boolean) => void) {
  return (event: KeyboardEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    const items = [...menu.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const at = items.indexOf((menu.getRootNode() as ShadowRoot).activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') return close(false);
    if (event.key === 'Escape') close(true);
    else if (to === undefined) return;
    else items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
  };
}
