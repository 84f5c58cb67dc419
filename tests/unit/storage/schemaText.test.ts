import { createHash } from 'node:crypto';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../../main/storage/migrate';

/** Everything a database stores of its schema, as text, once it has a version. */
function schemaOf(version: number): string {
  const db = new DatabaseSync(':memory:');
  try {
    migrate(db, version);
    const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  } finally {
    db.close();
  }
}

test('the migrations that let personal data alone change write the schema they wrote before, byte for byte', () => {
  expect([24, 26, 28].map(schemaOf)).toEqual([
    '76cb706b05e7e0f9204c1bba72774391b36574a388c52eca4bf054b5e2f68253',
    'f8d5c234e09e196945648c84167dee32756bace5b7206d9035fa033f3600a49f',
    'dac758cab836ff518bfe7cffd659f0348a337dd921939d5c693dcaa6d64caf7a',
  ]);
});
