// How the page is served: its headers, types, names and quiet, whatever stands on it.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "../fixtures.js";
import { folder } from "../playwright.config.js";

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "_headers")
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default";

/** The policy of the whole page, of the part of it that may stand in others, and of what workers run. */
const policies = {
  "index.html": `${policy}; frame-ancestors 'none'`,
  "embed.html": policy.replace("worker-src 'self'; manifest-src 'self'", "worker-src 'self' blob:"),
  "assets/": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
  "icons/": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};
const policyOf = (file) => Object.entries(policies).find(([begins]) => file.startsWith(begins))?.[1];

const everywhere = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  // A frame without an origin of its own asks for the same files (embed.html).
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

const types = {
  ".css": "text/css",
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What the page asks for while it starts, and the moment it stands. */
async function open(page, address) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(page.locator("#splash")).toHaveCount(0);
  await expect(page.locator("body")).not.toBeEmpty();
  return asked;
}

test("every file comes with its headers, its type and its caching", async ({ request }) => {
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    await test.step(file, async () => {
      const response = await request.get(file);
      const headers = response.headers();
      expect.soft(response.status(), file).toBe(200);
      expect.soft(headers, file).toMatchObject(everywhere);
      expect.soft(headers["content-security-policy"], file).toBe(policyOf(file));
      for (const power of ["camera", "geolocation", "microphone", "payment", "usb"]) {
        expect.soft(headers["permissions-policy"], file).toContain(`${power}=()`);
      }
      expect.soft(types, `a type for ${extname(file)} files belongs into this test`).toHaveProperty([extname(file)]);
      expect.soft(headers["content-type"], file).toBe(types[extname(file)]);
      const hashed = /-[0-9a-f]{12,16}(_bg)?\.[a-z]+$/.test(file);
      expect.soft(hashed, `${file}: exactly the files in assets/ have hashed names`).toBe(file.startsWith("assets/"));
      expect.soft(headers["cache-control"], file).toBe(
        hashed
          ? "public, max-age=31536000, immutable"
          : /^(fonts|icons)\//.test(file)
            ? "public, max-age=86400"
            : "no-cache",
      );
    });
  }
});

test("the page itself is always fresh, and nothing is found where nothing is", async ({ request }) => {
  const page = await request.get("");
  expect(page.headers()["cache-control"]).toBe("no-cache");
  expect(page.headers()).toMatchObject(everywhere);
  expect(page.headers()["content-security-policy"]).toBe(policies["index.html"]);
  const again = await request.get("", { headers: { "If-None-Match": page.headers()["etag"] } });
  expect(again.status()).toBe(304);
  const nothing = await request.get("no-such-file");
  expect(nothing.status()).toBe(404);
  expect(nothing.headers()).toMatchObject(everywhere);
});

test("a file comes compressed as its reader takes it, and each form has its own tag", async ({ request }) => {
  const tags = new Set();
  const module = files.find((file) => file.endsWith(".wasm"));
  const script = files.find((file) => file.endsWith(".js"));
  for (const file of [module, script]) {
    const whole = readFileSync(join(folder, file));
    for (const [takes, coding] of [["gzip, deflate, br", "br"], ["br;q=0, gzip", "gzip"], ["identity", undefined]]) {
      const answer = await request.get(file, { headers: { "Accept-Encoding": takes } });
      const headers = answer.headers();
      expect(headers["content-encoding"]).toBe(coding);
      expect(headers["vary"]).toBe("Accept-Encoding");
      expect((await answer.body()).equals(whole)).toBe(true);
      if (coding) expect(Number(headers["content-length"])).toBeLessThan(0.6 * whole.length);
      tags.add(headers["etag"]);
      const again = await request.get(file, { headers: { "Accept-Encoding": takes, "If-None-Match": headers["etag"] } });
      expect(again.status()).toBe(304);
    }
  }
  expect(tags.size).toBe(6);
  const picture = await request.get("icons/kedja-192.png");
  expect(picture.headers()).not.toHaveProperty("content-encoding");
});

