// Browser tests of the page as it is served: `make test-page`. One spec for each thing that a person does.
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig } from "@playwright/test";

/**
 * How much of a picture may differ from the one that was kept [0..1]: less than a name that has moved, more than what
 * two versions of the browser make of the same edge (docs/looks.md).
 */
export const tolerance = 0.0001;

/**
 * How many times slower than it is the page's own thread is made: `KEDJA_E2E_SLOW=4 make test-page` is the page on a weak
 * device. Deadlines grow with it. To see that nothing depends on how busy the machine is, let something else run meanwhile.
 */
export const slow = Number(process.env.KEDJA_E2E_SLOW || 1);

const port = Number(process.env.KEDJA_E2E_PORT ?? 41780);

/** The built page that is tested: dist/, or the folder that KEDJA_PAGE names. */
export const folder = resolve(process.env.KEDJA_PAGE || join(import.meta.dirname, "../../dist"));

const serve = (port, base) => ({
  command: `node serve.js ${folder}`,
  env: { ...process.env, PORT: String(port), BASE: base },
  url: `http://localhost:${port}${base}`,
  reuseExistingServer: false,
});

/** Debian's and other systems' browser; no download of another. */
const whole = process.env.KEDJA_CHROMIUM || "/usr/bin/chromium";

const launch = (executablePath) => ({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A page of another host that a test makes up is no page of the internet that wants to reach this machine.
    "--disable-features=LocalNetworkAccessChecks",
  ],
});

/** The browser with its windows, for what is compared as a picture: without them letters stand elsewhere by parts of a pixel. */
export const inWholeBrowser = { launchOptions: launch(whole) };

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  forbidOnly: true,
  // A page mostly waits: two at a time on two cores take some two thirds of the time that one after the other takes.
  workers: Number(process.env.KEDJA_E2E_WORKERS || Math.min(4, availableParallelism())),
  // Deadlines end what hangs. They measure nothing, so they are far from what a busy machine takes.
  timeout: 300_000 * slow,
  expect: {
    timeout: 60_000 * slow,
    toHaveScreenshot: { maxDiffPixelRatio: tolerance, pathTemplate: "{testDir}/../looks/{arg}{ext}" },
  },
  reporter: "list",
  // At the root of a host, and in a folder, as in a course's web space.
  webServer: [serve(port, "/"), serve(port + 1, "/kurs/kedja/")],
  use: {
    baseURL: `http://localhost:${port}/`,
    actionTimeout: 30_000 * slow,
    navigationTimeout: 60_000 * slow,
    // What is kept for a page without a network is tested by itself (offline.spec.js).
    serviceWorkers: "block",
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    // A crowd that plays takes a third of a core from whatever is tested beside it. Specs about what moves say `MOVING`.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: launch(process.env.KEDJA_HEADLESS || whole),
  },
  metadata: { inFolder: `http://localhost:${port + 1}/kurs/kedja/` },
});
