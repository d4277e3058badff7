// How the element looks: themes by custom properties, contrast, density, layouts, and every width from 280 pixels on.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import de from '../../components/wording/languages/de.js';
import { registerTranslation, type Translation } from '../../components/wording/words.js';
import { clear, editor, inside, open, part, sandboxUrl, until } from '../fixtures/elements.js';
import { longer } from '../fixtures/long-words.js';

const READY = ['paper', 'midnight', 'terminal'];

/** A look of a page's own, in ten lines. */
const OWN = `code-room {
  --code-room-background: rgb(1, 2, 3);
  --code-room-surface: rgb(4, 5, 6);
  --code-room-text: rgb(250, 251, 252);
  --code-room-run: rgb(200, 100, 50);
  --code-room-font: serif;
  --code-room-code-font-size: 20px;
  --code-room-radius: 3px;
  --code-room-control-radius: 2px;
}
code-room::part(toolbar) { border-block-end-width: 5px; }`;

function dressed(css: string): void {
  document.body.append(Object.assign(document.createElement('style'), { textContent: css }));
}

const style = (element: Element | null | undefined) => getComputedStyle(element as Element);
const room = (of: CodeRoom) => of.shadowRoot?.querySelector('.room') as HTMLElement;
const bar = (of: CodeRoom) => of.shadowRoot?.querySelector('.bar') as HTMLElement;
const run = (of: CodeRoom) => inside(of, 'code-room-run', 'button');
const box = (of: CodeRoom, name: 'code-room-editor' | 'code-room-output') => part(of, name).getBoundingClientRect();

/** Loaded after the first frame: the last of the parts that a look is for. */
async function opened(attributes: Record<string, string> = {}): Promise<CodeRoom> {
  const element = await open({ runner: 'off', ...attributes }, '<pre slot="code">print("Hello")</pre>');
  await until(() => inside(element, 'code-room-settings', 'button') && style(element).getPropertyValue('--_shadow'));
  return element;
}

