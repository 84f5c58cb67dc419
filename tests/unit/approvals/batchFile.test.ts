import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, parseCanonical } from '../../../main/approvals/file/canonical';
import { hashOf, readBatchFile, signedBytes, writeBatchFile } from '../../../main/approvals/file/batchFile';
import { isSignedBy } from '../../../main/approvals/keys/ed25519';
import { maxBatchFileBytes, type BatchFile } from '../../../shared/domain/approval/batchFile';
import { thrownBy } from '../../support/fixtures/thrownBy';
import { answerBy, draftBy, fileRowOf, person, signDraft, signerIn } from './support/files';

const [ben, dana, mallory] = [person('Ben'), person('Dana'), person('Mallory')];
const bytesOf = (value: unknown): Buffer => canonicalBytes(value);
const refusal = (bytes: Uint8Array): string => String(thrownBy(() => readBatchFile(bytes)));
const changed = (file: BatchFile, change: (text: string) => string): Buffer =>
  Buffer.from(change(writeBatchFile(file).toString('utf8')));

describe('canonical form', () => {
  test('is what RFC 8785 gives as its example', () => {
    const text = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
    expect(bytesOf(JSON.parse(text)).toString('utf8')).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test.each([
    ['a key that occurs twice', '{"a":1,"a":2}'],
    ['a number that loses digits', '{"a":12345678901234567890}'],
    ['a number that is too large', '{"a":1e400}'],
    ['a whole number that no double has exactly', '{"a":1152921504606846976}'],
    ['half a surrogate pair', String.raw`{"a":"\ud800"}`],
    ['white space', '{"a": 1}'],
    ['another order of keys', '{"b":1,"a":2}'],
    ['a byte order mark', '\uFEFF{"a":1}'],
    ['a needless escape', String.raw`{"a":"\u0041"}`],
    ['nesting without end', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['half a text', '{"a":'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseCanonical(Buffer.from(text))).toBeUndefined();
  });

  test('refuses bytes that aren’t UTF-8', () => {
    expect(parseCanonical(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
  });

  test('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(canonicalBytes(parseCanonical(canonicalBytes(value)))).toEqual(canonicalBytes(value));
      }),
    );
  });
});

describe('a file', () => {
  test('is read as it was signed', () => {
    const draft = draftBy(ben);
    expect(readBatchFile(writeBatchFile(draft))).toEqual(draft);
    const answer = answerBy(dana, draft, { removedRowIds: [fileRowOf(2).rowId], comment: 'Not Carol' });
    expect(readBatchFile(writeBatchFile(answer))).toEqual(answer);
  });

  test('is refused politely when a newer version wrote it, whatever is in it', () => {
    const newer = { ...draftBy(ben), version: 2, shape: 'unknown here' };
    expect(refusal(bytesOf(newer))).toMatch(/newer version/);
  });

  test('is refused when it is something else', () => {
    expect(refusal(bytesOf({ format: 'setup', version: 1 }))).toMatch(/isn’t a batch file/);
  });

  test('is refused when a byte changed after it was signed', () => {
    const file = changed(draftBy(ben), (text) => text.replace('p2@client.example', 'q2@client.example'));
    expect(refusal(file)).toMatch(/changed after it was signed/);
  });

  test('is refused when the signature is another key’s under the same name', () => {
    const draft = draftBy(ben);
    const swapped = { ...draft, body: { ...draft.body, drafter: { name: 'Ben', key: mallory.key } } };
    expect(refusal(bytesOf(swapped))).toMatch(/changed after it was signed/);
  });

  test('is refused when the draft in an answer isn’t the drafter’s, though the approver signed it', () => {
    const draft = draftBy(ben);
    const [first, ...rest] = draft.body.rows;
    const rows = [{ ...(first ?? fileRowOf(1)), role: 'admin' as const }, ...rest];
    const forged = { ...draft, body: { ...draft.body, rows } };
    expect(refusal(writeBatchFile(answerBy(dana, forged)))).toMatch(/changed after it was signed/);
  });

  test('is refused when an answer’s hash is of other content', () => {
    const answer = answerBy(dana, draftBy(ben), { contentHash: 'a'.repeat(64) });
    expect(refusal(writeBatchFile(answer))).toMatch(/wouldn’t have written/);
  });

  test.each([
    ['removes a row that isn’t there', { removedRowIds: [fileRowOf(9).rowId] }],
    ['removes a row twice', { removedRowIds: [fileRowOf(1).rowId, fileRowOf(1).rowId] }],
    ['comments on a row that isn’t there', { rowComments: [{ rowId: fileRowOf(9).rowId, text: 'No' }] }],
  ])('is refused when an answer %s', (_, fields) => {
    expect(refusal(writeBatchFile(answerBy(dana, draftBy(ben), fields)))).toMatch(/wouldn’t have written/);
  });

  test('is refused when an approval leaves nothing', () => {
    const removedRowIds = [1, 2, 3].map((number) => fileRowOf(number).rowId);
    const answer = answerBy(dana, draftBy(ben), { removedRowIds });
    expect(refusal(writeBatchFile(answer))).toMatch(/wouldn’t have written/);
  });

  test('has no place for a connection, an endpoint, a setting or anything else', () => {
    const draft = draftBy(ben);
    for (const more of [{ connectionId: 'c-1' }, { endpoints: {} }, { settings: {} }, { __proto__x: 1 }]) {
      const file = signDraft({ ...draft.body, ...more }, ben.sign);
      expect(refusal(writeBatchFile(file))).toMatch(/wouldn’t have written/);
    }
  });

  test.each([
    ['a name with a mark of text direction', { userName: 'Ann \u202Egpj.exe' }],
    ['a name on two lines', { userName: 'Ann\nAmes' }],
    ['a name with a space before it', { userName: ' Ann' }],
    ['an address with a name', { emailAddress: 'Ann <ann@client.example>' }],
    ['an account’s name that hides something', { accountName: 'Acme\u200B' }],
    ['a note that hides something', { note: 'fine\u2066' }],
    ['an account’s ID that hides something', { accountId: 'A1\u202E' }],
    ['a name of 10,000 characters', { userName: 'x'.repeat(10_000) }],
    ['a note with control characters', { note: 'a\u0007b' }],
  ])('is refused for %s', (_, fields) => {
    const file = draftBy(ben, { rows: [fileRowOf(1, fields)] });
    expect(refusal(writeBatchFile(file))).toMatch(/wouldn’t have written/);
  });

  test.each([
    ['drafter', { drafter: { name: 'Ben\u202E', key: ben.key } }],
    ['batch', { batchName: 'June\u200F' }],
    ['place', { realm: 'sand\u202Ebox' }],
  ])('is refused when the name of its %s hides something', (_, fields) => {
    expect(refusal(writeBatchFile(draftBy(ben, fields)))).toMatch(/wouldn’t have written/);
  });

  test('is refused when a row occurs twice', () => {
    const file = draftBy(ben, { rows: [fileRowOf(1), fileRowOf(1, { role: 'admin' })] });
    expect(refusal(writeBatchFile(file))).toMatch(/wouldn’t have written/);
  });

  test('is refused at any length shorter than it is', () => {
    const bytes = writeBatchFile(draftBy(ben));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(refusal(bytes.subarray(0, length))).toMatch(/isn’t a complete batch file/);
      }),
      { numRuns: 50 },
    );
  });

  test('is refused beyond 20 MB before it is parsed, and isn’t written', () => {
    const began = performance.now();
    expect(refusal(Buffer.alloc(maxBatchFileBytes + 1, '['))).toMatch(/at most 20 MB/);
    expect(performance.now() - began).toBeLessThan(500);
    const rows = Array.from({ length: 11_000 }, (_, index) => fileRowOf(index, { note: 'x'.repeat(2000) }));
    expect(() => writeBatchFile(draftBy(ben, { rows }))).toThrow(/more than 20 MB/);
  });

  test('may have 20,000 rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => fileRowOf(index));
    const answer = answerBy(dana, draftBy(ben, { rows }));
    expect(readBatchFile(writeBatchFile(answer))).toEqual(answer);
  });
});

test('a signature is of one kind of file only', () => {
  const draft = draftBy(ben);
  const hash = hashOf(draft);
  expect(isSignedBy(ben.key, signedBytes('draft', hash), draft.signature)).toBe(true);
  expect(isSignedBy(ben.key, signedBytes('answer', hash), draft.signature)).toBe(false);
  expect(isSignedBy('not a key', signedBytes('draft', hash), draft.signature)).toBe(false);
  expect(signerIn(ben)).toEqual({ name: 'Ben', key: ben.key });
});
