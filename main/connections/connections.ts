import { randomUUID } from 'node:crypto';
import {
  defaultReturnPort,
  returnUrl,
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
  type Identity,
} from '../../shared/domain/connection';
import { amazonEndpoints, type Endpoints } from '../../shared/domain/region';
import { CodedError } from '../../shared/errors';
import { withoutUndefined } from '../../shared/withoutUndefined';
import type { AgentFetch } from '../network/agentFetch';
import type { SecretStore } from '../secrets/secretStore';
import type { Database } from '../storage/database';
import { createConnectionStore, type StoredConnection } from './connectionStore';
import type { LoginClient } from './loginWithAmazon';
import { anyPort } from './loopbackReceiver';
import { signInThroughBrowser, type PendingSignIn, type SignedIn } from './signIn';
import { createTokens } from './tokens';

/** The embedded sandbox as connections see it: hosts that may move at each start, and its registered client. */
export interface SandboxHosts {
  endpoints(): Promise<Endpoints>;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
}

export interface ConnectionsDeps {
  readonly db: Database;
  readonly secrets: SecretStore;
  readonly sandbox: SandboxHosts;
  /** The way out to Login with Amazon. */
  readonly fetch: AgentFetch;
  /** Opens a page in the system browser; may go to the given origins besides Amazon's. */
  readonly openInBrowser: (address: string, alsoAllowed: readonly string[]) => Promise<boolean>;
  /** Calls the listener each time the computer wakes up; returns the function that ends it. */
  readonly onResume: (listener: () => void) => () => void;
  readonly now: () => number;
  readonly changed: () => void;
  /** How long a sign-in waits for the browser, in ms; five minutes where left out, as long as Amazon's code lives. */
  readonly signInWaitMs?: number;
}

export interface Connections {
  list(): Connection[];
  add(input: ConnectionInput): Promise<Connection>;
  addSandbox(identity: string | null): Connection;
  update(connectionId: string, change: ConnectionChange): Promise<Connection>;
  /** See `signInThroughBrowser` for the errors; also SIGN_IN_IN_PROGRESS and OTHER_IDENTITY. */
  signIn(connectionId: string, options: { readonly acceptOtherIdentity: boolean }): Promise<Connection>;
  cancelSignIn(connectionId: string): void;
  signOut(connectionId: string): Promise<Connection>;
  /** Removes the way in and its secrets. What was learnt and done through it stays. */
  remove(connectionId: string): Promise<void>;