describe('a look', () => {
  afterEach(clear);

  it('of a page is made in ten lines, and reaches every part', async () => {
    dressed(OWN);
    const element = await opened({ runner: sandboxUrl });
    const code = inside(element, 'code-room-editor', '.cm-scroller');
    expect(style(room(element)).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(style(bar(element)).backgroundColor).to.equal('rgb(4, 5, 6)');
    expect(style(bar(element)).borderBlockEndWidth).to.equal('5px');
    expect(style(inside(element, 'code-room-editor', '.cm-editor')).color).to.equal('rgb(250, 251, 252)');
    expect(style(run(element)).backgroundColor).to.equal('rgb(200, 100, 50)');
    expect(style(run(element)).borderRadius).to.equal('2px');
    expect(style(room(element)).borderRadius).to.equal('3px');
    expect(style(run(element)).fontFamily).to.equal('serif');
    expect(style(code).fontSize).to.equal('20px');
  });

  for (const name of READY) {
    it(`is ready: ${name}`, async () => {
      const css = await (await fetch(`/components/themes/${name}.css`)).text();
      dressed(css);
      const element = await opened({ theme: name === 'paper' ? 'light' : 'auto' });
      const [, wanted = ''] = /--code-room-background: (?:light-dark\()?(#\w+)/.exec(css) ?? [];
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = wanted;
      expect(style(room(element)).backgroundColor).to.equal(style(probe).color);
    });
  }

  it('has more contrast when the page asks for it, in light and in dark', async () => {
    for (const [scheme, text, ground] of [
      ['light', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ] as const) {
      const element = await opened({ theme: 'contrast', style: `color-scheme: ${scheme}` });
      await until(() => style(room(element)).backgroundColor === ground);
      expect(style(element).color).to.equal(text);
      // What the page sets still counts.
      element.style.setProperty('--code-room-background', 'rgb(9, 9, 9)');
      expect(style(room(element)).backgroundColor).to.equal('rgb(9, 9, 9)');
      element.remove();
    }
  });

  it('is denser or wider by one attribute, and buttons stay large enough to be pressed', async () => {
    const element = await opened();
    const height = () => run(element).getBoundingClientRect().height;
    const usual = [height(), bar(element).offsetHeight];
    element.density = 'compact';
    await element.updateComplete;
    const compact = [height(), bar(element).offsetHeight];
    element.density = 'comfortable';
    await element.updateComplete;
    const comfortable = [height(), bar(element).offsetHeight];
    expect(compact[0]).to.be.at.least(24);
    for (const at of [0, 1]) {
      expect(compact[at]).to.be.below(usual[at] ?? 0);
      expect(usual[at]).to.be.below(comfortable[at] ?? 0);
    }
  });
});

describe('a layout', () => {
  afterEach(clear);

  for (const layout of ['side-by-side', 'columns'])
    it(`has the output beside the editor: ${layout}`, async () => {
      const element = await opened({ layout, style: 'inline-size: 600px' });
      expect(box(element, 'code-room-output').left).to.be.at.least(box(element, 'code-room-editor').right);
    });

  for (const layout of ['stacked', 'rows', 'minimal'])
    it(`has the output below the editor: ${layout}`, async () => {
      const element = await opened({ layout, style: 'inline-size: 1000px' });
      expect(box(element, 'code-room-output').top).to.be.at.least(box(element, 'code-room-editor').bottom);
    });

  for (const layout of ['editor-only', 'editor'])
    it(`has the editor alone: ${layout}`, async () => {
      const element = await opened({ layout });
      expect(box(element, 'code-room-output').width).to.equal(0);
      expect(box(element, 'code-room-editor').width).to.be.closeTo(room(element).clientWidth, 2);
    });

  it('of the least has Run and the state, and nothing else above the code', async () => {
    const element = await opened({ layout: 'minimal' });
    const shown = [...bar(element).children].filter((child) => child.getBoundingClientRect().width > 0);
    expect(shown.map(({ localName }) => localName).filter((name) => name !== 'span')).to.have.members([
      'code-room-run',
      'code-room-status',
    ]);
  });
});

/** Every sentence, in words that nobody speaks. */
const LONG = Object.fromEntries(Object.keys(de).map((english) => [english, longer(english)])) as Translation;
/** What words this long may need more. */
const ROW = 36;

describe('the width of the element', () => {
  before(() => {
    registerTranslation('x-long', LONG);
    registerTranslation('x-gnol', LONG, { dir: 'rtl' });
  });
  afterEach(clear);

  const cases = ['en', 'x-long', 'x-gnol'].flatMap((lang) =>
    [280, 320, 390, 600, 900, 1280].map((width) => ({ lang, width })),
  );
  for (const { lang, width } of cases) {
    for (const layout of ['', 'side-by-side', 'stacked', 'minimal']) {
      it(`is enough with ${width} pixels${layout && `, ${layout}`}, ${lang}`, async () => {
        const element = await opened({ lang, layout, style: `inline-size: ${width}px` });
        const word = lang === 'en' ? 'Run' : longer('Run');
        await until(() => run(element).textContent?.trim() === word, `Run is not ${word}`);
        expect(style(element).direction).to.equal(lang === 'x-gnol' ? 'rtl' : 'ltr');
        await until(() => editor(element).dom.clientHeight > 0);
        const { left, right } = room(element).getBoundingClientRect();
        for (const child of bar(element).children) {
          const { left: from, right: to, width: wide } = child.getBoundingClientRect();
          if (wide > 0) expect([from >= left, to <= right + 0.5], `<${child.localName}>`).to.deep.equal([true, true]);
        }
        const rows = (width < 520 ? 92 : 56) + (lang === 'en' ? 0 : ROW);
        expect(bar(element).offsetHeight, 'the bar').to.be.at.most(rows);
        expect(box(element, 'code-room-editor').height, 'the editor').to.be.at.least(96);
        expect(box(element, 'code-room-editor').right).to.be.at.most(right + 0.5);
        expect(box(element, 'code-room-output').right).to.be.at.most(right + 0.5);
        expect(room(element).scrollWidth).to.be.at.most(room(element).clientWidth + 1);
      });
    }
  }
});
