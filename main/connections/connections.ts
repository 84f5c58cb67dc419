import { randomUUID } from 'node:crypto';
import {
  defaultReturnPort,
  returnUrl,
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
} from '../../shared/domain/connection/connection';
import { amazonEndpoints, type Endpoints } from '../../shared/domain/connection/region';
import { CodedError } from '../../shared/errors';
import { withoutUndefined } from '../../shared/util/withoutUndefined';
import type { AgentFetch } from '../network/agentFetch';
import { orAborted } from '../network/orAborted';
import type { SecretPlace } from '../secrets/boundSecret';
import type { SecretStore } from '../secrets/secretStore';
import type { Database } from '../storage/database';
import { createConnectionStore, type StoredConnection } from './connectionStore';
import { identityAfter, nameOf } from './identityAfter';
import type { LoginClient } from './loginWithAmazon';
import { anyPort } from './signIn/loopbackServers';
import { createNameless } from './nameless';
import { signInThroughBrowser, type PendingSignIn, type SignedIn } from './signIn/signIn';
import { createSignIns } from './signIn/signIns';
import { secretPlaceOf } from './secretPlace';
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
  /** Opens a page in the system browser; may go to the given origins besides Amazon's. A sign-in's own page is on this machine. */
  readonly openInBrowser: (address: string, alsoAllowed: readonly string[]) => Promise<boolean>;
  /** Calls the listener each time the computer wakes up; returns the function that ends it. */
  readonly onResume: (listener: () => void) => () => void;
  readonly now: () => number;
  readonly changed: () => void;
  /** Called when a connection's token was renewed. */
  readonly renewed: () => void;
  /** How long a sign-in waits for the browser, in ms; five minutes where left out, as long as Amazon's code lives. */
  readonly signInWaitMs?: number;
  /** How long a sign-in asks again when Amazon is too busy to answer, in ms; 20 seconds where left out: a person is watching. */
  readonly signInPatienceMs?: number;
}

export interface Connections {
  list(): Connection[];
  add(input: ConnectionInput): Promise<Connection>;
  addSandbox(identity: string | null): Connection;
  update(connectionId: string, change: ConnectionChange): Promise<Connection>;
  /**
   * See `signInThroughBrowser` for the errors; also SIGN_IN_IN_PROGRESS and OTHER_IDENTITY.
   * `acceptUserId`: see `identityAfter`.
   */
  signIn(
    connectionId: string,
    options?: { readonly acceptUserId?: string | null | undefined },
  ): Promise<Connection>;
  /** A fresh link to the sign-in that waits, for another browser; the one before ends. @throws CodedError NOT_FOUND */
  signInLink(connectionId: string): string;
  cancelSignIn(connectionId: string): void;
  /**
   * A person says that they are this Amazon user.
   * @throws CodedError OTHER_IDENTITY where the connection is not that user's
   */
  confirmIdentity(connectionId: string, userId: string): Connection;
  /** From the call on no token is given out. What the keychain doesn't delete now is deleted later (see `SecretStore.delete`). */
  signOut(connectionId: string): Promise<Connection>;
  /** Removes the way in and its secrets, as `signOut` does. What was learnt and done through it stays. */
  remove(connectionId: string): Promise<void>;

  /** Where accounts reached through this connection live. */
  realmOf(connectionId: string): string;
  /** What every request of the connection carries. */
  apiAccess(connectionId: string): Promise<{ readonly apiUrl: string; readonly clientId: string }>;
  getToken(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /** @throws CodedError SIGN_IN_REQUIRED while a person has yet to say whether the signed-in Amazon user is them */
  requireConfirmed(connectionId: string): void;
  /** The connection's label and the signed-in person, for the record. */
  actorOf(connectionId: string): { readonly connectionLabel: string; readonly actor: string };
}

interface AcceptOptions {
  /** Where the grant was given. */
  readonly place: SecretPlace;
  readonly signal: AbortSignal;
  readonly acceptUserId: string | null | undefined;
}

/** All ways in to accounts: adding, signing in, tokens, signing out, removing. */
export function createConnections(deps: ConnectionsDeps): Connections {
  const { db, secrets, sandbox, fetch, openInBrowser, onResume, now, changed, renewed } = deps;
  const waitMs = deps.signInWaitMs ?? 5 * 60_000;
  const patienceMs = deps.signInPatienceMs ?? 20_000;
  const store = createConnectionStore(db);
  const signIns = createSignIns(changed);
  const placeOf = (connectionId: string): SecretPlace => secretPlaceOf(store.get(connectionId));
  const tokens = createTokens({ connections: store, secrets, loginClientOf, placeOf, now, changed, renewed });
  const nameless = createNameless({ connections: store, tokens, loginClientOf, now, changed });

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
        : await secrets.get({ connectionId, kind: 'client-secret' }, secretPlaceOf(connection));
    if (clientSecret === null) throw secretMissing(connection.label);
    return { endpoints, clientId, clientSecret, fetch };
  }

  const shown = (connectionId: string): Connection =>
    toConnection(store.get(connectionId), signIns.pendingOf(connectionId));

  const add = (
    fields: Omit<
      StoredConnection,
      'connectionId' | 'state' | 'renewable' | 'identity' | 'identityConfirmed' | 'createdAt'
    >,
  ) => {
    const connectionId = randomUUID();
    store.insert({
      ...fields,
      connectionId,
      state: 'signedOut',
      renewable: false,
      identity: null,
      identityConfirmed: false,
      createdAt: now(),
    });
    changed();
    return connectionId;
  };

