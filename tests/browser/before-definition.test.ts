// Properties and space of an element before its script has loaded.
import { expect } from '@esm-bundle/chai';
import { CodeRoom } from '../../components/code-room.js';
import { BaseElement } from '../../components/element/base-element.js';
import { defineReplay } from '../../components/register.js';
import { clear, collect, make, newRoom, open, roomHost, until } from '../fixtures/elements.js';

let names = 0;

/** A room whose tag nobody has defined yet, and how to define it. */
function early(): { element: CodeRoom; define: () => void } {
  const name = `early-room-${++names}`;
  const element = document.createElement(name) as CodeRoom;
  return { element, define: () => customElements.define(name, class extends CodeRoom {}) };
}

/** Every property of an element's own classes that can be read, and whether it can be set. */
function propertiesOf(type: CustomElementConstructor): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (let at = type.prototype; at !== BaseElement.prototype; at = Object.getPrototypeOf(at))
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if ((get || set) && !found.has(name)) found.set(name, Boolean(set));
  return found;
}

describe('the space of an element before its script has loaded', () => {
  afterEach(clear);

  it('is kept by the stylesheet of the package, and the page does not jump when the script loads', async () => {
    const { element, define } = early();
    const style = document.createElement('style');
    const placeholder = await (await fetch('/components/styles/placeholder.css')).text();
    style.textContent = placeholder.replaceAll(/code-room(?=:not)/g, element.localName);
    const below = document.createElement('p');
    document.body.append(style, element, below);
    const before = [element.offsetWidth, element.offsetHeight, below.offsetTop];
    expect(before[1]).to.equal(480);
    define();
    await until(() => element.status === 'live');
    expect([element.offsetWidth, element.offsetHeight, below.offsetTop]).to.deep.equal(before);
    style.remove();
    below.remove();
  });
});

describe('properties set before the script has loaded', () => {
  afterEach(clear);

  it('value, language, name and all others take effect', async () => {
    const { element, define } = early();
    const getToken = async () => '';
    Object.assign(element, {
      value: 'select 1',
      language: 'sql',
      name: 'Ann',
      theme: 'dark',
      layout: 'rows',
      getToken,
    });
    Object.assign(element, { readOnly: true, results: true, packages: '/p/', runner: 'off' });
    document.body.append(element);
    define();
    await until(() => element.status === 'live');
    const { value, language, name, theme, layout, readOnly, results, packages, runner } = element;
    expect([value, language, name, theme, layout]).to.deep.equal(['select 1', 'sql', 'Ann', 'dark', 'rows']);
    expect([readOnly, results, packages, runner]).to.deep.equal([true, true, '/p/', 'off']);
    expect(element.getToken).to.equal(getToken);
    element.value = 'select 2';
    expect(element.value).to.equal('select 2');
  });

  it('a value waits for the room’s text, and is applied to it', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const first = await open(address);
    first.value = 'one\ntwo\n';
    await until(() => first.saved);
    const { element, define } = early();
    Object.assign(element, { ...address, value: 'one\n2\n' });
    document.body.append(element);
    define();
    expect(element.value).to.equal('one\n2\n');
    await until(() => first.value === 'one\n2\n');
  });

  it('a shown file and an entry wait for the room’s files', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const first = await open(address);
    await first.addFile({ name: 'bank.py', text: 'class Bank: ...\n' });
    await first.addFile({ name: 'test.py' });
    const { element, define } = early();
    const errors = collect(element, 'code-room-error');
    Object.assign(element, { ...address, file: 'bank.py', entry: 'test.py', selection: { file: 'bank.py', from: 3 } });
    document.body.append(element);
    define();
    await until(() => first.entry === 'test.py' && element.file === 'bank.py');
    await until(() => element.selection?.from === 3);
    expect([element.value, first.file, errors.length]).to.deep.equal(['class Bank: ...\n', 'main.py', 0]);
    element.file = 'none.py';
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['files']);
  });

  it('also in a page that was parsed, cloned, or built and inserted later', async () => {
    const box = document.body.appendChild(document.createElement('div'));
    const name = `early-room-${++names}`;
    box.innerHTML = `<template><${name} language="lua"></${name}></template>`;
    const template = box.querySelector('template');
    const cloned = template?.content.cloneNode(true) as DocumentFragment;
    const element = cloned.firstElementChild as CodeRoom;
    element.value = '-- cloned';
    customElements.define(name, class extends CodeRoom {});
    element.name = 'Cleo';
    box.append(cloned);
    await until(() => element.status === 'live');
    expect([element.value, element.language, element.name]).to.deep.equal(['-- cloned', 'lua', 'Cleo']);
  });

  it('also as attributes, which frameworks write when they do not know the property', async () => {
    const { element, define } = early();
    for (const [name, value] of Object.entries({ value: 'x = 1', language: 'python', name: 'Vi', readonly: '' }))
      element.setAttribute(name, value);
    document.body.append(element);
    define();
    await until(() => element.status === 'live');
    expect([element.value, element.language, element.name, element.readOnly]).to.deep.equal([
      'x = 1',
      'python',
      'Vi',
      true,
    ]);
    const made = make({ value: 'a\r\nb' });
    document.body.append(made);
    await until(() => made.status === 'live');
    expect(made.value).to.equal('a\nb');
  });

  it('an invalid one is reported as if it had been set later', async () => {
    const { element, define } = early();
    element.language = 'Not a language!';
    const errors = collect(element, 'code-room-error');
    document.body.append(element);
    define();
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['language']);
    expect(element.language).to.equal('python');
  });

  it('never hide an accessor of any element, now or in later versions', async () => {
    await defineReplay();
    const tags =
      `code-room code-room-answer code-room-brief code-room-editor code-room-file code-room-language code-room-lobby
      code-room-notes code-room-notice code-room-output code-room-people code-room-replay code-room-run code-room-splitter
      code-room-status`.split(/\s+/);
    await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
    for (const tag of tags) {
      const type = customElements.get(tag) as CustomElementConstructor;
      expect(type.prototype, tag).to.be.an.instanceOf(BaseElement);
      const name = `early-${tag}-${++names}`;
      const element = document.createElement(name);
      const properties = propertiesOf(type);
      for (const property of properties.keys()) Reflect.set(element, property, undefined);
      customElements.define(name, class extends type {});
      document.body.append(element);
      await (element as BaseElement).updateComplete;
      for (const property of properties.keys())
        expect(Object.hasOwn(element, property), `${property} of <${tag}>`).to.equal(false);
      element.remove();
    }
  });
});
