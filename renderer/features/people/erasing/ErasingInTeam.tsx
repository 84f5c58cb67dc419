import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import type { ReactElement } from 'react';
import type { TeamStatus } from '../../../../shared/domain/team/teamStatus';
import { erasingText } from './erasingText';

interface ErasingInTeamProps {
  readonly team: TeamStatus;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** What happens in the team: an administrator can have its database erase the person too; for others, who can is said. */
export function ErasingInTeam({ team, isSelected, onChange }: ErasingInTeamProps): ReactElement {
  const { rights, administrators, state } = team;
  return (
    <div>
      {rights?.mayAdminister === true ? (
        <Checkbox
          checked={isSelected}
          description={state === 'connected' ? undefined : erasingText.teamWaits}
          onChange={({ detail }) => onChange(detail.checked)}
        >
          {erasingText.inTeam}
        </Checkbox>
      ) : (
        <Box variant="p">{erasingText.byAdministrator(administrators)}</Box>
      )}
      <Box variant="p" color="text-body-secondary">
        {erasingText.colleaguesLearn}
      </Box>
    </div>
  );
}
