import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isInvitationId } from '../../../shared/domain/invitation/invitationId';
import { invitationLink, redeemLink, setupLink } from '../../../shared/domain/redeem/buildLink';
import { parseRedeemText } from '../../../shared/domain/redeem/parseText';

const id = 'inv-4f9c2a71';
const page = 'https://access.example.com/redeem';
const found = (invitationId: string, region: 'na' | 'eu' | 'fe' | null = null) => ({
  kind: 'invitation',
  invitationId,
  region,
});

describe('what people receive and paste', () => {
  it.each([
    ['our link', redeemLink(id, 'eu'), [found(id, 'eu')]],
    ['our link without a region', `amc-access://redeem/${id}`, [found(id)]],
    ['our link in capitals', `AMC-ACCESS://REDEEM/${id}?region=na`, [found(id, 'na')]],
    ['a bare id', id, [found(id)]],
    ['a bare UUID', '0b4c2f0e-71f3-4f43-9a0e-3f1c2b9d8e77', [found('0b4c2f0e-71f3-4f43-9a0e-3f1c2b9d8e77')]],
    ['an ID of digits', '1234567890', [found('1234567890')]],
    ['an ID in quotes and brackets', `  <“${id}”>.  `, [found(id)]],
    ['an ID with odd characters in our link', redeemLink('i/n?v#&=%"<', 'fe'), [found('i/n?v#&=%"<', 'fe')]],
    ['a page of Amazon', `https://advertising.amazon.com/invitations/${id}`, [found(id)]],
    [
      'with the ID in a parameter',
      `https://advertising.amazon.de/accept?invitationId=${id}&x=1`,
      [found(id)],
    ],
    ['of another country', `https://advertising.amazon.co.uk/i?invitation=${id}`, [found(id)]],
    ['the agency’s page', invitationLink(id, 'eu', page), [found(id, 'eu')]],
    [
      'a setup',
      setupLink({ label: 'Nord & Süd', region: 'eu', clientId: 'amzn1.x', returnPort: 8710 }),
      [
        {
          kind: 'setup',
          setup: { label: 'Nord & Süd', region: 'eu', clientId: 'amzn1.x', returnPort: 8710 },
        },
      ],
    ],
    [
      'a terms page',
      'https://advertising.amazon.com/terms/agreement/0b4c2f0e-71f3-4f43-9a0e-3f1c2b9d8e77',
      [
        {
          kind: 'terms',
          text: 'https://advertising.amazon.com/terms/agreement/0b4c2f0e-71f3-4f43-9a0e-3f1c2b9d8e77',
        },
      ],
    ],
    ['nothing', '  \n\t ', []],
  ])('%s', (_what, text, expected) => {
    expect(parseRedeemText(text, { redeemPage: page })).toEqual(expected);
  });

  it('a whole message with several of them, each once', () => {
    const message = `Hi Sam,
      here are your invitations: ${redeemLink('inv-00000001', 'na')}, and (${redeemLink('inv-00000002', 'eu')}).
      Invitation ID: inv-00000003
      • inv-00000004
      Again: ${redeemLink('inv-00000001', 'na')}
      Best, Dana, 2026-11-24, +49 30 1234567, see https://northwind.example/team or dana@northwind.example`;
    expect(parseRedeemText(message)).toEqual([
      found('inv-00000001', 'na'),
      found('inv-00000002', 'eu'),
      found('inv-00000003'),
      found('inv-00000004'),
    ]);
  });

  it('a message with a misleading link also lists that one', () => {
    expect(
      parseRedeemText(
        `Please: ${redeemLink(id, 'na')}\nor https://advertising.amazon.com.evil.example/${id}`,
      ),
    ).toMatchObject([found(id, 'na'), { kind: 'unknown' }]);
  });
});

