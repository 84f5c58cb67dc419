import { expect, it } from 'vitest';
import { confirmEndpoints, type Ask } from '../../../main/ipc/confirmedEndpoints';
import { connectionInput } from '../../../shared/domain/connection/connection';

type Question = Parameters<Ask>[0];

function person(agrees: boolean): { readonly questions: Question[]; readonly ask: Ask } {
  const questions: Question[] = [];
  return {
    questions,
    ask: (question) => {
      questions.push(question);
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
  const { questions, ask } = person(false);
  await confirmEndpoints({ clientId, endpoints: undefined }, ask);
  expect(questions).toEqual([]);
});

it('the question names every server with its port, what it is for, and the client ID', async () => {
  const { questions, ask } = person(true);
  await confirmEndpoints({ clientId, endpoints }, ask);
  expect(questions).toHaveLength(1);
  const lines = questions[0]?.detail.split('\n');
  expect(lines).toContain('https://login.acme.example (sign-in page, profile)');
  expect(lines).toContain('https://login.acme.example:8443 (tokens)');
  expect(lines).toContain('https://xn--amzon-hra.example (Amazon Ads API)');
  expect(lines).toContain(`Client ID: ${clientId}`);
});

it('without a yes nothing is created', async () => {
  const { ask } = person(false);
  await expect(confirmEndpoints({ clientId, endpoints }, ask)).rejects.toMatchObject({
    code: 'NOT_CONFIRMED',
  });
});

it.each(['client\u202Egpj.exe', 'client\u200B', 'clíent', 'a b'])('rejects the client ID %j', (id) => {
  const input = { label: 'Acme', region: 'na', clientId: id };
  expect(connectionInput.safeParse(input).success).toBe(false);
});
