// The tests of a room: run, read and edit. The panel is loaded when there are tests.
import { type CSSResult, css, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RoomContext } from './element/context.js';
import { addStyles } from './element/embedded-element.js';
import { RoomElement } from './element/room-element.js';
import { watchSize } from './element/watch-size.js';
import { controls } from './styles/controls.js';
import type { TestPanel } from './tests/test-panel.js';
import { hasTests, testDocuments } from './tests/test-presence.js';
import type { Testing } from './tests/testing.js';
import { notLoaded } from './wording/errors.js';

type Parts = Awaited<ReturnType<typeof load>>;

/** Loaded once for all elements: adding the stylesheet again would duplicate it. */
let parts: Promise<Parts> | undefined;

async function load() {
  const { testingOf, TestPanel, testList, testDetails, testForms } = await import('./tests/panel-modules.js');
  addStyles({ 'code-room-tests': [testList, testDetails, testForms] });
  return { testingOf, TestPanel };
}

/**
 * The tests of the room around it, with their results: run, read, and written by whoever may. Shows nothing in a room without tests.
 *
 * @csspart tests - The box of the tests.
 * @csspart test - Each test: the button that opens and closes it.
 */
export class CodeRoomTests extends RoomElement {
  static override readonly tag: string = 'code-room-tests';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: block;
      }
    `,
  ];

  #panel: TestPanel | undefined;
  #testing: Testing | undefined;
  /** Aborted when the panel moves to another room. */
  #inRoom: AbortSignal | undefined;

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.documents.files, 'change'],
      [runs, 'change'],
      ...testDocuments(session).map((document): [EventTarget, ...string[]] => [document, 'change', 'saved']),
    ];
  }

  protected override entered(room: RoomContext, signal: AbortSignal, again: boolean): void {
    if (!again) this.#panel = this.#testing = undefined;
    this.#inRoom = signal;
    this.#follow(signal);
    // Somebody here wants to add a test.
    room.runs.addEventListener('tests', () => void this.#begin(room, signal), { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room } = this;
    if (!room) return nothing;
    if (!this.#panel && this.#inRoom && hasTests(room.session)) void this.#begin(room, this.#inRoom);
    return this.#panel?.render(room.readOnly) ?? nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#panel?.updated();
  }

  /** A panel that is moved stays as it is, with what is being written in it. */
  #follow(signal: AbortSignal): void {
    if (!this.#testing) return;
    for (const target of [this.#testing.tests, this.#testing.controller])
      target.addEventListener('change', () => this.requestUpdate(), { signal });
    if (this.parentElement)
      signal.addEventListener(
        'abort',
        watchSize([this.parentElement], () => this.requestUpdate()),
      );
  }

  async #begin({ session, runs }: RoomContext, signal: AbortSignal): Promise<void> {
    parts ??= load();
    try {
      const { testingOf, TestPanel } = await parts.catch(notLoaded);
      if (signal.aborted) return;
      const testing = testingOf(session, runs);
      if (!this.#panel) {
        this.#panel = new TestPanel(this, session, runs, testing);
        this.#testing = testing;
        this.#follow(signal);
      }
      const { toEdit } = testing;
      testing.toEdit = null;
      if (toEdit) this.#panel.begin(toEdit);
      this.requestUpdate();
    } catch {
      // The connection is lost for the moment; the next change retries.
      parts = undefined;
    }
  }
}
