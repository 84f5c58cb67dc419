import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { TermsWatch, WaitingLink } from '../../../shared/domain/redeem/redeem';
import { CopyableId } from '../../components/CopyableId';
import { ErrorNotice } from '../../components/ErrorNotice';
import { AsOfBeside } from '../../components/Times';
import { exactTime, timeOf } from '../../components/text/formatTime';
import { useNow } from '../../components/useNow';
import { useAccount } from '../../queries/accounts';
import { usePreview, useRedeem } from '../../queries/redeem';
import { accountRefOf, termsOf, candidatesFor, type NextStep } from './cardState';
import { PreviewFacts } from './PreviewFacts';
import { RedeemStep } from './RedeemStep';
import { titleOf } from './redeemWords';
import { TermsStep } from './TermsStep';
import { WhoRedeems } from './WhoRedeems';
import { redeemText } from './redeemText';
import { TextWith } from '../../components/text/TextWith';

interface InvitationCardProps {
  readonly link: WaitingLink;
  readonly connections: readonly Connection[];
  readonly terms: readonly TermsWatch[];
  readonly step: NextStep;
  /** The person asks what the invitation is. */
  readonly onLook: () => void;
  readonly onDismiss: () => void;
}

/**
 * One waiting invitation: what it is, who will redeem it, and the next step. Amazon is asked when it is shown, except for a link
 * from outside the app: then once a person asks.
 */
export function InvitationCard({
  link,
  connections,
  terms,
  step,
  onLook,
  onDismiss,
}: InvitationCardProps): ReactElement {
  const redeem = useRedeem();
  const candidates = candidatesFor(link, connections);
  const selected = candidates.find(({ connectionId }) => connectionId === link.connectionId);
  const { invitationId, preview, outcome } = link;
  const signedIn = selected?.state === 'signedIn' && outcome === null ? selected : null;
  const mayAsk = step.kind !== 'look';
  const previewQuery = usePreview(invitationId, mayAsk ? signedIn : null);
  const account = useAccount(accountRefOf(link));
  const title = account?.name ?? titleOf(link);
  const previewError =
    link.previewError ?? (preview === null ? (previewQuery.error?.toBody() ?? null) : null);
  // A failure through one connection says nothing about another.
  const failedHere = redeem.variables?.connectionId === link.connectionId ? redeem.error : null;
  const redeemError = link.redeemError ?? failedHere?.toBody() ?? null;
  return (
    <article aria-label={redeemText.cardLabel(title)}>
      <Container
        header={
          <CardHeader
            link={link}
            title={title}
            query={signedIn === null || !mayAsk ? null : previewQuery}
            onDismiss={onDismiss}
          />
        }
      >
        <SpaceBetween size="m">
          {preview === null || outcome !== null ? null : <PreviewFacts preview={preview} />}
          {outcome !== null || candidates.length === 0 ? null : (
            <WhoRedeems link={link} candidates={candidates} title={title} />
          )}
          {step.kind === 'asking' ? (
            <LiveRegion>
              <span className="inline-row">
                <Spinner /> {redeemText.asking}
              </span>
            </LiveRegion>
          ) : null}
          {previewError === null || redeemError !== null || outcome !== null || signedIn === null ? null : (
            <ErrorNotice header={redeemText.previewFailed} error={previewError} />
          )}
          {outcome !== null || signedIn === null
            ? null
            : termsOf(link, terms).map((termsType) => (
                <TermsStep
                  key={termsType}
                  connectionId={signedIn.connectionId}
                  termsType={termsType}
                  watch={terms.find(
                    (watch) => watch.connectionId === signedIn.connectionId && watch.termsType === termsType,
                  )}
                />
              ))}
          {redeemError === null || outcome !== null ? null : (
            <ErrorNotice header={redeemText.redeemFailed} error={redeemError} />
          )}
          <RedeemStep
            link={link}
            step={step}
            title={title}
            redeeming={redeem.isPending}
            onRedeem={(connectionId) => {
              redeem.mutate({ connectionId, invitationId });
            }}
            onLook={onLook}
          />
          {preview === null && step.kind === 'asking' ? (
            <Box variant="small">{redeemText.askingHint}</Box>
          ) : null}
        </SpaceBetween>
      </Container>
    </article>
  );
}

interface CardHeaderProps extends Pick<InvitationCardProps, 'link' | 'onDismiss'> {
  readonly title: string;
  /** Null if Amazon can't or mustn't be asked about the invitation. */
  readonly query: ReturnType<typeof usePreview> | null;
}

function CardHeader({ link, title, query, onDismiss }: CardHeaderProps): ReactElement {
  const now = useNow();
  const { invitationId, preview, outcome } = link;
  return (
    <Header
      variant="h2"
      description={
        <span className="inline-row wide breaks-anywhere">
          {preview === null || preview.accountId === '' ? null : (
            <span>
              <TextWith
                text={redeemText.accountId}
                places={{ id: <CopyableId id={preview.accountId} name="account ID" /> }}
              />
            </span>
          )}
          <span>
            <TextWith
              text={redeemText.invitationId}
              places={{ id: <CopyableId id={invitationId} name="invitation ID" /> }}
            />
          </span>
          {outcome === null ? (
            <time title={exactTime(link.waitsUntil)}>
              {redeemText.waitsUntil(timeOf(link.waitsUntil, now))}
            </time>
          ) : null}
        </span>
      }
      info={preview === null ? undefined : <AsOfBeside at={preview.asOf} />}
      actions={
        <span className="inline-row unbroken">
          {query === null ? null : (
            <Button
              variant="icon"
              iconName="refresh"
              ariaLabel={redeemText.askAgain(title)}
              loading={query.asking}
              onClick={query.askAgain}
            />
          )}
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={redeemText.remove(title)}
            disabled={link.redeeming}
            onClick={onDismiss}
          />
        </span>
      }
    >
      <span className="breaks-anywhere">{preview === null ? 'Invitation' : title}</span>
    </Header>
  );
}