  /** Where accounts reached through this connection live. */
  realmOf(connectionId: string): string;
  /** What every request of the connection carries. */
  apiAccess(connectionId: string): Promise<{ readonly apiUrl: string; readonly clientId: string }>;
  getToken(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /** The connection's label and the signed-in person, for the record. */
  actorOf(connectionId: string): { readonly connectionLabel: string; readonly actor: string };
}

/** All ways in to accounts: adding, signing in, tokens, signing out, removing. */
export function createConnections(deps: ConnectionsDeps): Connections {
  const { db, secrets, sandbox, fetch, openInBrowser, onResume, now, changed } = deps;
  const waitMs = deps.signInWaitMs ?? 5 * 60_000;
  const store = createConnectionStore(db);
  const pending = new Map<string, PendingSignIn | null>();
  const cancellers = new Map<string, AbortController>();
  const tokens = createTokens({ connections: store, secrets, loginClientOf, now, changed });

  // What was held in memory only has ended with the last run.
  for (const { connectionId, state, renewable } of store.all()) {
    if (state === 'signedIn' && !renewable) store.change(connectionId, { state: 'signInAgain' });
  }

  async function endpointsOf({ kind, endpoints, region }: StoredConnection): Promise<Endpoints> {
    return kind === 'sandbox' ? sandbox.endpoints() : (endpoints ?? amazonEndpoints[region]);
  }

  async function loginClientOf(connectionId: string): Promise<LoginClient> {
    const connection = store.get(connectionId);
    const { clientId, kind, hasClientSecret } = connection;
    const endpoints = await endpointsOf(connection);
    if (!hasClientSecret) return { endpoints, clientId, clientSecret: null, fetch };
    const clientSecret =
      kind === 'sandbox'
        ? sandbox.client.clientSecret
        : await secrets.get({ connectionId, kind: 'client-secret' });
    if (clientSecret === null) throw secretMissing(connection.label);
    return { endpoints, clientId, clientSecret, fetch };
  }

  const shown = (connectionId: string): Connection =>
    toConnection(store.get(connectionId), pending.get(connectionId) ?? null);

  const add = (
    fields: Omit<StoredConnection, 'connectionId' | 'state' | 'renewable' | 'identity' | 'createdAt'>,
  ) => {
    const connectionId = randomUUID();
    store.insert({
      ...fields,
      connectionId,
      state: 'signedOut',
      renewable: false,
      identity: null,
      createdAt: now(),
    });
    changed();
    return connectionId;
  };

  /** Stores what a sign-in brought, unless another person than before signed in and that was not confirmed. */
  const accept = async (
    connectionId: string,
    { grant, identity }: SignedIn,
    acceptOther: boolean,
  ): Promise<void> => {
    const before = store.get(connectionId).identity;
    if (before !== null && identity !== null && before.userId !== identity.userId && !acceptOther) {
      throw otherIdentity(before, identity);
    }
    const { renewable } = await tokens.keep(connectionId, grant);
    store.change(connectionId, { state: 'signedIn', renewable, identity: identity ?? before });
  };

  return {
    list: () => store.all().map(({ connectionId }) => shown(connectionId)),

    async add({ label, region, clientId, clientSecret, returnPort, endpoints }) {
      const connectionId = add({
        kind: 'amazon',
        label,
        region,
        clientId,
        hasClientSecret: clientSecret !== undefined,
        returnPort: returnPort ?? defaultReturnPort,
        endpoints: endpoints ?? null,
        sandboxIdentity: null,
        realm: endpoints === undefined ? 'amazon' : new URL(endpoints.apiUrl).origin,
      });
      if (clientSecret !== undefined)
        await secrets.set({ connectionId, kind: 'client-secret' }, clientSecret);
      return shown(connectionId);
    },

    addSandbox(identity) {
      const number = store.all().filter(({ kind }) => kind === 'sandbox').length + 1;
      return shown(
        add({
          kind: 'sandbox',
          label: number === 1 ? 'Sandbox' : `Sandbox ${String(number)}`,
          region: 'na',
          clientId: sandbox.client.clientId,
          hasClientSecret: true,
          returnPort: defaultReturnPort,
          endpoints: null,
          sandboxIdentity: identity,
          realm: 'sandbox',
        }),
      );
    },

    async update(connectionId, { clientSecret, ...fields }) {
      const before = store.get(connectionId);
      if (clientSecret === null) await secrets.delete({ connectionId, kind: 'client-secret' });
      else if (clientSecret !== undefined) {
        await secrets.set({ connectionId, kind: 'client-secret' }, clientSecret);
      }
      const otherClient = fields.clientId !== undefined && fields.clientId !== before.clientId;
      // A grant belongs to the client it was given to, with or without a secret.
      const grantEnds = otherClient || clientSecret !== undefined;
      if (grantEnds) await tokens.forget(connectionId);
      store.change(connectionId, {
        ...withoutUndefined(fields),
        ...(clientSecret === undefined ? {} : { hasClientSecret: clientSecret !== null }),
        ...(grantEnds && before.state === 'signedIn' ? { state: 'signInAgain', renewable: false } : {}),
      });
      changed();
      return shown(connectionId);
    },

    async signIn(connectionId, { acceptOtherIdentity }) {
      if (cancellers.has(connectionId)) throw alreadySigningIn();
      const { kind, returnPort, sandboxIdentity } = store.get(connectionId);
      const canceller = new AbortController();
      cancellers.set(connectionId, canceller);
      try {
        const client = await loginClientOf(connectionId);
        const origins = [new URL(client.endpoints.authorizeUrl).origin];
        const signedIn = await signInThroughBrowser({
          client,
          // The sandbox wants no return URL registered, so a busy port need not keep anybody out of it.
          returnPort: kind === 'sandbox' ? anyPort : returnPort,
          loginHint: sandboxIdentity,
          openInBrowser: (address) => openInBrowser(address, origins),
          waiting: (state) => {
            pending.set(connectionId, state);
            changed();
          },
          signal: canceller.signal,
          waitMs,
          onResume,
          now,
        });
        await accept(connectionId, signedIn, acceptOtherIdentity);
        return toConnection(store.get(connectionId), null);
      } finally {
        cancellers.delete(connectionId);
        pending.delete(connectionId);
        changed();
      }
    },

    cancelSignIn(connectionId) {
      cancellers.get(connectionId)?.abort();
    },

    async signOut(connectionId) {
      cancellers.get(connectionId)?.abort();
      await tokens.forget(connectionId);
      store.change(connectionId, { state: 'signedOut', renewable: false });
      changed();
      return shown(connectionId);
    },

    async remove(connectionId) {
      cancellers.get(connectionId)?.abort();
      store.remove(connectionId);
      changed();
      await tokens.forget(connectionId);
      await secrets.delete({ connectionId, kind: 'client-secret' });
    },

    realmOf: (connectionId) => store.get(connectionId).realm,

    async apiAccess(connectionId) {
      const connection = store.get(connectionId);
      return { apiUrl: (await endpointsOf(connection)).apiUrl, clientId: connection.clientId };
    },

    getToken: (connectionId, options) => tokens.get(connectionId, options),

    actorOf(connectionId) {
      const { label, identity } = store.get(connectionId);
      return { connectionLabel: label, actor: identity === null ? 'unknown' : nameOf(identity) };
    },
  };
}

const toConnection = (stored: StoredConnection, pendingSignIn: PendingSignIn | null): Connection => ({
  connectionId: stored.connectionId,
  kind: stored.kind,
  label: stored.label,
  region: stored.region,
  clientId: stored.clientId,
  hasClientSecret: stored.hasClientSecret,
  returnPort: stored.returnPort,
  returnUrl: returnUrl(stored.returnPort),
  endpoints: stored.endpoints,
  realm: stored.realm,
  state: stored.state,
  identity: stored.identity,
  pendingSignIn,
});

const nameOf = ({ name, email, userId }: Identity): string =>
  name !== undefined && email !== undefined ? `${name} <${email}>` : (email ?? name ?? userId);

const otherIdentity = (before: Identity, now: Identity): CodedError =>
  new CodedError({
    code: 'OTHER_IDENTITY',
    message: `You signed in as ${nameOf(now)}, but this connection belongs to ${nameOf(before)}. Nothing has changed. Sign in as ${nameOf(before)}, or confirm that ${nameOf(now)} takes this connection over.`,
    retryable: true,
  });

const alreadySigningIn = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_IN_PROGRESS',
    message: 'A sign-in for this connection is already waiting in your browser. Finish or cancel it first.',
  });

const secretMissing = (label: string): CodedError =>
  new CodedError({
    code: 'SECRET_MISSING',
    message: `The client secret of “${label}” is not in the keychain of this computer. Edit the connection and paste it again, or remove it there to sign in without one.`,
  });
