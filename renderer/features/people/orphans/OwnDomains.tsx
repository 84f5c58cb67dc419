import Checkbox from '@cloudscape-design/components/checkbox';
import type { ReactElement } from 'react';
import { orphansText } from './orphansText';

interface OwnDomainsProps {
  readonly checked: boolean;
  /** How many people it hides, or would. */
  readonly otherDomains: number;
  readonly onChange: (checked: boolean) => void;
}

/** Hides people at domains that the file doesn't have, and says how many. */
export const OwnDomains = ({ checked, otherDomains, onChange }: OwnDomainsProps): ReactElement => (
  <Checkbox
    checked={checked}
    description={checked ? orphansText.hidden(otherDomains) : orphansText.notHidden(otherDomains)}
    onChange={({ detail }) => onChange(detail.checked)}
  >
    {orphansText.ownDomains}
  </Checkbox>
);
