import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { useDismissLinks } from '../../../queries/redeem';
import { titleOf } from '../redeemWords';
import { RedeemButton } from './RedeemButton';
import { redeemColumns, type RedeemRow } from './redeemColumns';
import { redeemText } from '../redeemText';

interface RedeemTableProps {
  readonly rows: readonly RedeemRow[];
  readonly connections: readonly Connection[];
  /** How many people redeem. */
  readonly people: number;
  /** The person asks what these invitations are. */
  readonly onLook: (links: readonly WaitingLink[]) => void;
  readonly onRemove: (link: WaitingLink) => void;
}

/** All invitations, and the one button that redeems what is ready, or what of that is selected. */
export function RedeemTable({ rows, connections, people, onLook, onRemove }: RedeemTableProps): ReactElement {
  const dismiss = useDismissLinks();
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const ready = rows.filter(isReady);
  const selected = ready.filter(({ link }) => selectedIds.has(link.invitationId));
  const redeemed = rows.filter(({ link }) => link.outcome !== null).map(({ link }) => link);
  const unseen = rows.filter(({ step }) => step.kind === 'look').map(({ link }) => link);
  const toRedeem = selected.length > 0 ? selected : ready;
  return (
    <Table
      variant="container"
      wrapLines
      cellVerticalAlign="top"
      items={rows}
      trackBy={({ link }) => link.invitationId}
      columnDefinitions={redeemColumns({ namesRedeemer: people > 1, onLook, onRemove })}
      {...(ready.length < 2 ? {} : { selectionType: 'multi' as const })}
      selectedItems={selected}
      isItemDisabled={(row) => !isReady(row)}
      onSelectionChange={({ detail }) => {
        setSelectedIds(new Set(detail.selectedItems.map(({ link }) => link.invitationId)));
      }}
      ariaLabels={{
        tableLabel: redeemText.selectInvitations,
        selectionGroupLabel: redeemText.selectInvitations,
        allItemsSelectionLabel: () => redeemText.selectAll,
        itemSelectionLabel: (_selection, { link }) => redeemText.selectOne(titleOf(link)),
      }}
      header={
        <Header
          variant="h2"
          counter={redeemText.counts({ waiting: rows.length - redeemed.length, redeemed: redeemed.length })}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {redeemed.length === 0 ? null : (
                <Button onClick={() => dismiss(redeemed.map(({ invitationId }) => invitationId))}>
                  {redeemText.clearRedeemed}
                </Button>
              )}
              {unseen.length < 2 ? null : (
                <Button onClick={() => onLook(unseen)}>{redeemText.showDetailsOfAll(unseen.length)}</Button>
              )}
              {redeemed.length === rows.length ? null : (
                <RedeemButton
                  ready={toRedeem.map(({ link }) => link)}
                  reason={
                    rows.some(({ step }) => step.kind === 'terms')
                      ? redeemText.termsFirst
                      : redeemText.noneReady
                  }
                  areSelected={selected.length > 0}
                  isOnePerson={people === 1}
                  connections={connections}
                />
              )}
            </SpaceBetween>
          }
        >
          {redeemText.invitations}
        </Header>
      }
    />
  );
}

const isReady = ({ step }: RedeemRow): boolean => step.kind === 'redeem' && !step.doubtful;
