import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { LeaverProof } from '../../../../main/leavers/proof/leaverProof';
import { proofHtml } from '../../../../main/leavers/proof/proofHtml';
import { formatExactly } from '../../../../shared/text/formats';
import { fullProof, proofOf, removal } from '../../../support/fixtures/proofOf';

const parsed = (proof: LeaverProof) => parseDocument(proofHtml(proof));
type Parsed = ReturnType<typeof parsed>;

const elements = (root: Parsed, name: string) => DomUtils.getElementsByTagName(name, root);
const textOf = (node: Parameters<typeof DomUtils.textContent>[0]): string =>
  DomUtils.textContent(node).replace(/\s+/g, ' ').trim();
const bodyText = (proof: LeaverProof): string => textOf(elements(parsed(proof), 'main'));
/** The names of all elements of the body, each once. */
const elementNames = (proof: LeaverProof): Set<string> =>
  new Set(elements(parsed(proof), '*').map(({ name }) => name));

const hostile = '</title></style><script>alert(1)</script><img src=x onerror="alert(\'1\')">&amp;';

describe('a proof as HTML', () => {
  test('has a language, a title, one heading per section, and headers for columns and rows', () => {
    const document = parsed(fullProof());
    expect(elements(document, 'html')[0]?.attribs).toEqual({ lang: 'en-US' });
    expect(textOf(elements(document, 'title'))).toBe('Proof of access removal: Rosa Lind');
    expect(elements(document, 'h1').map(textOf)).toEqual(['Proof of access removal: Rosa Lind']);
    expect(elements(document, 'h2').map(textOf)).toEqual([
      'Person and removal',
      'Accounts that couldn’t be read',
      'Changes and their results',
      'Changes without a result',
      'What remains',
      'Age of each list',
    ]);
    expect(elements(document, 'table')).toHaveLength(6);
    expect(elements(document, 'th').filter(({ attribs }) => attribs['scope'] === undefined)).toEqual([]);
    expect(elements(document, 'thead')).toHaveLength(5);
  });

  test('says what was done: when with the zone, by whom, where, what, the result, Amazon’s text and request ID', () => {
    const done = [
      removal({
        result: 'failed',
        detail: 'LAST_ADMIN: “not possible”',
        requestId: 'REQ-7',
        realm: 'https://ads.example',
      }),
    ];
    const [, row] = elements(parsed(proofOf({ done })), 'section')
      .filter((section) => textOf(section).startsWith('Changes and their results'))
      .flatMap((section) => DomUtils.getElementsByTagName('tr', section));
    const cells = row === undefined ? [] : row.children.map((cell) => DomUtils.innerText(cell));
    expect(cells).toEqual([
      formatExactly(done[0]?.at ?? 0),
      'Dana Whitfield <dana@agency.example>Connection: Agency',
      'Copper Kettle CoffeeENTITY1Realm: https://ads.example',
      'Remove member',
      'Rosa Lindrosa@northwind.exampleUser ID: U-ROSA',
      'Failed',
      'LAST_ADMIN: “not possible”',
      'REQ-7',
    ]);
  });

  test('says so where nothing was recorded or read', () => {
    const text = bodyText(
      fullProof({ done: [removal({ requestId: null, emailAddress: '', userName: ' ', userId: null })] }),
    );
    // The request ID and the person; a change without details has none to record.
    expect(text.split('Not recorded')).toHaveLength(3);
    expect(text).toContain('Never read');
  });

  test('says in a sentence that a section is empty, and claims nothing more', () => {
    const text = bodyText(proofOf());
    for (const sentence of [
      'No account is known that couldn’t be read.',
      'No change has a result yet.',
      'No change is waiting for a result.',
      'Nothing remains that the app knows of.',
      'No list of an account was read.',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text).not.toMatch(/all access|no access|nothing remains\./i);
    expect(elements(parsed(proofOf()), 'thead')).toEqual([]);
  });

  test('counts each result in its summary', () => {
    const done = [removal(), removal(), removal({ result: 'failed' }), removal({ result: 'inDoubt' })];
    const text = bodyText(fullProof({ done }));
    expect(text).toContain('4 changes with a result: 2 done, 1 failed, 1 unconfirmed');
    expect(text).toContain('1 account couldn’t be read completely');
    expect(text).toContain('1 change has no result yet');
  });

  test('names everybody who requested a change, each once', () => {
    const done = [removal(), removal(), removal({ actor: 'unknown' })];
    expect(bodyText(proofOf({ done }))).toContain('Requested byDana Whitfield <dana@agency.example>Unknown');
  });

  test('is named for the first thing known about the person', () => {
    const titleFor = (person: LeaverProof['person']): string =>
      textOf(elements(parsed(proofOf({ person })), 'title'));
    const emailAddresses = ['rosa@northwind.example'];
    expect(titleFor({ names: [' '], emailAddresses, userIds: [] })).toMatch(/: rosa@northwind.example$/);
    expect(titleFor({ names: [], emailAddresses: [], userIds: ['U-1'] })).toMatch(/: U-1$/);
    expect(titleFor({ names: [], emailAddresses: [], userIds: [] })).toMatch(/: Unknown person$/);
  });
});

describe('a proof from the sandbox', () => {
  test('says at the top and in the title that none of it happened at Amazon', () => {
    const text = bodyText(fullProof({ isSandbox: true }));
    expect(text).toMatch(
      /^Proof of access removal \(sandbox\): Rosa Lind This proof is from the sandbox\. None of this happened at Amazon\. Person and removal/,
    );
    expect(textOf(elements(parsed(fullProof({ isSandbox: true })), 'title'))).toContain('(sandbox)');
  });

  test('is the only one that says so', () => {
    expect(proofHtml(fullProof())).not.toMatch(/none of this|\(sandbox\)/i);
  });
});

describe('text from outside', () => {
  const everywhere = (text: string): LeaverProof => {
    const account = { realm: text, accountId: text, accountName: text };
    const person = { emailAddress: text, userId: text };
    return {
      ...proofOf({ person: { names: [text], emailAddresses: [text], userIds: [text] } }),
      unread: [{ ...account, reason: text, asOf: null }],
      done: [
        removal({
          ...account,
          ...person,
          actor: text,
          connectionLabel: text,
          userName: text,
          detail: text,
          requestId: text,
        }),
      ],
      open: [{ ...account, ...person, action: text, status: text }],
      remains: [{ ...account, ...person, what: text, certainty: text, reason: text, asOf: 0 }],
      ages: [{ ...account, membersAsOf: null, invitationsAsOf: null }],
    };
  };

  test('never becomes markup, wherever it is, and is shown as it is', () => {
    const plain = everywhere('Rosa');
    const proof = everywhere(hostile);
    expect(elementNames(proof)).toEqual(elementNames(plain));
    const document = parsed(proof);
    expect(textOf(elements(document, 'title'))).toBe(`Proof of access removal: ${hostile}`);
    expect(textOf(elements(document, 'main')).split(hostile).length).toBe(
      bodyText(plain).split('Rosa').length,
    );
    expect(
      elements(document, '*')
        .flatMap(({ attribs }) => Object.keys(attribs))
        .filter((name) => name.startsWith('on')),
    ).toEqual([]);
  });

  test.each(['Jürgen Größenwahn', '佐藤 花子', 'רחל כהן', '\u202Ereversed'])(
    '%s is in an element with its own direction',
    (name) => {
      const holders = elements(parsed(everywhere(name)), '*').filter((element) => textOf(element) === name);
      expect(holders.length).toBeGreaterThan(5);
      expect(holders.filter(({ attribs }) => attribs['dir'] === 'auto').length).toBeGreaterThan(5);
    },
  );

  test('can’t turn the title around', () => {
    const document = parsed(everywhere('\u202Eevil\u2066'));
    expect(textOf(elements(document, 'title'))).toBe('Proof of access removal: evil');
  });

  test('loads nothing', () => {
    const html = proofHtml(fullProof());
    expect(html).not.toMatch(/https?:|url\(|src=|href=|<script|<link|@import/);
    expect(html).toContain("default-src 'none'");
  });
});
