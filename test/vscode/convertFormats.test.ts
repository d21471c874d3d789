import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NAMES_CARRIED } from '../../src/core/transfer/convert.js';
import type { ConvertOptions } from '../../src/host/transfer/convert/convertRequest.js';
import type { Converted } from '../../src/host/transfer/convert/convertTable.js';
import { inWorkspace, read, write } from './files.js';

const HEADER = 'TRT-8601-EntropyCalibration2';
const CACHE = `${HEADER}\ndata: 3f000000\nconv1: 3e000000\n`;

/** Scales 0.5 and 0.125, so ranges 63.5 and 15.875, as each format writes them. */
const EXPECTED: Readonly<Record<string, string>> = {
  nvdla: `{\n${['data', 'conv1'].map((name, i) => `    "${name}": {\n        "scale": ${[0.5, 0.125][i]},\n        "min": 0,\n        "max": 0,\n        "offset": 0\n    }`).join(',\n')}\n}\n`,
  'tensorrt-ranges': 'data: 63.5\nconv1: 15.875\n',
  'onnxruntime-json': '{"data": [-63.5, 63.5], "conv1": [-15.875, 15.875]}',
  'onnxruntime-text': 'data 63.5\nconv1 15.875\n',
  'tpu-mlir': '# op_name    threshold    min    max\ndata 63.5 -63.5 63.5\nconv1 15.875 -15.875 15.875\n',
  csv: 'index,name,layerType,value,scale,dynamicRange,bits\n0,data,,0.5,0.5,63.5,3f000000\n1,conv1,,0.125,0.125,15.875,3e000000\n',
  tsv: 'index\tname\tlayerType\tvalue\tscale\tdynamicRange\tbits\n0\tdata\t\t0.5\t0.5\t63.5\t3f000000\n1\tconv1\t\t0.125\t0.125\t15.875\t3e000000\n',
};

type Options = Omit<ConvertOptions, 'target'> & { readonly format: string; readonly target: vscode.Uri };
const convert = async (uri: vscode.Uri, options: Options): Promise<Converted> =>
  vscode.commands.executeCommand('calibrationTables.convert', uri, { overwrite: true, ...options });

describe('convert to every format', () => {
  for (const [format, expected] of Object.entries(EXPECTED)) {
    it(`${format}, and back to the same cache`, async () => {
      const source = await write('formats/source.cache', CACHE);
      const target = inWorkspace(`formats/to-${format}.out`);
      await convert(source, { format, target });
      assert.equal(await read(target), expected);
      const back = inWorkspace('formats/back.cache');
      await convert(target, { format: 'tensorrt', target: back, header: HEADER });
      assert.equal(await read(back), CACHE);
    });
  }

  it('onnxruntime-flatbuffers, and back to the same cache', async () => {
    const target = inWorkspace('formats/made.flatbuffers');
    await convert(await write('formats/source.cache', CACHE), { format: 'onnxruntime-flatbuffers', target });
    assert.match(await read(target), /15\.875[^]*conv1[^]*63\.5[^]*data/);
    const back = inWorkspace('formats/back.cache');
    await convert(target, { format: 'tensorrt', target: back, header: HEADER });
    assert.equal(await read(back), CACHE);
  });

  it('markdown, which is not read again', async () => {
    const target = inWorkspace('formats/made.md');
    await convert(await write('formats/source.cache', CACHE), { format: 'markdown', target });
    assert.match(await read(target), /^\| index \| name .*\n.*\n\| 0 \| data \|.*\| 3f000000 \|\n/);
  });

  it('carries a stored range over untouched, digits that no float32 has included', async () => {
    const source = await write('formats/source.ranges.txt', 'data: 1.1892666816711426\nconv1: 0.1000000000000001\n');
    const target = inWorkspace('formats/ranges.cache');
    await convert(source, { format: 'onnxruntime-text', target });
    assert.equal(await read(target), 'data 1.1892666816711426\nconv1 0.1000000000000001\n');
  });

  it('says that names are carried over from tensors to layers, and no more than that within tensors', async () => {
    const source = await write('formats/source.cache', CACHE);
    const lost = async (format: string): Promise<readonly string[]> =>
      (await convert(source, { format, target: inWorkspace('formats/lost.out') })).report.lost;
    assert.ok((await lost('tpu-mlir')).includes(NAMES_CARRIED));
    assert.deepEqual(await lost('onnxruntime-json'), [`The header "${HEADER}" (version and algorithm).`]);
  });

  it('to a format that does not exist names those that do', async () => {
    const source = await write('formats/source.cache', CACHE);
    await assert.rejects(
      () => convert(source, { format: 'ncnn', target: inWorkspace('formats/none') }),
      /no format "ncnn".*tpu-mlir/,
    );
  });
});

describe('convert with a network', () => {
  const network = inWorkspace('resnet34/resnet34.prototxt');
  const cache = inWorkspace('resnet34/resnet34-trt7203.cache');
  const nvdla = inWorkspace('resnet34/resnet34-calib.json');

  it('gives each layer the scale of the tensor that it writes', async () => {
    const target = inWorkspace('formats/resnet.json');
    const { report } = await convert(cache, { format: 'nvdla', target, network });
    assert.equal(await read(target), await read(nvdla));
    assert.deepEqual([report.entriesOut, report.missing, report.dropped], [162, [], []]);
    assert.ok(
      report.renamed.some(
        ({ from, to, rule }) =>
          from === '(Unnamed Layer* 0) [Convolution]_output' && to === 'conv1' && rule === 'number',
      ),
    );
  });

  it('and back gives the body of the cache byte for byte', async () => {
    const target = inWorkspace('formats/resnet.cache');
    await convert(nvdla, { format: 'tensorrt', target, network, header: 'TRT-7203-EntropyCalibration2' });
    assert.equal(await read(target), await read(cache));
  });

  it('refuses what nvdla_compiler would stop at, unless it is told to', async () => {
    const lines = (await read(cache)).split('\n').filter((line) => !/^(pool5|prob):/.test(line));
    const source = await write('formats/short.cache', lines.join('\n'));
    const target = inWorkspace('formats/short.json');
    await assert.rejects(
      () => convert(source, { format: 'nvdla', target, network }),
      /2 entries that the network needs have no scale: pool5, prob\./,
    );
    const { report } = await convert(source, { format: 'nvdla', target, network, allowMissing: true });
    assert.deepEqual([report.missing, report.entriesOut], [['pool5', 'prob'], 160]);
  });
});
