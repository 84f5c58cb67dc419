import { z } from 'zod';
import { bounded, shortened } from './bounded';
import { countAfter, rowsAfter, type NumberedSource } from './numberedSource';
import type { SharedKind } from './sharedKind';

/** What a colleague ticked off of the work list, or took back. Files of task lists stay on their computer. */
export const instanceTickBody = z.object({
  tick: z.enum(['added', 'takenBack']),
  /** Empty: only its name is known. */
  instanceId: bounded(200),
  instanceName: bounded(300),
  /** Who added the person, as the record names people. */
  by: bounded(600),
});
export type InstanceTickBody = z.infer<typeof instanceTickBody>;

const source: NumberedSource = { from: 'FROM instance_ticks', number: 'tick' };

/** Who was added to which instance by hand. */
export const instanceTickKind: SharedKind<InstanceTickBody> = {
  kind: 'instanceTick',
  body: instanceTickBody,
  outgoing(db, from, after, limit) {
    const { rows, upTo } = rowsAfter(db, source, columns, { source: from, after, limit });
    const facts = (rows as readonly Row[]).map(
      ({ tickId, at, address, tick, instanceId, instanceName, by }) => ({
        ...{ factId: tickId, at, person: address, userId: null },
        body: {
          ...{ tick, instanceId: shortened(instanceId, 200), instanceName: shortened(instanceName, 300) },
          by: shortened(by, 600),
        } satisfies InstanceTickBody,
      }),
    );
    return { facts, upTo };
  },
  waiting: (db) => countAfter(db, source, 'instanceTick'),
  columns: ({ tick }) => ({ what: tick, outcome: null }),
};

interface Row extends InstanceTickBody {
  readonly number: number;
  readonly tickId: string;
  readonly at: number;
  readonly address: string;
}

const columns = `tick_id AS tickId, at, address, kind AS tick, instance_id AS instanceId, instance_name AS instanceName,
  ticked_by AS by`;
