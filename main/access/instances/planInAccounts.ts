import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import { createInstancesParser } from '../../../shared/domain/account/parseInstances';
import {
  isSamePlan,
  maxReplacedListed,
  type ReplacedPlans,
} from '../../../shared/domain/account/plannedInstances';
import { planReplacedText } from '../../../shared/domain/account/plannedInstancesText';
import { instanceFaults } from '../../../shared/domain/batch/rules/instanceRules';
import type { Database } from '../../storage/database';
import { requireAccount } from '../accountAccess';
import { knownInstances } from './knownInstances';
import { plansOf } from './plans';

/**
 * See 'accounts.planInstances'.
 * @throws CodedError NOT_FOUND for an account that isn't known
 */
export function planInAccounts(
  db: Database,
  { accounts, emailAddresses, instances: text }: CheckedInput<'accounts.planInstances'>,
): ChannelOutput<'accounts.planInstances'> {
  const first: ReplacedPlans['first'] = [];
  let count = 0;
  const planned = accounts.map((account) => {
    const { realm, accountId, name: accountName } = requireAccount(db, account);
    const { instances, asOf } = knownInstances(db, { realm, accountId });
    const known = instances?.map(({ instanceId, name }) => ({ instanceId, name })) ?? null;
    const parsed = createInstancesParser(known)(text);
    const faults = instanceFaults(parsed, accountName, known ?? []).map(({ message }) => message);
    const people = emailAddresses.map((emailAddress) => [realm, accountId, emailAddress] as const);
    const { plan } = parsed;
    for (const { address, wanted, plannedAt } of plan === null ? [] : plansOf(db, people)) {
      if (plan === null || isSamePlan(wanted, plan)) continue;
      count += 1;
      const replaced = {
        emailAddress: address,
        accountName,
        text: planReplacedText(plannedAt, wanted, plan),
      };
      if (first.length < maxReplacedListed) first.push(replaced);
    }
    return { account, accountName, known, asOf, plan, faults };
  });
  return { accounts: planned, replaced: { count, first } };
}
