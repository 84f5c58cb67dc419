import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../shared/text/formats';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { pendingOnly } from '../../../shared/navigation/invitationFilter';
import type { Route } from '../../../shared/navigation/routes';
import { linkTo } from '../../navigation/useRoute';
import { pendingRemark } from './radarText';
import { recentlyAccepted, recentlyExpired, expiringSoon } from '../invitations/filter/presetViews';
import { homeText } from './homeText';

interface TilesProps {
  readonly overview: ChannelOutput<'invitations.overview'>;
}

/** The figures of the radar; each links to what it counts. */
export function Tiles({ overview }: TilesProps): ReactElement {
  return (
    <ul className="tiles" aria-label={homeText.figures}>
      <Tile
        label={homeText.pending}
        count={overview.pending}
        remark={pendingRemark(overview.overdue)}
        to={{ screen: 'invitations', account: null, filter: pendingOnly }}
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
        remark={homeText.expiredRemark}
        to={{ screen: 'invitations', account: null, filter: recentlyExpired }}
      />
      <Tile
        label={homeText.accepted}
        count={overview.accepted}
        remark={homeText.acceptedRemark}
        to={{ screen: 'invitations', account: null, filter: recentlyAccepted }}
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

/** A number is a link only if it isn't zero. */
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
