import type {
  Connection,
  ConnectionChange,
  ConnectionInput,
} from '../../shared/domain/connection/connection';
import type { Endpoints } from '../../shared/domain/connection/region';
import type { AgentFetch } from '../network/agentFetch';
import type { SecretPlace } from '../secrets/boundSecret';
import type { SecretStore } from '../secrets/secretStore';
import type { Database } from '../storage/database';
import type { ConnectionStore } from './connectionStore';
import type { LoginClient } from './loginWithAmazon';
import type { Nameless } from './nameless';
import type { SignIns } from './signIn/signIns';
import type { Tokens } from './tokens';

/** The embedded sandbox as connections see it: hosts that may change at each start, and its registered client. */
export interface SandboxHosts {
  endpoints(): Promise<Endpoints>;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
}

export interface ConnectionsDeps {
  readonly db: Database;
  readonly secrets: SecretStore;
  readonly sandbox: SandboxHosts;
  /** How Login with Amazon is reached. */
  readonly fetch: AgentFetch;
  /** Opens a page in the system browser; may use the given origins besides Amazon's. A sign-in's own page is on this machine. */
  readonly openInBrowser: (address: string, alsoAllowed: readonly string[]) => Promise<boolean>;
  /** Calls the listener each time the computer wakes up; returns a function that unsubscribes. */
  readonly onResume: (listener: () => void) => () => void;
  readonly now: () => number;
  readonly changed: () => void;
  /** Called when a connection's token was renewed. */
  readonly renewed: () => void;
  /** How long a sign-in waits for the browser, in ms; five minutes if omitted, the lifetime of Amazon's code. */
  readonly signInWaitMs?: number;
  /**
   * How long a sign-in keeps asking if Amazon is too busy to answer, in ms; 20 seconds if omitted, since a person is watching.
   */
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
  /** A fresh link to the pending sign-in, for another browser; the previous one stops working. @throws CodedError NOT_FOUND */
  signInLink(connectionId: string): string;
  cancelSignIn(connectionId: string): void;
  /**
   * A person confirms being this Amazon user.
   * @throws CodedError OTHER_IDENTITY if the connection isn't that user's
   */
  confirmIdentity(connectionId: string, userId: string): Connection;
  /** From this call on no token is returned. What the keychain doesn't delete now is deleted later (see `SecretStore.delete`). */
  signOut(connectionId: string): Promise<Connection>;
  /** Removes the connection and its secrets, like `signOut`. What was read and done through it stays. */
  remove(connectionId: string): Promise<void>;

  /** Where accounts reached through this connection live. */
  realmOf(connectionId: string): string;
  /** What every request of the connection carries. */
  apiAccess(connectionId: string): Promise<{ readonly apiUrl: string; readonly clientId: string }>;
  getToken(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /** @throws CodedError SIGN_IN_REQUIRED until a person has confirmed being the signed-in Amazon user */
  requireConfirmed(connectionId: string): void;
  /** The connection's label and the signed-in person, for the activity record. */
  actorOf(connectionId: string): { readonly connectionLabel: string; readonly actor: string };
}

/** What the parts of connections share: one of each for all of them. */
export interface ConnectionParts {
  readonly store: ConnectionStore;
  readonly tokens: Tokens;
  readonly signIns: SignIns;
  readonly nameless: Nameless;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  /** Where the connection's secrets may be sent, by its stored data. */
  readonly placeOf: (connectionId: string) => SecretPlace;
  /** The connection as the page sees it. */
  readonly shown: (connectionId: string) => Connection;
}
