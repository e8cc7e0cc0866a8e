import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A Chromium for tests of built views: CHROMIUM_PATH, or one on the PATH. */
export const chromiumPath: string | undefined = process.env['CHROMIUM_PATH'] ?? ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  .flatMap((name) => (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
  .find((file) => existsSync(file));

/** Why tests of a built script of `dist/webview` cannot run here; false where they can. */
export const skipReason = (script: string): string | false =>
  chromiumPath === undefined ? 'no Chromium' : existsSync(path.join(ROOT, 'dist', 'webview', script)) ? false : 'dist/webview is not built';
