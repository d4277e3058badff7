// Shows the editor's lists in the top layer, where no surrounding element can clip, move or hide them.
import type { Extension } from '@codemirror/state';
import { showTooltip, tooltips, ViewPlugin } from '@codemirror/view';

/** In browsers without popovers the list stays in place, and may be clipped. */
export function inTopLayer(parent: Element): Extension {
  const layer = document.createElement('div');
  if ('popover' in layer) layer.popover = 'manual';
  // Set from script, because a page's policy may forbid style attributes.
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
    // CodeMirror's container has the editor's background: without a box it covers nothing.
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
