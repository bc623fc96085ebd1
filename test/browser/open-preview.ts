import { chromium, type Page } from "playwright-core";
import { startPreview } from "../../demo/preview/start-preview.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack } from "../scenario/stack.ts";

const day = 86_400_000;

/** The demonstration's portal, decided, with the preview before it and a browser to look at it. */
export async function openPreview() {
  const stack = await startStack({ seed: demoPortal, approvedFrom: Date.now() - 30 * day });
  await stack.install();
  const { db } = stack.server.services;
  await eventually(
    () => db.selectFrom("backfills").select("step").executeTakeFirst(),
    (row) => row?.step === "done",
    120_000,
  );
  const preview = await startPreview({
    port: 0,
    publicBaseUrl: stack.publicBaseUrl,
    apiBase: stack.sandbox.url,
    token: "sandbox-admin",
    clientSecret: stack.credentials.clientSecret,
    appId: stack.credentials.appId,
  });
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const troubles: string[] = [];
  return {
    stack,
    url: preview.url,
    /** What any page complained about: errors, and failed requests. */
    troubles: troubles as readonly string[],
    newPage: async (viewport = { width: 1400, height: 1000 }): Promise<Page> => {
      const page = await browser.newPage({ viewport, locale: "en-US" });
      page.on("pageerror", (error) => troubles.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") troubles.push(message.text());
      });
      return page;
    },
    close: async () => {
      await browser.close();
      await preview.close();
      await stack.close();
    },
  };
}
