// Shows an editor's lists above the page, where no box around the editor can cut them off, move or hide them.
import type { Extension } from '@codemirror/state';
import { showTooltip, tooltips, ViewPlugin } from '@codemirror/view';

/** Browsers without popovers show the list where it stands, above what lets it. */
export function inTopLayer(parent: Element): Extension {
  const layer = document.createElement('div');
  if ('popover' in layer) layer.popover = 'manual';
  // Through the object model: a page's policy may forbid style attributes.
  Object.assign(layer.style, {
    position: 'fixed',
    inset: '0',
    inlineSize: 'auto',
    blockSize: 'auto',
    margin: '0',
    border: 'none',
    padding: '0',
    background: 'none',
    overflow: 'visible',
    pointerEvents: 'none',
  });
  const show = (shown: boolean): void => {
    // What the lists stand in has the editor's look, ground and all: without a box of its own it covers nothing.
    for (const { style } of layer.children as HTMLCollectionOf<HTMLElement>)
      style.setProperty('display', 'contents', 'important');
    if (!layer.popover || !layer.isConnected || layer.matches(':popover-open') === shown) return;
    if (shown) layer.showPopover();
    else layer.hidePopover();
  };
  const plugin = ViewPlugin.define(() => {
    parent.append(layer);
    return {
      update: ({ state }) => show(state.facet(showTooltip).some(Boolean)),
      destroy: () => layer.remove(),
    };
  });
  return [tooltips({ parent: layer }), plugin];
}
