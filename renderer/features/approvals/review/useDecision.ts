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
  /** How many of the remaining rows are in them. */
  readonly uncheckedRows: number;
  /** Whether they were agreed to: all that are in there now, not those that a row put back brought. */
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
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const { unchecked, uncheckedRows } = useMemo(() => {
    const left = rows.filter(({ rowId }) => !removed.has(rowId)).map(({ accountId }) => accountId);
    const places = new Set(left);
    const open = accounts.filter(({ checked, accountId }) => !checked && places.has(accountId));
    const ids = new Set(open.map(({ accountId }) => accountId));
    return { unchecked: open, uncheckedRows: left.filter((accountId) => ids.has(accountId)).length };
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
    uncheckedRows,
    agreesUnchecked: unchecked.every(({ accountId }) => agreed.has(accountId)),
    agreeUnchecked(agrees) {
      setAgreed(new Set(agrees ? unchecked.map(({ accountId }) => accountId) : []));
    },
    remaining: rows.length - removed.size,
    isOpen: whyNot === null,
  };
}
