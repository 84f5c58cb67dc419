import { basename } from 'node:path';
import type { Leavers } from '../leavers/leavers';
import { proofFileName, type SaveProof } from '../leavers/proof/saveProof';
import { dialogsText } from './dialogsText';
import type { ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';

interface LeaversDeps {
  readonly leavers: Leavers;
  readonly chooseNewFile: ShowSaveFileDialog;
  readonly saveProof: SaveProof;
}

export const leaverHandlers = ({
  leavers,
  chooseNewFile,
  saveProof,
}: LeaversDeps): AreaHandlers<'leavers'> => ({
  'leavers.plan': ({ subject }) => leavers.plan(subject),
  'leavers.start': leavers.start,
  'leavers.list': leavers.list,
  'leavers.details': ({ leaverId }) => leavers.details(leaverId),
  'leavers.saveProof': async ({ leaverId, format }) => {
    const proof = leavers.proof(leaverId);
    const file = await chooseNewFile({ title: dialogsText.saveProof, name: proofFileName(proof, format) });
    if (file === null) return { saved: false };
    await saveProof({ format, file, proof });
    return { saved: true, fileName: basename(file) };
  },
});
