// yaml-language-server without the server: its parser and its schema validation over every file of a folder, in one process.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';

const [schemaFile, folder] = process.argv.slice(2);
const out = path.join(path.dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'out', 'src');
const { getLanguageService } = await import(pathToFileURL(path.join(out, 'languageservice', 'yamlLanguageService.js')).href);
const { SettingsState } = await import(pathToFileURL(path.join(out, 'yamlSettings.js')).href);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const service = getLanguageService({
  schemaRequestService: () => Promise.reject(new Error('Nothing is fetched.')), workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
  yamlSettings: new SettingsState(), telemetry: { send() {}, sendError() {}, sendTrack() {} }, clientCapabilities: {},
});
service.configure({ validate: true, schemas: [{ uri: 'file:///entente.schema.json', fileMatch: ['*.entente.yaml'], schema }] });
let found = 0;
for (const name of readdirSync(folder)) {
  const document = TextDocument.create(pathToFileURL(path.resolve(folder, name)).href, 'yaml', 1, readFileSync(path.join(folder, name), 'utf8'));
  found += (await service.doValidation(document, false)).length;
}
process.stdout.write(`${found}\n`);
