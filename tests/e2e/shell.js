// The engine for the shell, as it was built last; KEDJA_SHELL names another.
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = ["release", "debug"]
  .map((build) => fileURLToPath(new URL(`../../target/${build}/kedja`, import.meta.url)))
  .filter((path) => existsSync(path));
export const shell = process.env.KEDJA_SHELL ?? built.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
