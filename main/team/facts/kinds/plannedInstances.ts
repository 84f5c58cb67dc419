import { z } from 'zod';
import { plannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { derivedId } from '../derivedId';
import { bounded, shortened } from './bounded';
import { countAfter, rowsAfter, type NumberedSource } from './numberedSource';
import type { OutgoingFact, SharedKind } from './sharedKind';

/** The longest plan that is shared, in bytes of its JSON; one that names more instances stays on its computer. */
const maxBytes = 12_000;
const maxInstances = 500;

/** To which instances a colleague planned to add somebody; null: not to any longer. */
export const plannedInstancesBody = z.object({
  wanted: z
    .union([
      z.literal('all'),
      z
        .array(
          plannedInstance.extend({ instanceId: bounded(200).min(1).nullable(), name: bounded(300).min(1) }),
        )
        .min(1)
        .max(maxInstances),
    ])
    .nullable(),
  /** The identity at Amazon, as in the plan; empty if none was signed in. */
  plannedBy: bounded(600),
});
export type PlannedInstancesBody = z.infer<typeof plannedInstancesBody>;

const source: NumberedSource = {
  from: 'FROM planned_revisions LEFT JOIN planned_instances USING (realm, account_id, address)',
  number: 'number',
};

/** What is planned for people in an account: each plan as it is when it is pushed. */
export const plannedInstancesKind: SharedKind<PlannedInstancesBody> = {
  kind: 'plannedInstances',
  body: plannedInstancesBody,
  outgoing(db, from, after, limit) {
    const { rows, upTo } = rowsAfter(db, source, columns, { source: from, after, limit });
    return { facts: (rows as readonly Row[]).flatMap((row) => factOf(row, from.installationId) ?? []), upTo };
  },
  waiting: (db) => countAfter(db, source, 'plannedInstances'),
  columns: ({ wanted }) => ({ what: wanted === null ? 'ended' : 'planned', outcome: null }),
};

interface Row {
  readonly number: number;
  readonly address: string;
  /** JSON; null if the plan ended. */
  readonly wanted: string | null;
  readonly at: number;
  readonly plannedBy: string;
}

const columns = `address, wanted, coalesce(planned_at, ended_at, 0) AS at, coalesce(planned_by, '') AS plannedBy`;

/** Null for one that is too long. */
function factOf(
  { number, address, wanted, at, plannedBy }: Row,
  installationId: string,
): OutgoingFact | null {
  const body = { wanted: JSON.parse(wanted ?? 'null') as unknown, plannedBy: shortened(plannedBy, 600) };
  const isTooLong = Buffer.byteLength(JSON.stringify(body)) > maxBytes;
  if (isTooLong || !plannedInstancesBody.safeParse(body).success) return null;
  // Not from the address, or somebody could try addresses once the person was erased.
  return {
    ...{ factId: derivedId('plannedInstances', installationId, String(number)), at },
    ...{ person: address, userId: null, body },
  };
}
