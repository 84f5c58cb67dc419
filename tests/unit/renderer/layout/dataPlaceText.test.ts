import { expect, test } from 'vitest';
import { dataPlaceTexts } from '../../../../renderer/layout/notices/dataPlaceText';
import { matching } from '../../../support/fixtures/matching';

const otherComputer = { name: 'DESK-1', lastUsedAt: Date.UTC(2026, 10, 28), closed: true };

test('nothing is shown for data used by this computer alone', () => {
  expect(dataPlaceTexts({ network: false, otherComputer: null })).toEqual([]);
});

test('data that another computer used, or could use, is reported with what is on hold', () => {
  expect(dataPlaceTexts({ network: true, otherComputer })).toEqual([
    {
      id: 'other computer',
      header: matching(/another computer, DESK-1$/),
      content: matching(/on hold until you resume/),
    },
    { id: 'network folder', header: matching(/network drive/), content: matching(/not sent automatically/) },
  ]);
  const [open] = dataPlaceTexts({ network: false, otherComputer: { ...otherComputer, closed: false } });
  expect(open?.content).toMatch(/may still be open\. Close the app there first/);
});
