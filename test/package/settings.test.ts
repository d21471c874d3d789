/** Settings: each with a type, a scope, a default, and an example in what is said of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Setting {
  readonly type?: unknown;
  readonly scope?: unknown;
  readonly default?: unknown;
  readonly markdownDescription?: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { configuration: { properties: Record<string, Setting> } };
};
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

describe('the settings', () => {
  for (const [name, setting] of Object.entries(contributes.configuration.properties))
    it(`${name} has a type, a scope, a default and an example`, () => {
      assert.ok(
        ['object', 'array', 'string', 'boolean', 'number'].includes(String(setting.type)),
        String(setting.type),
      );
      assert.ok(['resource', 'window', 'machine'].includes(String(setting.scope)), String(setting.scope));
      assert.notEqual(setting.default, undefined);
      assert.match(texts[setting.markdownDescription?.slice(1, -1) ?? ''] ?? '', /`\{ "|`\$\{\w+\}`|For example/);
    });
});
