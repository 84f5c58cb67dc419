import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** Why nothing is here and what to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** What a list shows instead of rows. */
export function EmptyState({ title, children, action }: EmptyStateProps): ReactElement {
  return (
    <Box textAlign="center" color="inherit" margin={{ vertical: 'm' }}>
      <SpaceBetween size="m">
        <div>
          <Box variant="strong" textAlign="center" color="inherit">
            {title}
          </Box>
          <Box variant="p" color="inherit">
            {children}
          </Box>
        </div>
        {action}
      </SpaceBetween>
    </Box>
  );
}