test("the page carries its policy for hosts that can't set headers", async () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const [, carried] = /<meta[^>]*http-equiv="?Content-Security-Policy"?[^>]*content="([^"]+)"/i.exec(html) ??
    /<meta[^>]*content="([^"]+)"[^>]*http-equiv="?Content-Security-Policy"?/i.exec(html) ?? [];
  expect(carried).toBe(policy);
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.search(/<(link|script)\b/));
  expect(html, "no script or style inside the page").not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/);
});

test("the page starts quietly and asks nobody but its own host", async ({ page, baseURL }) => {
  const asked = await open(page, "");
  expect(asked.length).toBeGreaterThan(3);
  for (const url of asked.filter((url) => !url.startsWith("data:"))) expect(url).toMatch(new RegExp(`^(blob:)?${baseURL}`));
});

test("the page starts in a folder of a host as well", async ({ page }, { config }) => {
  const asked = await open(page, config.metadata.inFolder);
  for (const url of asked.filter((url) => url.startsWith("http"))) expect(url).toContain(config.metadata.inFolder);
});

test("nothing is stored in cookies", async ({ page, context }) => {
  await open(page, "");
  expect(await context.cookies()).toEqual([]);
});

test.describe("a page that is tampered with in every way", () => {
  // The browser tells of a picture that it has refused to fetch as if it had been asked for.
  test.use({ expectedTrouble: [/Content Security Policy|Trusted|asked another host: .*a\.png$/] });

  test("takes no text for markup or script, and reaches nobody", async ({ page }) => {
    await open(page, "");
    // Whoever could be reached would answer.
    const reached = [];
    await page.route("https://example.org/**", (route) => {
      reached.push(route.request().url());
      return route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*" }, body: "here" });
    });
    const done = await page.evaluate(async () => {
      const attempts = {
        "markup with a handler": () => (document.createElement("p").innerHTML = "<img src=x onerror='window.intruded = true'>"),
        "markup with a frame": () => (document.createElement("p").innerHTML = "<iframe srcdoc='x'></iframe>"),
        evaluated: () => (0, eval)("1"),
        "a handler in an attribute": () => {
          const button = document.createElement("button");
          button.setAttribute("onclick", "window.intruded = true");
          document.body.append(button);
          button.click();
          if (!window.intruded) throw new Error("it did not run");
        },
        "a script of another host": () => trustedTypes.defaultPolicy.createScriptURL("https://example.org/worker.js"),
        "a request to another host": () => fetch("https://example.org/"),
        "a picture of another host": () =>
          new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: "https://example.org/a.png" })),
        "another base for addresses": () => {
          const before = document.baseURI;
          document.head.append(Object.assign(document.createElement("base"), { href: "https://example.org/" }));
          if (document.baseURI === before) throw new Error("it has no effect");
        },
        "a style in an attribute": () => {
          document.body.setAttribute("style", "opacity: 0.5");
          if (getComputedStyle(document.body).opacity === "1") throw new Error("it has no effect");
        },
      };
      const done = [];
      // What is evaluated for a test may do what the page may not; what comes later may not.
      await new Promise((later) => setTimeout(later));
      for (const [what, attempt] of Object.entries(attempts)) {
        await Promise.resolve().then(attempt).then(() => done.push(what), () => {});
      }
      return done;
    });
    expect(done).toEqual([]);
    expect(reached).toEqual([]);
  });
});

test.describe("a page that is tampered with", () => {
  test.use({ expectedTrouble: [/Content Security Policy|TrustedScript/] });

  test("does not run a script that is written into it", async ({ page }) => {
    await open(page, "");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.append("window.intruded = true");
      document.body.append(script);
      return "intruded" in window;
    });
    expect(ran).toBe(false);
  });
});

test.describe("a page that cannot start", () => {
  test.use({ expectedTrouble: [/\.wasm|fetch/i] });
  test("says so in both languages", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("");
    await expect(page.getByText("Kedja could not start.")).toBeVisible();
    await expect(page.getByText("Kedja kunde inte starta.")).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says in both languages what it needs", async ({ page }) => {
    await page.goto("");
    for (const [language, words] of [["en", "needs JavaScript"], ["sv", "behöver JavaScript"]]) {
      // Texts inside noscript are not found by their words.
      const said = page.locator(`noscript p[lang=${language}]`);
      await expect(said).toBeVisible();
      await expect(said).toContainText(words);
    }
  });
});
