import type { Browser } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { freePort } from "../support/freePort.ts";
import { type Program, ready, run } from "../support/processes.ts";
import { temporaryFolder } from "../support/stack.ts";

const folder = temporaryFolder();
let url: string;
let program: Program;
let browser: Browser;
beforeEach(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  const sandboxPort = await freePort();
  program = run("node", ["src/main.ts"], {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: folder.path,
  });
  await ready(program, `${url}/readyz`);
  await ready(program, `http://localhost:${sandboxPort}/_sandbox/health`);
  browser = await launchBrowser();
});
afterEach(async () => {
  await browser.close();
  await program.end("SIGKILL");
  folder.remove();
});

test("GraphiQL opens from this process alone, and its example tabs work as they are", async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const elsewhere: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${url}/`);
  expect(page.url()).toBe(`${url}/graphql`);

  const result = page.locator(".graphiql-response");
  // Like a hand that presses again when nothing happens: GraphiQL takes a moment to read the document of a tab that was opened.
  async function run(name: string, expected: string) {
    // By mouse, once: a click that GraphiQL loses leaves the tab before it open, and Run then does what that one says.
    await page.locator(".graphiql-tab-button", { hasText: new RegExp(`^${name}$`) }).click();
    await vi.waitFor(
      async () => {
        const execute = page.getByRole("button", { name: /^Execute query/ });
        if ((await execute.count()) > 0 && (await result.getByText(expected).count()) === 0)
          await execute.click();
        await result.getByText(expected).first().waitFor({ timeout: 3_000 });
      },
      { timeout: 40_000 },
    );
  }
  await run("PlaceCall", "QUEUED");
  await run("WatchCalls", "DISCONNECT");
  await run("Calls", "edges");
  await run("SendMessage", "segmentCount");

  expect(elsewhere).toEqual([]);
  expect(faults).toEqual([]);
});
