import { describe, expect, it } from 'vitest';
import { parseRedeemText } from '../../../shared/domain/redeem/parseText';

const id = 'inv-1234567890';
const uuid = '0b4c2f0e-71f3-4f43-9a0e-3f1c2b9d8e77';
const page = 'https://agency.example/redeem.html';
const onPage = `${page}#${id}?region=na`;
const amazon = `https://advertising.amazon.com/invite/abc?invitationId=${id}`;
const own = `amc-access://redeem/${id}?region=na`;
const encoded = encodeURIComponent;

const read = (text: string) => parseRedeemText(text, { redeemPage: page });
const found = (invitationId: string, region: 'na' | null) => ({ kind: 'invitation', invitationId, region });
const inAmerica = [found(id, 'na')];
const anywhere = [found(id, null)];

const safeLink = (inner: string): string =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encoded(inner)}&data=05%7C02%7Cx%7C&reserved=0`;

describe('a link wrapped by a mail program or a chat', () => {
  it.each([
    ['Outlook', safeLink(onPage), inAmerica],
    ['Outlook', safeLink(amazon), anywhere],
    ['Outlook', safeLink(own), inAmerica],
    ['Outlook, in HTML', safeLink(own).replaceAll('&', '&amp;'), inAmerica],
    ['Outlook, in a message', `Hi Sam,\nplease open ${safeLink(own)}.\nDana`, inAmerica],
    ['Outlook, as plain text', `Open<${safeLink(amazon)}>`, anywhere],
    [
      'Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded(amazon)}&locale=en-us`,
      anywhere,
    ],
    [
      'Proofpoint, form 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__advertising.amazon.com_invite_abc-3FinvitationId-3Dinv-2D1234567890&d=DwMF&c=x',
      anywhere,
    ],
    ['Proofpoint, form 3', `https://urldefense.com/v3/__${amazon}__;!!abc!def$`, anywhere],
    [
      'Proofpoint, form 3, one character replaced',
      `https://urldefense.com/v3/__${page}*${id}?region=na__;Iw!!abc!def$`,
      inAmerica,
    ],
    [
      'Proofpoint, form 3, a run replaced and a slash lost',
      'https://urldefense.com/v3/__https:/advertising.amazon.com/i?id=**C1234567890__;aW52LQ!!abc!def$',
      anywhere,
    ],
    ['Google', `https://www.google.com/url?q=${encoded(amazon)}&sa=D&source=gmail`, anywhere],
    ['Google', `https://www.google.com/url?q=${encoded(onPage)}&sa=D&source=gmail`, inAmerica],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded(amazon)}&c=E,1,abc`, anywhere],
    ['Slack', `https://slack-redir.net/link?url=${encoded(onPage)}`, inAmerica],
    [
      'an email from Amazon',
      `https://www.amazon.com/gp/r.html?C=ABC&K=DEF&T=C&U=${encoded(amazon)}&H=GHI`,
      anywhere,
    ],
    ['two of them', safeLink(`https://www.google.com/url?q=${encoded(amazon)}`), anywhere],
  ])('is read through it: %s', (_wrapper, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([
    ['three wrappers', safeLink(safeLink(safeLink(amazon)))],
    ['an unknown one', `https://click.mailer.example/track?to=${encoded(amazon)}`],
    [
      'one that hides the address',
      'https://protect-eu.mimecast.com/s/AbCdEf1234?domain=advertising.amazon.com',
    ],
  ])('is reported as wrapped if it can’t be read: %s', (_what, text) => {
    expect(read(text)).toMatchObject([
      { kind: 'unknown', reason: expect.stringContaining('wrapped this link') },
    ]);
  });

  it.each([
    safeLink('https://evil.example/inv-1234567890'),
    safeLink('https://advertising.amazon.com.evil.example/inv-1234567890'),
    safeLink('javascript:alert(1)'),
    `https://safelinks.protection.outlook.com.evil.example/?url=${encoded(amazon)}`,
    `https://evil.example/?url=${encoded('https://x.example/inv-1234567890')}`,
  ])('leads nowhere else: %s', (text) => {
    expect(read(text)).toMatchObject([{ kind: 'unknown' }]);
  });
});

