import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject } from "../../sandbox/project/read-project.ts";
import { substitute } from "../../sandbox/project/variables.ts";

const credentials = { appId: 7, clientId: "id", clientSecret: "secret" };
const variables = { ORIGIN: "https://app.example", CONCURRENCY: 8 };
const appFile = {
  uid: "app",
  type: "app",
  config: {
    name: "Trial",
    distribution: "marketplace",
    auth: {
      type: "oauth",
      redirectUrls: ["${ORIGIN}/oauth/callback"],
      requiredScopes: ["oauth"],
      optionalScopes: [],
      conditionallyRequiredScopes: ["automation"],
    },
  },
};
const webhooksFile = {
  uid: "webhooks",
  type: "webhooks",
  config: {
    settings: { targetUrl: "${ORIGIN}/webhooks", maxConcurrentRequests: "${CONCURRENCY}" },
    subscriptions: {
      crmObjects: [
        { subscriptionType: "object.creation", objectType: "contact", active: true },
        { subscriptionType: "object.creation", objectType: "company", active: false },
      ],
      legacyCrmObjects: [
        { subscriptionType: "deal.propertyChange", propertyName: "amount", active: true },
      ],
      hubEvents: [{ subscriptionType: "contact.privacyDeletion", active: true }],
    },
  },
};
let folder: string;

function write(path: string, content: unknown): void {
  writeFileSync(join(folder, path), JSON.stringify(content));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "project-"));
  mkdirSync(join(folder, "extensions/app/webhooks"), { recursive: true });
  write("hsproject.json", { name: "trial", srcDir: "extensions", platformVersion: "2026.09" });
  write("extensions/app/app-hsmeta.json", appFile);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a project folder is an app with its scopes, addresses and subscriptions", () => {
  write("extensions/app/webhooks/webhooks-hsmeta.json", webhooksFile);

  const app = readProject(folder, { variables, credentials });

  expect(app).toEqual({
    ...credentials,
    name: "Trial",
    redirectUrls: ["https://app.example/oauth/callback"],
    requiredScopes: ["oauth", "automation"],
    optionalScopes: [],
    webhooks: {
      targetUrl: "https://app.example/webhooks",
      maxConcurrentRequests: 8,
      subscriptions: [
        { id: 7_000_001, format: "object", objectType: "0-1", event: { kind: "creation" } },
        {
          id: 7_000_003,
          format: "legacy",
          objectType: "0-3",
          event: { kind: "propertyChange", propertyName: "amount" },
        },
        { id: 7_000_004, format: "legacy", objectType: "0-1", event: { kind: "privacyDeletion" } },
      ],
    },
    workflowActions: [],
  });
});

test("an app without a webhooks file has no subscriptions", () => {
  expect(readProject(folder, { variables, credentials }).webhooks).toBeUndefined();
});

test.each([
  ["a concurrency HubSpot refuses", { maxConcurrentRequests: 5 }, [], /maxConcurrentRequests/],
  [
    "a property without a name",
    {},
    [{ subscriptionType: "object.propertyChange", objectType: "contact", active: true }],
    /no object\.propertyChange of no property/,
  ],
  [
    "a property nobody can subscribe to",
    {},
    [
      {
        subscriptionType: "object.propertyChange",
        objectType: "company",
        propertyName: "hs_lastmodifieddate",
        active: true,
      },
    ],
    /no object\.propertyChange of hs_lastmodifieddate/,
  ],
  [
    "an event HubSpot does not have",
    {},
    [{ subscriptionType: "object.explosion", objectType: "contact", active: true }],
    /subscriptionType/,
  ],
])("a webhooks file with %s is refused", (_, settings, crmObjects, why) => {
  const { config } = webhooksFile;
  write("extensions/app/webhooks/webhooks-hsmeta.json", {
    ...webhooksFile,
    config: { settings: { ...config.settings, ...settings }, subscriptions: { crmObjects } },
  });

  expect(() => readProject(folder, { variables, credentials })).toThrow(why);
});

test("a variable without a value is an error that names it", () => {
  expect(() => readProject(folder, { variables: {}, credentials })).toThrow("${ORIGIN}");
});

test("a folder that is no project is an error that names the missing file", () => {
  rmSync(join(folder, "hsproject.json"));

  expect(() => readProject(folder, { variables, credentials })).toThrow(
    /hsproject\.json is missing/,
  );
});

test.each([
  ["${N}", 3],
  ["n=${N}", "n=3"],
  [{ list: ["${YES}", 1, null] }, { list: [true, 1, null] }],
])("in %j variables are replaced, alone with their type", (value, expected) => {
  expect(substitute(value, { N: 3, YES: true })).toEqual(expected);
});
