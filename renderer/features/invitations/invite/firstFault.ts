/** Marks what holds a field that has to be corrected, so that the first one can be found. */
export const faultyIf = (faulty: boolean): { readonly 'data-faulty'?: true } =>
  faulty ? { 'data-faulty': true } : {};

/** Brings the first field of a form that has to be corrected into sight and gives it the focus. */
export function goToFirstFault(form: HTMLElement): void {
  const field = form.querySelector<HTMLElement>(
    '[data-faulty] :is(input, button, textarea):not([disabled]), [data-faulty][tabindex]',
  );
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
