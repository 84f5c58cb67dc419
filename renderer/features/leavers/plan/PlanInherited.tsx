import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { LeaverMember } from '../../../../shared/domain/leaver/leaver';
import { formatNumber } from '../../../../shared/text/formats';
import { memberPlanColumns } from './memberPlanColumns';
import { memberKeyOf } from './planParts';
import { planText } from './planText';

/** Access that can't be removed in these accounts, and where to do it. */
export const PlanInherited = ({ members }: { readonly members: readonly LeaverMember[] }): ReactElement => (
  <Table
    variant="container"
    wrapLines
    cellVerticalAlign="top"
    items={members}
    trackBy={memberKeyOf}
    columnDefinitions={memberPlanColumns}
    ariaLabels={{ tableLabel: planText.inherited }}
    header={
      <Header
        variant="h2"
        counter={`(${formatNumber(members.length)})`}
        description={planText.inheritedDescription}
      >
        {planText.inherited}
      </Header>
    }
  />
);
