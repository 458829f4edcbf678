const bundled = new Map<string, Promise<string>>();

/** One ES module that holds `entry` and all that it imports, for a test or a benchmark in a browser; made once. */
export function bundleScript(entry: string): Promise<string> {
  const script = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, script);
  return script;
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('vite');
  const results = await build({
    configFile: false,
    logLevel: 'error',
    // Code of the extension may name the server that a fresh install has; a test sets its own.
    define: { __DEFAULT_ORIGIN__: JSON.stringify('http://127.0.0.1:8787') },
    build: {
      write: false,
      target: 'es2024',
      lib: { entry, formats: ['es'], fileName: 'script' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [result] = [results].flat();
  if (result === undefined || !('output' in result)) throw new Error(`${entry} was not bundled.`);
  const [chunk, ...others] = result.output;
  if (others.length > 0) throw new Error(`${entry} became more than one file.`);
  return chunk.code;
}
