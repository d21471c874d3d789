import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/**
 * A folder of the source that is one bundle for all others: the core is most of each of them, and the package held it four times.
 * Bundles find it under a name: a variable at their top, or a global.
 */
export class SharedPart {
  #folder;
  #name;
  /** The modules that other bundles import, by their paths in the folder. */
  #imported = new Set();
  #isBuilt = false;

  /** @param folder path of the folder  @param name what the part is called in the bundles that use it */
  constructor(folder, name) {
    this.#folder = resolve(folder);
    this.#name = name;
  }

  /** For a bundle that takes the part from outside. */
  get plugin() {
    const namespace = this.#name;
    return {
      name: namespace,
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => this.#resolved(join(resolveDir, path)));
        onLoad({ filter: /.*/, namespace }, ({ path }) => ({
          contents: `module.exports = ${namespace}[${JSON.stringify(path)}];`,
        }));
      },
    };
  }

  /** The source of the part's own bundle, once all that use it are built: it holds what they import. */
  source() {
    this.#isBuilt = true;
    const from = `./${basename(this.#folder)}`;
    const lines = [...this.#imported].sort().map((module) => `export * as '${module}' from '${from}/${module}.js';`);
    return { contents: lines.join('\n'), resolveDir: dirname(this.#folder) };
  }

  #resolved(file) {
    if (!file.startsWith(this.#folder + sep)) return undefined;
    const module = relative(this.#folder, file).replaceAll(sep, '/').replace(/\.js$/, '');
    if (this.#isBuilt && !this.#imported.has(module))
      return { errors: [{ text: `${this.#name} was built without ${module}: start the build again.` }] };
    this.#imported.add(module);
    return { path: module, namespace: this.#name, sideEffects: false };
  }
}
