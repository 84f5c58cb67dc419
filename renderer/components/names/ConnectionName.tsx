import Badge from '@cloudscape-design/components/badge';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { componentsText } from '../componentsText';

/** A connection's label, marked if everything behind it is sandbox data. */
export function ConnectionName({
  connection,
}: {
  readonly connection: Connection | undefined;
}): ReactElement | null {
  if (connection === undefined) return null;
  const { kind, label } = connection;
  if (kind !== 'sandbox') return <>{label}</>;
  // "Sandbox 2" already says it; a badge beside it would repeat it in every row.
  if (/\bsandbox\b/i.test(label)) return <Badge color="blue">{label}</Badge>;
  return (
    <span className="inline-row">
      <span>{label}</span>
      <SandboxBadge />
    </span>
  );
}

/** Marks what is beside it as sample data. */
export function SandboxBadge(): ReactElement {
  return <Badge color="blue">{componentsText.sandbox}</Badge>;
}
