import Badge from '@cloudscape-design/components/badge';
import type { ReactElement } from 'react';
import type { Connection } from '../../shared/domain/connection';

/** A connection's label, marked when all behind it is made up by the sandbox. */
export function ConnectionName({
  connection,
}: {
  readonly connection: Connection | undefined;
}): ReactElement | null {
  if (connection === undefined) return null;
  return (
    <span className="inline-row">
      <span>{connection.label}</span>
      {connection.kind === 'sandbox' ? <SandboxBadge /> : null}
    </span>
  );
}

/** Says that what stands beside it is sample data. */
export function SandboxBadge(): ReactElement {
  return <Badge color="blue">Sandbox</Badge>;
}
