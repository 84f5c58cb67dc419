import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { useTeam } from '../../../queries/team';
import { DoublesTable } from './doubles/DoublesTable';
import { JoinDialog } from './JoinDialog';
import { LeaveDialog } from './LeaveDialog';
import { SharingDialog } from './SharingDialog';
import { TeamFacts } from './TeamFacts';
import { teamText } from './teamText';

type OpenDialog = 'join' | 'firstSharing' | 'sharing' | 'leave' | null;

/** The team this installation belongs to: joining it, how it stands, and leaving it. */
export function TeamSection(): ReactElement | null {
  const team = useTeam();
  const [open, setOpen] = useState<OpenDialog>(null);
  if (team === undefined) return null;
  const close = (): void => setOpen(null);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={team === null ? teamText.intro : teamText.joinedIntro}
          actions={
            team === null ? (
              <Button onClick={() => setOpen('join')}>{teamText.join}</Button>
            ) : (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setOpen('leave')}>{teamText.leave}</Button>
                <Button onClick={() => setOpen('join')}>
                  {team.needsPassword ? teamText.enterPassword : teamText.change}
                </Button>
                <Button onClick={() => setOpen('sharing')}>{teamText.manage}</Button>
              </SpaceBetween>
            )
          }
        >
          {teamText.team}
        </Header>
      }
    >
      {team === null ? null : (
        <SpaceBetween size="l">
          <TeamFacts team={team} />
          <DoublesTable />
        </SpaceBetween>
      )}
      {open === 'join' ? (
        <JoinDialog
          address={team?.address ?? null}
          onJoined={() => setOpen(team === null ? 'firstSharing' : null)}
          onClose={close}
        />
      ) : null}
      {open === 'firstSharing' || open === 'sharing' ? (
        <SharingDialog isFirst={open === 'firstSharing'} onClose={close} />
      ) : null}
      {open === 'leave' && team !== null ? <LeaveDialog team={team} onClose={close} /> : null}
    </Container>
  );
}
