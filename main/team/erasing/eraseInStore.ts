import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { CodedError } from '../../../shared/errors';
import type { OpenTeam } from '../link/linkState';
import { StoreError } from '../store/storeError';
import type { TeamStore } from '../store/teamStore';
import { erasingErrorText } from './erasingErrorText';
import type { ErasureRefs } from './erasureRefs';
import { isErasedUser } from './namedByRefs';
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

const unclear = { code: 'NOT_FOUND', message: erasingErrorText.unclear } as const;
const underWay = { code: 'CLAIMED_ELSEWHERE', message: erasingErrorText.underWay, retryable: true } as const;

/** PostgreSQL's code for a broken rule, here the only one that the function has for a named person. */
const brokenRule = '23514';

const isUnderWay = (thrown: unknown): boolean =>
  thrown instanceof StoreError && thrown.toBody().details === brokenRule;

/**
 * Whom the store still names behind IDs. A colleague may have given a fact of somebody else the same ID, in another account, or have
 * named two people in one: such facts name nobody.
 * @throws CodedError NOT_FOUND if there are only such facts
 */
async function personBehind(store: TeamStore, { factIds, claimIds }: ErasureRefs): Promise<ErasedPerson> {
  const rows = await store.query<{
    readonly address: string | null;
    readonly realm: string;
    readonly userId: string | null;
    readonly name: string | null;
    readonly isClear: boolean;
  }>(
    `SELECT CASE key_kind WHEN 'address' THEN who END AS address, realm, CASE key_kind WHEN 'userId' THEN who END AS "userId",
       NULL AS name, true AS "isClear" FROM amc.claims WHERE id = ANY ($1::uuid[])
     UNION SELECT person, realm, user_id, body ->> 'userName', (person IS NULL OR user_id IS NULL)
         AND NOT EXISTS (SELECT 1 FROM amc.facts AS other WHERE other.fact_id = named.fact_id
           AND (other.person, other.realm, other.user_id) IS DISTINCT FROM (named.person, named.realm, named.user_id))
       FROM amc.facts AS named WHERE fact_id = ANY ($2::uuid[])`,
    [[...claimIds], [...factIds]],
  );
  const clear = rows.filter(({ isClear }) => isClear);
  if (clear.length === 0 && rows.length > 0) throw new CodedError(unclear);
  const users = new Map<string, MemberPersonRef>();
  for (const { realm, userId } of clear) {
    if (userId !== null && !isErasedUser(userId)) users.set(`${realm} ${userId}`, { realm, userId });
  }
  const texts = (given: readonly (string | null)[]): string[] => [
    ...new Set(given.flatMap((text) => (text === null || text === '' ? [] : [text]))),
  ];
  return {
    addresses: texts(clear.map(({ address }) => address)).filter((address) => !isErasedAddress(address)),
    users: [...users.values()],
    names: texts(clear.map(({ name }) => name)),
  };
}
