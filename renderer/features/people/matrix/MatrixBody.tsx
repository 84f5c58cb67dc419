import { useState, type ReactElement } from 'react';
import type { MatrixAccount } from '../../../../shared/domain/person/matrix';
import type { MemberPerson } from '../../../../shared/domain/person/memberPerson';
import { useMatrixCells } from '../../../queries/matrix';
import { AccountStepper } from './AccountStepper';
import { MatrixGrid } from './MatrixGrid';
import type { Place } from './matrixKeys';

interface MatrixBodyProps {
  /** At least one. */
  readonly people: readonly MemberPerson[];
  /** At least one. */
  readonly accounts: readonly MatrixAccount[];
}

/** The grid, and where there is only room for one account, a way to the others. */
export function MatrixBody({ people, accounts }: MatrixBodyProps): ReactElement {
  const cells = useMatrixCells(people);
  const [active, setActive] = useState<Place>({ row: 0, column: -1 });
  return (
    <div className="matrix-frame">
      <AccountStepper
        accounts={accounts}
        column={Math.min(Math.max(0, active.column), accounts.length - 1)}
        show={(column) => setActive({ row: Math.max(0, active.row), column })}
      />
      <MatrixGrid people={people} accounts={accounts} cells={cells} active={active} setActive={setActive} />
    </div>
  );
}
