// The bridge: lets tests inside VS Code, which cannot see its DOM, look at the workbench page and its web views.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './run.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Frame} Frame
 * @typedef {{ text: string, attributes: Record<string, string>, visible: boolean, left: number, top: number, window: number }} Element
 * @typedef {{ do: string, selector?: string, text?: string, key?: string, name?: string, width?: number, height?: number, timeout?: number }} Command
 */

const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'content-type',
  'Access-Control-Allow-Private-Network': 'true',
};

/**
 * Serves the bridge; `page` is asked for at each command, `print` gets each line of the tests.
 * @param {() => Page | undefined} page @param {(line: string) => void} print @returns {Promise<{ url: string, close(): void }>}
 */
export function startBridge(page, print) {
  const token = randomBytes(16).toString('hex');
  const server = createServer(async (request, response) => {
    if (request.url !== `/${token}`) return response.writeHead(404).end();
    if (request.method === 'OPTIONS') return response.writeHead(204, crossOrigin).end();
    const result = await answer(request, page, print);
    response.writeHead(200, { ...crossOrigin, 'Content-Type': 'application/json' }).end(JSON.stringify(result));
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      done({ url: `http://127.0.0.1:${port}/${token}`, close: () => { server.close(); server.closeAllConnections(); } });
    });
  });
}

/** @param {import('node:http').IncomingMessage} request @param {() => Page | undefined} page @param {(line: string) => void} print */
async function answer(request, page, print) {
  try {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    /** @type {Command} */
    const command = JSON.parse(body);
    if (command.do === 'print') return { ok: true, value: print(required(command, 'text')) ?? null };
    const current = page();
    if (!current) throw new Error('the workbench page is not open yet');
    return { ok: true, value: (await perform(command, current)) ?? null };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What the tests keep across a reload of the window. @type {string | null} */
let kept = null;

/** @param {Command} command @param {Page} page */
async function perform(command, page) {
  const [where, verb] = command.do.split('.');
  // Editors may have been moved to windows of their own.
  const frames = () => page.context().pages().flatMap((each) => each.frames()).filter((frame) => (where === 'webview') === (frame.parentFrame() !== null));
  switch (command.do) {
    case 'webview.text':
    case 'page.text':
      return (await find(command, frames)).elements;
    case 'webview.wait':
    case 'page.wait':
      return (await find(command, frames, (element) => element.text.includes(command.text ?? ''))).elements;
    case 'webview.click':
    case 'page.click':
    case 'webview.press':
      return act(command, frames, page);
    case 'page.press':
      return page.keyboard.press(required(command, 'key'));
    case 'page.type':
      return page.keyboard.type(required(command, 'text'));
    case 'page.size':
      return page.setViewportSize({ width: command.width ?? 1280, height: command.height ?? 800 });
    case 'keep':
      kept = required(command, 'text');
      return null;
    case 'kept':
      return kept;
    case 'screenshot':
      return screenshot(required(command, 'name'), page);
    default:
      throw new Error(`the bridge has no command ${where}.${verb}`);
  }
}

/** Clicks the first visible match, or presses a key on it (without a selector: wherever the focus is). @param {Command} command @param {() => Frame[]} frames @param {Page} page */
async function act(command, frames, page) {
  const press = command.do === 'webview.press' ? required(command, 'key') : undefined;
  if (press && !command.selector) return page.keyboard.press(press);
  const { frame, elements } = await find(command, frames, (element) => element.visible);
  const match = frame.locator(required(command, 'selector')).nth(elements.findIndex((element) => element.visible));
  const options = { timeout: command.timeout ?? 20_000 };
  return press ? match.press(press, options) : match.click(options);
}

/**
 * Waits until some frame has an element that matches, one that is `wanted`; returns that frame's matching elements.
 * @param {Command} command @param {() => Frame[]} frames @param {(element: Element) => boolean} [wanted]
 * @returns {Promise<{ frame: Frame, elements: Element[] }>}
 */
async function find(command, frames, wanted = () => true) {
  const selector = required(command, 'selector');
  const limit = command.timeout ?? 20_000;
  const deadline = Date.now() + limit;
  /** @type {Element[]} */
  let seen = [];
  for (;;) {
    /** @type {{ frame: Frame, elements: Element[] } | undefined} */
    let found;
    for (const frame of frames()) {
      const elements = await describe(frame, selector);
      if (elements.length) seen = elements;
      if (!elements.some(wanted)) continue;
      // A web view in front wins over one that VS Code keeps hidden.
      if (!found || (elements.some((element) => element.visible) && !found.elements.some((element) => element.visible))) found = { frame, elements };
    }
    if (found) return found;
    if (Date.now() > deadline) {
      const target = command.text === undefined ? selector : `${selector} with the text "${command.text}"`;
      const last = seen.length ? `; last seen: ${seen.slice(0, 5).map((element) => JSON.stringify(element.text.slice(0, 200))).join(', ')}` : '';
      throw new Error(`${command.do}: no ${target} within ${limit / 1000} s${last}${command.do.startsWith('webview.') ? `; web views: ${await shownIn(frames())}` : ''}`);
    }
    await delay(50);
  }
}

/** The beginning of what each frame shows, for an error. @param {Frame[]} frames */
async function shownIn(frames) {
  const texts = await Promise.all(frames.map((frame) => frame.locator('body').innerText({ timeout: 1000 }).catch((error) => `(${String(error).slice(0, 100)})`)));
  return texts.map((text) => JSON.stringify(text.slice(0, 300))).join(', ') || 'none';
}

/** @param {Frame} frame @param {string} selector @returns {Promise<Element[]>} */
async function describe(frame, selector) {
  try {
    const elements = await frame.locator(selector).evaluateAll((matches, window) => matches.map((match) => ({
      window,
      text: /** @type {HTMLElement} */ (match).innerText ?? match.textContent ?? '',
      left: Math.round(match.getBoundingClientRect().left),
      top: Math.round(match.getBoundingClientRect().top),
      attributes: Object.fromEntries([...match.attributes].map(({ name, value }) => [name, value])),
      visible: match.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && match.getClientRects().length > 0,
    })), frame.page().context().pages().indexOf(frame.page()));
    if (elements.length && !(await isShown(frame))) for (const element of elements) element.visible = false;
    return elements;
  } catch (error) {
    if (/selector|parsing|Unexpected token/i.test(String(error))) throw error;
    return []; // The frame went away or is loading.
  }
}

/** Whether the frame and those around it are visible. @param {Frame} frame @returns {Promise<boolean>} */
async function isShown(frame) {
  const parent = frame.parentFrame();
  if (!parent) return true;
  const holder = await frame.frameElement();
  return (await holder.isVisible()) && isShown(parent);
}

/** @param {string} name @param {Page} page */
async function screenshot(name, page) {
  const folder = join(root, 'test-results', 'screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.screenshot({ path });
  return path;
}

/** @param {Command} command @param {'selector' | 'text' | 'key' | 'name'} field */
function required(command, field) {
  const value = command[field];
  if (typeof value !== 'string') throw new Error(`${command.do} needs ${field}`);
  return value;
}
