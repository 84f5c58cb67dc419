/** Something that a test lets happen later. */
export interface Signal {
  readonly happened: Promise<void>;
  readonly happen: () => void;
}

export function createSignal(): Signal {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen: () => happen() };
}
