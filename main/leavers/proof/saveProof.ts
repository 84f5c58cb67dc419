import { isoMinute } from '../../../shared/text/formats';
import { fileNamePart } from '../../files/fileNamePart';
import { saveFile } from '../../files/saveFile';
import type { LeaverProof } from './leaverProof';
import { proofCsv } from './proofCsv';
import { personOf } from './proofFacts';
import { proofHtml } from './proofHtml';
import { proofText } from './proofText';

export type ProofFormat = 'pdf' | 'csv';

export interface ProofRequest {
  readonly format: ProofFormat;
  /** The absolute path. */
  readonly file: string;
  readonly proof: LeaverProof;
}

export type SaveProof = (request: ProofRequest) => Promise<void>;

/**
 * @param printToPdf prints an HTML document; rejects with a CodedError
 * @returns a function that writes a proof completely or not at all. It rejects with a CodedError DISK_FULL or FILE_NOT_SAVED, and
 * then leaves no file and the previous one as it was.
 */
export const createSaveProof =
  (printToPdf: (html: string) => Promise<Uint8Array>): SaveProof =>
  async ({ format, file, proof }) => {
    await saveFile(file, format === 'csv' ? proofCsv(proof) : [await printToPdf(proofHtml(proof))]);
  };

/** Max length of the person in a file name, in bytes. */
const maxPersonLength = 80;

/** A name for the file: "AMC proof of access removal, Rosa Lind, 2026-11-29 1405.pdf", in the person's own time zone. */
export function proofFileName(proof: LeaverProof, format: ProofFormat): string {
  const { part } = fileNamePart(personOf(proof), maxPersonLength);
  const parts = [proofText.fileName(proof.isSandbox), part, isoMinute(proof.madeAt)];
  return `${parts.filter((text) => text !== '').join(', ')}.${format}`;
}
