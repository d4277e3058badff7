// Styles of a task's rendered Markdown.
import { type CSSResult, css } from 'lit';

export const task: CSSResult = css`
  .task-text > :first-child {
    margin-block-start: 0;
  }
  .task-text > :last-child {
    margin-block-end: 0;
  }
  .task-text :is(p, ul, ol, blockquote, pre, .table) {
    margin-block: 0 10px;
  }
  .task-text :is(h3, h4, h5, h6) {
    margin-block: 14px 6px;
    font-size: 1.05em;
    line-height: 1.3;
  }
  .task-text h3 {
    font-size: 1.2em;
  }
  .task-text :is(ul, ol) {
    padding-inline-start: 24px;
  }
  .task-text li.task {
    list-style: none;
    margin-inline-start: -20px;
  }
  .task-text li input {
    min-block-size: 0;
    margin-inline-end: 6px;
  }
  .task-text :is(code, pre) {
    direction: ltr;
    unicode-bidi: isolate;
    border-radius: var(--_small-radius);
    background: var(--_hover);
    font: var(--_code-size) / 1.5 var(--_code-font);
  }
  .task-text code {
    padding: 1px 4px;
    font-size: 0.93em;
  }
  .task-text pre {
    padding: 8px 12px;
    overflow: auto;
    white-space: pre;
    tab-size: 4;
  }
  .task-text pre code {
    padding: 0;
    background: none;
    font-size: 1em;
  }
  .task-text blockquote {
    margin-inline: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_border-strong);
    color: var(--_muted);
  }
  .task-text .table {
    overflow: auto;
  }
  .task-text table {
    border-collapse: collapse;
  }
  .task-text :is(th, td) {
    padding: 4px 10px;
    border: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  .task-text img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .task-text a {
    color: var(--_accent);
    text-decoration: underline;
  }
  .task-text hr {
    border: none;
    border-block-start: 1px solid var(--_border);
  }
  .task-text .lacking {
    color: var(--_muted);
    font-style: italic;
  }
`;
