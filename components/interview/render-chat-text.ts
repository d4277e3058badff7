// Renders what somebody has written in the chat or asked the AI: code, and links that may be followed.
import { html, type TemplateResult } from 'lit';
import { t } from '../wording/words.js';
import { type ChatPart, chatParts } from './chat-text.js';

/** `afterBlock`: what stands below each block of code. */
export function renderChatText(text: string, afterBlock?: (code: string) => unknown): (TemplateResult | string)[] {
  return chatParts(text).map((part) => shown(part, afterBlock));
}

function shown({ kind, text }: ChatPart, afterBlock?: (code: string) => unknown): TemplateResult | string {
  if (kind === 'code') return html`<code>${text}</code>`;
  if (kind === 'block')
    return html`<pre tabindex="0" role="group" aria-label=${t('Code')}>${text}</pre>${afterBlock?.(text)}`;
  if (kind === 'link') return html`<a href=${text} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
  return text;
}
