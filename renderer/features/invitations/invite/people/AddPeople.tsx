import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import { useState, type ClipboardEvent, type ReactElement } from 'react';
import { parsePeople, type PersonEntry } from '../../../../../shared/domain/invitation/parsePeople';
import { useKnownPeople } from './useKnownPeople';
import { inviteText } from '../inviteText';

interface AddPeopleProps {
  readonly onPeople: (people: readonly PersonEntry[]) => void;
  /** Called with a pasted text of which a part could not be read. */
  readonly onUnread: (text: string) => void;
}

/** One field for each way to name people: type an address, paste a list, or pick somebody invited before. */
export function AddPeople({ onPeople, onUnread }: AddPeopleProps): ReactElement {
  const [typed, setTyped] = useState('');
  const known = useKnownPeople(typed);
  /** @returns whether anybody was found */
  const add = (text: string): boolean => {
    const { people, problems } = parsePeople(text);
    if (people.length === 0) return false;
    onPeople(people);
    setTyped('');
    if (problems.length > 0) onUnread(problems.map((problem) => problem.text).join('\n'));
    return true;
  };
  // A field of one line would make one line of a list.
  const paste = (event: ClipboardEvent): void => {
    if (add(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <div onPaste={paste}>
      <FormField label={inviteText.addPeople} description={inviteText.addPeopleHint} stretch>
        <Autosuggest
          value={typed}
          placeholder={inviteText.addPeoplePlaceholder}
          filteringType="manual"
          options={known.map(({ emailAddress, userName }) => ({
            value: `${userName} <${emailAddress}>`,
            label: userName === '' ? emailAddress : userName,
            description: emailAddress,
          }))}
          enteredTextLabel={inviteText.addTyped}
          empty={inviteText.nobodyKnown}
          onChange={({ detail }) => setTyped(detail.value)}
          onSelect={({ detail }) => {
            if (!add(detail.value)) setTyped(detail.value);
          }}
        />
      </FormField>
    </div>
  );
}
