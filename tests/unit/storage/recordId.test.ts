import { describe, expect, test } from 'vitest';
import { newRecordId } from '../../../main/storage/recordId';

/** Later than any clock of another test in this process. */
const now = 4_100_000_000_000;
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('the ID of a record', () => {
  test('is a version 7 UUID that contains the time', () => {
    const id = newRecordId(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(timeOf(id)).toBe(now);
  });

  test('sorts in the order of creation, also within a millisecond and when the clock goes back', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => newRecordId(now + 1002 - (index % 3)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timeOf(ids.at(-1) ?? '')).toBeLessThan(now + 1010);
  });
});
