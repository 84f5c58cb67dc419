import Autosuggest from '@cloudscape-design/components/autosuggest';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import { useState, type ReactElement } from 'react';
import { fitsAddress } from '../../../shared/people/addressPattern';
import { goTo } from '../../navigation/useRoute';
import { useFound } from '../../queries/people';
import { leaversText } from './leaversText';

/** Asks for the address of somebody who left; a name finds it. */
export function WhoLeft(): ReactElement {
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { found, searching } = useFound(typed.trim());
  const show = (text: string): void => {
    const emailAddress = text.trim();
    if (fitsAddress(emailAddress))
      goTo({ screen: 'leavers', subject: { emailAddresses: [emailAddress], members: [] } });
    else setRefused(true);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show(typed);
      }}
    >
      <Form actions={<Button variant="primary">{leaversText.showAccess}</Button>}>
        <Container>
          <FormField
            label={leaversText.who}
            description={leaversText.whoHint}
            constraintText={leaversText.byUserId}
            errorText={isRefused ? leaversText.notAnAddress : undefined}
          >
            <Autosuggest
              value={typed}
              placeholder={leaversText.whoPlaceholder}
              filteringType="manual"
              options={(found?.people ?? []).map(({ emailAddress, userName }) => ({
                value: emailAddress,
                label: userName === '' ? emailAddress : userName,
                description: emailAddress,
              }))}
              enteredTextLabel={leaversText.useTyped}
              statusType={searching ? 'loading' : 'finished'}
              empty={leaversText.nobodyFound}
              onChange={({ detail }) => {
                setTyped(detail.value);
                setRefused(false);
              }}
              onSelect={({ detail }) => show(detail.value)}
            />
          </FormField>
        </Container>
      </Form>
    </form>
  );
}
