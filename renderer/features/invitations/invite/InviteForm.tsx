import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, type ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { formatNumber } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { NotifyPicker, notifyMissing } from '../../../components/consent/NotifyChoice';
import type { Unreachable } from '../../../queries/refresh/unreachable';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import { goTo } from '../../../navigation/useRoute';
import { AccountsField } from './AccountsField';
import { faultyIf, goToFirstFault } from './firstFault';
import { draftFor, isBlank, type InviteStart } from './inviteDraft';
import { InviteConfirmations } from './InviteConfirmations';
import { InstancesField } from './instances/InstancesField';
import { InviteFooter } from './InviteFooter';
import { PeopleFields } from './people/PeopleFields';
import { useInviteForm } from './useInviteForm';
import { invitationsOf } from './useInviting';
import { inviteText } from './inviteText';

/**
 * The people to invite, to which accounts, and how they are notified. What was typed stays until it is sent: a failure
 * loses nothing.
 */
export function InviteForm({ opened, again }: InviteStart): ReactElement {
  const filled = useInviteForm({ opened, again });
  const { draft, change, changeRows, complains, isFaulty, error } = filled;
  const unreachable = useUnreachable();
  const form = useRef<HTMLFormElement>(null);
  // What has to be corrected is drawn by then.
  useEffect(() => {
    if (form.current !== null && (filled.attempts > 0 || error !== null)) goToFirstFault(form.current);
  }, [filled.attempts, error]);
  const named = draft.rows.filter((row) => !isBlank(row));

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        filled.submit();
      }}
    >
      <SpaceBetween size="l">
        {error === null ? null : (
          <div tabIndex={-1} className="screen" {...faultyIf(true)}>
            <ErrorNotice header={inviteText.inviteFailed} error={error.toBody()} />
          </div>
        )}
        <PeopleFields
          draft={draft}
          people={named.length}
          errors={complains ? filled.errors : noErrors}
          onRows={changeRows}
          onPasted={(pasted) => change((now) => ({ ...now, pasted }))}
        />
        <Container
          header={
            <Header
              variant="h2"
              counter={draft.accounts.length > 0 ? `(${formatNumber(draft.accounts.length)})` : ''}
              description={inviteText.accountsHint}
            >
              {inviteText.accounts}
            </Header>
          }
        >
          <div {...faultyIf(isFaulty('accounts'))}>
            <AccountsField
              selected={draft.accounts}
              error={isFaulty('accounts') ? inviteText.accountsMissing : undefined}
              onChange={(accounts) => change((now) => ({ ...now, accounts }))}
            />
          </div>
        </Container>
        <div {...faultyIf(isFaulty('instances'))}>
          <InstancesField
            filled={filled}
            isFaulty={isFaulty('instances')}
            onChange={(instances) => change((now) => ({ ...now, instances }))}
          />
        </div>
        <Container header={<Header variant="h2">{inviteText.email}</Header>}>
          <div {...faultyIf(isFaulty('notify'))}>
            <NotifyPicker
              notify={filled.notify}
              error={isFaulty('notify') ? notifyMissing : undefined}
              onChange={(selected) => change((now) => ({ ...now, notify: selected }))}
            />
          </div>
        </Container>
        <LostAnswerPicker
          selected={draft.whenNotSeen}
          onChange={(whenNotSeen) => change((now) => ({ ...now, whenNotSeen }))}
        />
        <InviteConfirmations filled={filled} />
      </SpaceBetween>
      <InviteFooter
        summary={{
          people: named.length,
          admins: named.filter(({ role }) => role === 'admin').length,
          accounts: draft.accounts.length,
          notify: filled.notify,
        }}
        waits={waitsFor(unreachable, draft.accounts)}
        faults={complains ? filled.faults.length : 0}
        loading={filled.pending}
        onDiscard={() => {
          change(() => draftFor(opened));
          goTo(invitationsOf(opened === null ? [] : [opened]));
        }}
      />
    </form>
  );
}

/** Whether what is sent now has to wait: to these accounts, or to any while none is selected. */
const waitsFor = (unreachable: Unreachable | null, accounts: readonly AccountRef[]): boolean =>
  unreachable !== null &&
  (accounts.length === 0
    ? unreachable.labels.length === 0
    : accounts.some(({ connectionId }) => unreachable.connectionIds.includes(connectionId)));

const noErrors = new Map<number, never>();
