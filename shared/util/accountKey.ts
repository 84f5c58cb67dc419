/** The key of an account, whatever connection reaches it. */
export const accountKey = ({
  realm,
  accountId,
}: {
  readonly realm: string;
  readonly accountId: string;
}): string => JSON.stringify([realm, accountId]);

/** The key of an account as reached through one connection. */
export const accountRefKey = ({
  connectionId,
  accountId,
}: {
  readonly connectionId: string;
  readonly accountId: string;
}): string => JSON.stringify([connectionId, accountId]);
