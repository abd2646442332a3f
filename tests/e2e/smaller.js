// Makes the pictures of a folder small: `node smaller.js FOLDER`. Each keeps 256 colours, which on a page of a few inks is
// nearer to the picture than the comparison can tell, and takes a third of the room.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Red, green and blue of every pixel of a PNG of 8 bits a channel without interlace, as browsers write them. */
function read(file) {
  const bytes = readFileSync(file);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error(`${file} is no PNG`);
  const packed = [];
  let width, height, channels;
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || data[12] !== 0) channels = undefined;
    }
    if (name === "IDAT") packed.push(data);
    at += 12 + length;
  }
  if (!channels) return null;
  const rows = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  let above = new Uint8Array(stride);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const row = rows.subarray(from + 1, from + 1 + stride);
    for (let i = 0; i < stride; i += 1) {
      const left = i < channels ? 0 : row[i - channels];
      const corner = i < channels ? 0 : above[i - channels];
      row[i] += [0, left, above[i], (left + above[i]) >> 1, nearest(left, above[i], corner)][rows[from]];
    }
    for (let x = 0; x < width; x += 1) pixels.set(row.subarray(x * channels, x * channels + 3), 3 * (y * width + x));
    above = row;
  }
  return { width, height, pixels };
}

/** Of three neighbours the one nearest to where they point (Paeth). */
function nearest(left, above, corner) {
  const to = left + above - corner;
  const [a, b, c] = [Math.abs(to - left), Math.abs(to - above), Math.abs(to - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The 256 colours that stand for most pixels; those alike to the fifth bit of a channel are one. */
function palette(pixels) {
  const alike = new Map();
  for (let i = 0; i < pixels.length; i += 3) {
    const key = ((pixels[i] >> 3) << 10) | ((pixels[i + 1] >> 3) << 5) | (pixels[i + 2] >> 3);
    const exact = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
    const counts = alike.get(key) ?? alike.set(key, new Map()).get(key);
    counts.set(exact, (counts.get(exact) ?? 0) + 1);
  }
  const most = (counts) => [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);
  const groups = [...alike.values()].map((counts) => [sum(counts), most(counts)]).sort((a, b) => b[0] - a[0]);
  return groups.slice(0, 256).map(([, colour]) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
}

function part(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function write(file, { width, height, pixels }) {
  const colours = palette(pixels);
  const known = new Map();
  const place = (r, g, b) => {
    const key = (r << 16) | (g << 8) | b;
    if (!known.has(key)) {
      const away = colours.map(([x, y, z]) => (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2);
      known.set(key, away.indexOf(Math.min(...away)));
    }
    return known.get(key);
  };
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = place(...pixels.subarray(3 * (y * width + x), 3 * (y * width + x) + 3));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const parts = [part("IHDR", head), part("PLTE", Buffer.from(colours.flat())), part("IDAT", deflateSync(rows, { level: 9 }))];
  writeFileSync(file, Buffer.concat([SIGNATURE, ...parts, part("IEND", Buffer.alloc(0))]));
}

const folder = process.argv[2];
for (const name of readdirSync(folder).filter((name) => name.endsWith(".png"))) {
  // One that has a palette already is small.
  const picture = read(join(folder, name));
  if (picture) write(join(folder, name), picture);
}
