import type { OperationStatus } from './operation';

/** The statuses of operations that aren't settled: queued, sending or in doubt. */
export const openStatuses = ['queued', 'sending', 'inDoubt'] as const satisfies readonly OperationStatus[];

/** The same as an SQL condition on `status`. */
export const isOpenSql = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})`;
