// Loads the client as VS Code does and activates it, with a stand-in for the editor that takes everything; prints the milliseconds.
const Module = require('node:module');
const path = require('node:path');

const root = path.join(__dirname, '..');
/** Whatever is asked of it, it is there: a class, a function, an object, an event. */
function anything() {
  const known = new Map([['then', undefined], ['prototype', { event: () => ({ dispose() {} }), fire() {}, dispose() {} }], [Symbol.toPrimitive, () => ''], [Symbol.iterator, function* () {}]]);
  return new Proxy(function () {}, {
    get: (_, key) => (known.has(key) ? known.get(key) : known.set(key, anything()).get(key)),
    set: (_, key, value) => known.set(key, value) !== undefined,
    apply: () => anything(), construct: (_, __, made) => Object.create(made.prototype ?? null),
  });
}
const vscode = anything();
vscode.version = '1.100.0';
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => (request === 'vscode' ? request : resolve(request, ...rest));
require.cache.vscode = { id: 'vscode', filename: 'vscode', loaded: true, exports: vscode };

const start = process.hrtime.bigint();
const { activate } = require(path.join(root, 'dist', 'client', 'node.js'));
const loaded = process.hrtime.bigint();
const context = { extensionUri: vscode.Uri.file(root), extension: { packageJSON: {} }, subscriptions: [], globalState: anything(), workspaceState: anything() };
void Promise.resolve().then(() => activate(context)).then(() => {
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
  process.exit(0);
}, (error) => {
  process.stderr.write(`${error.stack}\nloaded in ${Number(loaded - start) / 1e6} ms\n`);
  process.exit(1);
});
