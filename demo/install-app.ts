import { giveConsent, redirectOf, textOf } from "./give-consent.ts";

/**
 * What an admin does in a browser: follows the install link, presses "Connect app" on HubSpot's
 * consent page, and is sent back to the app, which says that it is connected.
 */
export async function installApp(installUrl: string): Promise<void> {
  const begun = await fetch(installUrl, { redirect: "manual" });
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const callback = await giveConsent(redirectOf(begun, installUrl));
  const answer = await fetch(callback, { headers: { cookie } });
  if (!answer.ok)
    throw new Error(
      `The app could not be connected (${answer.status}): ${textOf(await answer.text())}`,
    );
}
