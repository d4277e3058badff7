// One proposal as people read it: who proposes what and why, the lines as they are and as they are to be, and what became of it.
import { html, nothing, type TemplateResult } from 'lit';
import { changedLines, type Proposal, type ProposedPlace } from '../../party/shared/proposals.js';
import { rich } from '../wording/rich.js';
import { timeOfDay } from '../wording/times.js';
import { t } from '../wording/words.js';

interface CardOptions {
  /** Whether this person may accept and decline; `busy`: they have, and the room has not answered. */
  mayJudge: boolean;
  busy: boolean;
  /** Why it could not be accepted. */
  fault: string;
  judge(accept: boolean): void;
  copy(): void;
}

export function proposalCard(proposal: Proposal, options: CardOptions): TemplateResult {
  const { name, at, file, why, places, state, judged } = proposal;
  const what = t('{name}’s proposal for {file}', { name, file });
  return html`<div class="who">
      <span>${rich('{name} proposes a change of {file}', { name: html`<strong><bdi>${name}</bdi></strong>`, file: html`<bdi>${file}</bdi>` })}</span>
      <time class="quiet" datetime=${new Date(at).toISOString()}>${timeOfDay(at)}</time>
    </div>
    ${why ? html`<p class="words">${why}</p>` : nothing}
    <pre class="lines" tabindex="0" role="group" aria-label=${what}>${places.map(place)}</pre>
    ${
      judged
        ? html`<p class="became ${state}"><span aria-hidden="true">${state === 'accepted' ? '✓' : '✕'}</span> ${
            state === 'accepted'
              ? rich('{name} has accepted this.', { name: html`<bdi>${judged.name}</bdi>` })
              : rich('{name} has declined this. Nothing was changed.', { name: html`<bdi>${judged.name}</bdi>` })
          }</p>`
        : actions(options, what)
    }
    ${
      options.fault
        ? html`<p class="fault" role="alert">${options.fault}</p>
            <button type="button" class="copy" @click=${options.copy}>${t('Copy its text')}</button>`
        : nothing
    }`;
}

function actions({ mayJudge, busy, judge }: CardOptions, what: string): TemplateResult {
  if (!mayJudge) return html`<p class="became quiet">${t('Nobody has decided on it yet.')}</p>`;
  // Not `disabled`: that takes the focus away while the room is asked.
  return html`<div class="row">
    <button type="button" class="main" aria-label=${t('Accept: {what}', { what })} aria-disabled=${busy} @click=${() => judge(true)}>${t('Accept')}</button>
    <button type="button" aria-label=${t('Decline: {what}', { what })} aria-disabled=${busy} @click=${() => judge(false)}>${t('Decline')}</button>
  </div>`;
}

/** Lines that are the same on both sides are shown once. */
function place(proposed: ProposedPlace): TemplateResult {
  const { skipped, before, after } = changedLines(proposed);
  return html`<span class="line where">${t('line {line}', { line: proposed.line + skipped })}</span>${before.map((text) => line('minus', '−', t('taken out'), text))}${after.map(
    (text) => line('plus', '+', t('put in'), text),
  )}`;
}

function line(kind: 'minus' | 'plus', sign: string, words: string, text: string): TemplateResult {
  return html`<span class="line ${kind}"><span class="sign" aria-hidden="true">${sign}</span><span class="unseen">${words}: </span><span
      >${text === '' ? html`<br />` : text}</span
    ></span>`;
}

/** All that it puts in, for somebody who puts it in by hand. */
export function proposedText({ places }: Proposal): string {
  return places.map(({ insert }) => insert).join('\n');
}
