import Box from '@cloudscape-design/components/box';
import Icon from '@cloudscape-design/components/icon';
import { useEffect, useState, type ReactElement } from 'react';
import { useArrivals } from '../features/batches/arriving/arrivalsContext';

/** Accepts files dropped anywhere on the window. While one is dragged over it, shows what dropping would do. */
export function DropZone(): ReactElement | null {
  const { target, drop } = useArrivals();
  const [over, setOver] = useState<ReturnType<typeof target> | null>(null);
  useEffect(() => {
    let last: EventTarget | null = null;
    const dragged = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      last = event.target;
      // Only then does the page get the drop, instead of the window navigating to the file.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      const now = target();
      setOver((before) => (before?.text === now.text && before.allowed === now.allowed ? before : now));
    };
    const left = (event: DragEvent): void => {
      // When moving between elements, the next one is entered before this one is left.
      if (event.target === last) setOver(null);
    };
    const dropped = (event: DragEvent): void => {
      setOver(null);
      if (!hasFiles(event)) return;
      event.preventDefault();
      drop(Array.from(event.dataTransfer?.files ?? []));
    };
    const listeners = { dragenter: dragged, dragover: dragged, dragleave: left, drop: dropped };
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, [target, drop]);
  if (over === null) return null;
  return (
    <div className={over.allowed ? 'drop-zone' : 'drop-zone refusing'} role="status">
      <div className="drop-zone-text">
        <Icon name={over.allowed ? 'upload' : 'status-warning'} size="large" />
        <Box variant="h2" tagOverride="p">
          {over.text}
        </Box>
      </div>
    </div>
  );
}

/** Not for dragged text or links. */
const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
