import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useNow } from '../../components/useNow';
import { useConnections } from '../../queries/connections';
import { useDismissLinks, useRedeemInbox } from '../../queries/redeem';
import { ArrivalNotices } from './ArrivalNotices';
import { ConnectFirst } from './ConnectFirst';
import { nextStep } from './nextStep';
import { PasteLinks } from './PasteLinks';
import { RedeemAs } from './RedeemAs';
import { redeemGroups } from './redeemGroups';
import { RemovedNotice } from './RemovedNotice';
import { RedeemTable } from './table/RedeemTable';
import { redeemText } from './redeemText';

/** Invitations for the person at this computer. Opening or pasting a link only lists it; nothing is redeemed without a click. */
export function RedeemPage(): ReactElement | null {
  const { inbox, error } = useRedeemInbox();
  const connections = useConnections() ?? [];
  const dismiss = useDismissLinks();
  const now = useNow();
  const [removed, setRemoved] = useState<WaitingLink | null>(null);
  const [lookedAt, setLookedAt] = useState<ReadonlySet<string>>(new Set());
  const look = (looked: readonly WaitingLink[]): void => {
    setLookedAt((before) => new Set([...before, ...looked.map(({ invitationId }) => invitationId)]));
  };
  if (inbox === undefined && error === null) return null;
  const { links = [], terms = [] } = inbox ?? {};
  const rows = links.map((link) => ({ link, step: nextStep(link, { connections, terms, lookedAt, now }) }));
  const groups = redeemGroups(links, connections);
  const unconnected = rows.flatMap(({ link, step }) => (step.kind === 'connect' ? [link] : []));
  return (
    <>
      <Title>{redeemText.redeem}</Title>
      <ContentLayout
        header={
          <Header variant="h1" description={redeemText.description}>
            {redeemText.redeem}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {error === null ? null : <ErrorNotice header={redeemText.readFailed} error={error.toBody()} />}
          <ArrivalNotices
            setup={inbox?.setup ?? null}
            unreadable={inbox?.unreadable ?? null}
            turnedAway={inbox?.turnedAway ?? 0}
          />
          <PasteLinks />
          {removed === null ? null : (
            <RemovedNotice
              link={removed}
              onEnd={() => {
                setRemoved(null);
              }}
            />
          )}
          {unconnected.length === 0 ? null : <ConnectFirst links={unconnected} />}
          {groups.length === 0 ? null : <RedeemAs groups={groups} terms={terms} onLook={look} />}
          {links.length === 0 ? (
            <Container>
              <EmptyState title={redeemText.emptyTitle}>{redeemText.emptyBody}</EmptyState>
            </Container>
          ) : (
            <RedeemTable
              rows={rows}
              connections={connections}
              people={groups.length}
              onLook={look}
              onRemove={(link) => {
                dismiss([link.invitationId]);
                if (link.outcome === null) setRemoved(link);
              }}
            />
          )}
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
