import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { formatNumber } from '../../../shared/text/formats';
import { pendingOnly } from '../../../shared/navigation/invitationFilter';
import { pluralize } from '../../../shared/text/pluralize';
import { linkTo } from '../../navigation/useRoute';
import { homeText } from './homeText';
import { pendingByAccount, type PendingAccount } from './pendingByAccount';
import { pendingSummary } from './pendingText';

/** The accounts with the most pending invitations; a bar's popover leads to them. The sentence above says the same in words. */
export function PendingChart({ accounts }: { readonly accounts: readonly Account[] }): ReactElement {
  const pending = pendingByAccount(accounts);
  const byKey = new Map(pending.bars.map((bar) => [bar.key, bar]));
  const summary = pendingSummary(pending);
  const max = pending.bars[0]?.count ?? 0;
  return (
    <Container fitHeight header={<Header variant="h2">{homeText.pendingChartTitle}</Header>}>
      <Box variant="p" padding={{ bottom: 's' }}>
        {summary}
      </Box>
      {max === 0 ? null : (
        <BarChart
          horizontalBars
          height={200}
          hideFilter
          hideLegend
          ariaLabel={homeText.pendingChartTitle}
          ariaDescription={summary}
          xScaleType="categorical"
          xDomain={[...byKey.keys()]}
          xTickFormatter={(key) => byKey.get(key)?.account.name ?? ''}
          yDomain={[0, Math.max(4, Math.ceil(max * 1.1))]}
          yTickFormatter={(value) => (Number.isInteger(value) ? formatNumber(value) : '')}
          xTitle={homeText.account}
          yTitle={homeText.pendingInvitations}
          series={[
            {
              type: 'bar',
              title: homeText.pending,
              data: pending.bars.map(({ key, count }) => ({ x: key, y: count })),
            },
          ]}
          detailPopoverSeriesContent={({ y }) => ({ key: homeText.pending, value: formatNumber(y) })}
          detailPopoverFooter={(key) => {
            const bar = byKey.get(key);
            return bar === undefined ? null : <LinkToRows bar={bar} />;
          }}
        />
      )}
    </Container>
  );
}

function LinkToRows({ bar: { account, count } }: { readonly bar: PendingAccount }): ReactElement {
  const { connectionId, accountId } = account;
  return (
    <Link {...linkTo({ screen: 'invitations', account: { connectionId, accountId }, filter: pendingOnly })}>
      {homeText.showInvitations(pluralize(count, 'invitation'))}
    </Link>
  );
}
