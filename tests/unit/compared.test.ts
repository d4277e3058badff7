/** What the documents say code-room was measured against: every row of the bench, and nothing that was not measured. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { COMPARED, type Compared, compared } from '../../demo/docs/compared.js';
import { lastValues, NOT_MEASURED, noValues, ROWS } from '../bench/embed/rows.js';
import { SYSTEMS } from '../bench/embed/systems.js';

describe('what code-room is compared with', () => {
  const { rows, systems, pictures } = JSON.parse(readFileSync(COMPARED, 'utf8')) as Compared;

  it('has every row of the bench in its order, and each says why it is not ahead, or that it was not measured', () => {
    assert.deepEqual(
      rows.map(({ what }) => what),
      ROWS,
    );
    for (const { what, cells, why } of rows) {
      assert.equal(cells.length, SYSTEMS.length, what);
      assert.match(why, /^$|^[A-Z].*\.$/, what);
      assert.equal(why === NOT_MEASURED, cells[0] === '–', what);
    }
    assert.deepEqual(
      systems.slice(0, SYSTEMS.length).map(({ name }) => name),
      SYSTEMS.map(({ name }) => name),
    );
  });

  it('has a cell for each column, also for who was not measured', () => {
    for (const part of compared())
      if (part.kind === 'table') for (const row of part.rows) assert.equal(row.length, part.head.length, row[0]);
  });

  it('has its pictures', () => {
    for (const { path } of pictures) assert.ok(existsSync(`demo/site/static${path}`), path);
  });

  it('keeps what was measured, so that one part can be measured alone', () => {
    const values = lastValues();
    assert.deepEqual(Object.keys(values), Object.keys(noValues()));
    const measured = Object.values(values).filter(({ size }) => size > 0);
    for (const one of measured)
      assert.deepEqual(
        [...one.keys()].filter((id) => SYSTEMS.every((s) => s.id !== id)),
        [],
      );
    assert.ok(measured.length > 0);
  });
});
