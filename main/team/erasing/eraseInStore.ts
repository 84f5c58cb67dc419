import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { CodedError } from '../../../shared/errors';
import type { OpenTeam } from '../link/linkState';
import { StoreError } from '../store/storeError';
import type { TeamStore } from '../store/teamStore';
import { erasingErrorText } from './erasingErrorText';
import type { ErasureRefs } from './erasureRefs';
import type { ErasedPerson } from './refsOf';

export interface RequestedErasure {
  /** The erasure's ID, by which a repetition is known. */
  readonly factId: string;
  readonly refs: ErasureRefs;
  /** Null if the app ended since: then the store tells whom the IDs are about. */
  readonly person: ErasedPerson | null;
}

/**
 * Has the store erase a person, once: what was done already stays. Nothing is left to do where the store knows nothing of the IDs.
 * @throws CodedError as `TeamStore.query`; CLAIMED_ELSEWHERE while something about the person is under way
 */
export async function eraseInStore(
  { store, installationId }: OpenTeam,
  { factId, refs, person }: RequestedErasure,
): Promise<void> {
  const done = await store.query(`SELECT 1 FROM amc.facts WHERE fact_id = $1 AND kind = 'erasure'`, [factId]);
  if (done.length > 0) return;
  const { addresses, names, users } = person ?? (await personBehind(store, refs));
  if (addresses.length + users.length === 0) return;
  await store
    .query('SELECT amc.erase_person($1::text[], $2::text[], $3::jsonb, $4::uuid, $5::uuid)', [
      ...[[...addresses], [...names], JSON.stringify(users), factId, installationId],
    ])
    .catch((thrown: unknown) => {
      throw isUnderWay(thrown) ? new CodedError(underWay) : thrown;
    });
}

const underWay = { code: 'CLAIMED_ELSEWHERE', message: erasingErrorText.underWay, retryable: true } as const;

/** PostgreSQL's code for a broken rule, here the only one that the function has for a named person. */
const brokenRule = '23514';

const isUnderWay = (thrown: unknown): boolean =>
  thrown instanceof StoreError && thrown.toBody().details === brokenRule;

/** Whom the store still names behind IDs. */
async function personBehind(store: TeamStore, { factIds, claimIds }: ErasureRefs): Promise<ErasedPerson> {
  const rows = await store.query<{
    readonly address: string | null;
    readonly realm: string;
    readonly userId: string | null;
    readonly name: string | null;
  }>(
    `SELECT CASE key_kind WHEN 'address' THEN who END AS address, realm, CASE key_kind WHEN 'userId' THEN who END AS "userId",
       NULL AS name FROM amc.claims WHERE id = ANY ($1::uuid[])
     UNION SELECT person, realm, user_id, body ->> 'userName' FROM amc.facts WHERE fact_id = ANY ($2::uuid[])`,
    [[...claimIds], [...factIds]],
  );
  const users = new Map<string, MemberPersonRef>();
  for (const { realm, userId } of rows) {
    if (userId !== null && !userId.startsWith('erased-')) users.set(`${realm} ${userId}`, { realm, userId });
  }
  const texts = (given: readonly (string | null)[]): string[] => [
    ...new Set(given.flatMap((text) => (text === null || text === '' ? [] : [text]))),
  ];
  return {
    addresses: texts(rows.map(({ address }) => address)).filter((address) => !isErasedAddress(address)),
    users: [...users.values()],
    names: texts(rows.map(({ name }) => name)),
  };
}
