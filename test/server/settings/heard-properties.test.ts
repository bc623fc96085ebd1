import { readFileSync } from "node:fs";
import { heardProperties } from "../../../server/settings/heard-properties.ts";

type Subscription = { readonly objectType: string; readonly propertyName?: string };

test("the properties we say we are told of are those that the app subscribes to", () => {
  const file = "extensions/app/webhooks/webhooks-hsmeta.json";
  const { config } = JSON.parse(readFileSync(file, "utf8")) as {
    config: { subscriptions: { crmObjects: readonly Subscription[] } };
  };

  const subscribed = config.subscriptions.crmObjects.flatMap(({ objectType, propertyName }) =>
    propertyName !== undefined && objectType !== "deal" ? [`${objectType}.${propertyName}`] : [],
  );

  expect([...heardProperties].toSorted()).toEqual([...new Set(subscribed)].toSorted());
});
