import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import type { MatrixAccount } from '../../../../shared/domain/person/matrix';
import { matrixText } from './matrixText';

interface AccountStepperProps {
  readonly accounts: readonly MatrixAccount[];
  /** The account in view, from 0. */
  readonly column: number;
  readonly show: (column: number) => void;
}

/** Which account is in view where there is only room for one; hidden elsewhere. */
export const AccountStepper = ({ accounts, column, show }: AccountStepperProps): ReactElement => (
  <div className="matrix-stepper">
    <Button
      iconName="angle-left"
      variant="icon"
      ariaLabel={matrixText.previousAccount}
      disabled={column <= 0}
      onClick={() => show(column - 1)}
    />
    <Select
      ariaLabel={matrixText.account}
      filteringType="auto"
      expandToViewport
      options={accounts.map(({ accountName, accountId }, index) => ({
        value: String(index),
        label: accountName,
        description: accountId,
      }))}
      selectedOption={{ value: String(column), label: accounts[column]?.accountName ?? '' }}
      onChange={({ detail }) => show(Number(detail.selectedOption.value))}
    />
    <Button
      iconName="angle-right"
      variant="icon"
      ariaLabel={matrixText.nextAccount}
      disabled={column >= accounts.length - 1}
      onClick={() => show(column + 1)}
    />
  </div>
);
