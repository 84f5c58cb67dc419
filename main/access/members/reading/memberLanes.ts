import type { LimitFunction } from 'p-limit';
import type { AdsClient } from '../../../amazonAds/client/client';
import { limitPerConnection } from '../../../amazonAds/pacing/limitPerConnection';
import { pacedReads } from '../../../amazonAds/pacing/pacedReads';
import { parallelReadings } from '../../refresh/accountReader';
import type { PauseGate } from '../../refresh/pauseGate';
import { endsPart, isUnreachable } from '../../refresh/refreshRules';
import type { MembersDeps } from '../membersDeps';

/** One connection's readings, a few in parallel, at its pace. */
export interface Lane {
  /**
   * Runs work with the connection's client when it is its turn and nothing is paused. After an error that prevents all reading (a
   * missing sign-in, no network) the rest are refused with the same error.
   * @throws what `work` rejects with; CodedError NOT_SENT after it was stopped
   */
  run<T>(work: (client: AdsClient) => Promise<T>): Promise<T>;
}

/** How a refresh is paused and stopped. */
export interface LaneControls {
  /** Closed while the refresh is paused. */
  readonly gate: PauseGate;
  /** Aborted when it is stopped. */
  readonly ending: AbortSignal;
}

/** @returns the lane of each connection, for one refresh */
export function createLanes(
  { clientOf, paces }: Pick<MembersDeps, 'clientOf' | 'paces'>,
  { gate, ending }: LaneControls,
): (connectionId: string) => Lane {
  const limitOf = limitPerConnection(parallelReadings);
  const lanes = new Map<string, Lane>();

  function createLane(connectionId: string): Lane {
    const limit: LimitFunction = limitOf(connectionId);
    let client: Promise<AdsClient> | undefined;
    let closedBy: { readonly thrown: unknown } | null = null;
    let misses = 0;
    const pacedClient = async (): Promise<AdsClient> =>
      pacedReads(await clientOf(connectionId), paces.of(connectionId), ending);
    return {
      run: (work) =>
        limit(async () => {
          await gate.passed(ending);
          if (closedBy !== null) throw closedBy.thrown;
          try {
            const result = await work(await (client ??= pacedClient()));
            misses = 0;
            return result;
          } catch (thrown) {
            misses = isUnreachable(thrown) ? misses + 1 : 0;
            if (endsPart(thrown, misses)) closedBy = { thrown };
            throw thrown;
          }
        }),
    };
  }

  return (connectionId) => {
    const lane = lanes.get(connectionId) ?? createLane(connectionId);
    lanes.set(connectionId, lane);
    return lane;
  };
}
