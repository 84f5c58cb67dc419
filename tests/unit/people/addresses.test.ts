import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowLocalFindings } from '../../../shared/domain/batch/rules/checkRow';
import type { RowFinding } from '../../../shared/domain/batch/batch';
import { emailAddress } from '../../../shared/domain/invitation/person';

const found = (typed: string): RowFinding | undefined =>
  rowLocalFindings({
    rowId: 'row-0001',
    position: 1,
    account: { connectionId: 'main', accountId: 'A1' },
    accountText: 'Acme US',
    emailAddress: typed,
    userName: 'Ann Ames',
    role: 'viewer',
    note: '',
    instances: '',
  })[0];

const cyrillic = { e: '\u0435', a: '\u0430' };

describe('an address', () => {
  test('of a pseudonym is never accepted', () => {
    const finding = found(' Erased-3@erased.invalid');
    expect(finding).toMatchObject({ code: 'EMAIL_INVALID', level: 'error' });
    expect(finding?.message).toContain('whose data was erased');
    expect(emailAddress.safeParse('erased-3@erased.invalid').success).toBe(false);
  });

  test.each([
    "o'brien@agency.example",
    'ann+amc@agency.example',
    'ann-_a.b@123.example',
    'Ann@Agency.Example',
    'ann@agency.museum',
    'ann@xn--mller-kva.example',
    'ann@xn--e1afmkfd.xn--p1ai',
    ' ann@agency.example\t',
    '\uFEFFann@agency.example\u2029',
    `${'a'.repeat(64)}@agency.example`,
  ])('is accepted without a finding: %j', (typed) => {
    expect(found(typed)).toBeUndefined();
  });

  test.each([
    ['R&D@agency.example', '&'],
    ['a/b@agency.example', '/'],
    ['user=x@agency.example', '='],
    ['ann!@agency.example', '!'],
    ['{ann}@agency.example', '{'],
    ['jane_ext#EXT#@x.onmicrosoft.example', '#'],
    ["#$%&'*+/=?^_`{|}~-@agency.example", '#'],
  ])('is accepted and its rare character reported: %s', (typed, character) => {
    const finding = found(typed);
    expect(finding).toMatchObject({ code: 'EMAIL_UNUSUAL', level: 'warning', fix: null });
    expect(finding?.message).toContain(`“${character}” before the @, which is valid but rare`);
    expect(emailAddress.safeParse(typed).success).toBe(true);
  });

  type Slip = [what: string, typed: string, fixed: string, reason: RegExp];
  test.each<Slip>([
    ['a spreadsheet’s apostrophe', "'ann@agency.example", 'ann@agency.example', /begins with an apostrophe/],
    ['apostrophes around', "'ann@agency.example'", 'ann@agency.example', /begins with an apostrophe/],
    ['typographic marks around', '‘ann@agency.example’', 'ann@agency.example', /begins with an apostrophe/],
    ['a typographic apostrophe', 'o’brien@agency.example', "o'brien@agency.example", /“’” .+typographic/],
    ['a dot at the end', 'ann@agency.co.uk.', 'ann@agency.co.uk', /ends with a dot/],
    ['a space', 'ann @agency.example', 'ann@agency.example', /a space/],
    ['a space after the @', 'ann@ agency.example', 'ann@agency.example', /a space/],
    ['a no-break space', 'ann\u00A0@agency.example', 'ann@agency.example', /a space/],
    ['a zero-width space', '\u200Bann@agency.example', 'ann@agency.example', /a zero-width space/],
    ['a soft hyphen', 'ann\u00AD@agency.example', 'ann@agency.example', /a soft hyphen/],
    ['direction marks', '\u202Aann@agency.example\u202C', 'ann@agency.example', /text direction/],
    ['mailto', 'MAILTO:ann@agency.example?subject=Hi', 'ann@agency.example', /more than the address/],
    ['Exchange’s prefix', 'SMTP:ann@agency.example', 'ann@agency.example', /more than the address/],
    ['brackets', '<ann@agency.example>', 'ann@agency.example', /more than the address/],
    ['a name before', 'Ames, Ann <ann@agency.example>', 'ann@agency.example', /more than the address/],
    ['a name after', 'ann@agency.example (Ann Ames)', 'ann@agency.example', /more than the address/],
    ['a semicolon', 'ann@agency.example;', 'ann@agency.example', /more than the address/],
    [
      'a link from a mail program',
      'ann@agency.example<mailto:ann@agency.example>',
      'ann@agency.example',
      /@/,
    ],
    ['a Markdown link', '[ann@agency.example](mailto:ann@agency.example)', 'ann@agency.example', /@/],
    ['a full-width @', 'ann＠agency.example', 'ann@agency.example', /“＠” is where @ belongs/],
    ['full-width letters', 'ａｎｎ＠ａｇｅｎｃｙ．ｅｘａｍｐｌｅ', 'ann@agency.example', /“＠”/],
    ['a full-width letter', 'ann@ａgency.example', 'ann@agency.example', /“ａ”|ａgency/],
    ['an ideographic full stop', 'ann@agency。example', 'ann@agency.example', /“。” isn’t allowed/],
    [
      'an umlaut in the domain',
      'ann@müller.example',
      'ann@xn--mller-kva.example',
      /internationalized domain.+xn--/,
    ],
    [
      'a Cyrillic domain',
      'ann@пример.рф',
      'ann@xn--e1afmkfd.xn--p1ai',
      /internationalized domain in Cyrillic/,
    ],
    [
      'a lookalike',
      `ann@ag${cyrillic.e}ncy.example`,
      'ann@agency.example',
      /“\u0435” after .+ Cyrillic .+“e”/,
    ],
    [
      'a lookalike before the @',
      `${cyrillic.a}nn@agency.example`,
      'ann@agency.example',
      /“\u0430” before .+ Cyrillic/,
    ],
    ['a Turkish capital', 'ANN@GMAİL.COM', 'ANN@GMAIL.COM', /“İ”.+looks like “I”/],
    ['two dots', 'ann..ames@agency.example', 'ann.ames@agency.example', /two dots/],
    ['a dot before the @', 'ann.@agency.example', 'ann@agency.example', /ends with a dot/],
    ['a dot first', '.ann@agency.example', 'ann@agency.example', /begins or ends with a dot/],
    ['two dots in the domain', 'ann@agency..example', 'ann@agency.example', /an extra dot/],
    ['a comma for a dot', 'ann@agency,example', 'ann@agency.example', /“,” isn’t allowed/],
    ['two @', 'ann@@agency.example', 'ann@agency.example', /more than one @/],
    ['“at” as a word', 'ann [at] agency [dot] example', 'ann@agency.example', /no @/],
    ['at in parentheses', 'ann(at)agency.example', 'ann@agency.example', /no @/],
    ['an escaped @', 'ann%40agency.example', 'ann@agency.example', /no @/],
  ])('with %s is rejected with the reason, and one click corrects it', (_, typed, fixed, reason) => {
    const finding = found(typed);
    expect(finding).toMatchObject({ code: 'EMAIL_INVALID', level: 'error', fix: { value: fixed } });
    expect(finding?.message).toMatch(reason);
    expect(emailAddress.safeParse(fixed).success).toBe(true);
  });

  test.each([
    ['пётр@пример.рф', /“п” before the @ is Cyrillic/],
    ['jörg@agency.example', /“ö” before the @ isn’t a letter from a to z. Amazon may not accept it/],
    ['ann@agency', /no ending, such as .com/],
    ['ann@[192.168.0.1]', /a computer’s IP address/],
    ['"ann ames"@agency.example', /in quotation marks/],
    ['ann@-agency.example', /“-agency” begins or ends with a hyphen/],
    ['ann@agency-.example', /“agency-” begins or ends with a hyphen/],
    ['ann@sub_domain.agency.example', /“_” isn’t allowed after the @/],
    ['ann@agency.e', /no domain ends with \.e\./],
    ['ann@agency.example1', /no domain ends with \.example1/],
    [`${'a'.repeat(65)}@agency.example`, /more than 64 characters before the @/],
    [`ann@${'a'.repeat(64)}.example`, /more than 63 characters/],
    [`ann@${'a.'.repeat(130)}example`, /more than 254 characters/],
    ['ann@agency.example, ben@agency.example', /more than one address. Enter each person in a separate row/],
    ['ann@agency.example/ben@agency.example', /more than one address/],
    ['ann@agency.example\nben@agency.example', /more than one address/],
    ['https://teams.example/l/chat/ann@agency.example', /a web address/],
    ['@agency.example', /nothing before the @/],
    ['ann@', /nothing after the @/],
    ['#N/A', /no @/],
    ['TBD', /no @/],
  ])(
    'that nobody can be sure of is rejected with the reason and without a suggestion: %s',
    (typed, reason) => {
      const finding = found(typed);
      expect(finding).toMatchObject({ code: 'EMAIL_INVALID', level: 'error', fix: null });
      expect(finding?.message).toMatch(reason);
      const form = emailAddress.safeParse(typed);
      expect(form.error?.issues[0]?.message).toMatch(reason);
    },
  );

  test('whatever is typed, a suggestion is an address, and a rejection says why', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Array.from('ann@.-_\'"<>()[]{}, ;:/\\&ü\u0435\u200B＠’。İ')),
      fc.constantFrom('mailto:', 'agency.example', '(at)', 'xn--', '%40'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join('');
        const finding = found(typed);
        const accepted = emailAddress.safeParse(typed);
        expect(accepted.success).toBe(finding?.level !== 'error');
        if (!accepted.success) expect(accepted.error.issues[0]?.message).toMatch(/^.+[.:] .+\.$/s);
        const fixed = finding?.fix?.value;
        if (typeof fixed === 'string') expect(emailAddress.safeParse(fixed).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
