import { expect, it } from 'vitest';
import { confirmEndpoints, type Ask } from '../../../main/ipc/confirmedEndpoints';
import { connectionInput } from '../../../shared/domain/connection/connection';

type Question = Parameters<Ask>[0];

function person(agrees: boolean): { readonly asked: Question[]; readonly ask: Ask } {
  const asked: Question[] = [];
  return {
    asked,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(agrees);
    },
  };
}

const clientId = 'amzn1.application-oa2-client.acme';
const endpoints = {
  authorizeUrl: 'https://login.acme.example/ap/oa',
  tokenUrl: 'https://login.acme.example:8443/token',
  profileUrl: 'https://login.acme.example/profile',
  apiUrl: 'https://xn--amzon-hra.example/api',
};

it('Amazon’s own servers need no question', async () => {
  const { asked, ask } = person(false);
  await confirmEndpoints({ clientId, endpoints: undefined }, ask);
  expect(asked).toEqual([]);
});

it('the question names every server with its port, what it is for, and the client ID', async () => {
  const { asked, ask } = person(true);
  await confirmEndpoints({ clientId, endpoints }, ask);
  expect(asked).toHaveLength(1);
  const lines = asked[0]?.detail.split('\n');
  expect(lines).toContain('https://login.acme.example (sign-in page, profile)');
  expect(lines).toContain('https://login.acme.example:8443 (tokens)');
  expect(lines).toContain('https://xn--amzon-hra.example (Amazon Ads API)');
  expect(lines).toContain(`Client ID: ${clientId}`);
});

it('without a yes nothing is made', async () => {
  const { ask } = person(false);
  await expect(confirmEndpoints({ clientId, endpoints }, ask)).rejects.toMatchObject({
    code: 'NOT_CONFIRMED',
  });
});

it.each(['client\u202Egpj.exe', 'client\u200B', 'clíent', 'a b'])('refuses the client ID %j', (id) => {
  const input = { label: 'Acme', region: 'na', clientId: id };
  expect(connectionInput.safeParse(input).success).toBe(false);
});
