// What can be done about a file, as a menu at its tab.
import { html, nothing, type TemplateResult } from 'lit';
import { may, mayWriteFile } from '../../party/shared/roles.js';
import { chooseEntry, moveFile, protectFile } from '../session/sync/file-changes.js';
import type { RoomFile } from '../session/sync/files.js';
import type { RoomContext } from './context.js';

export interface FileMenu {
  file: RoomFile;
  room: RoomContext;
  /** This person may change which files there are. */
  arranges: boolean;
  ask(asked: Promise<unknown>): void;
  rename(): void;
  remove(): void;
  /** `focus`: back to where the menu was opened. */
  close(focus: boolean): void;
}

export function fileMenu({ file, room, arranges, ask, rename, remove, close }: FileMenu): TemplateResult {
  const { session, runs } = room;
  const { files } = session.documents;
  const { document, readonly, hidden } = file;
  const { list } = files;
  const index = list.findIndex((other) => other.document === document);
  const writes = arranges && mayWriteFile(session.role, file);
  const item = (words: string, on: boolean, act: () => void) => {
    const chosen = () => {
      close(true);
      act();
    };
    return html`<button type="button" role="menuitem" tabindex="-1" ?disabled=${!on} @click=${chosen}>${words}</button>`;
  };
  const protect = (change: { readonly?: boolean; hidden?: boolean }) =>
    ask(protectFile(files, document, { readonly, hidden, ...change }));
  return html`<div part="menu" class="menu" role="menu" aria-label=${file.name} @keydown=${keys(close)}>
    ${item('Run this file once', runs.obstacleTo(document) === '', () => runs.press(document))}
    ${item('Make this the file that Run runs', arranges && !file.entry && !hidden, () => ask(chooseEntry(files, document)))}
    <hr />
    ${item('Rename…', writes, rename)}
    ${item('Move left', arranges && index > 0, () => ask(moveFile(files, document, index - 1)))}
    ${item('Move right', arranges && index < list.length - 1, () => ask(moveFile(files, document, index + 1)))}
    ${
      may(session.role, 'protect')
        ? html`<hr />
          ${item(readonly ? 'Let candidates change it' : 'Make it read-only for candidates', arranges, () => protect({ readonly: !readonly }))}
          ${item(hidden ? 'Show it to everybody' : 'Hide it from all but interviewers', arranges && (hidden || !file.entry), () => protect({ hidden: !hidden }))}`
        : nothing
    }
    <hr />
    ${item('Remove', writes && list.length > 1, remove)}
  </div>`;
}

/** As in every menu: arrows go round, Escape and Tab close it. */
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
    event.stopPropagation();
  };
}