// None of these may become an invitation or a setup, however it is wrapped.
const hostile: readonly string[] = [
  ...[
    '',
    '.',
    '..',
    '%2e%2e',
    '%',
    '%zz',
    '%00',
    'a%0ab',
    'a%20b',
    '%E2%80%AEgnp',
    '%C2%A0',
    '\u202Eabc',
    '%ED%A0%80',
    '%FF',
  ].map((path) => `amc-access://redeem/${path}`),
  `amc-access://redeem/${'a'.repeat(401)}`,
  ...[
    'connectionId=1',
    'region=xx',
    'region=',
    'region=na&region=eu',
    'redeem=true',
    'auto=1',
    'token=Atza',
    'endpoint=https://evil.example',
    'apiUrl=https://evil.example',
    'region=na&next=x',
    'region[]=na',
    'REGION=na',
    '__proto__=1',
    'constructor=x',
  ].map((query) => `amc-access://redeem/${id}?${query}`),
  ...['#frag', '#?region=na'].map((hash) => `amc-access://redeem/${id}${hash}`),
  ...['user@', 'user:pass@', ':@'].map((user) => `amc-access://${user}redeem/${id}`),
  ...[':80', ':0', ':99999'].map((port) => `amc-access://redeem${port}/${id}`),
  ...[
    'accept',
    'redeem.evil',
    'revoke',
    'settings',
    'open',
    '',
    'redeem%2f',
    'xn--redeem',
    '127.0.0.1',
    '[::1]',
  ].map((host) => `amc-access://${host}/${id}`),
  ...[
    'amc-access:',
    'amc-access:/',
    'amc-access://',
    'amc-access:///',
    'amc-access:redeem',
    'amc-access:/redeem',
    'amc-access://redeem',
    'amc-access://redeem/',
  ],
  // Setups with more than they may have, or less.
  ...[
    'label=x&region=na',
    'label=x&clientId=y',
    'region=na&clientId=y',
    'label=x&region=zz&clientId=y',
    'label=x&region=na&clientId=y&clientSecret=z',
    'label=x&region=na&clientId=y&endpoints=https://evil.example',
    'label=x&region=na&clientId=y&apiUrl=https://evil.example',
    'label=x&region=na&clientId=y&returnPort=abc&returnPort=1',
    'label=x&region=na&clientId=y&label=z',
    `label=${'x'.repeat(81)}&region=na&clientId=y`,
    `label=x&region=na&clientId=${'y'.repeat(121)}`,
    'label=x&region=na&clientId=y&token=Atzr',
    'label=x&region=na&clientId=y&authorizeUrl=x',
    'label=x&region=na&clientId=y&realm=amazon',
  ].map((query) => `amc-access://connect?${query}`),
  `amc-access://connect/path?label=x&region=na&clientId=y`,
  // Look-alikes of Amazon and of our scheme.
  ...[
    'http://advertising.amazon.com/',
    'https://advertising.amazon.com.evil.example/',
    'https://advertising-amazon.com/',
    'https://amazon.com/',
    'https://www.amazon.com/',
    'https://advertising.amazon.evil/',
    'https://advertising.amazon.com:8443/',
    'https://user@advertising.amazon.com/',
    'https://advertising.amazon.com@evil.example/',
    'https://evil.example/advertising.amazon.com/',
    'https://xadvertising.amazon.com/',
    'https://advertising.amazon.com%2eevil.example/',
    'https://advertising.amаzon.com/',
    'https://xn--advertising.amazon.com/',
    'https://advertising.amazon.co.uk.evil.example/',
    'https://advertising.amazon.c/',
    'https://advertising.amazon./',
    'https://advertising.amazon/',
    'ftp://advertising.amazon.com/',
    'file:///advertising.amazon.com/',
    'javascript:alert(1)//',
    'data:text/html,',
    'vbscript:x',
    'blob:https://advertising.amazon.com/',
    'about:blank',
    'app://amc/',
    'amc-access2://redeem/',
    'xamc-access://redeem/',
    'intent://redeem/',
    'ms-settings:',
    'tel:+',
    'mailto:',
    'view-source:https://advertising.amazon.com/',
    'chrome://settings/',
    'devtools://devtools/',
    'ws://advertising.amazon.com/',
    'smb://host/',
    '\\\\host\\share\\',
  ].flatMap((start) => [`${start}${id}`, `${start}?invitationId=${id}`]),
  // Pages of Amazon without an invitation.
  ...[
    '',
    'invitations',
    'redeem',
    'accept/',
    'am/users',
    'terms',
    'terms/agreement',
    'terms/agreement/',
    'terms/agreement/x1y2z3w4?id=inv-12345678',
    '?id=',
    '?invitationId=%20',
    '?invitation=%00',
    '?id=..',
    '?id=a%20b',
    '?id=%E2%80%8B',
  ].map((rest) => `https://advertising.amazon.com/${rest}`),
  // Almost the agency's page.
  ...[
    'http://access.example.com/redeem#',
    'https://access.example.com/redeem/#',
    'https://access.example.com/Redeem#',
    'https://access.example.com/#',
    'https://access.example.com.evil.example/redeem#',
    'https://access.example.com:444/redeem#',
    'https://access.example.com/redeem?x#',
    'https://u@access.example.com/redeem#',
    'https://evil.example/redeem#',
  ].map((start) => `${start}${id}`),
  ...[
    '',
    '%',
    '%00',
    '..',
    'a%20b',
    `${id}?region=xx`,
    `${id}?connection=1`,
    `${id}?region=na&region=na`,
    `${id}?region=na&x=1`,
  ].map((rest) => `${page}#${rest}`),
  // Not IDs.
  ...[
    'hello',
    'Redeem',
    'admin',
    'x',
    '12345',
    '1',
    '2026-11-24',
    '24.11.2026',
    '10:30',
    '+49 30 12345',
    '(030) 12345',
    '100%',
    '3.5',
    '1,200',
    'v1.2',
    'a@b.c1',
    'sam.okafor1@brightside-foods.example',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '${7*7}1a',
    '{{7*7}}a1',
    "' OR 1=1 --",
    '../../etc/passwd1',
    '..\\..\\windows1',
    'C:\\windows\\1a',
    '/redeem/inv-1',
    'inv/4f9c2a71',
    'inv?4f9c2a71',
    'inv#4f9c2a71',
    'inv&4f9c2a71',
    'inv%2f4f9c2a71',
    'inv;4f9c2a71a',
    'inv|4f9c2a71',
    '`inv4f9c2a71`x`',
    '$(inv4f9c2a71)x',
    'inv\\u00004f9c',
    '\u0000inv-4f9c2a71',
    'inv-\u00004f9c2a71',
    '\u202Einv-4f9c2a71',
    'inv\u202E-4f9c2a71',
    '\u200Binv-4f9c2a71',
    'inv\u2066-4f9c2a71',
    '\uFEFFx1\u200Dinv1',
    'inv\uD8004f9c2a71',
    '\uDC00inv-4f9c2a71',
    'İnv4',
    'ａｂｃ１２３',
    '١٢٣٤٥٦٧٨',
    '𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
    '👩‍💻12345678a',
    'é12345',
    'a'.repeat(5000),
    '1'.repeat(500),
    'a1'.repeat(300),
    '-'.repeat(3000),
    '('.repeat(3000),
    '%'.repeat(3000),
    '://'.repeat(500),
    'amc-access:'.repeat(200),
    'https://'.repeat(300),
  ],
];
/** The same inside what mail programs and pages put around a link. */
const wrapped = hostile.flatMap((text) => [text, `<${text}>`]);

