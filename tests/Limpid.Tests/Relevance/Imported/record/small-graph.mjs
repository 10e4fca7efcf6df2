// Makes a small graph with one of each operation that TfjsNetwork knows, and records what TensorFlow.js computes with it, for TfjsNetworkTests.
//
//   npm install @tensorflow/tfjs@4.22.0
//   node small-graph.mjs > small-graph.json
import * as tf from '@tensorflow/tfjs';

let state = 1;
const random = () => { state = (state * 48271) % 2147483647; return Math.round((state / 2147483647 - 0.5) * 1000) / 500; };
const nodes = [], weights = [], numbers = [];
const text = (s) => ({ s: Buffer.from(s).toString('base64') });
const list = (values) => ({ list: { i: values.map(String) } });
const node = (name, op, input, attr = {}) => nodes.push({ name, op, input, attr });
function constant(name, shape, dtype, values) {
  const count = shape.reduce((a, b) => a * b, 1);
  nodes.push({ name, op: 'Const' });
  weights.push({ name, shape, dtype });
  numbers.push([dtype, values ?? Array.from({ length: count }, random)]);
}
const conv = (strides, padding, dilations = [1, 1, 1, 1]) =>
  ({ strides: list(strides), padding: text(padding), dilations: list(dilations), data_format: text('NHWC'), T: { type: 'DT_FLOAT' } });

nodes.push({ name: 'image', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim: [1, 9, 10, 3].map((size) => ({ size: String(size) })) } } } });
// "Same" padding at stride 2: nine rows are padded evenly, ten columns only at the end.
constant('kernel1', [3, 3, 3, 4], 'float32');
constant('bias1', [4], 'float32');
node('conv1', 'Conv2D', ['image', 'kernel1'], conv([1, 2, 2, 1], 'SAME'));
node('bias-add1', 'BiasAdd', ['conv1', 'bias1']);
node('relu6', 'Relu6', ['bias-add1']);
constant('kernel2', [3, 2, 4, 5], 'float32');
constant('bias2', [5], 'float32');
node('fused', '_FusedConv2D', ['relu6', 'kernel2', 'bias2'],
  { ...conv([1, 1, 1, 1], 'SAME'), fused_ops: { list: { s: ['BiasAdd', 'LeakyRelu'].map((s) => text(s).s) } }, leakyrelu_alpha: { f: 0.3 }, num_args: { i: '1' } });
// A border that is wider at the end and goes into a dilated convolution without bias.
constant('border', [4, 2], 'int32', [0, 0, 1, 2, 0, 1, 0, 0]);
constant('kernel3', [2, 2, 5, 6], 'float32');
node('pad', 'Pad', ['fused', 'border']);
node('conv3', 'Conv2D', ['pad', 'kernel3'], conv([1, 1, 1, 1], 'VALID', [1, 2, 2, 1]));
node('relu', 'Relu', ['conv3']);
const pool = (op, name, input, ksize, strides, padding) =>
  node(name, op, [input], { ksize: list([1, ...ksize, 1]), strides: list([1, ...strides, 1]), padding: text(padding), data_format: text('NHWC') });
pool('MaxPool', 'maximum', 'image', [3, 2], [1, 2], 'SAME');
pool('MaxPool', 'maximum-after', 'image', [2, 3], [2, 2], 'SAME');
pool('AvgPool', 'mean', 'image', [2, 3], [2, 1], 'VALID');
// To channels first and back: axes are only renamed.
constant('first', [4], 'int32', [0, 3, 1, 2]);
constant('last', [4], 'int32', [0, 2, 3, 1]);
node('channels-first', 'Transpose', ['relu', 'first']);
constant('axis', [], 'int32', [1]);
node('both', 'ConcatV2', ['channels-first', 'channels-first', 'axis']);
node('channels-last', 'Transpose', ['both', 'last']);
constant('size', [2], 'int32', [7, 11]);
node('resized', 'ResizeBilinear', ['channels-last', 'size'], { align_corners: { b: true }, half_pixel_centers: { b: false } });
constant('half-size', [2], 'int32', [9, 4]);
node('resized-half', 'ResizeBilinear', ['relu', 'half-size'], { align_corners: { b: false }, half_pixel_centers: { b: true } });
node('sum', 'AddV2', ['resized', 'resized']);
constant('parts', [2], 'int32', [5, 7]);
constant('axis3', [], 'int32', [-1]);
node('split', 'SplitV', ['sum', 'parts', 'axis3'], { num_split: { i: '2' } });
node('sigmoid', 'Sigmoid', ['split:1']);
// A shape put together from a row and its exceptions, as converters write it.
constant('no-places', [1], 'int32', [1]);
constant('length', [1], 'int32', [3]);
constant('exception', [1], 'int32', [2]);
constant('zero', [], 'int32', [0]);
constant('row', [3], 'int32', [1, 5, -1]);
node('extra', 'SparseToDense', ['no-places', 'length', 'exception', 'zero']);
node('shape', 'AddV2', ['row', 'extra']);
node('reshaped', 'Reshape', ['sigmoid', 'shape']);
constant('swap', [3], 'int32', [0, 2, 1]);
node('swapped', 'Transpose', ['reshaped', 'swap']);
node('leaky', 'LeakyRelu', ['split'], { alpha: { f: 0.1 } });
node('out', 'Identity', ['swapped']);

const bytes = Buffer.concat(numbers.map(([dtype, values]) => Buffer.from((dtype === 'int32' ? Int32Array : Float32Array).from(values).buffer)));
const json = { format: 'graph-model', modelTopology: { node: nodes, library: {}, versions: {} }, weightsManifest: [{ paths: ['small.bin'], weights }] };
const outputs = ['relu6', 'fused', 'relu', 'maximum', 'maximum-after', 'mean', 'resized-half', 'channels-first', 'sum', 'split', 'leaky', 'out'];
await tf.setBackend('cpu');
const model = await tf.loadGraphModel({
  load: async () => ({ modelTopology: json.modelTopology, weightSpecs: weights, weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }),
});
const input = Array.from({ length: 270 }, random);
const digits = (value) => Number(value.toPrecision(7));
const results = model.execute(tf.tensor(input, [1, 9, 10, 3]), outputs);
console.log(JSON.stringify({
  tfjs: tf.version.tfjs, json, weights: bytes.toString('base64'), input,
  outputs: Object.fromEntries(results.map((tensor, at) => [outputs[at], { shape: tensor.shape, values: Array.from(tensor.dataSync(), digits) }])),
}));
