import { readConfig } from "../../server/config.ts";

const least = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" };

test("two values are enough to run against HubSpot with the embedded database and queue", () => {
  const config = readConfig(least);

  expect(config).toMatchObject({
    port: 3000,
    publicBaseUrl: "http://localhost:3000",
    apiBase: "https://api.hubapi.com",
    appBase: "https://app.hubspot.com",
    clientSecrets: ["secret"],
    role: "all",
    autoApproveFrom: null,
  });
});

test("a secret that is being rotated out still verifies", () => {
  const config = readConfig({ ...least, HUBSPOT_CLIENT_SECRET_PREVIOUS: "old" });

  expect(config.clientSecrets).toEqual(["secret", "old"]);
});

test.each([
  ["a missing client id", { HUBSPOT_CLIENT_SECRET: "s" }, /HUBSPOT_CLIENT_ID/],
  ["a port that is none", { ...least, PORT: "http" }, /PORT/],
  ["an address that is none", { ...least, PUBLIC_BASE_URL: "medqual" }, /PUBLIC_BASE_URL/],
  ["PostgreSQL without a sealing key", { ...least, DATABASE_URL: "postgres://x" }, /MEDQUAL_KEY/],
  ["a worker on the embedded database", { ...least, MEDQUAL_ROLE: "worker" }, /MEDQUAL_ROLE/],
])("%s is named", (_what, env, problem) => {
  expect(() => readConfig(env)).toThrow(problem);
});

test("every problem is told at once", () => {
  expect(() => readConfig({ PORT: "-1" })).toThrow(
    /PORT[^]*HUBSPOT_CLIENT_ID[^]*HUBSPOT_CLIENT_SECRET/,
  );
});
