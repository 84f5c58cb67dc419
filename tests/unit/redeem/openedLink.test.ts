import { describe, expect, it } from 'vitest';
import { redeemLink, setupLink } from '../../../shared/domain/redeem/buildLink';
import { openedLink, parseRedeemText } from '../../../shared/domain/redeem/parseText';

const id = 'inv-4f9c2a71';
const link = redeemLink(id, 'eu');
const setup = { label: 'Nord & Süd', region: 'eu', clientId: 'amzn1.client' } as const;

const piecesReadAgain = [
  'amc-access://redeem/%',
  '](',
  ' <"',
  'a1-',
  '((((',
  'https://advertising.amazon.com/?id=&',
];

describe('a link that was opened outside the app', () => {
  it.each([
    [link, { kind: 'invitation', invitationId: id, region: 'eu' }],
    [`amc-access://redeem/${id}/?region=eu`, { kind: 'invitation', invitationId: id, region: 'eu' }],
    [setupLink(setup), { kind: 'setup', setup }],
    [setupLink(setup).replace('connect?', 'connect/?'), { kind: 'setup', setup }],
  ])('%s is what it says', (text, expected) => {
    expect(openedLink(text)).toEqual(expected);
  });

  it.each([
    id,
    `https://advertising.amazon.com/?invitationId=${id}`,
    ` ${link}`,
    `${link} `,
    `${link}\n${link}`,
    `${link} --no-sandbox`,
    `"${link}"`,
    `amc-access:${link}`,
    `amc-access://redeem/../redeem/${id}`,
    `amc-access://redeem//${id}`,
    `amc-access://redeem\\${id}`,
    `amc-access://redeem/${id}/more`,
    `amc-access://redeem/${id}//`,
    `amc-access://redeem/in\tv-4f9c2a71`,
    `amc-access://redeem/inv\u202E-4f9c2a71`,
    `amc-access://redeem/${id}?region=eu#`,
    `amc-access://redeem/${id}?region=eu?region=na`,
    '',
    'amc-access:',
  ])('“%s” is ignored', (text) => {
    expect(openedLink(text)).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(/\.$/) });
  });

  it.each([
    ['clientSecret', 's3cret'],
    ['endpoints', 'https://evil.example'],
    ['refreshToken', 'Atzr|x'],
    ['__proto__', 'x'],
  ])('a setup with %s says so, and none of it is used', (name, value) => {
    const found = openedLink(`${setupLink(setup)}&${name}=${encodeURIComponent(value)}`);
    expect(found).toMatchObject({ kind: 'unknown', reason: expect.stringContaining(`“${name}”`) });
  });

  it.each([
    '&returnPort=0',
    '&returnPort=80',
    '&returnPort=65536',
    '&returnPort=8710.5',
    '&returnPort=-1',
    '&returnPort=8710&returnPort=8711',
  ])('a setup with %s is invalid', (more) => {
    expect(openedLink(`${setupLink(setup)}${more}`)).toMatchObject({ kind: 'unknown' });
  });

  it.each(['\u202Egnp', '\u0000', '\u200B'])('so is one whose label hides characters', (label) => {
    expect(openedLink(setupLink({ ...setup, label: `Agency${label}` }))).toMatchObject({ kind: 'unknown' });
  });
});

describe('a message', () => {
  const ids = (text: string): string[] =>
    parseRedeemText(text).flatMap((found) => (found.kind === 'invitation' ? [found.invitationId] : []));

  it.each([
    ['Markdown', `Please [open it](${link}).`],
    ['HTML', `<p>Please <a href="${link}">open it</a></p>`],
    ['a chat’s own form', `Please <${link}|open it>`],
    ['a quoted email', `> Please open\n> ${link}\n> Thanks`],
    ['a table', `Sam\t${link}\tviewer\nAlex\t–\tadmin`],
  ])('contains its link as %s writes it', (_form, text) => {
    expect(ids(text)).toEqual([id]);
  });

  it.each([
    'The meeting is on\n24-Nov-2026\nat ten',
    'Sent\n2026-11-24T10:00:00Z\nby Dana',
    'See\nreport2026-final.xlsx\nplease',
    'See\nserver1.northwind.example\nplease',
    'Version abc12345678 of our tool is out, write to q3team2026 today',
    'Hello\nSam\nand all',
    'Call +49 30 123456 78 or write to sam1234@example.com',
  ])('has no word, date, file, host or number mistaken for an invitation: %s', (text) => {
    expect(ids(text)).toEqual([]);
    expect(parseRedeemText(text)).toMatchObject([{ kind: 'unknown' }]);
  });

  // Anything that scans the rest again at each position wouldn't finish within a test's time.
  it.each(piecesReadAgain)('is read to its end, however often %s is repeated', (piece) => {
    const text = piece.repeat(Math.floor(500_000 / piece.length));
    expect(ids(text)).toEqual([]);
  });
});
