import assert from 'node:assert/strict';
import { checkDocument, RULE_IDS } from '../../../src/core/check/index.js';
import { sarifLog } from '../../../src/core/check/sarif.js';
import { cacheOf } from '../support/tables.js';

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } };
    logicalLocations?: { name: string }[];
  }[];
}
interface Log {
  version: string;
  runs: {
    tool: {
      driver: {
        version: string;
        rules: { id: string; shortDescription: { text: string }; defaultConfiguration: { level: string } }[];
      };
    };
    results: Result[];
  }[];
}

const findings = checkDocument(cacheOf('a: 7f800000', 'b: 0', 'c: c0', 'hello'));
const log = sarifLog(
  [
    { uri: 'models/a.cache', findings },
    { uri: 'b.cache', findings: [] },
  ],
  '1.2.3',
) as Log;

describe('a SARIF log', () => {
  it('describes every rule', () => {
    const { rules, version } = log.runs[0]?.tool.driver ?? assert.fail();
    assert.equal(log.version, '2.1.0');
    assert.equal(version, '1.2.3');
    assert.deepEqual(
      rules.map(({ id }) => id),
      RULE_IDS,
    );
    assert.ok(
      rules.every(
        ({ shortDescription, defaultConfiguration }) =>
          shortDescription.text !== '' && ['error', 'warning', 'note'].includes(defaultConfiguration.level),
      ),
    );
  });

  it('has a result for each finding, with file, line, entry and level', () => {
    const results = log.runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ['non-finite-scale', 'error'],
        ['zero-scale', 'warning'],
        ['denormal-scale', 'warning'],
        ['hex-length', 'note'],
        ['unreadable-line', 'error'],
      ].sort(byLineOf(results)),
    );
    const [first] = results;
    assert.equal(first?.locations[0]?.physicalLocation.artifactLocation.uri, 'models/a.cache');
    assert.equal(first?.locations[0]?.physicalLocation.region?.startLine, 2);
    assert.equal(first?.locations[0]?.logicalLocations?.[0]?.name, 'a');
    assert.ok(results.every(({ ruleId, ruleIndex }) => RULE_IDS[ruleIndex] === ruleId));
  });

  it('leaves the line out of a finding about a whole file', () => {
    const swapped = checkDocument(cacheOf('a: 140a013c', 'b: 89b6553c', 'c: 1289003c', 'd: e439983f')).filter(
      ({ rule }) => rule === 'byte-swapped',
    );
    const [result] = (sarifLog([{ uri: 'a', findings: swapped }], '1') as Log).runs[0]?.results ?? [];
    assert.equal(result?.ruleId, 'byte-swapped');
    assert.ok(!('region' in (result?.locations[0]?.physicalLocation ?? {})));
  });
});

/** Two findings on one line may come in either order. */
function byLineOf(results: readonly Result[]): (a: string[], b: string[]) => number {
  return (a, b) =>
    results.findIndex(({ ruleId }) => ruleId === a[0]) - results.findIndex(({ ruleId }) => ruleId === b[0]);
}
