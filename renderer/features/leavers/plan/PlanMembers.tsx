import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { LeaverMember } from '../../../../shared/domain/leaver/leaver';
import { formatNumber } from '../../../../shared/text/formats';
import { memberPlanColumns } from './memberPlanColumns';
import { memberKeyOf } from './planParts';
import { planText } from './planText';
import type { Selection } from './useSelectedByDefault';

interface PlanMembersProps {
  readonly members: readonly LeaverMember[];
  readonly selection: Selection<LeaverMember>;
}

/** Access that is the leaver's for certain, selected until a person deselects it. */
export const PlanMembers = ({ members, selection }: PlanMembersProps): ReactElement => (
  <Table
    variant="container"
    wrapLines
    cellVerticalAlign="top"
    selectionType="multi"
    items={members}
    selectedItems={selection.selected}
    onSelectionChange={({ detail }) => selection.select(detail.selectedItems)}
    trackBy={memberKeyOf}
    columnDefinitions={memberPlanColumns}
    ariaLabels={{
      tableLabel: planText.certain,
      selectionGroupLabel: planText.certain,
      allItemsSelectionLabel: () => planText.selectAll,
      itemSelectionLabel: (_state, { accountName }) => planText.selectIn(accountName),
    }}
    header={
      <Header
        variant="h2"
        counter={`(${formatNumber(selection.selected.length)}/${formatNumber(members.length)})`}
        description={planText.certainDescription}
      >
        {planText.certain}
      </Header>
    }
    empty={planText.noCertain}
  />
);
