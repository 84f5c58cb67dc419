import { z } from 'zod';
import { factSearchText } from '../../../shared/domain/team/factSearchText';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { factTime } from './kinds/bounded';
import type { SharedKind } from './kinds/sharedKind';

/** A colleague's fact as the store has it, as bounded as Amazon's answers are. */
const row = z.object({
  factId: z.uuid(),
  kind: z.string(),
  realm: z.string().max(300),
  accountId: z.string().max(200),
  person: z.string().max(320).nullable(),
  userId: z.string().max(400).nullable(),
  at: factTime,
  body: z.string().max(40_000),
  installationId: z.uuid(),
  author: z.string().max(63),
  authorName: z.string().max(80),
  /** Microseconds since 1970, by the store's clock. */
  recorded: z.string().regex(/^\d{1,18}$/),
});

/** A colleague's fact, ready to be kept. */
export interface ColleagueFact extends Omit<z.infer<typeof row>, 'recorded'> {
  readonly what: string;
  readonly outcome: string | null;
  readonly searchText: string;
  /** When the store got it, in ms since 1970 by its clock. */
  readonly recordedAt: number;
}

/** Reads a row of the store; null if this program can't. */
export function readFact(given: unknown, kinds: ReadonlyMap<string, SharedKind>): ColleagueFact | null {
  const read = row.safeParse(given);
  if (!read.success) return null;
  const { recorded, ...fact } = read.data;
  const kind = kinds.get(fact.kind);
  const body = kind?.body.safeParse(parsed(fact.body));
  if (kind === undefined || body?.success !== true) return null;
  const { what, outcome } = kind.columns(body.data);
  const recordedAt = Math.floor(Number(recorded) / 1000);
  return {
    ...fact,
    // A clock that is ahead mustn't outlast what is learned later.
    at: Math.min(fact.at, recordedAt),
    ...{ what, outcome, searchText: factSearchText({ ...body.data }) },
    // What the schema doesn't name isn't kept.
    body: JSON.stringify(body.data),
    recordedAt,
  };
}

/** Keeps facts; those known already stay. Call it inside a transaction. @returns whether any was new */
export function writeFacts(db: Database, facts: readonly ColleagueFact[], learnedAt: number): boolean {
  const insert = prepared(
    db,
    `INSERT INTO team_facts (fact_id, kind, realm, account_id, person, user_id, at, what, outcome, body, search_text,
       installation_id, author, author_name, recorded_at, learned_at)
     VALUES (:factId, :kind, :realm, :accountId, :person, :userId, :at, :what, :outcome, :body, :searchText,
       :installationId, :author, :authorName, :recordedAt, :learnedAt)
     ON CONFLICT (fact_id, realm, account_id) DO NOTHING`,
  );
  let isNew = false;
  for (const fact of facts) if (insert.run({ ...fact, learnedAt }).changes > 0) isNew = true;
  return isNew;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
