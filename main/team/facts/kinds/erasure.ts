import { z } from 'zod';
import { erasureRefs } from '../../erasing/erasureRefs';
import { bounded } from './bounded';
import type { SharedKind } from './sharedKind';

/**
 * A person whom a colleague erased, without naming them: who still has one of these facts or claims knows whom it was about. Those
 * of the store's own erasing come from `amc.erase_person`.
 */
export const erasureBody = erasureRefs.extend({
  /** What the store has in the person's place; empty if it wasn't asked to erase them. */
  pseudonym: bounded(100),
  /** How many facts and claims there were about the person. */
  facts: z.int().nonnegative(),
  claims: z.int().nonnegative(),
});
export type ErasureBody = z.infer<typeof erasureBody>;

/** Requested erasures of this folder that the store doesn't carry out itself. About the whole team: a person has no account. */
export const erasureKind: SharedKind<ErasureBody> = {
  kind: 'erasure',
  body: erasureBody,
  outgoing(db, _source, after, limit) {
    const rows = db
      .prepare(
        `SELECT number, fact_id AS factId, at, refs FROM team_erasures JOIN erasures USING (number)
         WHERE number > ? AND in_store = 0 ORDER BY number LIMIT ?`,
      )
      .all(Number(after), limit) as unknown as readonly Row[];
    const facts = rows.map(({ factId, at, refs: text }) => {
      const refs = erasureRefs.parse(JSON.parse(text));
      return {
        ...{ factId, at, person: null, userId: null },
        body: {
          ...{ ...refs, pseudonym: '', facts: refs.factIds.length, claims: refs.claimIds.length },
        } satisfies ErasureBody,
      };
    });
    return { facts, upTo: String(rows.at(-1)?.number ?? after) };
  },
  waiting(db) {
    const { count } = db
      .prepare(
        `SELECT count(*) AS count FROM team_erasures WHERE in_store = 0
           AND number > coalesce((SELECT CAST(up_to AS INTEGER) FROM team_pushed WHERE kind = 'erasure'), 0)`,
      )
      .get() as { readonly count: number };
    return count;
  },
  columns: () => ({ what: 'erased', outcome: null }),
};

interface Row {
  readonly number: number;
  readonly factId: string;
  readonly at: number;
  readonly refs: string;
}
