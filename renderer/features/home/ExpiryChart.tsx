import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';
import { linkTo } from '../../navigation/useRoute';
import { barBounds, barName, expirySummary, type ExpiryDay } from './expiringText';
import { homeText } from './homeText';

const title = homeText.chartTitle;

/** Today and the days after it; a bar's popover links to its invitations. The sentence above says the same in words. */
export function ExpiryChart({ days }: { readonly days: readonly ExpiryDay[] }): ReactElement {
  const byPlace = new Map(days.map((day) => [String(day.from), day]));
  const nameAt = (place: string): string => {
    const day = byPlace.get(place);
    return day === undefined ? '' : barName(day);
  };
  const summary = expirySummary(days);
  const max = Math.max(0, ...days.map(({ count }) => count));
  return (
    <Container fitHeight header={<Header variant="h2">{title}</Header>}>
      <Box variant="p" padding={{ bottom: 's' }}>
        {summary}
      </Box>
      {max === 0 ? null : (
        <BarChart
          height={200}
          hideFilter
          hideLegend
          ariaLabel={title}
          ariaDescription={summary}
          xScaleType="categorical"
          xDomain={[...byPlace.keys()]}
          xTickFormatter={nameAt}
          // Some space above, and whole numbers only.
          yDomain={[0, Math.max(4, Math.ceil(max * 1.1))]}
          yTickFormatter={(value) => (Number.isInteger(value) ? formatNumber(value) : '')}
          xTitle={homeText.day}
          yTitle={homeText.invitations}
          series={[
            {
              type: 'bar',
              title: homeText.expiring,
              data: days.map(({ from, count }) => ({ x: String(from), y: count })),
            },
          ]}
          detailPopoverSeriesContent={({ y }) => ({ key: 'Expiring', value: formatNumber(y) })}
          detailPopoverFooter={(place) => {
            const day = byPlace.get(place);
            return day === undefined || day.count === 0 ? null : <LinkToRows day={day} />;
          }}
        />
      )}
    </Container>
  );
}

function LinkToRows({ day }: { readonly day: ExpiryDay }): ReactElement {
  const filter = { states: ['pending' as const], ...barBounds(day) };
  return (
    <Link {...linkTo({ screen: 'invitations', account: null, filter })}>
      {homeText.showInvitations(pluralize(day.count, 'invitation'))}
    </Link>
  );
}
