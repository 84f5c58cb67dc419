import { useEffect, useState } from 'react';

/** How long a window that is being resized has to rest, in ms: other widths redraw the whole list. */
const restMs = 150;

/** At least as wide as the page's scrollbar on any system, in CSS pixels. */
const scrollbarWidth = 16;

/** The width that the screen has for a list, in CSS pixels: the same with and without a scrollbar beside it. */
export function useListRoom(): number {
  const [room, setRoom] = useState(measured);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setRoom(measured()), restMs);
    });
    const screen = screenElement();
    if (screen !== null) observer.observe(screen);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return room;
}

const screenElement = (): Element | null => document.querySelector('.screen');

function measured(): number {
  const scrollbar = window.innerWidth - document.documentElement.clientWidth;
  return (screenElement()?.clientWidth ?? window.innerWidth) - Math.max(0, scrollbarWidth - scrollbar);
}
