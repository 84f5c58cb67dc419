/**
 * Everything one connection's calls need, fixed when the client is made: a request can never carry another
 * connection's token or go to another connection's host.
 */
export interface AdsContext {
  /** Origin and path prefix of the API, without a slash at the end. */
  readonly apiUrl: string;
  /** The Login with Amazon client id, sent with every call. */
  readonly clientId: string;
  /**
   * The current access token. `renew: true` after a 401: the token before was refused, get another one.
   * @throws CodedError SIGN_IN_REQUIRED when only the person at the browser can help.
   */
  readonly getToken: (options?: { readonly renew?: boolean }) => Promise<string>;
}
