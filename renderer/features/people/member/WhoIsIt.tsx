import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Identity } from '../../../../shared/domain/person/identity';
import type { MemberPersonRef } from '../../../../shared/domain/person/memberPerson';
import { colleagueName } from '../../../../shared/domain/team/teamText';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { linkTo } from '../../../navigation/useRoute';
import { useDecideIdentity, useIdentity } from '../../../queries/people';
import { identityText, whyText } from './identityText';
import { KnownAs } from './KnownAs';

/** Whose user ID this is, how certain that is and why, and what a person decided about it. */
export function WhoIsIt({ member }: { readonly member: MemberPersonRef }): ReactElement | null {
  const identity = useIdentity(member);
  const { decide, error } = useDecideIdentity();
  if (identity === undefined) return null;
  const decideAbout = (emailAddress: string, kind: 'same' | 'notSame' | 'undo'): void =>
    decide({ ...member, emailAddress, kind });
  return (
    <Container
      header={
        <Header variant="h2" description={identityText.description}>
          {identityText.title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {error === null ? null : <ErrorNotice header={identityText.failed} error={error.toBody()} />}
        <Belief identity={identity} onDecide={decideAbout} />
        {identity.isContradicted ? <Alert type="warning">{identityText.contradicted}</Alert> : null}
        {identity.decisions.map(({ kind, emailAddress, at }) => (
          <div key={emailAddress} className="inline-row">
            <span className="breaks-anywhere">{identityText[kind](emailAddress, at)}</span>
            <Button
              variant="inline-link"
              ariaLabel={identityText.undoOf(emailAddress)}
              onClick={() => decideAbout(emailAddress, 'undo')}
            >
              {identityText.undo}
            </Button>
          </div>
        ))}
        {identity.colleagues.map((decision) => (
          <ColleagueLine
            key={`${decision.who} ${decision.emailAddress} ${String(decision.at)}`}
            decision={decision}
            isOpen={!isShown(identity, decision.emailAddress)}
            onDecide={decideAbout}
          />
        ))}
        {identity.confidence === 'certain' ? null : (
          <KnownAs onConfirm={(emailAddress) => decideAbout(emailAddress, 'same')} />
        )}
      </SpaceBetween>
    </Container>
  );
}

/** Whether there are buttons for the address, or it was decided about. */
const isShown = ({ address, confidence, decisions }: Identity, emailAddress: string): boolean =>
  confidence === 'certain' ||
  address === emailAddress ||
  decisions.some((decision) => decision.emailAddress === emailAddress);

interface ColleagueLineProps {
  readonly decision: Identity['colleagues'][number];
  /** Nothing is concluded or decided about the address here. */
  readonly isOpen: boolean;
  readonly onDecide: (emailAddress: string, kind: 'same' | 'notSame') => void;
}

/** What a colleague decided, to be adopted or ruled out here. */
function ColleagueLine({ decision, isOpen, onDecide }: ColleagueLineProps): ReactElement {
  const { kind, emailAddress, at } = decision;
  const text = kind === 'same' ? identityText.sameBy : identityText.notSameBy;
  return (
    <div className="inline-row">
      <span className="breaks-anywhere">{text(colleagueName(decision), emailAddress, at)}</span>
      {isOpen ? (
        <>
          <Button
            variant="inline-link"
            ariaLabel={identityText.confirmAddress(emailAddress)}
            onClick={() => onDecide(emailAddress, 'same')}
          >
            {identityText.confirm}
          </Button>
          <Button
            variant="inline-link"
            ariaLabel={identityText.notThisAddress(emailAddress)}
            onClick={() => onDecide(emailAddress, 'notSame')}
          >
            {identityText.notThis}
          </Button>
        </>
      ) : null}
    </div>
  );
}

interface BeliefProps {
  readonly identity: Identity;
  readonly onDecide: (emailAddress: string, kind: 'same' | 'notSame') => void;
}

/** The address that the evidence points to, to confirm or rule out. */
function Belief({ identity, onDecide }: BeliefProps): ReactElement {
  const { address, confidence } = identity;
  return (
    <div>
      <div className="inline-row wide">
        <StatusIndicator type={confidence === 'certain' ? 'success' : 'info'} wrapText={false}>
          {identityText.confidence[confidence]}
        </StatusIndicator>
        {address === null ? null : (
          <span className="breaks-anywhere">
            <Link {...linkTo({ screen: 'person', emailAddress: address })}>{address}</Link>
          </span>
        )}
        {address === null || confidence === 'certain' ? null : (
          <>
            <Button
              ariaLabel={identityText.confirmAddress(address)}
              onClick={() => onDecide(address, 'same')}
            >
              {identityText.confirm}
            </Button>
            <Button
              ariaLabel={identityText.notThisAddress(address)}
              onClick={() => onDecide(address, 'notSame')}
            >
              {identityText.notThis}
            </Button>
          </>
        )}
      </div>
      <Box color="text-body-secondary">{whyText(identity)}</Box>
    </div>
  );
}
