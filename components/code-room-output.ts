// What the room's run has printed, who ran it and how it ended; the same for everybody in the room.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Output } from '../party/shared/protocol.js';
import type { RoomContext } from './context.js';
import { RoomElement } from './room-element.js';
import type { RunnerProgress } from './runner/runner.js';
import { bytes, languageName, runKeys, runOutcome } from './sentences.js';
import type { CurrentRun } from './session/run-log.js';
import { controls } from './styles/controls.js';

/**
 * The output of the room's run.
 *
 * @csspart summary - Who ran what, and how it ended.
 * @csspart output - The text the program has printed.
 * @csspart progress - The bar that shows how far a language is loaded.
 * @csspart changed - The badge that says the code has changed since the run.
 */
export class CodeRoomOutput extends RoomElement {
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 5rem;
        min-inline-size: 0;
        background: var(--_surface);
      }
      .summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        min-block-size: 36px;
        padding: 6px 14px;
        font-size: 13px;
        color: var(--_muted);
      }
      .summary strong {
        color: var(--_text);
        font-weight: 600;
      }
      .failed {
        color: var(--_bad);
      }
      .changed {
        padding: 1px 8px;
        border-radius: 99px;
        color: var(--_warn);
        background: color-mix(in oklab, var(--_warn) 12%, transparent);
      }
      .output {
        flex: 1;
        min-block-size: 0;
        margin: 0;
        padding: 2px 14px 14px;
        overflow: auto;
        font: 400 var(--_code-size) / 1.55 var(--_code-font);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        tab-size: 8;
      }
      .output:focus-visible {
        outline-offset: -2px;
      }
      .stderr {
        color: var(--_bad);
        border-inline-start: 3px solid var(--_bad);
        padding-inline-start: 8px;
        -webkit-box-decoration-break: clone;
        box-decoration-break: clone;
      }
      .result {
        color: var(--_code-number);
      }
      .prompt {
        color: var(--_muted);
      }
      .answer {
        font-weight: 600;
      }
      .note,
      .empty {
        color: var(--_muted);
        font-family: var(--_font);
        font-size: 13px;
      }
      .note {
        display: block;
      }
      .loading {
        display: grid;
        gap: 6px;
        padding: 0 14px 10px;
        font-size: 13px;
        color: var(--_muted);
      }
      progress {
        inline-size: 100%;
        block-size: 6px;
        border: none;
        border-radius: 3px;
        overflow: hidden;
        background: var(--_hover);
        accent-color: var(--_accent);
      }
      progress::-webkit-progress-bar {
        background: var(--_hover);
      }
      /* A browser that does not know one of these would drop a rule for both. */
      progress::-webkit-progress-value {
        background: var(--_accent);
      }
      progress::-moz-progress-bar {
        background: var(--_accent);
      }
    `,
  ];

  /** The reader is at the end and wants to stay there. */
  #following = true;
  #run = '';

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.run, 'run', 'output'],
      // Every edit is unsaved at first: so this comes with each.
      [session.document, 'change', 'saved', 'file'],
      [runs, 'change'],
    ];
  }

  protected override render(): TemplateResult {
    const { session, runs } = this.room ?? {};
    const run = session?.run.current ?? null;
    // A language that is fetched ahead is nobody's concern while there is something else to read.
    const waited = !run || (run.mine && run.state === 'running');
    return html`
      <div part="summary" class="summary">${run ? this.#summary(run) : html`<strong>Output</strong>`}</div>
      ${runs?.progress && waited ? loading(runs.progress) : nothing}
      <div part="output" class="output" role="region" aria-label="Output" tabindex="0" @scroll=${this.#scrolled}
        >${run ? guard([run.output], () => pieces(run.output)) : html`<span class="empty">${this.#empty()}</span>`}</div>
    `;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const id = this.room?.session.run.current?.id ?? '';
    // Another run starts at its beginning, which is its end.
    if (id !== this.#run) this.#following = true;
    this.#run = id;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const box = this.renderRoot.querySelector('.output');
    if (box && this.#following) box.scrollTop = box.scrollHeight;
  }

  #scrolled(event: Event): void {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as Element;
    this.#following = scrollHeight - scrollTop - clientHeight < 8;
  }

  #summary(run: CurrentRun): TemplateResult {
    const at = new Date(run.startedAt).toLocaleTimeString();
    const failed = run.state === 'failed' || run.state === 'timed-out';
    const running = run.state === 'running';
    const changed = run.version !== this.room?.session.document.version;
    const verb = running ? (run.mine ? 'are running' : 'is running') : 'ran';
    const what = ` ${verb} this · ${languageName(run.language)}${running ? '' : ' · '}`;
    const outcome = html`<span class=${failed ? 'failed' : ''}>${runOutcome(run)}</span>`;
    return html`
      <span title=${`Started at ${at}`}
        ><strong>${run.mine ? 'You' : run.by}</strong>${what}${running ? nothing : outcome}</span>
      ${changed ? html`<span part="changed" class="changed">The code has changed since</span>` : nothing}
    `;
  }

  #empty(): string {
    const { session, runs } = this.room ?? {};
    // The notice says it already.
    if (session?.refusal) return 'Nothing has run.';
    return runs?.obstacle || `Nothing has run yet. Press Run, or ${runKeys()} in the editor.`;
  }
}

function pieces(output: readonly Output[]): TemplateResult[] {
  const texts: Output[] = [];
  for (const { kind, text } of output) {
    const last = texts.at(-1);
    if (last?.kind === kind && kind !== 'note') last.text += text;
    else texts.push({ kind, text: kind === 'image' ? '[image]' : text });
  }
  return texts.map(({ kind, text }) =>
    kind === 'stderr'
      ? html`<span class="stderr"><span class="unseen">Error output: </span>${text}</span>`
      : html`<span class=${kind}>${text}</span>`,
  );
}

function loading({ sentence, loaded, total }: RunnerProgress): TemplateResult {
  const size = total > 0 ? `${bytes(loaded)} of ${bytes(total)}` : '';
  return html`<div class="loading">
    <span>${sentence} ${size}</span>
    ${
      total > 0
        ? html`<progress part="progress" aria-label=${sentence} max=${total} .value=${loaded}></progress>`
        : html`<progress part="progress" aria-label=${sentence}></progress>`
    }
  </div>`;
}
