import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { formatNumber } from '../../../shared/text/formats';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { useDoubtCount } from '../../queries/outbox';
import type { Route } from '../../../shared/navigation/routes';
import { linkTo } from '../../navigation/useRoute';
import { pendingRemark } from './radarText';
import { recentlyAccepted, recentlyExpired, expiringSoon } from '../invitations/filter/presetViews';
import { homeText } from './homeText';

interface TilesProps {
  readonly overview: ChannelOutput<'invitations.overview'>;
  readonly accounts: readonly Account[];
}

/** The figures of the radar; each leads to what it counts. */
export function Tiles({ overview, accounts }: TilesProps): ReactElement {
  // Both can change without anything happening to invitations, and these follow live.
  const inDoubt = useDoubtCount(null);
  const troubled = accounts.filter(({ trouble }) => trouble !== null).length;
  return (
    <ul className="tiles" aria-label={homeText.figures}>
      <Tile
        label={homeText.pending}
        count={overview.pending}
        remark={pendingRemark(overview.overdue)}
        to={{ screen: 'invitations', account: null }}
      />
      <Tile
        label={homeText.expiringSoon}
        count={overview.lapsingSoon}
        remark={homeText.expiringRemark}
        to={{ screen: 'invitations', account: null, filter: expiringSoon }}
      />
      <Tile
        label={homeText.expired}
        count={overview.lapsed}
        remark="in the last 30 days, not invited again"
        to={{ screen: 'invitations', account: null, filter: recentlyExpired }}
      />
      <Tile
        label={homeText.accepted}
        count={overview.accepted}
        remark="seen in the last 7 days"
        to={{ screen: 'invitations', account: null, filter: recentlyAccepted }}
      />
      <Tile
        label={homeText.inDoubt}
        count={inDoubt}
        remark="changes whose answer was lost"
        to={{ screen: 'operations', runId: null }}
      />
      <Tile
        label={homeText.problems}
        count={troubled}
        remark="accounts that could not be read"
        to={{ screen: 'accounts', problemsOnly: true }}
      />
    </ul>
  );
}

interface TileProps {
  readonly label: string;
  readonly count: number;
  readonly remark: string;
  readonly to: Route;
}

/** A number leads somewhere only when there is something. */
function Tile({ label, count, remark, to }: TileProps): ReactElement {
  const number = formatNumber(count);
  return (
    <li>
      <Container fitHeight>
        <Box variant="awsui-key-label">{label}</Box>
        {count === 0 ? (
          <Box variant="awsui-value-large">{number}</Box>
        ) : (
          <Link {...linkTo(to)} variant="awsui-value-large" ariaLabel={`${label}: ${number}`}>
            {number}
          </Link>
        )}
        <Box variant="small" display="block" padding={{ top: 'xxs' }}>
          {remark}
        </Box>
      </Container>
    </li>
  );
}
