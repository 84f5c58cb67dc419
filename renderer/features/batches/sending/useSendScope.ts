import { useMemo, useState } from 'react';
import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import { useApprovalOfBatch } from '../../../queries/approvals';
import { approvedScope, placesOf, selectionOf, type Place, type SendScope } from './sendScope';

/** Which rows are sent: at first all, or those that an approval covers where the rule needs one. */
export function useSendScope(
  batchId: string,
  rows: readonly BatchRowInput[],
  selected: readonly string[],
): {
  readonly scope: SendScope;
  readonly setScope: (scope: SendScope) => void;
  readonly places: readonly Place[];
  readonly approved: ReturnType<typeof approvedScope>;
  readonly selection: ReturnType<typeof selectionOf>;
} {
  const approved = approvedScope(useApprovalOfBatch(batchId), rows);
  const [picked, setScope] = useState<SendScope | null>(null);
  const scope = picked ?? approved?.scope ?? { kind: 'all' };
  const places = useMemo(() => placesOf(rows), [rows]);
  return { scope, setScope, places, approved, selection: selectionOf(scope, selected, places) };
}
