// `npm start`: installs, builds and opens VS Code in the browser on examples/, with the extension running, until Ctrl-C.
// Node: builtins only at the top, for a clone on which nothing is installed yet.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkNode, ensureDependencies } from './host/dependencies.mjs';
import { installHost } from './host/install.mjs';
import { Problem, root, run, runMain, stage } from './host/run.mjs';
import { startServer } from './host/server.mjs';

const PORT = 3777;

await runMain(async () => {
  checkNode();
  await ensureDependencies();
  await stage('Building the extension', async () => {
    const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
    if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`);
  });
  await installHost();
  // From before the server starts, so that Ctrl-C never leaves it behind.
  const stopped = new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done(undefined));
  });
  const data = join(root, '.vscode-test', 'start');
  const extensionsDir = join(data, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  const server = await startServer({ extensionsDir, userDataDir: join(data, 'user'), workspace: join(root, 'examples'), port: PORT });
  // The example is opened with the workbench, so that there is something to see at once.
  const example = server.remote(join(root, 'examples', 'openai-cloud-alliances.entente.yaml'));
  console.log(`Entente is running at ${server.url([['extensionDevelopmentPath', server.remote(root)], ['skipWelcome', 'true'], ['openFile', example]])}`);
  console.log('Press Ctrl-C to stop.');
  const ended = await Promise.race([stopped, server.exited]);
  if (ended !== undefined) throw new Problem(`The VS Code server ended with code ${ended}.`);
  await server.stop();
});
