// A good host at the other end of a line: the built page over HTTP/2 and TLS, compressed as small as it gets, and all
// that goes between browser and host through one line of a given width and length. The line is made here rather than by
// the browser's own emulation, which leaves out what workers ask for and what opening a connection takes.
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { site } from "../../tests/e2e/site.js";

/** What goes onto the line at a time, so that streams share it [bytes]. */
const PIECE = 4_096;
/** How much may wait for the line [ms]: timers are late on a busy machine, and the line must not stand empty for it. */
const WAITING = 60;

/** A key and a certificate for this run, which nobody need keep. */
function certificate() {
  const place = mkdtempSync(join(tmpdir(), "kedja-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(place, name));
  const options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  try {
    execFileSync("openssl", [...options, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (error) {
    throw new Error(`openssl could not make a certificate. What to do: install openssl. (${error.message})`, { cause: error });
  } finally {
    rmSync(place, { recursive: true });
  }
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** One line for all connections: what is sent down it leaves piece by piece, and arrives half a round trip later. */
class Line {
  /**
   * @param {number} width [bit/s]
   * @param {number} roundTrip [ms]
   */
  constructor(width, roundTrip) {
    this.bytesPerMs = width / 8 / 1_000;
    this.half = roundTrip / 2;
    this.isFreeAt = 0;
    /** Pieces that have left, in their order. */
    this.underway = [];
  }

  /** Hands over what has arrived, and comes back for the rest. */
  deliver() {
    const now = performance.now();
    while (this.underway.length > 0 && this.underway[0].arrives <= now) {
      const { socket, piece } = this.underway.shift();
      if (!socket.destroyed) socket.write(piece);
    }
    if (this.underway.length > 0) setTimeout(() => this.deliver(), this.underway[0].arrives - now);
  }

  /** The host's end of a browser's connection. */
  end(socket) {
    const line = this;
    const opened = performance.now();
    // Opening a connection is a round trip before the first byte.
    const delay = () => Math.max(line.half, 3 * line.half - (performance.now() - opened));
    let upward = Promise.resolve();
    const end = new Duplex({
      writableHighWaterMark: 4 * PIECE,
      read() {},
      write(data, _, done) {
        line.send(socket, data).then(() => done(), done);
      },
      final(done) {
        wait(2 * line.half).then(() => socket.end(done));
      },
      destroy(error, done) {
        socket.destroy();
        done(error);
      },
    });
    const pass = (data) => {
      const arrives = wait(delay());
      upward = upward.then(() => arrives).then(() => end.destroyed || end.push(data));
    };
    socket.setNoDelay(true);
    socket.on("data", pass);
    socket.on("end", () => pass(null));
    socket.on("error", () => end.destroy());
    socket.on("close", () => end.destroy());
    end.on("error", () => socket.destroy());
    return end;
  }

  /** Resolves when more may be sent; what was sent arrives later. */
  async send(socket, data) {
    for (let from = 0; from < data.length; from += PIECE) {
      const piece = data.subarray(from, from + PIECE);
      const now = performance.now();
      this.isFreeAt = Math.max(now, this.isFreeAt) + piece.length / this.bytesPerMs;
      const leaves = this.isFreeAt - now;
      this.underway.push({ socket, piece, arrives: this.isFreeAt + this.half });
      if (this.underway.length === 1) setTimeout(() => this.deliver(), leaves + this.half);
      if (leaves > WAITING) await wait(leaves - WAITING / 2);
    }
  }
}

/**
 * Starts a host for a built page.
 * @returns {Promise<{ address: string, trust: string, close: () => void }>} `trust` is the option that makes Chromium
 * take its certificate
 */
export async function host(folder, { width, roundTrip }) {
  const { key, cert } = certificate();
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  const server = createSecureServer({ key, cert }, site(folder, "/", "best"));
  server.on("sessionError", () => {});
  const line = new Line(width, roundTrip);
  const port = createServer((socket) => server.emit("connection", line.end(socket)));
  await new Promise((ready) => port.listen(0, "127.0.0.1", ready));
  return {
    address: `https://localhost:${port.address().port}/`,
    trust: `--ignore-certificate-errors-spki-list=${createHash("sha256").update(publicKey).digest("base64")}`,
    close: () => port.close(),
  };
}
