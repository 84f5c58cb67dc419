import { maxRows } from '../../../shared/domain/batch/batch';
import type { ImportPreview } from '../../../shared/domain/batch/batchImport';
import { pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';
import { notTaken } from '../tables/troubles';
import { importErrorText } from './importErrorText';

/** Max number of rows added at once, across all batches. */
const maxAdded = 250_000;

const maxName = 120;

/** @throws CodedError INVALID_INPUT when one import would add more rows than can be added at once */
export function refuseTooMany(added: number, times: number): void {
  if (added <= maxAdded) return;
  throw notTaken(importErrorText.addsTooMany(pluralize(added, 'row'), formatNumber(maxAdded), times > 1));
}

/**
 * The batches to create for rows that don't fit into one batch, in the order of the rows.
 * @param present how many rows the batch already has
 * @param names the names of existing batches
 */
export function furtherBatches(
  added: number,
  {
    present,
    name,
    names,
  }: { readonly present: number; readonly name: string; readonly names: readonly string[] },
): ImportPreview['furtherBatches'] {
  const taken = new Set(names);
  const further: ImportPreview['furtherBatches'] = [];
  let number = 2;
  for (let left = added - roomIn(present); left > 0; left -= maxRows) {
    while (taken.has(numbered(name, number))) number += 1;
    further.push({ name: numbered(name, number), rows: Math.min(left, maxRows) });
    number += 1;
  }
  return further;
}

/** How many rows still fit. */
export const roomIn = (present: number): number => Math.max(0, maxRows - present);

const numbered = (name: string, number: number): string => {
  const end = ` (${String(number)})`;
  return name.slice(0, maxName - end.length) + end;
};

/** Whether rows go into exactly the batches that a person was shown. */
export const areSeen = (
  seen: ImportPreview['furtherBatches'] | undefined,
  now: ImportPreview['furtherBatches'],
): boolean => JSON.stringify(seen ?? []) === JSON.stringify(now.map(({ name, rows }) => ({ name, rows })));
