import { useMemo, useState } from 'react';
import type { BatchReview } from '../../../../shared/domain/approval/batchReview';

/** What the approver has decided so far; nothing is stored before the answer is signed. */
export interface DecisionDraft {
  readonly removed: ReadonlySet<string>;
  toggle(rowId: string): void;
  readonly comments: ReadonlyMap<string, string>;
  setComment(rowId: string, text: string): void;
  /** The accounts of remaining rows that couldn't be checked here. */
  readonly unchecked: BatchReview['accounts'];
  readonly agreesUnchecked: boolean;
  agreeUnchecked(agrees: boolean): void;
  /** The rows that would be approved. */
  readonly remaining: number;
  /** Whether rows can be removed and commented on here. */
  readonly isOpen: boolean;
}

export function useDecision({ rows, accounts, whyNot }: BatchReview): DecisionDraft {
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [comments, setComments] = useState<ReadonlyMap<string, string>>(new Map());
  const [agreesUnchecked, agreeUnchecked] = useState(false);
  const unchecked = useMemo(() => {
    const left = new Set(rows.filter(({ rowId }) => !removed.has(rowId)).map(({ accountId }) => accountId));
    return accounts.filter(({ checked, accountId }) => !checked && left.has(accountId));
  }, [rows, accounts, removed]);
  return {
    removed,
    toggle(rowId) {
      const next = new Set(removed);
      if (!next.delete(rowId)) next.add(rowId);
      setRemoved(next);
    },
    comments,
    setComment(rowId, text) {
      setComments(new Map(comments).set(rowId, text));
    },
    unchecked,
    agreesUnchecked,
    agreeUnchecked,
    remaining: rows.length - removed.size,
    isOpen: whyNot === null,
  };
}
