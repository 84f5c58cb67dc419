import { maxRows } from '../../../shared/domain/batch/batch';
import type { ImportPreview } from '../../../shared/domain/batch/batchImport';
import { pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';
import { notTaken } from '../tables/troubles';
import { importErrorText } from './importErrorText';

/** More rows than this are not taken over at once, over all batches they would go into. */
const maxAdded = 250_000;

/** The longest name of a batch. */
const maxName = 120;

/** @throws CodedError INVALID_INPUT when one import would add more rows than are taken over at once */
export function refuseTooMany(added: number, times: number): void {
  if (added <= maxAdded) return;
  throw notTaken(importErrorText.addsTooMany(pluralize(added, 'row'), formatNumber(maxAdded), times > 1));
}

/**
 * The batches that have to be made for rows that one batch cannot hold, in the order of the rows.
 * @param present how many rows the batch has already
 * @param names what batches are called already
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

/** Whether rows go into just the batches that a person has seen. */
export const areSeen = (
  seen: ImportPreview['furtherBatches'] | undefined,
  now: ImportPreview['furtherBatches'],
): boolean => JSON.stringify(seen ?? []) === JSON.stringify(now.map(({ name, rows }) => ({ name, rows })));
