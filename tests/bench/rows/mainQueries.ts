import { join } from 'node:path';
import type { InvitationFilter } from '../../../main/access/invitations/invitationFilter';
import { listInvitations } from '../../../main/access/invitations/invitations';
import { overviewOf, valuesOf } from '../../../main/access/invitations/overview';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { dayBounds } from '../../../renderer/queries/dayBounds';
import type { Bench } from '../bench';
import type { Measurement } from '../results/results';
import { percentile } from '../results/statistics';

const runs = 5;
/** How many times a run makes each query. */
const rounds = 20;

/** Filters as people combine them; each answer is the first page of 25. */
const filters: readonly InvitationFilter[] = [
  {},
  { states: ['pending'], expiresWithinDays: 3 },
  { roles: ['admin'] },
  { states: ['pending'], search: 'gar' },
  { domains: ['example.com'], createdFrom: 1 },
  { states: ['lapsed'], stateChangedWithinDays: 30, latestOnly: true },
  { sentByMe: true },
  { connections: ['bench'] },
];

/** How long main is blocked while it searches 50,000 invitations: what Home shows, and the filtered list. */
export function mainQueries(bench: Bench): Promise<Measurement[]> {
  const db = openDatabase(join(bench.userData, 'access.db'));
  try {
    const now = Date.now();
    const home = (): unknown => overviewOf(db, now, dayBounds(now, 15));
    const suggestions = (): unknown => valuesOf(db, { field: 'domain', limit: 50 });
    const lists = filters.map((filter) => (): unknown => {
      const order = { sort: 'expiresAt' as const, descending: false };
      return listInvitations(db, { ...filter, ...order, limit: 25, offset: 0 }, now);
    });
    return Promise.resolve([
      row('the figures of Home over 50,000 invitations, in main, 95 of 100', [home]),
      row('a filtered list over 50,000 invitations, in main, 95 of 100', lists),
      row('what a filter can offer over 50,000 invitations, in main, 95 of 100', [suggestions]),
    ]);
  } finally {
    closeDatabase(db);
  }
}

const row = (name: string, questions: readonly (() => unknown)[]): Measurement => ({
  name,
  unit: 'ms',
  values: Array.from({ length: runs }, () => slowest(questions)),
  target: { atMost: 100 },
});

/** The 95th percentile of a run. */
function slowest(questions: readonly (() => unknown)[]): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const ask of questions) {
      const startedAt = performance.now();
      ask();
      times.push(performance.now() - startedAt);
    }
  }
  return percentile(times, 95);
}
