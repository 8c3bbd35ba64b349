import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// As Node resolves it: graphql 16 has a second copy of itself for bundlers, and two copies do not know each other's errors.
const resolve = {
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }],
};

// Two projects so that the fast tests answer first; `npm test` runs both.
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "fast",
          include: ["test/**/*.test.ts", "sandbox/test/**/*.test.ts"],
          exclude: ["**/*.slow.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: "slow",
          include: ["test/**/*.slow.test.ts", "sandbox/test/**/*.slow.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
