import type { Currency } from './state.js';
import { errorsInWords } from './words.js';

/** What a reader must know before trusting the matrix. The status line is always there, so that screen readers hear it change. */
export function Banners({ currency, errors }: { readonly currency: Currency; readonly errors: number }) {
  return (
    <div class="banners">
      <p role="status" class={currency.kind === 'stale' ? 'banner banner-stale' : 'banner-silent'}>
        {currency.kind === 'stale' ? currency.reason : ''}
      </p>
      {currency.kind === 'error' ? <p role="alert" class="banner banner-error">{currency.message}</p> : null}
      {errors > 0 ? <p role="alert" class="banner banner-warning">{errorsInWords(errors)}</p> : null}
    </div>
  );
}
