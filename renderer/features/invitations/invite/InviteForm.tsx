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
import { checkRows, emptyDraft, isBlank, leftToSend, withPeople } from './inviteDraft';
import { useInviteDraft } from './inviteDraftsContext';
import { InviteeRows, type ChangeRows } from './InviteeRows';
import { PasteBox } from './PasteBox';
import { inviteText } from './inviteText';

/**
 * The people to invite to one account, as rows or pasted, and how they will hear of it. What was typed stays until
 * it is sent: a failure loses nothing.
 */
export function InviteForm({ account }: { readonly account: AccountRef }): ReactElement {
  const [draft, change] = useInviteDraft(account);
  const [submitted, setSubmitted] = useState(false);
  const [typed, setTyped] = useState('');
  const create = useCreateInvitations();
  const settings = useSettings();
  const results = useResults();
  const changeRows: ChangeRows = useCallback(
    (changed) => {
      change((now) => ({ ...now, rows: changed(now.rows) }));
    },
    [change],
  );

  // Nobody is scolded while still typing: complaints come with the first attempt to send, and then follow the typing.
  const { invitees, errors } = checkRows(draft.rows);
  const people = draft.rows.filter((row) => !isBlank(row)).length;
  const list = invitationsOf(account);
  const admins = invitees.filter(({ role }) => role === 'admin').length;
  const number = settings === undefined ? null : numberToType({ total: invitees.length, admins }, settings);

  const submit = (): void => {
    setSubmitted(true);
    if (errors.size > 0 || draft.notify === null) return;
    if (number !== null && !isTyped(number, typed)) return;
    create
      .mutateAsync({
        account,
        invitees: [...invitees],
        notifyInvitedUsers: draft.notify,
        whenNotSeen: draft.whenNotSeen,
        ...(number === null ? {} : { typedNumber: typed }),
      })
      // Also when the person has left this screen meanwhile: what was handed over must leave the draft.
      .then((operationIds) => {
        setSubmitted(false);
        setTyped('');
        results.show({ operationIds }, (operations) => {
          const left = leftToSend(draft, operations);
          change(() => left);
          if (left === emptyDraft) goTo(list);
        });
      })
      // The mutation holds the error, which the form shows.
      .catch(() => undefined);
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
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="link"
              formAction="none"
              onClick={() => {
                change(() => emptyDraft);
                goTo(list);
              }}
            >
              {inviteText.discard}
            </Button>
            <Button variant="primary" loading={create.isPending} loadingText={inviteText.handingOver}>
              {people > 1 ? inviteText.invite(counted(people, 'person', 'people')) : 'Invite'}
            </Button>
          </SpaceBetween>
        }
        errorText={
          submitted && errors.size > 0 ? inviteText.rowsToCorrect(counted(errors.size, 'row')) : undefined
        }
      >
        <SpaceBetween size="l">
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
                          changeRows((rows) => rows.map((row) => ({ ...row, role })));
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
              <InviteeRows rows={draft.rows} errors={submitted ? errors : noErrors} onChange={changeRows} />
              <PasteBox
                text={draft.pasted}
                onText={(pasted) => {
                  change((now) => ({ ...now, pasted }));
                }}
                onPeople={(pastedPeople) => {
                  changeRows((rows) =>
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
          {create.error === null ? null : (
            <ErrorNotice header={inviteText.inviteFailed} error={create.error.toBody()} />
          )}
        </SpaceBetween>
      </Form>
    </form>
  );
}

const noErrors = new Map<number, never>();

const invitationsOf = (account: AccountRef): Route => ({ screen: 'invitations', account });

function CallsNotice({ people }: { readonly people: number }): ReactElement {
  const calls = Math.ceil(people / maxPerCall);
  return (
    <Alert type="info">
      {counted(people, 'person', 'people')} = {counted(calls, 'call')} to Amazon, which takes at most{' '}
      {maxPerCall} a call. <Box variant="span">{inviteText.callsHint}</Box>
    </Alert>
  );
}
