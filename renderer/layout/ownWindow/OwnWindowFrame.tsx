import AppLayout from '@cloudscape-design/components/app-layout';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { Overlay } from '../../features/palette/overlay';
import { Overlays } from '../../features/palette/Overlays';
import { ResultsDialog } from '../../features/results/ResultsDialog';
import { isSamePlace } from '../../../shared/navigation/ownWindow';
import type { Route } from '../../../shared/navigation/routes';
import { replaceRoute, useRoute } from '../../navigation/useRoute';
import { useShowInMain } from '../../queries/windows';
import { DropZone } from '../DropZone';
import { OwnWindowNotices } from '../notices/OwnWindowNotices';
import { Screen } from '../Screen';
import { layoutText } from '../layoutText';
import { OwnWindowBar } from './OwnWindowBar';

/** What surrounds the page of a window that shows one batch or one person. Everything else is shown in the main window. */
export function OwnWindowFrame(): ReactElement {
  const route = useOwnRoute();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  return (
    <>
      <div id="top-bar">
        <OwnWindowBar onSearch={() => setOverlay('palette')} />
      </div>
      <AppLayout
        headerSelector="#top-bar"
        contentType={route.screen === 'batch' ? 'table' : 'default'}
        navigationHide
        toolsHide
        notifications={<OwnWindowNotices route={route} />}
        content={<Screen route={route} />}
        ariaLabels={{ notifications: layoutText.notices }}
      />
      <ResultsDialog />
      <DropZone />
      <Overlays route={route} shown={overlay} show={setOverlay} />
    </>
  );
}

/** The screen that the window opened with. Whatever leads to another one has it shown in the main window. */
function useOwnRoute(): Route {
  const route = useRoute();
  const [page] = useState(route);
  const showInMain = useShowInMain();
  const isElsewhere = !isSamePlace(route, page);
  const lead = useEffectEvent(() => {
    replaceRoute(page);
    showInMain(route);
  });
  useEffect(() => {
    if (isElsewhere) lead();
  }, [isElsewhere]);
  return isElsewhere ? page : route;
}
