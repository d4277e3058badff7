// The element in another document (a popup, picture-in-picture) looks and works as before, and again after its return.
import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import {
  clear,
  editor,
  inside,
  newRoom,
  open,
  part,
  roomHost,
  sandboxUrl,
  until,
  write,
} from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

/** A document of another window. */
async function elsewhere(): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><body>';
  frame.style.cssText = 'width: 900px; height: 500px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument as Document;
}

/** What one sees of it. */
function look(room: CodeRoom): Record<string, string> {
  const of = (element: Element, ...names: string[]) => {
    const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element);
    return names.map((name) => style.getPropertyValue(name)).join(' ');
  };
  return {
    room: of(
      inside(room, 'code-room', '.room') ?? (room.shadowRoot?.querySelector('.room') as Element),
      'display',
      'background-color',
    ),
    run: of(inside(room, 'code-room-run', 'button'), 'background-color', 'border-radius'),
    code: of(editor(room).dom, 'background-color', 'display'),
    lines: of(editor(room).scrollDOM, 'font-family', 'font-size'),
    gutter: of(inside(room, 'code-room-editor', '.cm-gutters'), 'background-color', 'display'),
    keyword: of(inside(room, 'code-room-editor', '.cm-line span'), 'color'),
    output: of(inside(room, 'code-room-output', '.output'), 'white-space', 'font-family'),
  };
}

describe('a second document (window)', () => {
  const complaints: string[] = [];
  const complain = ({ message }: ErrorEvent) => complaints.push(message);
  before(() => window.addEventListener('error', complain));
  after(() => window.removeEventListener('error', complain));
  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(clear);

  it('shows the element like the first, and so does the first after a return', async () => {
    const room = await open({ language: 'javascript', theme: 'light' });
    room.value = 'let x = 1;';
    await until(() => inside(room, 'code-room-editor', '.cm-line span'));
    await until(() => inside(room, 'code-room-splitter', 'div'));
    const home = look(room);
    const { ResizeObserver: observer } = window;
    const other = await elsewhere();
    for (const place of [other, document, other]) {
      place.body.append(place.adoptNode(room));
      await until(() => inside(room, 'code-room-editor', '.cm-line span'), 'the colours of the code are gone');
      expect(look(room)).to.deep.equal(home);
      expect(room.value).to.equal('let x = 1;');
    }
    const { ResizeObserver } = window;
    // Sizes change there, too.
    inside(room, 'code-room-editor', '.cm-editor').style.height = '150px';
    for (let n = 0; n < 5; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(complaints, 'the page of the first document hears of no trouble').to.deep.equal([]);
    expect(ResizeObserver, 'nothing of the page is changed').to.equal(observer);
  });

  it('has a working editor, with its undo history', async () => {
    const room = await open({ language: 'javascript' });
    const { undo } = await import('@codemirror/commands');
    await until(() => inside(room, 'code-room-editor', '.cm-content')?.dataset.language === 'javascript');
    write(room, 'first ', 0);
    const other = await elsewhere();
    other.body.append(other.adoptNode(room));
    write(room, 'second', 6);
    expect(room.value).to.equal('first second');
    expect(editor(room).contentDOM.textContent).to.include('first second');
    undo(editor(room));
    undo(editor(room));
    expect(room.value).to.equal('');
  });

  it('follows the output of a run during which the other window was closed', async () => {
    const attributes = { host: await roomHost(), room: newRoom(), runner: sandboxUrl, language: 'javascript' };
    const [ann, bo] = [await open(attributes), await open(attributes)];
    ann.value = 'console.log(prompt("Go on?"));\nfor (let n = 0; n < 300; n++) console.log(n);\n';
    const other = await elsewhere();
    other.body.append(other.adoptNode(bo));
    // Of a closed window no frame comes.
    (other.defaultView as Window).requestAnimationFrame = () => 1;
    const ended = ann.run();
    await until(() => bo.output.includes('Go on?'));
    await part(bo, 'code-room-output').updateComplete;
    document.body.append(document.adoptNode(bo));
    const { session } = Reflect.get(bo, 'visit') as { session: Session };
    session.run.answer(1, 'yes');
    await ended;
    const box = inside(bo, 'code-room-output', '.output');
    await until(
      () => box.scrollHeight > box.clientHeight && box.scrollTop + box.clientHeight > box.scrollHeight - 8,
      'the output does not follow its end',
    );
  });

  it('gives what the program printed, and nothing of ours, to whoever copies the output', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = "console.log('good'); console.error('bad');";
    await room.run();
    const other = await elsewhere();
    other.body.append(other.adoptNode(room));
    await until(() => inside(room, 'code-room-output', '.stderr'), 'nothing is shown');
    const output = inside(room, 'code-room-output', '.output');
    other.getSelection()?.setBaseAndExtent(output, 0, output, output.childNodes.length);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true });
    output.dispatchEvent(event);
    expect(event.clipboardData?.getData('text/plain')).to.equal('good\nbad\n');
  });

  it('is watched by the activity log, and shows who is followed until one types, as before', async () => {
    const made = await makeRoom({ title: 'An hour', code: 'x = 1\n', log: 'full' });
    const ada = await made.enter('interviewer', '', { name: 'Ada' });
    const ben = await made.enter('candidate', '', { name: 'Ben' });
    await until(() => ada.people.length === 2 && ada.value === 'x = 1\n' && ben.value === ada.value);
    const isWatched = () =>
      editor(ben)
        .state.facet(EditorView.updateListener)
        .some(({ name }) => name === 'noteActivity');
    await until(isWatched);
    await ada.follow(ada.people.find(({ name }) => name === 'Ben')?.id ?? '');
    const isFramed = () => editor(ada)?.dom.dataset.followed !== undefined;
    await until(isFramed, 'nobody is seen to be followed');
    const other = await elsewhere();
    for (const room of [ada, ben]) other.body.append(other.adoptNode(room));
    await until(isFramed, 'nobody is seen to be followed in the other window');
    await until(isWatched, 'the editor in the other window is not watched');
    const view = editor(ben);
    const outside = 'import heapq\n\ndef largest(numbers, count):\n    return heapq.nlargest(count, numbers)\n';
    view.dispatch(view.state.replaceSelection(outside), { userEvent: 'input.paste' });
    await until(() => ada.activity.length === 1, 'what was pasted is not noted');
    editor(ada).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    await until(() => !isFramed(), 'who types in the other window still follows');
  });
});
