import type { components } from '../../../shared/amazonAds/schema';
import { transaction } from '../../storage/transaction';
import { countAdmins, findMember, removeMember, setRole, type Role } from '../state/members';
import type { LastAdminRefusal } from '../control/conduct';
import { changeableAccount } from './caller';
import { ApiFault, type Call, type Operations } from './operation';

type Schemas = components['schemas'];

export const userPermissionOperations = {
  UpdateUserPermissions: (call) => {
    const accountId = changeableAccount(call);
    const wanted = call.body?.userPermissions ?? [];
    if (wanted.length === 0) throw new ApiFault(400, 'At least one of userPermissions is required');
    const refusal = call.conduct.lastAdminRoleChange;
    return sorted(
      transaction(call.db, () =>
        wanted.map((one) => changeRole(call, accountId, one)).map(asRefused(refusal)),
      ),
    );
  },

  DeleteUserPermissions: (call) => {
    const accountId = changeableAccount(call);
    const users = call.body?.users ?? [];
    if (users.length === 0) throw new ApiFault(400, 'At least one of users is required');
    const outcomes = transaction(call.db, () => {
      const removed = users.map(({ userId = '' }) => remove(call, accountId, userId));
      return removed.map(asRefused(call.conduct.lastAdminRemoval));
    });
    return sorted(outcomes);
  },
} satisfies Partial<Operations>;

/** The codes are our choice (amazon-api §2 has none). */
interface Refused {
  readonly userId: string;
  readonly code:
    'ACCESS_INHERITED' | 'INVALID_PERMISSION_SET' | 'INVALID_ROLE' | 'LAST_ADMIN' | 'USER_NOT_FOUND';
  readonly message: string;
}

/** Thrown inside the transaction, so that nothing of the call is done if the last admin makes it fail. */
const asRefused =
  (refusal: LastAdminRefusal) =>
  (outcome: Outcome): Outcome => {
    if (refusal === 'call' && 'refused' in outcome && outcome.refused.code === 'LAST_ADMIN') {
      throw new ApiFault(400, 'An account keeps its last admin', 'UserCannotBeRemovedException');
    }
    return outcome;
  };

type Outcome = { readonly done: { readonly userId: string } } | { readonly refused: Refused };

function changeRole(
  { db }: Call<unknown>,
  accountId: string,
  { userId = '', permissionSet }: Schemas['UserPermission'],
): Outcome {
  const refuse = (code: Refused['code'], message: string): Outcome => ({
    refused: { userId, code, message },
  });
  if (permissionSet?.type !== 'ROLE') {
    return refuse('INVALID_PERMISSION_SET', 'AMC accounts support the permission set type ROLE only.');
  }
  const role = amcRole(permissionSet.role);
  if (role === undefined) return refuse('INVALID_ROLE', 'AMC accounts have the roles ADMIN and VIEWER.');
  const member = findMember(db, accountId, userId);
  if (member === undefined) return refuse('USER_NOT_FOUND', 'The account has no such user.');
  if (member.role === null) return refuse('ACCESS_INHERITED', inheritedAccess);
  if (member.role === 'admin' && role === 'viewer' && countAdmins(db, accountId) === 1) {
    return refuse('LAST_ADMIN', 'An account keeps its last admin.');
  }
  setRole(db, accountId, member.userId, role);
  return { done: { userId } };
}

/** The user operations use different names for AMC's roles (amazon-api §1). EDITOR isn't documented for AMC. */
function amcRole(name: Schemas['RoleName'] | undefined): Role | undefined {
  if (name === 'ADMIN') return 'admin';
  return name === 'VIEWER' ? 'viewer' : undefined;
}

const inheritedAccess = 'The access comes from a manager account.';

function remove({ db }: Call<unknown>, accountId: string, userId: string): Outcome {
  const refuse = (code: Refused['code'], message: string): Outcome => ({
    refused: { userId, code, message },
  });
  const member = findMember(db, accountId, userId);
  if (member === undefined) return refuse('USER_NOT_FOUND', 'The account has no such user.');
  if (member.role === null) return refuse('ACCESS_INHERITED', inheritedAccess);
  if (member.role === 'admin' && countAdmins(db, accountId) === 1) {
    return refuse('LAST_ADMIN', 'An account keeps its last admin.');
  }
  removeMember(db, accountId, member.userId);
  return { done: { userId } };
}

function sorted(outcomes: readonly Outcome[]): { successes: { userId: string }[]; errors: Refused[] } {
  return {
    successes: outcomes.flatMap((outcome) => ('done' in outcome ? [outcome.done] : [])),
    errors: outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : [])),
  };
}
