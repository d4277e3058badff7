/** Settings from the environment: invalid and unsafe values are refused with a sentence; README lists all. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  productionFaults,
  readSettings,
  SETTINGS,
  settingsTable,
  unknownSettings,
} from '../../party/config/settings-table.js';
import { LIMITS } from '../../party/shared/limits.js';

const faults = (env: Record<string, string>) => productionFaults(env, readSettings(env));
const safe = {
  CODE_ROOM_URL: 'https://rooms.example.com',
  CODE_ROOM_MAKERS: 'anyone',
  CODE_ROOM_PROXY_HEADER: 'X-Real-IP',
};

describe('settings', () => {
  it('have defaults, and empty is not set', () => {
    const values = readSettings({ PORT: ' ', CODE_ROOM_MAKERS: 'anyone' });
    assert.deepEqual(values, readSettings({}));
    assert.deepEqual([values.HOST, values.PORT, values.CODE_ROOM_ROOMS_PER_MINUTE], ['127.0.0.1', 1999, 10]);
    assert.deepEqual([values.CODE_ROOM_MAKERS, values.CODE_ROOM_OPEN], [undefined, undefined]);
    assert.deepEqual(values.CODE_ROOM_LIMITS, LIMITS);
  });

  it('are parsed', () => {
    const env = {
      PORT: '80',
      CODE_ROOM_URL: 'https://a.example/path',
      CODE_ROOM_OPEN: '0',
      CODE_ROOM_LIMITS: '{"editors": 3}',
    };
    const values = readSettings(env);
    assert.deepEqual([values.PORT, values.CODE_ROOM_URL, values.CODE_ROOM_OPEN], [80, 'https://a.example', false]);
    assert.deepEqual([values.CODE_ROOM_LIMITS.editors, values.CODE_ROOM_LIMITS.files], [3, LIMITS.files]);
  });

  it('that are invalid are named, each with what to write instead', () => {
    const wrong = {
      PORT: '70000',
      CODE_ROOM_URL: 'rooms.example.com',
      CODE_ROOM_OPEN: 'yes',
      CODE_ROOM_PROXY_HEADER: 'X Real IP',
      CODE_ROOM_ROOMS_PER_MINUTE: 'many',
      CODE_ROOM_LIMITS: '{"edtors": 3}',
      CODE_ROOM_ENGINE: 'node',
    };
    assert.throws(
      () => readSettings(wrong),
      ({ message }: Error) => {
        for (const name of Object.keys(wrong))
          assert.match(message, new RegExp(`^${name} is ".+", and must be .+\\.$`, 'm'));
        return message.split('\n').length === Object.keys(wrong).length;
      },
    );
    assert.throws(() => readSettings({ PORT: '80.5' }), /PORT is "80\.5", and must be a whole number/);
    for (const limits of ['[]', 'null', '3', '{', '{"editors": 0}', '{"editors": "3"}', '{"toString": 3}'])
      assert.throws(() => readSettings({ CODE_ROOM_LIMITS: limits }), /CODE_ROOM_LIMITS/, limits);
  });

  it('do not reveal secrets', () => {
    const secrets = Object.entries(SETTINGS).flatMap(([name, about]) =>
      'secret' in about && about.secret ? [name] : [],
    );
    assert.ok(secrets.includes('CODE_ROOM_MAKERS'));
    for (const name of secrets) {
      const said = (() => {
        try {
          return faults({ ...safe, [name]: 'canary canary' }).join();
        } catch (error) {
          return String(error);
        }
      })();
      assert.doesNotMatch(said, /canary/, name);
    }
  });

  it('that are keys have characters that a header can hold, and are not repeated where they have others', () => {
    for (const name of ['CODE_ROOM_MAKERS', 'CODE_ROOM_METRICS', 'CODE_ROOM_AI_KEY']) {
      for (const value of ['größer-als-man-denkt', 'two words of a key', 'key–with–dashes', 'a\u0001b', 'schlüssel🔑'])
        assert.throws(
          () => readSettings({ [name]: value }),
          ({ message }: Error) =>
            message === `${name} must be a key of letters without accents, digits and signs, without spaces.`,
          value,
        );
      const key = `!"#$%&'()*+,-./09:;<=>?@AZ[\\]^_az{|}~`;
      assert.equal(readSettings({ [name]: key })[name as 'CODE_ROOM_AI_KEY'], key);
    }
  });

  it('that are unsafe in public prevent the start in production', () => {
    assert.deepEqual(faults(safe), []);
    assert.deepEqual(faults({ ...safe, CODE_ROOM_URL: 'http://localhost:1999' }), []);
    const unset =
      /^CODE_ROOM_URL is not set.*\nCODE_ROOM_MAKERS is not set.*\nCODE_ROOM_PROXY_HEADER is not set.*"none".*$/;
    assert.match(faults({}).join('\n'), unset);
    assert.deepEqual(faults({ ...safe, CODE_ROOM_PROXY_HEADER: 'none' }), []);
    assert.equal(readSettings({ CODE_ROOM_PROXY_HEADER: 'none' }).CODE_ROOM_PROXY_HEADER, undefined);
    const blank = { ...safe, CODE_ROOM_MAKERS: ' ', CODE_ROOM_PROXY_HEADER: '\t' };
    assert.match(faults(blank).join('\n'), /^CODE_ROOM_MAKERS is not set.*\nCODE_ROOM_PROXY_HEADER is not set.*$/);
    assert.match(faults({ ...safe, CODE_ROOM_URL: 'http://rooms.example.com' })[0] ?? '', /TLS/);
    assert.match(faults({ ...safe, CODE_ROOM_MAKERS: 'short' })[0] ?? '', /too short/);
  });

  it('of webhooks come in pairs', () => {
    const secret = '0123456789abcdef0123456789abcdef';
    const url = 'https://team.example/hook';
    assert.throws(() => readSettings({ CODE_ROOM_WEBHOOK: url }), /without CODE_ROOM_WEBHOOK_SECRET/);
    assert.equal(readSettings({ CODE_ROOM_WEBHOOK: url, CODE_ROOM_WEBHOOK_SECRET: secret }).CODE_ROOM_WEBHOOK, url);
    // A request to such an address is never made.
    for (const part of ['ann@', 'ann:pw@', ':pw@']) {
      const env = { CODE_ROOM_WEBHOOK: `https://${part}team.example/`, CODE_ROOM_WEBHOOK_SECRET: secret };
      assert.throws(() => readSettings(env), /an https address/, part);
    }
  });

  it('of blanks are not set, alone or in pairs', () => {
    assert.doesNotThrow(() => readSettings({ CODE_ROOM_WEBHOOK: ' ', CODE_ROOM_AI_URL: ' ' }));
    const both = { CODE_ROOM_WEBHOOK: 'https://team.example/hook', CODE_ROOM_WEBHOOK_SECRET: ' ' };
    assert.throws(() => readSettings(both), /without CODE_ROOM_WEBHOOK_SECRET/);
    const ai = { CODE_ROOM_AI_URL: 'https://ai.example/v1', CODE_ROOM_AI_MODEL: ' ' };
    assert.throws(() => readSettings(ai), /without CODE_ROOM_AI_MODEL/);
  });

  it('that are addresses with a password in them are refused without being repeated', () => {
    for (const name of ['CODE_ROOM_WEBHOOK', 'CODE_ROOM_AI_URL', 'CODE_ROOM_URL', 'CODE_ROOM_PACKAGES'])
      for (const value of [
        'https://ann:canary@team.example',
        'ftp://canary@team.example',
        'https://a.example/?k=canary',
      ])
        try {
          readSettings({ [name]: value });
        } catch (error) {
          assert.doesNotMatch(String(error), /canary/, name);
          assert.match(String(error), /must be an? |is set without/, name);
        }
    const env = { CODE_ROOM_WEBHOOK: 'https://ann:pw@team.example/' };
    assert.throws(() => readSettings(env), /must be an https address without a name or password\./);
  });

  it('that are misspelt are noticed', () => {
    assert.deepEqual(unknownSettings({ CODE_ROOM_OPNE: '0', CODE_ROOM_OPEN: '0', PATH: '' }), ['CODE_ROOM_OPNE']);
  });

  it('are in README.md as in the code', () => {
    assert.ok(readFileSync('README.md', 'utf8').includes(settingsTable()), `README.md lacks:\n${settingsTable()}`);
  });
});
