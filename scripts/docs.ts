// Writes what README.md, docs/ and package.json say of commands, menus, file names, settings and rules from where it is decided, so
// that they can't go stale: `npm run docs`. With --check it only tells (exit code 1) whether it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { NVDLA_COMPILER, TRTEXEC } from '../src/core/build/buildCommand.js';
import { RULES } from '../src/core/check/index.js';
import { TOOLS } from '../src/core/answers/tools.js';
import { enablements, menus } from './manifest/menus.js';
import { languageModelTools } from './manifest/tools.js';
import { configurationDefaults, jsonValidation, pathPattern, selectors } from './manifest/names.js';

interface Manifest {
  contributes: {
    customEditors: { viewType: keyof typeof selectors; selector: unknown }[];
    configurationDefaults: unknown;
    jsonValidation: unknown;
    commands: { command: string; title: string; category: string; enablement?: string }[];
    menus: typeof menus;
    languageModelTools?: unknown;
    configuration: {
      properties: Record<
        string,
        { markdownDescription: string; scope?: string; default: unknown; properties: Record<string, unknown> }
      >;
    };
  };
}

const check = process.argv.includes('--check');
/** The texts of the manifest, by what stands for them there. */
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
for (const [id, { title }] of Object.entries(RULES)) texts[`rule.${id}`] = title;
for (const { name, title } of TOOLS) texts[`tool.calibrationTables_${name}`] = title;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const setting = manifest.contributes.configuration.properties['calibrationTables.rules'];
if (!setting) throw new Error('package.json has no setting calibrationTables.rules.');

setting.properties = Object.fromEntries(
  Object.entries(RULES).map(([id, { severity }]) => [
    id,
    { type: 'string', enum: ['off', 'info', 'warning', 'error'], default: severity, description: `%rule.${id}%` },
  ]),
);
for (const editor of manifest.contributes.customEditors) editor.selector = selectors[editor.viewType];
setDefault('build.trtexec', TRTEXEC);
setDefault('build.nvdlaCompiler', NVDLA_COMPILER);
manifest.contributes.configurationDefaults = configurationDefaults;
manifest.contributes.jsonValidation = jsonValidation;
manifest.contributes.menus = menus;
for (const command of manifest.contributes.commands) {
  const enablement = enablements[command.command];
  if (enablement !== undefined) command.enablement = enablement;
}
manifest.contributes.languageModelTools = languageModelTools;
update(
  '.pre-commit-hooks.yaml',
  readFileSync('.pre-commit-hooks.yaml', 'utf8').replace(
    /^( *files: ).*$/m,
    (_, key: string) => `${key}'${pathPattern}'`,
  ),
);
update('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
update('package.nls.json', `${JSON.stringify(texts, null, 2)}\n`);

/** Where a setting can have another value. */
const SCOPES: Readonly<Record<string, string>> = {
  resource: 'folder',
  machine: 'machine',
  window: 'window',
};
const PLACES: Readonly<Record<string, string>> = {
  'calibrationTables.explorer': 'explorer',
  'editor/title': 'editor title',
  'timeline/item/context': 'timeline',
  'webview/context': 'rows and columns',
};
const commands = manifest.contributes.commands.map(({ command, title, category }) => {
  const places = Object.entries(PLACES).filter(([menu]) =>
    manifest.contributes.menus[menu]?.some((item) => item.command === command),
  );
  return `| ${textOf(category)}: ${textOf(title)} | ${places.map(([, place]) => place).join(', ')} |`;
});
const rules = Object.entries(RULES).map(
  ([id, { severity, basis, title }]) => `| \`${id}\` | ${severity} | ${basis} | ${title} |`,
);
const settings = Object.entries(manifest.contributes.configuration.properties).map(
  ([id, { markdownDescription, scope = 'window', default: usual }]) =>
    `| \`${id}\` | ${textOf(markdownDescription)} | \`${JSON.stringify(usual)}\` | ${SCOPES[scope] ?? scope} |`,
);

updateSection('docs/commands.md', 'commands', ['| Command | Also in the menu of |', '| --- | --- |', ...commands]);
updateSection('README.md', 'settings', [
  '| Setting | What it does | Default | Can differ by |',
  '| --- | --- | --- | --- |',
  ...settings,
]);
updateSection('docs/rules.md', 'rules', [
  '| Rule | Severity | Basis | What it finds |',
  '| --- | --- | --- | --- |',
  ...rules,
]);

/** What stands for `%key%` in English. */
function textOf(placeholder: string): string {
  const text = texts[placeholder.slice(1, -1)];
  if (text === undefined) throw new Error(`package.nls.json has no text for ${placeholder}.`);
  return text;
}

function setDefault(name: string, value: unknown): void {
  const property = manifest.contributes.configuration.properties[`calibrationTables.${name}`];
  if (!property) throw new Error(`package.json has no setting calibrationTables.${name}.`);
  property.default = value;
}

/** The text between `<!-- name -->` and `<!-- /name -->` of a page replaced. */
function updateSection(page: string, name: string, lines: readonly string[]): void {
  const text = readFileSync(page, 'utf8');
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`${page} has no section "${name}".`);
  update(
    page,
    text.replace(pattern, (_, open: string, close: string) => `${open}${lines.join('\n')}\n${close}`),
  );
}

function update(file: string, text: string): void {
  if (readFileSync(file, 'utf8') === text) return;
  if (!check) return writeFileSync(file, text);
  console.error(`${file} is out of date: run "npm run docs".`);
  process.exitCode = 1;
}
