import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { CopyReport } from '../../components/CopyReport';
import { useCopyDiagnostics, useCopyObservations } from '../../queries/settings';
import { settingsText } from './settingsText';

/** Copies what support asks for, or what Amazon's answers looked like, to the clipboard. */
export function CopyReports(): ReactElement {
  const diagnostics = useCopyDiagnostics();
  const observations = useCopyObservations();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <CopyReport
        text={settingsText.copyObservations}
        copiedText={observations.copied ? settingsText.copiedObservations : null}
        onCopy={observations.copy}
      />
      <CopyReport
        text={settingsText.copyDiagnostics}
        copiedText={diagnostics.copied ? settingsText.copiedDiagnostics : null}
        onCopy={diagnostics.copy}
      />
    </SpaceBetween>
  );
}
