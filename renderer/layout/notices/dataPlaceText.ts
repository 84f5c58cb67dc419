import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { exactTime } from '../../components/text/formatTime';

type DataPlace = ChannelOutput<'app.info'>['dataPlace'];

interface Text {
  readonly id: string;
  readonly header: string;
  readonly content: string;
}

/** What to say if other computers may use the same data, since nothing is sent automatically then. */
export const dataPlaceTexts = ({ network, otherComputer }: DataPlace): readonly Text[] => [
  ...(otherComputer === null ? [] : [otherComputerText(otherComputer)]),
  ...(network ? [networkText] : []),
];

const networkText: Text = {
  id: 'network folder',
  header: 'Your data is on a network drive',
  content:
    'Another computer could open it at the same time and send the same changes. Changes left waiting are not sent automatically at the next launch. Use the app on one computer only, or keep its data on a drive of this computer.',
};

const otherComputerText = ({ name, lastUsedAt, closed }: NonNullable<DataPlace['otherComputer']>): Text => ({
  id: 'other computer',
  header: `This data was last used on another computer, ${name}`,
  content: closed
    ? `It was closed there on ${exactTime(lastUsedAt)}. If it is a copy, changes made elsewhere may be missing here. Changes left waiting are on hold until you resume them under Operations.`
    : `It was opened there on ${exactTime(lastUsedAt)} and may still be open. Close the app there first. Changes left waiting are on hold until you resume them under Operations.`,
});
