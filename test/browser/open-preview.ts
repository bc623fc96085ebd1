import { startPreview } from "../../demo/preview/start-preview.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack } from "../scenario/stack.ts";
import { openBrowser } from "./open-browser.ts";

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
  const browser = await openBrowser();
  return {
    stack,
    url: preview.url,
    troubles: browser.troubles,
    newPage: browser.newPage,
    close: async () => {
      await browser.close();
      await preview.close();
      await stack.close();
    },
  };
}