describe('a link in an unusual form', () => {
  it.each([
    ['an encoded fragment', `${page}%23${id}%3Fregion%3Dna`, inAmerica],
    ['an encoded region on the page', `${page}#${id}%3Fregion%3Dna`, inAmerica],
    ['an encoded region in our link', `amc-access://redeem/${id}%3Fregion%3Dna`, inAmerica],
    ['capitals in the host', `https://ADVERTISING.AMAZON.COM/invite?invitationId=${id}`, anywhere],
    ['capitals in the page’s host', `https://Agency.Example/redeem.html#${id}?region=na`, inAmerica],
    ['the port of https', `https://advertising.amazon.com:443/invite?invitationId=${id}`, anywhere],
    ['capitals in the parameter', `https://advertising.amazon.com/invite?InvitationID=${id}`, anywhere],
    ['the region in capitals', `amc-access://redeem/${id}?region=NA`, inAmerica],
    ['counted clicks', `${page}?utm_source=mail&utm_campaign=x#${id}?region=na`, inAmerica],
    ['backticks', `\`${own}\``, inAmerica],
    ['HTML with single quotation marks', `<a href='${own}'>Open</a>`, inAmerica],
    ['an invisible space after it', `${own}\u200B`, inAmerica],
    ['full-width brackets', `（${own}）`, inAmerica],
    ['German quotation marks', `„${own}“`, inAmerica],
    ['a Japanese full stop', `${own}。`, inAmerica],
    ['everything encoded', encoded(own), inAmerica],
    ['everything encoded', encoded(amazon), anywhere],
  ])('is understood: %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a link or ID that was broken across lines', () => {
  it.each([
    ['our link', `amc-access://redeem/inv-12345\n67890?region=na`, inAmerica],
    ['in a message', `Hi,\namc-access://redeem/inv-12345\r\n67890?region=na\r\nThanks`, inAmerica],
    ['in a quoted message', `> amc-access://redeem/inv-12345\n> 67890?region=na\n> Thanks`, inAmerica],
    ['three lines', `amc-access://redeem/inv-\n1234567890\n?region=na`, inAmerica],
    ['quoted-printable', `amc-access://redeem/inv-12345=\n67890?region=3Dna`, inAmerica],
    [
      'quoted-printable of a page',
      `https://advertising.amazon.com/invite/abc?invitationId=3Dinv-12345=\r\n67890`,
      anywhere,
    ],
    ['Amazon’s page', `https://advertising.amazon.com/invite/abc?invit\nationId=${id}`, anywhere],
    ['after the equals sign', `https://advertising.amazon.com/invite/abc?invitationId=\n${id}`, anywhere],
    ['a UUID', '0b4c2f0e-71f3-4f43-9a0e-\n3f1c2b9d8e77', [found(uuid, null)]],
    [
      'a UUID in the middle of a group',
      `Invitation ID: 0b4c2f0e-71f\n3-4f43-9a0e-3f1c2b9d8e77`,
      [found(uuid, null)],
    ],
    [
      'a UUID in a link',
      `https://advertising.amazon.com/invite?id=0b4c2f0e-71f3-4f43\n-9a0e-3f1c2b9d8e77`,
      [found(uuid, null)],
    ],
  ])('is joined: %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    `https://advertising.amazon.com/invite/abc?invitationId=inv-12345\n67890`,
    `See https://advertising.amazon.com/invite/abc?invitationId=inv-12345\nabc\nThanks`,
    `0b4c2f0e-71f3-4f43-\nDana`,
  ])('is reported as cut off if that isn’t certain: %j', (text) => {
    expect(read(text)).toMatchObject([{ kind: 'unknown', reason: expect.stringContaining('cut off') }]);
  });

  it.each([
    `${amazon}...`,
    `${amazon}…`,
    'https://advertising.amazon.com/invite/abc?invitationId=inv-123...',
    'Open (https://advertising.amazon.com/invite/abc?invitationId=inv-123…) please',
    'amc-access://redeem/inv-123...',
    'inv-1234567...',
  ])('is reported as shortened, and the short ID is never used: %s', (text) => {
    expect(read(text)).toMatchObject([{ kind: 'unknown', reason: expect.stringContaining('shortened') }]);
  });

  it.each([
    ['a greeting below', `${amazon}\nThanks`, anywhere],
    ['a sentence below', `${amazon}\n3 days are left.`, anywhere],
    ['the ID below', `${amazon}\n${id}`, anywhere],
    [
      'another link below',
      `${own}\n${own.replace('0?', '1?')}`,
      [found(id, 'na'), found('inv-1234567891', 'na')],
    ],
    ['IDs one below another', `${id}\ninv-0987654321`, [found(id, null), found('inv-0987654321', null)]],
  ])('is left as it is with %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
