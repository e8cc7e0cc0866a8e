/** The server's own code in this process, without a client: the one place that knows how to call it. */
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const outfile = path.join(ROOT, '.build', 'bench', 'product.mjs');
// As the server is built: with the browser's build of the parser.
await build({
  absWorkingDir: ROOT, entryPoints: ['bench/product.ts'], outfile, bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' }, alias: { yaml: path.join(ROOT, 'node_modules/yaml/browser/index.js') },
});
const { analyse, applyChanges, cellsRequest, Converters, DEFAULTS, jsonSchema, loadInput, matrixRequest, Texts, Workspace } = await import(outfile);
export { jsonSchema };

const FOLDER = 'file:///deals/';
export const FILE = `${FOLDER}bench.entente.yaml`;
const DIAGNOSTICS = { related: true, tags: true, codeDescription: true, docs: FOLDER };
const TODAY = 20_600;

/** One open text, followed as the server follows it. */
export class Editor {
  constructor() {
    const nothing = () => undefined;
    this.workspace = new Workspace({
      read: () => Promise.resolve(null), list: () => Promise.resolve([]), settings: () => Promise.resolve(DEFAULTS), analysed: nothing, changed: nothing, indexing: nothing,
      failed: (what, error) => { throw new Error(`${what} failed.`, { cause: error }); },
    });
    this.converters = new Converters('utf-16');
    this.texts = new Texts(this.workspace, this.converters, true);
    this.version = 0;
  }

  open(text) {
    return this.put(text);
  }

  change(range, text) {
    return this.put(applyChanges(this.workspace.document(FILE).text, [{ range, text }], this.converters));
  }

  /** Hands over an edit and asks for the cells of the day, as the matrix view does before anything else. */
  cellsAfter(range, text) {
    this.workspace.put({ uri: FILE, version: this.version += 1, text: applyChanges(this.workspace.document(FILE).text, [{ range, text }], this.converters) });
    return cellsRequest(this.workspace, { uri: FILE });
  }

  async put(text) {
    this.workspace.put({ uri: FILE, version: this.version += 1, text });
    return this.findings();
  }

  /** The findings of the text as a client gets them. */
  async findings() {
    return this.texts.diagnostics(await this.workspace.current(FILE), DIAGNOSTICS);
  }

  /** What the matrix view gets: every day of the newest text. */
  matrix() {
    return matrixRequest(this.workspace, { uri: FILE, timeline: true });
  }
}

let checks = 0;
/** One text checked from scratch: parse, resolve, all rules, all worlds. */
export async function check(text) {
  const file = `${FOLDER}once-${checks += 1}.entente.yaml`;
  const analysis = analyse(await loadInput({ file, workspace: FOLDER, today: TODAY, asOf: undefined, read: (uri) => Promise.resolve(uri === file ? text : null) }));
  return analysis.findings; // they are looked for once they are asked for
}
