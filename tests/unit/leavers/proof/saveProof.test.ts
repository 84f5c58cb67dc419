import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSaveProof, proofFileName } from '../../../../main/leavers/proof/saveProof';
import { fullProof, proofOf } from '../../../support/fixtures/proofOf';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-proof-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a PDF is what the printer makes of the proof', async () => {
  const file = join(folder, 'proof.pdf');
  const saveProof = createSaveProof((html) => Promise.resolve(Buffer.from(`%PDF of ${html}`)));
  await saveProof({ format: 'pdf', file, proof: fullProof() });
  expect(readFileSync(file, 'utf8')).toMatch(/^%PDF of <!doctype html>[^]*Rosa Lind/);
  expect(readdirSync(folder)).toEqual(['proof.pdf']);
});

test('a CSV needs no printer', async () => {
  const file = join(folder, 'proof.csv');
  const saveProof = createSaveProof(() => Promise.reject(new Error('no printer')));
  await saveProof({ format: 'csv', file, proof: fullProof() });
  expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFSection,[^]*Copper Kettle Coffee/);
});

test('a printer that fails leaves the previous file as it was', async () => {
  const file = join(folder, 'proof.pdf');
  writeFileSync(file, 'previous');
  const saveProof = createSaveProof(() => Promise.reject(new Error('no printer')));
  await expect(saveProof({ format: 'pdf', file, proof: fullProof() })).rejects.toThrow('no printer');
  expect(readFileSync(file, 'utf8')).toBe('previous');
  expect(readdirSync(folder)).toEqual(['proof.pdf']);
});

test('the suggested name has the person and the minute, and says that it is from the sandbox', () => {
  const madeAt = new Date(2026, 10, 28, 14, 6).getTime();
  expect(proofFileName(proofOf({ madeAt }), 'pdf')).toBe(
    'AMC proof of access removal, Rosa Lind, 2026-11-28 1406.pdf',
  );
  const person = { names: ['a/b:c\\..'], emailAddresses: [], userIds: [] };
  expect(proofFileName(proofOf({ madeAt, person, isSandbox: true }), 'csv')).toBe(
    'AMC proof of access removal (sandbox), a b c .., 2026-11-28 1406.csv',
  );
});
