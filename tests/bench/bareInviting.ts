import http from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import pLimit from 'p-limit';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { chunksOf } from '../../shared/domain/outbox/chunk';
import { maxPerCall, type Invitee } from '../../shared/domain/invitation/invitation';
import type { Entry } from './services';

/** Whom to invite, and to which account. */
export interface Invited {
  readonly accountId: string;
  readonly people: readonly Invitee[];
}

/** As many accounts as our outbox sends to at a time. */
const parallel = 4;

/** The calls our outbox makes, as many at a time: the list, the invitations, the list again. Nothing is stored. */
export async function inviteBare(entry: Entry, all: readonly Invited[]): Promise<void> {
  const amazon = bareClient(entry);
  const limit = pLimit(parallel);
  const inviteTo = async ({ accountId, people }: Invited): Promise<void> => {
    await readList(amazon, accountId);
    for (const chunk of chunksOf(people, maxPerCall)) await invite(amazon, accountId, chunk);
    await readList(amazon, accountId);
  };
  await Promise.all(all.map((invited) => limit(() => inviteTo(invited))));
}

/** One call after the other, one person a call. */
export async function inviteOneByOne(entry: Entry, all: readonly Invited[]): Promise<void> {
  const amazon = bareClient(entry);
  for (const { accountId, people } of all) {
    for (const person of people) await invite(amazon, accountId, [person]);
  }
}

const bareClient = ({ apiUrl, accessToken }: Entry): AxiosInstance =>
  axios.create({
    baseURL: apiUrl,
    httpAgent: new http.Agent({ keepAlive: true }),
    headers: {
      Authorization: `Bearer ${accessToken}`,
      'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
    },
  });

async function readList(amazon: AxiosInstance, accountId: string): Promise<void> {
  const mediaType = 'application/vnd.ListUserInvitations.v1+json';
  let nextToken: string | null | undefined;
  do {
    const { data } = await amazon.post<{ readonly nextToken?: string | null }>(
      '/user-invitations/list',
      JSON.stringify({ maxResults: 50, ...(nextToken ? { nextToken } : {}) }),
      { headers: headersFor(accountId, mediaType) },
    );
    nextToken = data.nextToken;
  } while (nextToken);
}

/** Throws if not all of them were invited: then it wasn't the same work. */
async function invite(amazon: AxiosInstance, accountId: string, people: readonly Invitee[]): Promise<void> {
  const { data } = await amazon.post<{ readonly successes: readonly unknown[] }>(
    '/user-invitations',
    JSON.stringify({
      userInvitationRequests: people.map(({ emailAddress, userName, role }) => ({
        user: { emailAddress, userName },
        permissionSet: { type: 'ROLE', role: { name: role } },
      })),
      notifyInvitedUsers: false,
    }),
    { headers: headersFor(accountId, 'application/vnd.CreateUserInvitations.v1+json') },
  );
  if (data.successes.length !== people.length) throw new Error('Not everybody was invited.');
}

const headersFor = (accountId: string, mediaType: string): Record<string, string> => ({
  Accept: mediaType,
  'Content-Type': mediaType,
  'Amazon-Ads-AccountId': accountId,
});
