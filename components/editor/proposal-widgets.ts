// What stands between the lines of an editor for a proposal: who proposes it, with Accept and Decline, and the lines that are to come.
import { EditorView, WidgetType } from '@codemirror/view';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Proposal } from '../../party/shared/proposals.js';
import { rich } from '../wording/rich.js';
import { t } from '../wording/words.js';

export interface CardState {
  /** Whether this person may accept and decline here; `busy`: they have, and the room has not answered. */
  mayJudge: boolean;
  busy: boolean;
  /** Why it could not be accepted. */
  fault: string;
  judge(accept: boolean): void;
  copy(): void;
}

/** Its events are its own: a press on it is none on the text. Its elements stay when it changes, so that the focus does. */
abstract class ProposalWidget extends WidgetType {
  /** What it shows, to compare. */
  protected abstract readonly key: string;
  protected abstract content(): TemplateResult;

  override eq(other: ProposalWidget): boolean {
    return this.key === other.key;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement('div');
    this.#draw(dom);
    return dom;
  }

  override updateDOM(dom: HTMLElement): boolean {
    this.#draw(dom);
    return true;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  #draw(dom: HTMLElement): void {
    dom.className = 'cm-proposal';
    render(this.content(), dom);
  }
}

export class ProposalCardWidget extends ProposalWidget {
  protected readonly key: string;

  constructor(
    private readonly proposal: Proposal,
    private readonly state: CardState,
  ) {
    super();
    const { mayJudge, busy, fault } = state;
    this.key = JSON.stringify([proposal.id, mayJudge, busy, fault]);
  }

  protected content(): TemplateResult {
    const { name, file, why } = this.proposal;
    const { mayJudge, busy, fault, judge, copy } = this.state;
    const what = t('{name}’s proposal for {file}', { name, file });
    const button = (label: string, spoken: string, accept: boolean) =>
      // Not `disabled`: that takes the focus away while the room is asked.
      html`<button type="button" aria-label=${spoken} aria-disabled=${busy} @click=${() => judge(accept)}>${label}</button>`;
    return html`<div class="cm-proposalCard" role="group" aria-label=${what}>
      <span class="cm-proposalWords" dir="auto"
        >${rich('{name} proposes a change of {file}', { name: html`<strong><bdi>${name}</bdi></strong>`, file: html`<bdi>${file}</bdi>` })}${why ? html`<br />${why}` : nothing}</span
      >
      ${
        mayJudge
          ? html`<span class="cm-proposalButtons"
              >${button(t('Accept'), t('Accept: {what}', { what }), true)}${button(t('Decline'), t('Decline: {what}', { what }), false)}</span
            >`
          : nothing
      }
      ${
        fault
          ? html`<span class="cm-proposalFault" role="alert">${fault}</span
              ><button type="button" @click=${copy}>${t('Copy its text')}</button>`
          : nothing
      }
    </div>`;
  }
}

export class AddedLinesWidget extends ProposalWidget {
  protected readonly key: string;

  constructor(
    { id }: Proposal,
    private readonly lines: readonly string[],
  ) {
    super();
    this.key = JSON.stringify([id, lines]);
  }

  protected content(): TemplateResult {
    return html`<div class="cm-proposedIn" role="group" aria-label=${t('put in')}>
      ${this.lines.map((line) => html`<div class="cm-proposedLine" translate="no">${line === '' ? html`<br />` : line}</div>`)}
    </div>`;
  }
}

/** Without colours a line that is to go is struck through, and one that is to come has a plus. */
export const proposalLook = EditorView.theme({
  // Between its parts are line breaks, which the editor’s content would show.
  '.cm-proposal': { cursor: 'default', color: 'var(--_text)', whiteSpace: 'normal' },
  '.cm-proposalCard': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 10px',
    padding: '4px 16px 4px 8px',
    borderLeft: '3px solid var(--_accent)',
    background: 'var(--_surface)',
    fontFamily: 'var(--_font)',
    fontSize: 'var(--_small)',
    // Lines of code may be longer than the editor is wide.
    maxWidth: 'calc(100cqi - 4rem)',
  },
  '.cm-scroller': { containerType: 'inline-size' },
  '.cm-proposalCard button': { borderColor: 'var(--_border-strong)', background: 'var(--_background)' },
  '.cm-proposalWords': { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', minWidth: '0' },
  '.cm-proposalButtons': { display: 'flex', gap: '6px' },
  '.cm-proposalFault': { color: 'var(--_bad)', flex: '1 1 100%', whiteSpace: 'normal' },
  '.cm-proposedIn': {
    borderLeft: '3px solid var(--_good)',
    background_: 'transparent',
    background: 'color-mix(in oklab, var(--_good) 12%, transparent)',
  },
  '.cm-proposedLine': { position: 'relative', padding: '0 16px 0 5px', whiteSpace: 'pre' },
  '.cm-lineWrapping .cm-proposedLine': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-proposedLine::before': {
    content_: '"+"',
    content: '"+" / ""',
    position: 'absolute',
    left: '-1px',
    fontSize: '0.8em',
    color: 'var(--_muted)',
  },
  '.cm-proposedOut': {
    boxShadow: 'inset 3px 0 var(--_bad)',
    backgroundColor_: 'transparent',
    backgroundColor: 'color-mix(in oklab, var(--_bad) 10%, transparent)',
    textDecoration: 'line-through',
    textDecorationColor: 'var(--_bad)',
  },
  '@media (forced-colors: active)': {
    '.cm-proposedOut': { outline: '1px dashed', outlineOffset: '-1px' },
    '.cm-proposedIn, .cm-proposalCard': { border: '1px solid', borderLeftWidth: '3px' },
  },
});
