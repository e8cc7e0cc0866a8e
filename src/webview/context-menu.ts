/**
 * Tells VS Code which cell a context menu is for, before it looks: the menu entries of `webview/context` then receive its
 * ids. Works for the mouse and the menu key.
 */
export function nameCells(uri: string): void {
  document.addEventListener('contextmenu', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-product][data-cloud]') : null;
    if (cell === null) return;
    const { product, cloud } = cell.dataset;
    cell.dataset['vscodeContext'] = JSON.stringify({ webviewSection: 'cell', uri, product, cloud, preventDefaultContextMenuItems: true });
  }, { capture: true });
}
