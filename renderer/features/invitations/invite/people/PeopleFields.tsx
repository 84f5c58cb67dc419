import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { maxPerCall } from '../../../../../shared/domain/invitation/invitation';
import type { PersonEntry } from '../../../../../shared/domain/invitation/parsePeople';
import { roles, roleName } from '../../../../../shared/domain/invitation/role';
import { counted } from '../../../../components/text/formatTime';
import { useNow } from '../../../../components/useNow';
import { useInvitedByColleagues } from '../../../../queries/invitations';
import { addressesIn, colleagueHints } from './colleagueHints';
import { AddPeople } from './AddPeople';
import { withPeople, type CheckedRows, type InviteDraft } from '../inviteDraft';
import { InviteeRows, type ChangeRows } from './InviteeRows';
import { PasteBox } from './PasteBox';
import { inviteText } from '../inviteText';

interface PeopleFieldsProps {
  readonly draft: InviteDraft;
  /** How many rows are filled in. */
  readonly people: number;
  readonly errors: CheckedRows['errors'];
  readonly onRows: ChangeRows;
  readonly onPasted: (text: string) => void;
}

/** The rows of people, and the ways to add to them. */
export function PeopleFields({ draft, people, errors, onRows, onPasted }: PeopleFieldsProps): ReactElement {
  const add = (added: readonly PersonEntry[]): void => {
    onRows((rows) => withPeople(rows, added.map(withRole)));
  };
  const invited = useInvitedByColleagues(draft.accounts, addressesIn(draft));
  const hints = colleagueHints(invited, useNow());
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={people > 0 ? `(${String(people)})` : ''}
          description={inviteText.rolesHint}
          actions={<RolesOfAll onRows={onRows} />}
        >
          {inviteText.people}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <AddPeople onPeople={add} onUnread={onPasted} />
        <InviteeRows rows={draft.rows} errors={errors} hints={hints} onChange={onRows} />
        <PasteBox
          key={draft.pasted === '' ? 'empty' : 'filled'}
          text={draft.pasted}
          onText={onPasted}
          onPeople={add}
        />
        {people > maxPerCall ? <CallsNotice people={people} accounts={draft.accounts.length} /> : null}
      </SpaceBetween>
    </Container>
  );
}

const withRole = (person: PersonEntry) => ({ ...person, role: person.role ?? ('viewer' as const) });

function RolesOfAll({ onRows }: { readonly onRows: ChangeRows }): ReactElement {
  return (
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
  );
}

interface CallsNoticeProps {
  readonly people: number;
  readonly accounts: number;
}

function CallsNotice({ people, accounts }: CallsNoticeProps): ReactElement {
  const calls = Math.ceil(people / maxPerCall) * Math.max(accounts, 1);
  const countedPeople = counted(people, 'person', 'people');
  const whom =
    accounts > 1 ? inviteText.peopleInAccounts(countedPeople, counted(accounts, 'account')) : countedPeople;
  return (
    <Alert type="info">
      {inviteText.calls(whom, counted(calls, 'call'), maxPerCall)}{' '}
      <Box variant="span">{inviteText.callsHint}</Box>
    </Alert>
  );
}
