import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import type { LeaverProof } from '../../../../main/leavers/proof/leaverProof';
import { proofCsv } from '../../../../main/leavers/proof/proofCsv';
import { fullProof, proofOf, removal } from '../../../support/fixtures/proofOf';

type Row = Readonly<Record<string, string>>;

/** The lines of a proof without their empty cells. */
function rowsOf(proof: LeaverProof): Row[] {
  const text = [...proofCsv(proof)].join('');
  expect(text.startsWith('\uFEFFSection,')).toBe(true);
  return papaparse
    .parse<Row>(text.slice(1), { header: true, skipEmptyLines: true })
    .data.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
}

const sectionsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map((row) => row['Section'] ?? ''))];
const inSection = (rows: readonly Row[], section: string): Row[] =>
  rows.filter((row) => row['Section'] === section);

test('a proof as CSV has a line for each fact, in the order of the PDF', () => {
  const rows = rowsOf(fullProof({ done: [removal({ detail: 'Absent from Amazon’s list' })] }));
  expect(sectionsOf(rows)).toEqual([
    'Person and removal',
    'Accounts that couldn’t be read',
    'Changes and their results',
    'Changes without a result',
    'What remains',
    'Age of each list',
  ]);
  const account = { Account: 'Müller & Söhne “Großhandel”', 'Account ID': 'ENTITY2', Realm: 'amazon' };
  expect(rows.slice(-5)).toEqual([
    {
      Section: 'Accounts that couldn’t be read',
      ...account,
      Details: 'Amazon refused the list of members.',
      'As of (UTC)': 'Never read',
    },
    {
      Section: 'Changes and their results',
      'Time (UTC)': '2026-11-28 13:05:09',
      Who: 'Dana Whitfield',
      'Whose email': 'dana@agency.example',
      Connection: 'Agency',
      What: 'Remove member',
      Person: 'Rosa Lind',
      Email: 'rosa@northwind.example',
      'User ID': 'U-ROSA',
      Account: 'Copper Kettle Coffee',
      'Account ID': 'ENTITY1',
      Realm: 'amazon',
      Result: 'Done',
      Details: 'Absent from Amazon’s list',
      'Amazon’s request ID': 'REQ-1',
    },
    {
      Section: 'Changes without a result',
      ...account,
      What: 'Revoke',
      Email: 'rosa@northwind.example',
      Result: 'Unconfirmed',
    },
    {
      Section: 'What remains',
      ...account,
      What: 'Inherited access',
      Email: 'r***@northwind.example',
      'User ID': 'U-ROSA',
      'Is it this person?': 'Probable',
      Details: 'Comes from a manager account. Remove it there.',
      'As of (UTC)': '2026-11-28 12:05:09',
    },
    {
      Section: 'Age of each list',
      ...account,
      'Members as of (UTC)': '2026-11-28 12:05:09',
      'Invitations as of (UTC)': 'Never read',
    },
  ]);
});

test('an empty section has a line that says so', () => {
  const rows = rowsOf(proofOf());
  expect(inSection(rows, 'What remains')).toEqual([
    { Section: 'What remains', Details: 'Nothing remains that the app knows of.' },
  ]);
  expect(inSection(rows, 'Accounts that couldn’t be read')).toEqual([
    { Section: 'Accounts that couldn’t be read', Details: 'No account is known that couldn’t be read.' },
  ]);
});

test('a proof from the sandbox says so first, and no other one does', () => {
  const sentence = 'This proof is from the sandbox. None of this happened at Amazon.';
  expect(rowsOf(fullProof({ isSandbox: true }))[0]).toEqual({
    Section: 'Person and removal',
    Details: sentence,
  });
  expect(rowsOf(fullProof()).filter((row) => row['Details'] === sentence)).toEqual([]);
});

test('a name that a spreadsheet would calculate stays a text', () => {
  const text = [...proofCsv(proofOf({ done: [removal({ userName: '=HYPERLINK("http://x","y")' })] }))].join(
    '',
  );
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
});

test('2,000 changes are written in pieces, each once and in order', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `REQ-${index}`);
  const proof = proofOf({ done: ids.map((requestId, activityId) => removal({ activityId, requestId })) });
  expect([...proofCsv(proof)].length).toBeGreaterThan(4);
  const found = inSection(rowsOf(proof), 'Changes and their results').map(
    (row) => row['Amazon’s request ID'],
  );
  expect(found).toEqual(ids);
});
