import { proposedErasure, type ProposedErasure } from '../../../shared/domain/team/proposedErasure';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { erasureRefs } from './erasureRefs';
import { namedByRefs } from './namedByRefs';

interface Row extends Pick<ProposedErasure, 'factId' | 'who' | 'at'> {
  readonly body: string;
}

/**
 * People whom colleagues erased and who are still named here, the latest first. Nothing is erased because of that: a person
 * decides. It ends when they are erased here.
 */
export function proposedErasures(db: Database): ProposedErasure[] {
  const rows = prepared(
    db,
    `SELECT fact_id AS factId, author_name AS who, recorded_at AS at, body FROM team_facts
     WHERE kind = 'erasure' ORDER BY number DESC`,
  ).all() as unknown as Row[];
  return rows.flatMap(({ body, ...erasure }) => {
    const refs = erasureRefs.safeParse(JSON.parse(body));
    if (!refs.success) return [];
    const { addresses, members } = namedByRefs(db, refs.data);
    if (addresses.length + members.length === 0) return [];
    const subject = { emailAddresses: [...addresses], members: [...members] };
    // More than one person has isn't about one person.
    return proposedErasure.safeParse({ ...erasure, subject }).data ?? [];
  });
}

/** Whether somebody is still to be erased here: nothing about them is shared until then. */
export function erasedElsewhere(
  db: Database,
): (fact: {
  readonly realm: string;
  readonly person: string | null;
  readonly userId: string | null;
}) => boolean {
  const subjects = proposedErasures(db).map(({ subject }) => subject);
  const addresses = new Set(subjects.flatMap(({ emailAddresses }) => emailAddresses));
  const users = new Set(subjects.flatMap(({ members }) => members.map(userKey)));
  return ({ realm, person, userId }) =>
    (person !== null && addresses.has(person)) || (userId !== null && users.has(userKey({ realm, userId })));
}

const userKey = ({ realm, userId }: MemberPersonRef): string => `${realm} ${userId}`;
