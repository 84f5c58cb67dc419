import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { matrixText } from './matrixText';

/** Why no account is shown, and what to do. */
export const NoAccounts = ({ showAll }: { readonly showAll: () => void }): ReactElement => (
  <EmptyState
    title={matrixText.noAccountsTitle}
    action={<Button onClick={showAll}>{matrixText.clearFilters}</Button>}
  >
    {matrixText.noAccountsBody}
  </EmptyState>
);
