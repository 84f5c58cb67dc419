import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { TermsWatch, WaitingLink } from '../../../shared/domain/redeem/redeem';
import { counted } from '../../components/text/formatTime';
import { useStartSignIn } from '../../queries/signIn';
import { termsOf } from './nextStep';
import { invitedPeople, type RedeemGroup } from './redeemGroups';
import { identityText } from './redeemWords';
import { TermsStep } from './TermsStep';
import { WhoRedeems } from './WhoRedeems';
import { redeemText } from './redeemText';

interface RedeemAsProps {
  readonly groups: readonly RedeemGroup[];
  readonly terms: readonly TermsWatch[];
  /** The person asks what these invitations are. */
  readonly onLook: (links: readonly WaitingLink[]) => void;
}

/** Who redeems, for whom the invitations are, and the terms to accept first: each once for all invitations of a person. */
export function RedeemAs({ groups, terms, onLook }: RedeemAsProps): ReactElement {
  return (
    <Container header={<Header variant="h2">{redeemText.redeemAs}</Header>}>
      <SpaceBetween size="l">
        {groups.map((group, index) => (
          // By place: a list that is open stays open when Amazon's answer changes who redeems.
          <SpaceBetween key={index} size="s">
            <WhoRedeems
              group={group}
              number={groups.length === 1 ? null : counted(group.links.length, 'invitation')}
            />
            <Invited group={group} />
            <SignInFirst group={group} onLook={onLook} />
            <Terms group={group} terms={terms} />
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface OfGroup {
  readonly group: RedeemGroup;
}

/** For whom the invitations are, with a warning about those that are for someone else. */
function Invited({ group: { links, selected } }: OfGroup): ReactElement {
  const isOther = ({ preview }: WaitingLink): boolean => preview?.otherAddress === true;
  const others = links.filter(isOther);
  const people = invitedPeople(links.filter((link) => !isOther(link)));
  const identity = links[0]?.identity ?? selected?.identity ?? null;
  return (
    <>
      {people.length === 0 ? null : (
        <Box color="text-body-secondary">
          <span className="breaks-anywhere">{redeemText.invitedPeople(people)}</span>
        </Box>
      )}
      {others.length === 0 ? null : (
        <Box padding={{ top: 's' }}>
          <Alert type="warning" header={redeemText.otherPersonTitle(others.length)}>
            <span className="breaks-anywhere">
              {redeemText.otherPersonBody(
                invitedPeople(others).length === 0 ? [redeemText.anotherAddress] : invitedPeople(others),
                identityText(identity),
              )}
            </span>
          </Alert>
        </Box>
      )}
    </>
  );
}

function SignInFirst({
  group: { links, selected },
  onLook,
}: OfGroup & Pick<RedeemAsProps, 'onLook'>): ReactElement | null {
  const startSignIn = useStartSignIn();
  if (selected === undefined || selected.state === 'signedIn') return null;
  return (
    <div className="filters">
      <span>{redeemText.signInHint(links.length)}</span>
      <Button
        variant="primary"
        ariaLabel={redeemText.signInTo(selected.label)}
        onClick={() => {
          onLook(links);
          startSignIn({ connectionId: selected.connectionId });
        }}
      >
        {redeemText.signIn}
      </Button>
    </div>
  );
}

/** The terms that Amazon requires for any of these invitations. */
function Terms({
  group: { links, selected },
  terms,
}: OfGroup & Pick<RedeemAsProps, 'terms'>): ReactElement | null {
  if (selected?.state !== 'signedIn') return null;
  const { connectionId } = selected;
  const types = [...new Set(links.flatMap((link) => termsOf(link, terms)))];
  return (
    <>
      {types.map((termsType) => (
        <TermsStep
          key={termsType}
          connectionId={connectionId}
          termsType={termsType}
          watch={terms.find((watch) => watch.connectionId === connectionId && watch.termsType === termsType)}
        />
      ))}
    </>
  );
}
