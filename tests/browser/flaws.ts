import type { Page } from 'playwright-core';

/** What is wrong with the looks of a page: text that is cut off or lies over something else, and anything to scroll sideways. */
export function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(lookForFlaws);
}

/** Runs in the page. One pixel may be rounded away; boxes of letters may touch by their empty edges. */
function lookForFlaws(): string[] {
  const ROUNDED = 1;
  const TOUCHING = 3;
  interface Shown {
    element: Element;
    box: DOMRect;
    name: string;
  }
  const flaws: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) flaws.push(`scrolls sideways: ${scrollWidth} of ${innerWidth} px`);
  const within = document.querySelector('dialog[open]') ?? document.body;

  const texts: Shown[] = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    if (element.closest('.unseen, script, style, select, noscript')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 0) texts.push({ element, box, name: `"${text.slice(0, 40)}"` });
  }
  const controls: Shown[] = [...within.querySelectorAll('button, input, select, summary, a')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()} ${element.id || element.className || element.textContent?.slice(0, 20)}`;
    return box.width > 2 && element.checkVisibility({ visibilityProperty: true }) ? [{ element, box, name }] : [];
  });

  for (const { element, box, name } of [...texts, ...controls]) {
    if (box.left < -ROUNDED || box.right > innerWidth + ROUNDED) flaws.push(`${name} lies outside`);
    for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      const sideways = overflowX !== 'visible' && (box.left < edge.left - ROUNDED || box.right > edge.right + ROUNDED);
      const down =
        ['hidden', 'clip'].includes(overflowY) && (box.top < edge.top - ROUNDED || box.bottom > edge.bottom + ROUNDED);
      if (sideways || down) flaws.push(`${name} is cut off`);
    }
  }
  const fixed = document.querySelector('main.camera');
  if (fixed)
    for (const { box, name } of [...texts, ...controls])
      if (box.top < -ROUNDED || box.bottom > innerHeight + ROUNDED) flaws.push(`${name} lies below what can be seen`);

  const overlap = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOUCHING &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOUCHING;
  const sticky = (element: Element) => element.closest('dialog .buttons');
  const shown = [...texts, ...controls];
  for (const [at, one] of shown.entries())
    for (const other of shown.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      // What stays in view lies over what is scrolled under it.
      if (Boolean(sticky(one.element)) !== Boolean(sticky(other.element))) continue;
      if (overlap(one.box, other.box)) flaws.push(`${one.name} lies over ${other.name}`);
    }

  for (const list of within.querySelectorAll('select')) {
    const style = getComputedStyle(list);
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = style.font;
    const room = list.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const chosen = list.selectedOptions[0]?.text ?? '';
    if (pen.measureText(chosen).width > room + ROUNDED) flaws.push(`"${chosen}" is cut off in ${list.id}`);
  }
  return [...new Set(flaws)];
}
