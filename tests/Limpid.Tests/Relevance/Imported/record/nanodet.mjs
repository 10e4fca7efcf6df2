// Records what TensorFlow.js computes for NanoDet-g on three photographs, for NanoDetTests.
//
//   npm install @tensorflow/tfjs@4.22.0 pngjs@7.0.0
//   node nanodet.mjs FOLDER-OF-NANODET FOLDER-OF-PHOTOGRAPHS > nanodet-tfjs.json
//
// Pixels are picked by whole-number arithmetic, so that the input is the same to the last bit wherever it is made.
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { PNG } from 'pngjs';

const [models, photographs] = process.argv.slice(2);
const side = 416;
const mean = [103.53, 116.28, 123.675], deviation = [57.375, 57.12, 58.395];
const outputs = ['Identity', 'Identity_1', 'Identity_2', 'Identity_3', 'Identity_4', 'Identity_5'];
// The outputs of the three heads before the sigmoid: 80 classes and 44 numbers of the box.
const heads = ['PartitionedCall/transpose_99', 'PartitionedCall/transpose_105', 'PartitionedCall/transpose_111'];

const json = JSON.parse(readFileSync(`${models}/nanodet.json`));
const bytes = readFileSync(`${models}/nanodet.bin`);
const model = await tf.loadGraphModel({
  load: async () => ({
    modelTopology: json.modelTopology, signature: json.signature, weightSpecs: json.weightsManifest[0].weights,
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  }),
});
await tf.setBackend('cpu');

const digits = (value) => Number(value.toPrecision(7));
const sample = (data, count) => Array.from({ length: count }, (_, k) => digits(data[(k * 104729 + 17) % data.length]));

// Blue, green, red; from the nearest pixel.
function nearest(image) {
  const data = new Float32Array(3 * side * side);
  for (let c = 0; c < 3; c++)
    for (let i = 0; i < side; i++)
      for (let j = 0; j < side; j++) {
        const row = Math.floor(((2 * i + 1) * image.height) / (2 * side)), column = Math.floor(((2 * j + 1) * image.width) / (2 * side));
        data[(c * side + i) * side + j] = (image.data[4 * (row * image.width + column) + 2 - c] - Math.fround(mean[c])) / Math.fround(deviation[c]);
      }
  return tf.tensor(data, [1, 3, side, side]);
}

// Blue, green, red; interpolated.
function bilinear(image) {
  const rgb = new Float32Array(image.width * image.height * 3);
  for (let k = 0; k < rgb.length; k++) rgb[k] = image.data[4 * Math.floor(k / 3) + (k % 3)];
  return tf.image.resizeBilinear(tf.tensor(rgb, [1, image.height, image.width, 3]), [side, side], false, true)
    .reverse(3).sub(tf.tensor1d(mean)).div(tf.tensor1d(deviation)).transpose([0, 3, 1, 2]);
}

const record = { tfjs: tf.version.tfjs, photographs: {} };
for (const name of ['astronaut', 'chelsea', 'coffee']) {
  const image = PNG.sync.read(readFileSync(`${photographs}/${name}.png`));
  const input = nearest(image);
  const results = model.execute(input, [...outputs, ...heads]);
  const entry = { input: sample(input.dataSync(), 50), prepared: sample(bilinear(image).dataSync(), 50), outputs: {}, heads: {} };
  const best = new Array(80).fill(-Infinity);
  results.forEach((tensor, at) => {
    const data = tensor.dataSync();
    const into = at < outputs.length ? entry.outputs : entry.heads;
    into[(outputs.concat(heads))[at]] = { shape: tensor.shape, sum: digits(data.reduce((sum, v) => sum + v, 0)), sample: sample(data, 120) };
    if (at >= outputs.length) {
      const cells = tensor.shape[2] * tensor.shape[3];
      for (let c = 0; c < 80; c++) for (let k = 0; k < cells; k++) best[c] = Math.max(best[c], data[c * cells + k]);
    }
  });
  entry.best = best.map(digits);
  record.photographs[name] = entry;
  const top = [...best.keys()].sort((a, b) => best[b] - best[a]).slice(0, 4);
  console.error(name, top.map((c) => `${c}: ${(1 / (1 + Math.exp(-best[c]))).toFixed(3)}`).join(', '));
}
console.log(JSON.stringify(record));
