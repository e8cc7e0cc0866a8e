/** What the benchmark measures inside its own process: the server's code, built as the server is. */
export { Converters } from '../src/server/convert.js';
export { applyChanges } from '../src/server/documents.js';
export { cellsRequest, matrixRequest } from '../src/server/requests.js';
export { DEFAULTS } from '../src/server/settings.js';
export { Texts } from '../src/server/texts.js';
export { Workspace } from '../src/server/workspace.js';
export { analyse } from '../src/service/analyse.js';
export { loadInput } from '../src/service/load.js';
export { jsonSchema } from '../src/service/json-schema.js';
