// Lets elements speak the language around them; loaded at once where that is not English, otherwise when the page is idle.
import { css } from 'lit';
import { laterStyles } from '../styles/later.js';
import { follow } from '../wording/languages.js';
import { addStyles, repaint } from './embedded-element.js';

export function followPageLanguage(): void {
  const addRule = (rule: string): void => {
    const style = css(Object.assign([rule], { raw: [rule] }));
    addStyles(Object.fromEntries(Object.keys(laterStyles).map((tag) => [tag, [style]])));
  };
  follow({ repaint, addRule });
}
