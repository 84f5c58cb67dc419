import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import type { ReactElement } from 'react';
import { someNames } from '../text/someNames';
import { consentText } from './consentText';

interface SponsoredAdsFieldProps {
  /** The names of the accounts; at least one. */
  readonly accounts: readonly string[];
  readonly isConfirmed: boolean;
  /** Set once the person tried to go on without. */
  readonly error?: string | undefined;
  readonly onChange: (isConfirmed: boolean) => void;
}

/** Max number of accounts a dialog can name without scrolling. */
const maxNamed = 6;

/** Asks, once for all of them, before users are changed in accounts whose instances are for sponsored ads only. */
export const SponsoredAdsField = ({
  accounts,
  isConfirmed,
  error,
  onChange,
}: SponsoredAdsFieldProps): ReactElement => (
  <FormField errorText={error}>
    <Checkbox
      checked={isConfirmed}
      description={consentText.sponsoredAdsHint(accounts.length)}
      onChange={({ detail }) => onChange(detail.checked)}
    >
      {consentText.sponsoredAds(someNames(accounts, maxNamed))}
    </Checkbox>
  </FormField>
);
