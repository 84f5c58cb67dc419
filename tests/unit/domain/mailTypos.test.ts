import { describe, expect, test } from 'vitest';
import { likelyMeant } from '../../../shared/domain/batch/rules/mailTypos';

/** As "name: endings", all of which exist. */
const real = `
  gmail: com
  googlemail: com
  icloud: com
  hotmail: com co.uk de fr es it se be fi no dk nl ch at gr ca cl com.ar com.au com.br com.tr co.jp co.th
  outlook: com de fr es it at be dk ie pt jp kr cl cz hu in ph sa sg sk com.ar com.au com.br co.id co.th com.tr
  yahoo: com co.uk co.jp co.in co.id co.nz de fr es it se ie dk no fi nl be at ch gr pl ro ca in com.ar com.au com.br com.mx
  live: com de fr it be se dk no fi nl ie at ca cl co.uk co.za com.au com.mx
  msn: com
  amazon: com co.uk co.jp de fr es it nl se pl ie com.be com.au com.br com.mx com.tr ca in sg
  gmx: de net at ch com co.uk fr es
  web: de
  orange: fr es be pl ro sk com
  btinternet: com
  proton: me
  protonmail: com ch
  t-online: de
  libero: it
  mail: com de ru
  email: com de cz
  ymail: com
  cloud: com
  life: com
  love: com
  amazone: de
  libera: it
  bookings: bet
`;
const addresses = real
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', endings = ''] = line.trim().split(': ');
    return endings.split(' ').map((ending) => `jane@${name}.${ending}`);
  });

describe('a domain', () => {
  test.each(addresses)('that exists is not treated as a typo: %s', (address) => {
    expect(likelyMeant(address)).toBeNull();
  });

  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmial.se', 'hotmail.se'],
    ['gmail.con', 'gmail.com'],
    ['gmial.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.co.uk', 'yahoo.co.uk'],
    ['outlok.com', 'outlook.com'],
    ['iclod.com', 'icloud.com'],
    ['t-onlin.de', 't-online.de'],
    ['client.con', 'client.com'],
    ['client.nte', 'client.net'],
    ['mail.client.ogr', 'mail.client.org'],
  ])('with a typo is found: %s', (typed, meant) => {
    expect(likelyMeant(`Jane@${typed}`)).toBe(`Jane@${meant}`);
  });
});