describe('what must be ignored', () => {
  it('is a long list', () => expect(wrapped.length).toBeGreaterThanOrEqual(300));

  it.each(wrapped.map((text, index): [number, string] => [index, text]))('hostile %i', (_index, text) => {
    for (const link of parseRedeemText(text, { redeemPage: page })) {
      expect(link.kind, JSON.stringify(link).slice(0, 300)).toMatch(/^(unknown|terms)$/);
      if (link.kind === 'unknown') expect(link.reason).toMatch(/\.$/);
    }
  });
});

const visibleAscii = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));

/** The text with every percent-encoded byte decoded, and without its line ends. */
const plain = (text: string): string =>
  text
    .replace(/=?[\r\n]+[>|\s]*/g, '')
    .replace(/%[0-9a-f]{2}/gi, (byte) => String.fromCharCode(parseInt(byte.slice(1), 16)));

describe('any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'amc-access://redeem/',
      'amc-access://connect?',
      'https://advertising.amazon.com/',
      '?region=',
      '&',
      '#',
      '%',
      page,
      id,
      '\n',
      ' ',
      ':',
      '//',
      '@',
      '..',
    ),
  );

  test('throws nothing, and whatever is accepted is a valid ID that appears in the text', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
        (text) => {
          for (const link of parseRedeemText(text, { redeemPage: page })) {
            if (link.kind !== 'invitation') continue;
            if (!isInvitationId(link.invitationId))
              throw new Error(`No id: ${JSON.stringify(link.invitationId)}`);
            if (/[\s\p{C}]/u.test(link.invitationId)) throw new Error('An id has invisible characters.');
            if (!plain(text).includes(link.invitationId)) throw new Error('The id does not stand there.');
          }
        },
      ),
      { numRuns: 100_000 },
    );
  }, 60_000);

  test('that is one of our links gives back what it was created from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: visibleAscii, minLength: 1, maxLength: 80 }).filter(isInvitationId),
        fc.constantFrom('na' as const, 'eu' as const, 'fe' as const),
        fc.constantFrom('', page),
        (invitationId, region, redeemPage) => {
          expect(parseRedeemText(invitationLink(invitationId, region, redeemPage), { redeemPage })).toEqual([
            found(invitationId, region),
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
