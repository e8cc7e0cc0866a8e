// The VS Code host in one place: install it, start it, put a packed extension into it, find a browser for it.
export { findChromium } from './chromium.mjs';
export { installHost } from './install.mjs';
export { installVsix, startServer } from './server.mjs';
