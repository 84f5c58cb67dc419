import { ApiFault } from './operation';

/**
 * Pages are cut after the position of their last row, so that rows added or removed in the meantime neither repeat nor hide
 * others. The token is opaque to clients and only valid for its own list.
 * @param list names the list, for example an account ID
 */
export function pageToken(list: string, position: number): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

/** @returns 0 without a token @throws ApiFault 400 for a token of another list, or an unknown one */
export function positionAfter(list: string, token: string | undefined): number {
  if (token === undefined) return 0;
  const position = /^\["(.+)",(\d+)\]$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (position?.[1] !== list) throw new ApiFault(400, 'nextToken is not valid for this list');
  return Number(position[2]);
}

/** Makes a page from one row more than it can hold: the rows, and the last one's position if there are more. */
export function cutPage<Row extends { readonly position: number }>(
  rows: readonly Row[],
  size: number,
): { readonly rows: readonly Row[]; readonly lastPosition: number | undefined } {
  const page = rows.slice(0, size);
  return { rows: page, lastPosition: rows.length > size ? page.at(-1)?.position : undefined };
}
