import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../../../main/shell/logging/redaction';

const redact = createRedaction('linux', { homeFolder: '/home/dana', userName: 'dana' });

const token = fc.stringMatching(/^[A-Za-z0-9_-]{20,60}$/);
const deps = fc.constantFrom(' ', '"', '(', ',', '\n', '=', '', '; ');
/** Every form in which the app meets a secret; `[form, what must be gone]`. */
const secret = fc.oneof(
  token.map((text) => [`Atza|${text}`, text]),
  token.map((text) => [`Atzr%7C${text}`, text]),
  token.map((text) => [`amzn1.oa2-cs.v1.${text}`, text]),
  token.map((text) => [`Authorization: Bearer ${text}`, text]),
  token.map((text) => [`authorization: "${text}"`, text]),
  token.map((text) => [`{"client_secret":"${text}"}`, text]),
  token.map((text) => [`{"refreshToken": "${text}"}`, text]),
  token.map((text) => [`grant_type=authorization_code&code=${text}&x=1`, text]),
  token.map((text) => [`http://localhost:8710/callback?code=${text}&state=${text}`, text]),
  token.map((text) => [`https://www.amazon.com/ap/oa?client_id=a&code_challenge=${text}`, text]),
  token.map((text) => [`${text.toLowerCase()}@agency.example`, text.toLowerCase()]),
);

describe('a line of the log', () => {
  it('never contains a token, a secret, a sign-in address or an email address, wherever they appear', () => {
    fc.assert(
      fc.property(secret, deps, deps, ([form = '', gone = ''], before, after) => {
        const line = redact(`Something${before} ${form} ${after}else`);
        expect(line).not.toContain(gone);
        expect(redact(line)).toBe(line);
        expect(line).toMatch(/^Something.*else$/s);
      }),
    );
  });

  /** By name alone: the value looks like nothing else that is removed. */
  const names = [
    'access_token',
    'refresh_token',
    'id_token',
    'client_secret',
    'clientSecret',
    'accessToken',
    'refreshToken',
    'code',
    'code_verifier',
    'state',
    'password',
  ];
  const plain = fc.stringMatching(/^[A-Za-z0-9._~-]{8,60}$/);
  const forms: readonly ((name: string, value: string) => string)[] = [
    (name, value) => JSON.stringify({ [name]: value }),
    (name, value) => JSON.stringify({ first: 1, [name]: value, last: 'x' }, null, 2),
    (name, value) => `{'${name}' : '${value}'}`,
    (name, value) => `${name}=${value}`,
    (name, value) => `a=b&${name}=${value}&c=d`,
    (name, value) => `${name} = "${value}"`,
  ];
  it.each(names)('never contains the value of %s, in JSON or a form', (name) => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...forms), fc.boolean(), (value, form, loud) => {
        const line = redact(form(loud ? name.toUpperCase() : name, value));
        expect(line).not.toContain(value);
        expect(line).toContain('[secret]');
      }),
    );
  });

  it.each([
    ['rosa.lind+amc@north-wind.example did it', '[email address] did it'],
    ['“Zoë” <zoë@müller.example>', '“Zoë” <[email address]>'],
    ['open /home/dana/.config/app/access.db', 'open ~/.config/app/access.db'],
    ['https://user:pass@host.example/path', 'https://user:[email address]/path'],
  ])('%s', (line, redacted) => {
    expect(redact(line)).toBe(redacted);
  });

  it.each([
    'accounts.refresh: THROTTLED, Amazon’s request ID 9c1e2f30-7a4b-4a39-8a53-1d1f0a9c0001',
    'Connection 0b5f3c0e-1111-4222-8333-444455556666: amazon eu signedIn',
    'Error ERR_SQLITE_ERROR: database or disk is full',
    'at open (node_modules/@photostructure/sqlite/dist/index.cjs:12:3)',
    'Amazon answered 401 at https://api.amazon.com/auth/o2/token',
    'invitations: 50000 rows',
  ])('without any of them stays as it is: %s', (line) => {
    expect(redact(line)).toBe(line);
  });
});