  /** Stores what a sign-in brought, unless it may not be or was canceled before. */
  const accept = async (
    connectionId: string,
    { grant, who }: SignedIn,
    { place, signal, acceptUserId }: AcceptOptions,
  ): Promise<void> => {
    signal.throwIfAborted();
    const belongs = identityAfter(store.get(connectionId), who, acceptUserId);
    await tokens.take(connectionId, grant, {
      place,
      signal,
      stored: ({ renewable }) => {
        store.change(connectionId, { state: 'signedIn', renewable, ...belongs });
      },
    });
    if (who.kind !== 'known') nameless.begin(connectionId, who.kind === 'untold');
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
      if (clientSecret !== undefined) {
        await secrets.set({ connectionId, kind: 'client-secret' }, clientSecret, placeOf(connectionId));
      }
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
      const { clientId, region, returnPort, state } = store.get(connectionId);
      const otherClient = fields.clientId !== undefined && fields.clientId !== clientId;
      // A grant belongs to the client it was given to, with or without a secret; so does one that is on its way.
      const grantEnds = otherClient || clientSecret !== undefined;
      const otherWay =
        (fields.region !== undefined && fields.region !== region) ||
        (fields.returnPort !== undefined && fields.returnPort !== returnPort);
      if (grantEnds || otherWay) signIns.cancel(connectionId);
      const name = { connectionId, kind: 'client-secret' } as const;
      // All is decided in one step; only then is the keychain waited for.
      const kept: Promise<unknown>[] = [];
      if (grantEnds) kept.push(tokens.forget(connectionId));
      if (clientSecret === null) kept.push(secrets.delete(name));
      store.change(connectionId, {
        ...withoutUndefined(fields),
        ...(clientSecret === undefined ? {} : { hasClientSecret: clientSecret !== null }),
        ...(grantEnds && state === 'signedIn' ? { state: 'signInAgain', renewable: false } : {}),
      });
      if (typeof clientSecret === 'string') {
        kept.push(secrets.set(name, clientSecret, placeOf(connectionId)));
      }
      await Promise.all(kept);
      changed();
      return shown(connectionId);
    },

    async signIn(connectionId, { acceptUserId } = {}) {
      const { kind, returnPort, sandboxIdentity } = store.get(connectionId);
      await signIns.run(connectionId, async (signal, waiting) => {
        const place = placeOf(connectionId);
        const signedIn = await signInThroughBrowser({
          client: await orAborted(signal, loginClientOf(connectionId)),
          // The sandbox wants no return URL registered, so a busy port need not keep anybody out of it.
          returnPort: kind === 'sandbox' ? anyPort : returnPort,
          loginHint: sandboxIdentity,
          openInBrowser: (link) => openInBrowser(link, [new URL(link).origin]),
          ...{ waiting, signal, waitMs, patienceMs, onResume, now },
        });
        await accept(connectionId, signedIn, { place, signal, acceptUserId });
      });
      return shown(connectionId);
    },

    signInLink: signIns.newLink,
    cancelSignIn: signIns.cancel,

    confirmIdentity(connectionId, userId) {
      const { identity } = store.get(connectionId);
      if (identity?.userId !== userId) throw somebodyElse();
      store.change(connectionId, { identityConfirmed: true });
      changed();
      return shown(connectionId);
    },

    async signOut(connectionId) {
      signIns.cancel(connectionId);
      const forgotten = tokens.forget(connectionId);
      const { identityConfirmed } = store.get(connectionId);
      store.change(connectionId, {
        state: 'signedOut',
        renewable: false,
        // Whoever nobody has confirmed is forgotten: the next sign-in asks again.
        ...(identityConfirmed ? {} : { identity: null }),
      });
      changed();
      await forgotten;
      return shown(connectionId);
    },

    async remove(connectionId) {
      signIns.cancel(connectionId);
      store.remove(connectionId);
      const forgotten = [
        tokens.forget(connectionId),
        secrets.delete({ connectionId, kind: 'client-secret' }),
      ];
      changed();
      await Promise.all(forgotten);
    },

    realmOf: (connectionId) => store.get(connectionId).realm,

    async apiAccess(connectionId) {
      const connection = store.get(connectionId);
      return { apiUrl: (await endpointsOf(connection)).apiUrl, clientId: connection.clientId };
    },

    async getToken(connectionId, options) {
      const accessToken = await tokens.get(connectionId, options);
      nameless.ask(connectionId, accessToken);
      return accessToken;
    },

    requireConfirmed(connectionId) {
      const { label, identity, identityConfirmed } = store.get(connectionId);
      if (identity !== null && !identityConfirmed) throw notConfirmed(label, nameOf(identity));
    },

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
  identityConfirmed: stored.identityConfirmed,
  pendingSignIn,
});

const somebodyElse = (): CodedError =>
  new CodedError({
    code: 'OTHER_IDENTITY',
    message: 'Another Amazon user is signed in by now. Check who it is, then answer again.',
    retryable: true,
  });

const notConfirmed = (label: string, name: string): CodedError =>
  new CodedError({
    code: 'SIGN_IN_REQUIRED',
    message: `Confirm that you are ${name}: until then, nothing is changed through “${label}”.`,
  });

const secretMissing = (label: string): CodedError =>
  new CodedError({
    code: 'SECRET_MISSING',
    message: `The client secret of “${label}” isn’t in your keychain. Edit the connection and paste it again, or remove it there to sign in without one.`,
  });
