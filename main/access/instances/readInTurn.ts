import type { AdsClient } from '../../amazonAds/client/client';
import { pacedReads } from '../../amazonAds/pacing/pacedReads';
import type { Paces } from '../../amazonAds/pacing/paces';
import { groupBy } from '../../../shared/util/groupBy';
import { endsPart, isUnreachable } from '../refresh/refreshRules';
import type { AccessDeps } from '../types';
import type { Failed } from './instanceReader';
import type { InstanceReading } from './instanceReadings';

interface ReadInTurnDeps extends Pick<AccessDeps, 'clientOf'> {
  readonly paces: Paces;
  /** Aborted when no more calls are to be made. */
  readonly ending: AbortSignal;
  /** Reads and stores one list. @returns why it failed; null if it didn't. Never rejects. */
  readonly readOne: (reading: InstanceReading, client: AdsClient) => Promise<Failed>;
}

/**
 * Reads lists in their order, one at a time through each connection and at its pace; connections don't wait for each other. An
 * error that concerns all accounts of a connection ends its part. Never rejects.
 */
export async function readInTurn(
  { clientOf, paces, ending, readOne }: ReadInTurnDeps,
  readings: readonly InstanceReading[],
): Promise<void> {
  async function readPart(connectionId: string, part: readonly InstanceReading[]): Promise<void> {
    const client = pacedReads(await clientOf(connectionId), paces.of(connectionId), ending);
    let misses = 0;
    for (const reading of part) {
      if (ending.aborted) return;
      const failed = await readOne(reading, client);
      misses = failed !== null && isUnreachable(failed.thrown) ? misses + 1 : 0;
      if (failed !== null && endsPart(failed.thrown, misses)) return;
    }
  }
  const parts = groupBy(readings, ({ account }) => account.connectionId);
  await Promise.allSettled([...parts].map(([connectionId, part]) => readPart(connectionId, part)));
}
