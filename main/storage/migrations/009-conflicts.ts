import type { Migration } from './migration';

/** Which findings from Amazon's facts a batch's rows have, besides those already seen by the person who drafted them. */
export const conflicts: Migration = {
  version: 9,
  sql: `
    ALTER TABLE batch_rows ADD COLUMN drafted INTEGER NOT NULL DEFAULT 0;       -- the revision that wrote its account, address or role last
    ALTER TABLE batch_rows ADD COLUMN found_codes TEXT NOT NULL DEFAULT '[]';   -- JSON: those of its findings that rest on facts
    ALTER TABLE batch_rows ADD COLUMN seen_codes TEXT NOT NULL DEFAULT '[]';    -- JSON: those found when it was drafted, or kept since
    ALTER TABLE batches ADD COLUMN seen_revision INTEGER NOT NULL DEFAULT 0;    -- what is found in rows drafted later is taken for seen

    -- What stands in the rows already was seen.
    UPDATE batch_rows SET drafted = revision,
      found_codes = (SELECT json_group_array(value ->> 'code') FROM json_each(findings) WHERE value ->> 'code' IN (
        'ACCOUNT_UNREACHABLE', 'NOT_ADMIN', 'ACCOUNT_REFUSES_CHANGES', 'ALREADY_PENDING', 'PENDING_WITH_OTHER_ROLE',
        'ALREADY_USER', 'MAYBE_ALREADY_USER', 'REVOKED_BEFORE', 'ONESELF', 'TOO_MANY_ADMINS'));
    UPDATE batch_rows SET seen_codes = found_codes WHERE found_codes <> '[]';
    UPDATE batches SET seen_revision = iif(checked_at IS NULL, revision - 1, revision);

    CREATE INDEX batch_rows_in_conflict ON batch_rows (batch_id) WHERE found_codes <> '[]' AND found_codes <> seen_codes;
  `,
};
