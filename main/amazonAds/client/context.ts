/**
 * Everything one connection's calls need, fixed when the client is created: a request can never carry another connection's token
 * or go to another connection's host.
 */
export interface AdsContext {
  /** Origin and path prefix of the API, without a trailing slash. */
  readonly apiUrl: string;
  /** The Login with Amazon client ID, sent with every call. */
  readonly clientId: string;
  /**
   * The current access token. `renew: true` after a 401: the previous token was refused, get a new one.
   * @throws CodedError SIGN_IN_REQUIRED when only signing in through the browser can help.
   */
  readonly getToken: (options?: { readonly renew?: boolean }) => Promise<string>;
}
