import type { ActivitySource } from '../../../shared/domain/activity';
import type { Database } from '../../storage/database';

/** Which records are listed together; null if it is this app's alone, which is listed by its numbers. */
export function mergedSources(
  db: Database,
  source: ActivitySource | undefined,
): readonly ActivitySource[] | null {
  if (source === 'colleagues') return ['colleagues'];
  if (source === 'own') return null;
  const { known } = db
    .prepare(`SELECT EXISTS (SELECT 1 FROM team_facts WHERE kind = 'activity') AS known`)
    .get() as { readonly known: number };
  return known === 1 ? ['own', 'colleagues'] : null;
}
