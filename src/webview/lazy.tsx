import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import * as l10n from './l10n.js';

/** A part of the page whose script is loaded when it is drawn for the first time. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  let Loaded: ComponentType<P> | undefined;
  return function Lazy(props) {
    const [problem, setProblem] = useState('');
    const [, redraw] = useState(false);
    useLayoutEffect(() => {
      if (Loaded !== undefined) return;
      load().then((loaded) => { Loaded = loaded; redraw(true); }, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
    }, []);
    if (Loaded !== undefined) return <Loaded {...props} />;
    return problem === '' ? <p class="waiting" role="status">{l10n.t('Loading…')}</p> : <p class="banner banner-error" role="alert">{l10n.t('This part of the view could not be loaded: {0}. Close the panel and open it again.', problem)}</p>;
  };
}
