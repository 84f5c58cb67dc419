import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { memo, useCallback, type ReactElement, type ReactNode } from 'react';
import { mailboxKey } from '../../../../../shared/domain/invitation/person';
import { role as roleSchema, roleName, roles } from '../../../../../shared/domain/invitation/role';
import { withoutRow, withPeople, type InviteeRow, type RowErrors } from '../inviteDraft';
import { faultyIf } from '../firstFault';
import { PersonNotes } from './PersonNotes';
import { notesOf } from './personNotes';
import { inviteText } from '../inviteText';

export type ChangeRows = (change: (rows: readonly InviteeRow[]) => readonly InviteeRow[]) => void;

interface InviteeRowsProps {
  readonly rows: readonly InviteeRow[];
  readonly errors: ReadonlyMap<number, RowErrors>;
  /** What colleagues did, by `mailboxKey`. */
  readonly hints: ReadonlyMap<string, string>;
  /** Must keep its identity, so that typing in one row redraws only that row. */
  readonly onChange: ChangeRows;
}

/** The people to invite, one editable row each. */
export function InviteeRows({ rows, errors, hints, onChange }: InviteeRowsProps): ReactElement {
  return (
    <SpaceBetween size="s">
      <div className="invitee-row" aria-hidden="true">
        <Box variant="awsui-key-label">{inviteText.email}</Box>
        <Box variant="awsui-key-label">{inviteText.name}</Box>
        <Box variant="awsui-key-label">{inviteText.role}</Box>
      </div>
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          number={index + 1}
          errors={errors.get(row.key)}
          hint={hints.get(mailboxKey(row.emailAddress))}
          onChange={onChange}
        />
      ))}
      <Button
        iconName="add-plus"
        onClick={() => {
          onChange((now) => withPeople(now));
        }}
      >
        {inviteText.addPerson}
      </Button>
    </SpaceBetween>
  );
}

const roleOptions: readonly SelectProps.Option[] = roles.map((value) => ({ value, label: roleName(value) }));

interface RowProps {
  readonly row: InviteeRow;
  readonly number: number;
  readonly errors: RowErrors | undefined;
  readonly hint: string | undefined;
  readonly onChange: ChangeRows;
}

const Row = memo(function Row({ row, number, errors, hint, onChange }: RowProps): ReactElement {
  const { key } = row;
  const edit = useCallback(
    (change: Partial<InviteeRow>) => {
      onChange((rows) => rows.map((each) => (each.key === key ? { ...each, ...change } : each)));
    },
    [key, onChange],
  );
  const person = `person ${String(number)}`;
  return (
    <div className="invitee-row" role="group" aria-label={inviteText.person(String(number))}>
      <Field error={errors?.emailAddress}>
        <Input
          value={row.emailAddress}
          inputMode="email"
          autoComplete={false}
          spellcheck={false}
          placeholder={inviteText.emailPlaceholder}
          ariaLabel={inviteText.emailOf(person)}
          ariaRequired
          onChange={({ detail }) => {
            edit({ emailAddress: detail.value });
          }}
        />
      </Field>
      <Field
        error={errors?.userName}
        warning={row.nameGuessed && errors?.userName === undefined ? inviteText.nameGuessed : undefined}
      >
        <Input
          value={row.userName}
          autoComplete={false}
          spellcheck={false}
          ariaLabel={inviteText.nameOf(person)}
          ariaRequired
          onChange={({ detail }) => {
            edit({ userName: detail.value, nameGuessed: false });
          }}
        />
      </Field>
      <Field error={errors?.role}>
        <Select
          selectedOption={roleOptions.find(({ value }) => value === row.role) ?? null}
          options={roleOptions}
          ariaLabel={inviteText.roleOf(person)}
          ariaRequired
          onChange={({ detail }) => {
            edit({ role: roleSchema.parse(detail.selectedOption.value) });
          }}
        />
      </Field>
      <div className="invitee-row-remove">
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={inviteText.remove(person)}
          onClick={() => {
            onChange((rows) => withoutRow(rows, key));
          }}
        />
      </div>
      <PersonNotes notes={notesOf(row, errors !== undefined)} hint={hint} person={person} onFix={edit} />
    </div>
  );
});

interface FieldProps {
  readonly error: string | undefined;
  readonly warning?: string | undefined;
  readonly children: ReactNode;
}

/** One cell of a row; its column says what it is. */
const Field = ({ error, warning, children }: FieldProps): ReactElement => (
  <div {...faultyIf(error !== undefined)}>
    <FormField errorText={error} warningText={warning} stretch>
      {children}
    </FormField>
  </div>
);
