import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { allScopes, anApp, portalId, start, testClock } from "./sandbox-under-test.ts";

const clock = testClock();
const app = anApp();
const link = {
  client_id: app.clientId,
  redirect_uri: "http://localhost:3000/oauth/callback",
  scope: allScopes.join(" "),
};
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

test("the consent page names the app, the account and the scopes", async () => {
  const page = await fetch(
    `${sandbox.url}/oauth/${portalId}/authorize?${String(new URLSearchParams(link))}`,
  );

  const html = await page.text();

  expect(page.status).toBe(200);
  expect(html).toContain("<h1>Connect Trial app to Northwind Care (4711)</h1>");
  expect(html).toContain("crm.objects.contacts.write");
  expect(html).toContain("Connect app</button>");
});

test("text of an install link can't become markup of the page", async () => {
  const query = new URLSearchParams({ ...link, state: '"><script>x</script>' });

  const page = await fetch(`${sandbox.url}/oauth/authorize?${String(query)}`);

  expect(await page.text()).not.toContain("<script>");
});

test("connecting redirects with a code and the state, cancelling with an error", async () => {
  const post = (decision: string) =>
    fetch(`${sandbox.url}/oauth/authorize`, {
      method: "POST",
      body: new URLSearchParams({ ...link, state: "abc", decision }),
      redirect: "manual",
    });

  const yes = await post("connect");
  const no = await post("cancel");

  expect(yes.status).toBe(302);
  expect(yes.headers.get("location")).toMatch(
    /^http:\/\/localhost:3000\/oauth\/callback\?code=[\w-]+&state=abc$/,
  );
  expect(no.headers.get("location")).toContain("?error=access_denied&error_description=");
});
