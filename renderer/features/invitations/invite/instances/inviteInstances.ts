import type { CheckedInput } from '../../../../../shared/bridge/ipc';
import type { Instance } from '../../../../../shared/domain/account/instance';
import { writtenInstances } from '../../../../../shared/domain/account/parseInstances';
import type { InstancesInAccount } from '../../../../../shared/domain/account/plannedInstances';
import { accountRefKey } from '../../../../../shared/util/accountKey';
import type { PlannedInAccounts } from '../../../../queries/instances';
import { isBlank, type InviteDraft } from '../inviteDraft';
import { inviteText } from '../inviteText';

/** The form's instances and what they mean. */
export interface FilledInstances extends PlannedInAccounts {
  readonly draft: Pick<InviteDraft, 'accounts' | 'rows' | 'instances'>;
}

/** Why nothing can be planned now; null if it can. Admins reach every instance. */
export function instancesObstacle({ draft }: Pick<FilledInstances, 'draft'>): string | null {
  if (draft.accounts.length === 0) return inviteText.instancesNeedAccount;
  const named = draft.rows.filter((row) => !isBlank(row));
  return named.length > 0 && named.every(({ role }) => role === 'admin') ? inviteText.adminsNeedNone : null;
}

/** Whether the instances keep the form from being sent. */
export const areInstancesFaulty = (filled: FilledInstances): boolean =>
  instancesObstacle(filled) === null &&
  filled.draft.instances.trim() !== '' &&
  (!filled.isCurrent || faultsIn(filled).length > 0);

const faultsIn = ({ planned }: FilledInstances): readonly string[] =>
  (planned?.accounts ?? []).flatMap(({ faults }) => faults);

/** How many sentences about accounts are shown. */
const maxFaults = 3;

/** What has to be corrected, account by account. */
export function instancesError(filled: FilledInstances): string | undefined {
  if (!areInstancesFaulty(filled)) return undefined;
  const faults = faultsIn(filled);
  if (!filled.isCurrent || faults.length === 0) return inviteText.instancesChecking;
  const more = faults.length - maxFaults;
  return [...faults.slice(0, maxFaults), ...(more > 0 ? [inviteText.moreInstanceFaults(more)] : [])].join(
    ' ',
  );
}

/** The plans that go with the command: for viewers, in accounts in which the text means something. */
export const plansOf = (
  filled: FilledInstances,
): NonNullable<CheckedInput<'invitations.inviteToAccounts'>['plans']> =>
  instancesObstacle(filled) !== null || filled.draft.instances.trim() === ''
    ? []
    : (filled.planned?.accounts ?? []).flatMap(({ account, plan }) =>
        plan === null ? [] : [{ account, wanted: plan }],
      );

/** The accounts whose instances Amazon never listed. */
export const unreadAccounts = ({ planned }: FilledInstances): readonly InstancesInAccount[] =>
  planned?.accounts.filter(({ known }) => known === null) ?? [];

/** Whether what can be planned in these accounts is known: not before the first answer about each. */
export const areInstancesKnown = ({ draft, planned }: FilledInstances): boolean => {
  const answered = new Set(planned?.accounts.map(({ account }) => accountRefKey(account)));
  return draft.accounts.every((account) => answered.has(accountRefKey(account)));
};

interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** The known instances of the only account, to select from. */
export interface InstancePicker {
  readonly known: readonly Instance[];
  readonly options: readonly Option[];
  readonly selected: readonly Option[];
}

const allOption: Option = { value: '', label: inviteText.allInstances };

/** Clears an earlier plan. No instance has such an ID. */
const noneOption: Option = { value: 'none:', label: inviteText.noInstances };

/** Null where a text has to be written: for several accounts, unknown instances, or to correct what is written. */
export function pickerOf({ draft, planned }: FilledInstances): InstancePicker | null {
  const [only, ...others] = planned?.accounts ?? [];
  if (draft.accounts.length !== 1 || only === undefined || others.length > 0) return null;
  const { known, plan, faults } = only;
  if (known === null || known.length === 0 || faults.length > 0) return null;
  const options = [allOption, ...known.map(optionOf), noneOption];
  const values = new Set(
    plan === null
      ? []
      : typeof plan === 'string'
        ? [plan === 'all' ? allOption.value : noneOption.value]
        : plan.map(({ instanceId }) => instanceId),
  );
  const selected = options.filter(({ value }) => values.has(value));
  return { known, options, selected };
}

const optionOf = ({ instanceId, name }: Instance): Option => ({
  value: instanceId,
  label: name,
  ...(name === instanceId ? {} : { description: instanceId }),
});

/** The text of what was selected. "All" and "none" stand alone: selecting one drops the others, selecting another drops it. */
export function pickedInstances(
  { known, selected }: Pick<InstancePicker, 'known' | 'selected'>,
  values: readonly string[],
): string {
  const isNew = (option: Option): boolean =>
    values.includes(option.value) && !(selected.includes(option) && values.length > 1);
  if (isNew(allOption)) return writtenInstances('all');
  if (isNew(noneOption)) return writtenInstances('none');
  const picked = known.filter(({ instanceId }) => values.includes(instanceId));
  return writtenInstances(picked.length === 0 ? null : picked, known);
}
