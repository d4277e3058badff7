// The signs on the buttons of panels, for bars with no room for their words.
import { html, svg, type TemplateResult } from 'lit';

const sign = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

export const panelIcons = {
  timer: sign(
    'M6 0h4v1.6H6zM8 2.6a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.6a4.9 4.9 0 1 0 0 9.8 4.9 4.9 0 0 0 0-9.8zM7.2 5.6h1.6v3.2l2 2-1.1 1.1-2.5-2.5z',
  ),
  focus: sign(
    'M4.2 6.4V4.8a3.8 3.8 0 0 1 7.6 0v1.6h.8c.5 0 .9.4.9.9v6.8c0 .5-.4.9-.9.9H3.4c-.5 0-.9-.4-.9-.9V7.3c0-.5.4-.9.9-.9zm1.6 0h4.4V4.8a2.2 2.2 0 0 0-4.4 0zM4.1 8v5.4h7.8V8z',
  ),
  activity: sign('M1 2.2h2v2H1zm4 .2h10V4H5zM1 7h2v2H1zm4 .2h10v1.6H5zM1 11.8h2v2H1zm4 .2h10v1.6H5z'),
  assistant: sign(
    'M7 2l1.5 4L12.5 7.5 8.5 9 7 13 5.5 9 1.5 7.5 5.5 6zM12.8 1l.7 1.8 1.8.7-1.8.7-.7 1.8-.7-1.8-1.8-.7 1.8-.7zM12.8 10.5l.7 1.8 1.8.7-1.8.7-.7 1.8-.7-1.8-1.8-.7 1.8-.7z',
  ),
  chat: sign(
    'M2.4 2h11.2c.8 0 1.4.6 1.4 1.4v7.2c0 .8-.6 1.4-1.4 1.4H7.3L4 14.8V12H2.4C1.6 12 1 11.4 1 10.6V3.4C1 2.6 1.6 2 2.4 2zm.2 1.6v6.8h3v1.2l1.5-1.2h6.3V3.6z',
  ),
};
