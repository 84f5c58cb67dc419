import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { redeemLink } from '../../../shared/domain/redeem/buildLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useNow } from '../../components/useNow';
import { useConnections } from '../../queries/connections';
import { useAddLinks, useDismissLinks, useRedeemInbox } from '../../queries/redeem';
import { ArrivalNotices } from './ArrivalNotices';
import { ConnectFirst } from './ConnectFirst';
import { nextStep } from './cardState';
import { InvitationCard } from './InvitationCard';
import { PasteLinks } from './PasteLinks';
import { RedeemAllButton } from './RedeemAllButton';
import { titleOf } from './redeemWords';
import { redeemText } from './redeemText';

/** Invitations for the person at this computer. Opening or pasting a link only lists it; nothing is redeemed without a click. */
export function RedeemPage(): ReactElement | null {
  const { inbox, error } = useRedeemInbox();
  const connections = useConnections() ?? [];
  const dismiss = useDismissLinks();
  const now = useNow();
  const [taken, setTaken] = useState<WaitingLink | null>(null);
  const [lookedAt, setLookedAt] = useState<ReadonlySet<string>>(new Set());
  const look = (looked: readonly WaitingLink[]): void => {
    setLookedAt((before) => new Set([...before, ...looked.map(({ invitationId }) => invitationId)]));
  };
  if (inbox === undefined && error === null) return null;
  const { links = [], terms = [] } = inbox ?? {};
  const ended = links.filter(({ outcome }) => outcome !== null);
  const steps = links.map((link) => ({ link, step: nextStep(link, { connections, terms, lookedAt, now }) }));
  const ready = steps.flatMap(({ link, step }) => (step.kind === 'redeem' && !step.doubtful ? [link] : []));
  const unseen = steps.flatMap(({ link, step }) => (step.kind === 'look' ? [link] : []));
  const unconnected = steps.flatMap(({ link, step }) => (step.kind === 'connect' ? [link] : []));
  return (
    <>
      <Title>{redeemText.redeem}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            counter={links.length === 0 ? '' : `(${String(links.length - ended.length)})`}
            description={redeemText.description}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {ended.length === 0 ? null : (
                  <Button onClick={() => dismiss(ended.map(({ invitationId }) => invitationId))}>
                    {redeemText.clearRedeemed}
                  </Button>
                )}
                {unseen.length < 2 ? null : (
                  <Button onClick={() => look(unseen)}>{redeemText.showDetailsOfAll(unseen.length)}</Button>
                )}
                {links.length < 2 ? null : <RedeemAllButton ready={ready} connections={connections} />}
              </SpaceBetween>
            }
          >
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
          {taken === null ? null : (
            <TakenNotice
              link={taken}
              onEnd={() => {
                setTaken(null);
              }}
            />
          )}
          {unconnected.length === 0 ? null : <ConnectFirst links={unconnected} />}
          {links.length === 0 ? (
            <Container>
              <EmptyState title={redeemText.emptyTitle}>{redeemText.emptyBody}</EmptyState>
            </Container>
          ) : (
            steps.map(({ link, step }) => (
              <InvitationCard
                key={link.invitationId}
                link={link}
                connections={connections}
                terms={terms}
                step={step}
                onLook={() => look([link])}
                onDismiss={() => {
                  dismiss([link.invitationId]);
                  if (link.outcome === null) setTaken(link);
                }}
              />
            ))
          )}
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}

/** Removing one from the list by mistake loses nothing: its link may be nowhere else. */
function TakenNotice({
  link,
  onEnd,
}: {
  readonly link: WaitingLink;
  readonly onEnd: () => void;
}): ReactElement {
  const add = useAddLinks();
  return (
    <Alert
      type="info"
      dismissible
      i18nStrings={{ dismissAriaLabel: redeemText.dismiss }}
      onDismiss={onEnd}
      action={
        <Button
          loading={add.isPending}
          onClick={() => {
            add.mutate(linkText(link), { onSuccess: onEnd });
          }}
        >
          {redeemText.putBack}
        </Button>
      }
    >
      <span className="breaks-anywhere">{redeemText.removedNotice(titleOf(link))}</span>
    </Alert>
  );
}

const linkText = ({ invitationId, region }: WaitingLink): string =>
  region === null ? invitationId : redeemLink(invitationId, region);
