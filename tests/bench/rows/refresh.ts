import http from 'node:http';
import axios from 'axios';
import pLimit from 'p-limit';
import { createAccess } from '../../../main/access/access';
import { createAdsClient } from '../../../main/amazonAds/client/client';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import type { Database } from '../../../main/storage/database';
import { signIn } from '../../contract/sandbox/support/signIn';
import { startSandbox } from '../../support/amazon/sandbox';
import { recordEvents } from '../../support/fixtures/recordedEvents';
import { addConnection, temporaryStore } from '../../support/fixtures/store';
import type { Measurement } from '../results/results';

const accounts = 80;
/** What an agency with 80 accounts has pending on an ordinary day, and the max this app is made for. */
const sizes = [
  { invitations: 1900, runs: 9 },
  { invitations: 50_000, runs: 3 },
];
/** As many as our refresh reads at a time. */
const parallel = 4;

/** Reading 80 accounts and their invitations into the store, compared to the same calls with nothing around them. */
export async function refresh(): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const size of sizes) measured.push(await refreshOf(size));
  return measured;
}

async function refreshOf({ invitations, runs }: (typeof sizes)[number]): Promise<Measurement> {
  const sandbox = await startSandbox({ accounts, invitations });
  const store = temporaryStore();
  try {
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    const readAll = bareLoop(sandbox.origin, accessToken);
    const refreshAll = ours(store.db, sandbox.origin, accessToken);
    const values: number[] = [];
    const baselines: number[] = [];
    // The first round fills the store and warms both up; it doesn't count.
    for (let run = 0; run <= runs; run += 1) {
      const [value, baseline] = [await timed(refreshAll), await timed(readAll)];
      if (run === 0) continue;
      values.push(value);
      baselines.push(baseline);
    }
    return {
      name: `refresh of 80 accounts with ${invitations.toLocaleString('en')} invitations, against a bare axios loop`,
      unit: 'ms',
      values,
      baselines,
      target: { times: 1.25 },
    };
  } finally {
    store.remove();
    await sandbox.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** As in the app, except for the sign-in. */
function ours(db: Database, apiUrl: string, accessToken: string): () => Promise<unknown> {
  const connectionId = 'bench';
  addConnection(db, connectionId);
  const client = createAdsClient({
    apiUrl,
    clientId: sandboxClient.clientId,
    getToken: () => Promise.resolve(accessToken),
  });
  const events = recordEvents();
  const access = createAccess({
    db,
    clientOf: () => Promise.resolve(client),
    realmOf: () => 'sandbox',
    now: Date.now,
    changed: events.changed,
  });
  return async () => {
    await access.refreshAccounts(connectionId);
    events.take();
  };
}

/** The same calls, as many at a time, the answers parsed and thrown away. */
function bareLoop(apiUrl: string, accessToken: string): () => Promise<unknown> {
  const amazon = axios.create({
    baseURL: apiUrl,
    httpAgent: new http.Agent({ keepAlive: true }),
    headers: {
      Authorization: `Bearer ${accessToken}`,
      'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
    },
    // A viewer's accounts answer 403, as they do ours.
    validateStatus: (status) => status < 400 || status === 403,
  });
  const readAccounts = async (): Promise<string[]> => {
    const mediaType = 'application/vnd.amcaudiencesconnections.v1+json';
    const ids: string[] = [];
    let nextToken: string | null | undefined;
    do {
      const { data } = await amazon.get<AccountsPage>('/amc/accounts', {
        headers: { Accept: mediaType },
        params: nextToken ? { nextToken } : {},
      });
      ids.push(...data.amcAccounts.map(({ accountId }) => accountId));
      nextToken = data.nextToken;
    } while (nextToken);
    return ids;
  };
  const readInvitations = async (accountId: string): Promise<void> => {
    const mediaType = 'application/vnd.ListUserInvitations.v1+json';
    let nextToken: string | null | undefined;
    do {
      const { data } = await amazon.post<InvitationsPage>(
        '/user-invitations/list',
        JSON.stringify({ maxResults: 50, ...(nextToken ? { nextToken } : {}) }),
        { headers: { Accept: mediaType, 'Content-Type': mediaType, 'Amazon-Ads-AccountId': accountId } },
      );
      nextToken = data.nextToken;
    } while (nextToken);
  };
  return async () => {
    const limit = pLimit(parallel);
    const ids = await readAccounts();
    await Promise.all(ids.map((accountId) => limit(() => readInvitations(accountId))));
  };
}

interface InvitationsPage {
  readonly nextToken?: string | null;
}

interface AccountsPage extends InvitationsPage {
  readonly amcAccounts: readonly { readonly accountId: string }[];
}
