/** The one key of an account, whatever connection leads to it. */
export const accountKey = ({
  realm,
  accountId,
}: {
  readonly realm: string;
  readonly accountId: string;
}): string => JSON.stringify([realm, accountId]);

/** The one key of an account as one connection leads to it. */
export const accountRefKey = ({
  connectionId,
  accountId,
}: {
  readonly connectionId: string;
  readonly accountId: string;
}): string => JSON.stringify([connectionId, accountId]);
