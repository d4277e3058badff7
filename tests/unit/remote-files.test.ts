// A server that runs programs gets all files of the room, the entry first.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { runOnPiston } from '../../components/runner/remote/piston.js';

describe('A run elsewhere', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('sends Piston the files of the room', async () => {
    let body = '';
    globalThis.fetch = async (_url, options) => {
      body = String(options?.body);
      return Response.json({ run: { code: 0, stdout: 'ok', stderr: '' } });
    };
    const request = { id: '1', language: 'go', code: 'package main', fileName: 'main.go', stdin: '' };
    const files = [{ name: 'bank/bank.go', text: 'package bank' }];
    const sink = { output: () => undefined };
    const options = { url: 'https://run.example/api/v2' };
    assert.equal(await runOnPiston(options, { ...request, files }, sink, new AbortController().signal), 'done');
    assert.deepEqual(JSON.parse(body).files, [
      { name: 'main.go', content: 'package main' },
      { name: 'bank/bank.go', content: 'package bank' },
    ]);
  });
});
