/* Runs in the page: the functions below use only each other and the DOM, and reach the page as their text (see `measureLayout`). */

/** A text on the screen, and the part of it that is in sight. */
interface ShownText {
  readonly node: Text;
  readonly owner: Element;
  /** One a line, cut to what the boxes around it let through. */
  readonly lines: readonly DOMRect[];
  readonly layer: Element | null;
}

/**
 * What is wrong with the layout of this page at its current size, a sentence each:
 * - the page scrolls sideways;
 * - a word is broken in the middle. Words of over 20 letters, addresses and IDs may break;
 * - a text is cut, unless by an ellipsis whose full text a title gives;
 * - a text leaves its box or the window, and there is nothing to scroll;
 * - a text is covered by something in the same layer. Dialogs, menus, sticky bars and columns are layers of their own.
 *
 * With a dialog open only the dialog is looked at. Text only for screen readers isn't looked at.
 */
function layoutFaults(): string[] {
  const faults = new Set<string>();
  const shown: ShownText[] = [];
  for (const node of textsOf(topmost())) {
    const lines = linesOf(node);
    if (lines.length === 0) continue;
    const broken = brokenPart(node, lines);
    if (broken !== null) faults.add(`broken inside: ${broken} in ${describe(node)}`);
    const { left, fault } = whatIsLeft(node, lines);
    if (fault !== null) faults.add(`${fault}: ${describe(node)}`);
    const owner = node.parentElement;
    if (owner !== null && left.length > 0) shown.push({ node, owner, lines: left, layer: layerOf(owner) });
  }
  for (const one of shown) {
    const cover = coverOf(one);
    if (cover !== null) faults.add(`covered by ${cover}: ${describe(one.node)}`);
  }
  for (const [one, other] of overlaps(shown)) {
    faults.add(`overlap: ${describe(one.node)} and ${describe(other.node)}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) {
    faults.add(`the page scrolls sideways: ${String(scrollWidth)} in ${String(clientWidth)}`);
  }
  return [...faults];
}

/** The functions that the page needs. */
export const layoutFunctions = [
  layoutFaults,
  topmost,
  textsOf,
  linesOf,
  brokenPart,
  whatIsLeft,
  faultAt,
  isExplained,
  cutTo,
  layerOf,
  isLayer,
  coverOf,
  paints,
  overlaps,
  describe,
] as const;

/** The open dialog, or the whole page. */
function topmost(): Element {
  const dialogs = [...document.querySelectorAll('[role="dialog"]:has(h2), dialog[open]')];
  return (
    dialogs.filter((dialog) => dialog.checkVisibility({ visibilityProperty: true })).at(-1) ?? document.body
  );
}

function textsOf(root: Element): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner === null || (node.nodeValue ?? '').trim() === '') continue;
    if (owner.closest('.visually-hidden, body > [aria-live], script, style, option, textarea') !== null)
      continue;
    if (owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found.push(node as Text);
  }
  return found;
}

/** Where a text is drawn; nothing for one that is moved far off the page for screen readers. */
function linesOf(node: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(
    ({ width, height, right, bottom }) =>
      width > 1 && height > 1 && right > -1000 && bottom + scrollY > -1000,
  );
}

function brokenPart(node: Text, lines: readonly DOMRect[]): string | null {
  if (lines.every(({ top }) => Math.abs(top - (lines[0]?.top ?? 0)) < 3)) return null;
  const range = document.createRange();
  for (const { 0: token, index } of node.data.matchAll(/\S+/g)) {
    // Scripts without spaces break anywhere, and so do addresses and IDs.
    if (!/^\p{P}*[\p{Script=Latin}\p{M}'’]{2,20}\p{P}*$/u.test(token)) continue;
    range.setStart(node, index);
    range.setEnd(node, index + token.length);
    const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (parts.some(({ top }) => Math.abs(top - (parts[0]?.top ?? 0)) >= 3)) return `“${token}”`;
  }
  return null;
}

/** Goes through the boxes around a text, from the inside out: what each lets through, and the first fault. */
function whatIsLeft(
  node: Text,
  lines: readonly DOMRect[],
): { readonly left: readonly DOMRect[]; readonly fault: string | null } {
  let left = lines;
  let isOutOfFlow = false;
  /** A label of a drawing, or inside something that floats over its surroundings or scrolls: only what cuts it matters. */
  let isFree = node.parentElement instanceof SVGElement;
  for (let box = node.parentElement; box !== null && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    // Clipped to nothing: only for screen readers.
    if (style.clipPath !== 'none' || (style.overflowX !== 'visible' && box.clientWidth <= 1))
      return { left: [], fault: null };
    if (!isOutOfFlow || style.position !== 'static') {
      isOutOfFlow = false;
      const fault = faultAt(box, style, left, node, isFree);
      if (fault !== null) return { left: [], fault };
      isFree ||= style.position === 'absolute' || /auto|scroll/.test(style.overflowX);
      left = cutTo(box, style, left);
      if (left.length === 0) return { left, fault: null };
    }
    if (style.position === 'fixed') break;
    isOutOfFlow ||= style.position === 'absolute';
  }
  const isOutside = left.some(
    ({ left, right }) => left < -1 || right > document.documentElement.clientWidth + 1,
  );
  return { left, fault: isOutside && !isFree ? 'outside the window' : null };
}

/** How a box treats a text that doesn't fit into it; null if it fits, or the box scrolls. */
function faultAt(
  box: Element,
  style: CSSStyleDeclaration,
  lines: readonly DOMRect[],
  node: Text,
  isFree: boolean,
): string | null {
  if (/inline$|contents|none/.test(style.display) || box instanceof SVGElement) return null;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const isAcross = lines.some((line) => line.left < left - 1.5 || line.right > right + 1.5);
  // A line's own box is a little higher than its letters.
  const isDown = lines.some(
    (line) => line.top < top - line.height / 4 || line.bottom > bottom + line.height / 4,
  );
  if (isAcross && /hidden|clip/.test(style.overflowX)) return isExplained(box, node) ? null : 'cut';
  if (isDown && /hidden|clip/.test(style.overflowY)) return isExplained(box, node) ? null : 'cut below';
  if (isAcross && !isFree && style.overflowX === 'visible')
    return `outside its box (${box.className || box.tagName})`;
  return null;
}

/** Whether a text that is cut can be read in full: it has an ellipsis, and a title with all of it or a list that opens. */
function isExplained(box: Element, node: Text): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(box);
  if (textOverflow !== 'ellipsis' && webkitLineClamp === 'none') return false;
  if (node.parentElement?.closest('button[aria-haspopup="listbox"], button[aria-haspopup="dialog"]'))
    return true;
  const titled = [node.parentElement?.closest('[title]'), box.querySelector('[title]')];
  return titled.some((element) => element?.getAttribute('title')?.includes(node.data.trim()) ?? false);
}

/** What a box lets through of these lines. */
function cutTo(box: Element, style: CSSStyleDeclaration, lines: readonly DOMRect[]): readonly DOMRect[] {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return lines;
  const frame = box.getBoundingClientRect();
  return lines.flatMap((line) => {
    const left = Math.max(line.left, frame.left);
    const top = Math.max(line.top, frame.top);
    const width = Math.min(line.right, frame.right) - left;
    const height = Math.min(line.bottom, frame.bottom) - top;
    return width > 1 && height > 1 ? [new DOMRect(left, top, width, height)] : [];
  });
}

/** What an element moves with when something scrolls below it; null for the page itself. */
function layerOf(element: Element): Element | null {
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    if (isLayer(each)) return each;
  }
  return null;
}

function isLayer(element: Element): boolean {
  const { position, zIndex } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) >= 100);
}

/** What is drawn over a text in its own layer; null if nothing is. Looks at what is in the window now. */
function coverOf({ owner, lines, layer }: ShownText): string | null {
  for (const { left, right, top, bottom } of lines) {
    const y = (top + bottom) / 2;
    for (const x of [left + 2, (left + right) / 2, right - 2]) {
      for (const element of document.elementsFromPoint(x, y)) {
        if (element.contains(owner) || owner.contains(element)) break;
        if (layerOf(element) !== layer) break;
        if (paints(element)) return describe(element);
      }
    }
  }
  return null;
}

/** Whether an element draws something of its own, besides text. */
function paints(element: Element): boolean {
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) === 0) return false;
  if (/^(?:img|svg|canvas|input|textarea|select)$/i.test(element.tagName)) return true;
  return backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}

/** Texts that stand on each other in the same layer, by over a third of a line. */
function overlaps(shown: readonly ShownText[]): (readonly [ShownText, ShownText])[] {
  const lines = shown.flatMap((text) => text.lines.map((line) => ({ text, line })));
  lines.sort((one, other) => one.line.top - other.line.top);
  const found: (readonly [ShownText, ShownText])[] = [];
  for (const [index, { text, line }] of lines.entries()) {
    for (const { text: other, line: below } of lines.slice(index + 1)) {
      if (below.top > line.bottom) break;
      if (other.node === text.node || other.layer !== text.layer) continue;
      const across = Math.min(line.right, below.right) - Math.max(line.left, below.left);
      const down = Math.min(line.bottom, below.bottom) - below.top;
      if (across > 2 && down > Math.min(line.height, below.height) / 3) found.push([text, other]);
    }
  }
  return found;
}

function describe(node: Node): string {
  const element = node instanceof Element ? node : node.parentElement;
  const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const place = element?.closest('[role="dialog"], [role="row"], tr, nav, header, section, article, form');
  const name = place?.getAttribute('aria-label') ?? place?.getAttribute('role') ?? place?.tagName ?? 'BODY';
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}” (${element?.tagName ?? ''} in ${name.toLowerCase()})`;
}
