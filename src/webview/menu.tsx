import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A button with a small panel below it, which closes on Escape and when the focus or a click goes elsewhere. */
export function Menu({ label, note, children }: { readonly label: string; readonly note?: string | undefined; readonly children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      if (details.current?.open && !(target instanceof Node && details.current.contains(target))) details.current.open = false;
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details class="menu" ref={details} onKeyDown={onKeyDown}>
      <summary class="button">{label}{note === undefined ? null : <span class="menu-note">{note}</span>}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}
