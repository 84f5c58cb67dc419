import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';

interface PersonProps {
  readonly userName: string;
  readonly emailAddress: string;
}

/** A person by name, with the address below. */
export function Person({ userName, emailAddress }: PersonProps): ReactElement {
  return (
    <div className="name-cell wide">
      {userName}
      <Box variant="small" display="block">
        {emailAddress}
      </Box>
    </div>
  );
}
