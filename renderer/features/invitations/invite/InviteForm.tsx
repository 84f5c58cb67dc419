import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useState, type ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { maxPerCall } from '../../../../shared/domain/invitation/invitation';
import { isTyped, numberToType } from '../../../../shared/domain/outbox/agreement';
import { roles, roleName } from '../../../../shared/domain/invitation/role';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { counted } from '../../../components/text/formatTime';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { TypedNumberField } from '../../../components/consent/TypedNumberField';
import { NotifyPicker, notifyMissing } from '../../../components/consent/NotifyChoice';
import { useCreateInvitations } from '../../../queries/invitations';
import { useSettings } from '../../../queries/settings';
import type { Route } from '../../../../shared/navigation/routes';
import { goTo } from '../../../navigation/useRoute';
import { useResults } from '../../results/resultsContext';
import { checkRows, emptyDraft, isBlank, leftToSend, withPeople, type InviteDraft } from './inviteDraft';
import { useInviteDraft, type ChangeDraft } from './inviteDraftsContext';
import { InviteeRows, type ChangeRows } from './InviteeRows';
import { PasteBox } from './PasteBox';
import { inviteText } from './inviteText';

/**
 * The people to invite to one account, as rows or pasted, and how they will be notified. What was typed stays until it is sent,
 * so a failure loses nothing.
 */
export function InviteForm({ account }: { readonly account: AccountRef }): ReactElement {
  const [draft, change] = useInviteDraft(account);
  const [submitted, setSubmitted] = useState(false);
  const [typed, setTyped] = useState('');
  const { handOver, pending, error } = useHandOver(account, draft, change);
  const settings = useSettings();
  const changeRows: ChangeRows = useCallback(
    (changed) => {
      change((now) => ({ ...now, rows: changed(now.rows) }));
    },
    [change],
  );

  // No errors while still typing: they appear with the first attempt to send, and then update while typing.
  const { invitees, errors } = checkRows(draft.rows);
  const people = draft.rows.filter((row) => !isBlank(row)).length;
  const list = invitationsOf(account);
  const admins = invitees.filter(({ role }) => role === 'admin').length;
  const number = settings === undefined ? null : numberToType({ total: invitees.length, admins }, settings);

  const submit = (): void => {
    setSubmitted(true);
    if (errors.size > 0 || draft.notify === null) return;
    if (number !== null && !isTyped(number, typed)) return;
    handOver(invitees, draft.notify, number === null ? null : typed, () => {
      setSubmitted(false);
      setTyped('');
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Form
        actions={
          <FormActions
            people={people}
            loading={pending}
            onDiscard={() => {
              change(() => emptyDraft);
              goTo(list);
            }}
          />
        }
        errorText={
          submitted && errors.size > 0 ? inviteText.rowsToCorrect(counted(errors.size, 'row')) : undefined
        }
      >
        <SpaceBetween size="l">
          <PeopleFields
            draft={draft}
            people={people}
            errors={submitted ? errors : noErrors}
            onRows={changeRows}
            onPasted={(pasted) => {
              change((now) => ({ ...now, pasted }));
            }}
          />
          <Container header={<Header variant="h2">{inviteText.email}</Header>}>
            <NotifyPicker
              notify={draft.notify}
              error={submitted && draft.notify === null ? notifyMissing : undefined}
              onChange={(notify) => {
                change((now) => ({ ...now, notify }));
              }}
            />
          </Container>
          <LostAnswerPicker
            selected={draft.whenNotSeen}
            onChange={(whenNotSeen) => {
              change((now) => ({ ...now, whenNotSeen }));
            }}
          />
          {number === null ? null : <TypedNumberField number={number} typed={typed} onChange={setTyped} />}
          {error === null ? null : <ErrorNotice header={inviteText.inviteFailed} error={error.toBody()} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}

/** Sends the form's people to the outbox, and leaves in the draft only those it couldn't invite. */
function useHandOver(account: AccountRef, draft: InviteDraft, change: ChangeDraft) {
  const create = useCreateInvitations();
  const results = useResults();
  const handOver = (
    invitees: ReturnType<typeof checkRows>['invitees'],
    notifyInvitedUsers: boolean,
    typedNumber: string | null,
    handedOver: () => void,
  ): void => {
    create
      .mutateAsync({
        account,
        invitees: [...invitees],
        notifyInvitedUsers,
        whenNotSeen: draft.whenNotSeen,
        ...(typedNumber === null ? {} : { typedNumber }),
      })
      // Even if the person has left this screen in the meantime: what was sent must leave the draft.
      .then((operationIds) => {
        handedOver();
        results.show({ operationIds }, (operations) => {
          const left = leftToSend(draft, operations);
          change(() => left);
          if (left === emptyDraft) goTo(invitationsOf(account));
        });
      })
      // The mutation holds the error, which the form shows.
      .catch(() => undefined);
  };
  return { handOver, pending: create.isPending, error: create.error };
}

interface FormActionsProps {
  readonly people: number;
  readonly loading: boolean;
  readonly onDiscard: () => void;
}

function FormActions({ people, loading, onDiscard }: FormActionsProps): ReactElement {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="link" formAction="none" onClick={onDiscard}>
        {inviteText.discard}
      </Button>
      <Button variant="primary" loading={loading} loadingText={inviteText.handingOver}>
        {people > 1 ? inviteText.invite(counted(people, 'person', 'people')) : 'Invite'}
      </Button>
    </SpaceBetween>
  );
}

interface PeopleFieldsProps {
  readonly draft: InviteDraft;
  /** How many rows are filled in. */
  readonly people: number;
  readonly errors: ReturnType<typeof checkRows>['errors'];
  readonly onRows: ChangeRows;
  readonly onPasted: (text: string) => void;
}

/** The rows of people, and the field to paste them into. */
function PeopleFields({ draft, people, errors, onRows, onPasted }: PeopleFieldsProps): ReactElement {
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={people > 0 ? `(${String(people)})` : ''}
          description={inviteText.rolesHint}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {roles.map((role) => (
                <Button
                  key={role}
                  formAction="none"
                  onClick={() => {
                    onRows((rows) => rows.map((row) => ({ ...row, role })));
                  }}
                >
                  {inviteText.makeAll(roleName(role).toLowerCase())}
                </Button>
              ))}
            </SpaceBetween>
          }
        >
          {inviteText.people}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <InviteeRows rows={draft.rows} errors={errors} onChange={onRows} />
        <PasteBox
          text={draft.pasted}
          onText={onPasted}
          onPeople={(pastedPeople) => {
            onRows((rows) =>
              withPeople(
                rows,
                pastedPeople.map((person) => ({ ...person, role: person.role ?? null })),
              ),
            );
          }}
        />
        {people > maxPerCall ? <CallsNotice people={people} /> : null}
      </SpaceBetween>
    </Container>
  );
}

const noErrors = new Map<number, never>();

const invitationsOf = (account: AccountRef): Route => ({ screen: 'invitations', account });

function CallsNotice({ people }: { readonly people: number }): ReactElement {
  const calls = Math.ceil(people / maxPerCall);
  return (
    <Alert type="info">
      {inviteText.calls(counted(people, 'person', 'people'), counted(calls, 'call'), maxPerCall)}{' '}
      <Box variant="span">{inviteText.callsHint}</Box>
    </Alert>
  );
}
