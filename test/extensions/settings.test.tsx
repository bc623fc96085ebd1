import { Button, LoadingButton, NumberInput, StatusTag, Tabs } from "@hubspot/ui-extensions";
import { createRenderer } from "@hubspot/ui-extensions/testing";
import { Settings } from "../../extensions/app/settings/components/Settings.tsx";
import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import { eventually } from "../build/eventually.ts";
import { settingsAnswer, whatIf } from "./settings-answer.ts";

const origin = "https://app.example";
const stricter = { ...hybridPlaybook, fit: { ...hybridPlaybook.fit, minimum: 60 } };

type Asked = { readonly method: string; readonly path: string; readonly body: unknown };
type Answers = Readonly<Record<string, () => Response>>;

/** Answers by path; what is not named there has nothing to tell. `hubspot.fetch` calls `self.hsFetch`. */
function serve(answers: Answers): readonly Asked[] {
  const asked: Asked[] = [];
  const others: Answers = {
    "GET /properties": json({ readAt: 0, contact: [], company: [] }),
    "GET /versions": json({ versions: [] }),
    "POST /what-ifs": json(whatIf),
  };
  const hsFetch = async (url: string, init: { method: string; body?: unknown }) => {
    const path = url.slice(`${origin}/api/settings`.length);
    asked.push({ method: init.method, path, body: init.body });
    const answer = { ...others, ...answers }[`${init.method} ${path}`];
    return answer?.() ?? Response.json({ title: `Nothing at ${path}` }, { status: 404 });
  };
  Object.assign(globalThis, { self: globalThis, hsFetch });
  return asked;
}

function json(body: unknown, status = 200) {
  return () => Response.json(body, { status });
}

function draw() {
  const renderer = createRenderer("settings");
  const { context } = renderer.mocks;
  renderer.render(<Settings context={{ ...context, variables: { API_ORIGIN: origin } }} />);
  const text = () => renderer.getRootNode().toString();
  return {
    ...renderer,
    text,
    see: (words: string) =>
      eventually(
        async () => text(),
        (shown) => shown.includes(words),
        4000,
      ),
    /** What was drawn last is in use: its effects have run. */
    hasAsked: (asked: readonly Asked[], path: string) =>
      eventually(
        async () => asked.map((each) => each.path),
        (paths) => paths.includes(path),
        4000,
      ),
    press: (name: string) => {
      const buttons = [...renderer.findAll(LoadingButton), ...renderer.findAll(Button)];
      const button = buttons.find((each) => each.text === name);
      if (!button) throw new Error(`No button ${name}`);
      button.trigger("onClick");
    },
    open: (tab: string) => renderer.find(Tabs).trigger("onSelectedChange", tab as never),
  };
}

test("shows what is in force, and begins a draft of it", async () => {
  const asked = serve({
    "GET ": json(settingsAnswer()),
    "POST /draft": json(settingsAnswer(stricter)),
  });
  const page = draw();
  await page.see("Playbook Hybrid, version 1");
  await page.hasAsked(asked, "/versions");

  page.press("Change the playbook");
  await page.see("last changed by mara@vendor.example");

  expect(asked.find(({ path }) => path === "/draft")?.body).toEqual({
    from: { kind: "in_force" },
    revision: 0,
    key: expect.any(String),
  });
});

test("what is typed is saved with the revision it was typed on, and counted", async () => {
  const asked = serve({
    "GET ": json(settingsAnswer(hybridPlaybook)),
    "POST /draft/document": json(settingsAnswer(stricter)),
  });
  const page = draw();
  await page.see("Saved");
  page.open("fit");

  await page.waitFor(() => page.find(NumberInput, { name: "fit.minimum" }));
  page.find(NumberInput, { name: "fit.minimum" }).trigger("onChange", 60 as never);
  await page.see("Fit: minimum 60 instead of 50.");

  expect(asked.find(({ path }) => path === "/draft/document")?.body).toEqual({
    revision: 3,
    document: stricter,
  });
  await page.see("Dana Whitfield");
  expect(page.text()).toContain("MQL → Nurture: 1");
});

test("a problem stands at its field", async () => {
  const wrong = { ...hybridPlaybook, fit: { ...hybridPlaybook.fit, minimum: 0 } };
  serve({ "GET ": json(settingsAnswer(wrong)) });
  const page = draw();
  await page.see("Saved");
  page.open("fit");

  await page.waitFor(() => page.find(NumberInput, { name: "fit.minimum" }));

  const { props } = page.find(NumberInput, { name: "fit.minimum" });
  expect([props.error, props.validationMessage]).toEqual([
    true,
    "A minimum of 0 lets intent alone make an MQL. Set it to at least 1: fit and intent never stand in for each other.",
  ]);
});

test("who was overtaken is told by whom, and goes on from there", async () => {
  const title = "ben@vendor.example changed the draft at 2026-03-02 15:01 UTC.";
  serve({
    "GET ": json(settingsAnswer(hybridPlaybook)),
    "POST /draft/document": json({ title, type: "urn:medqual:conflict" }, 409),
  });
  const page = draw();
  await page.see("Saved");
  page.open("fit");
  await page.waitFor(() => page.find(NumberInput, { name: "fit.minimum" }));
  page.find(NumberInput, { name: "fit.minimum" }).trigger("onChange", 60 as never);
  await page.see(title);

  page.press("Load the draft again");

  await page.see("Saved");
  expect(page.find(NumberInput, { name: "fit.minimum" }).props.value).toBe(50);
});

test("an approval is for the revision that is shown", async () => {
  const asked = serve({
    "GET ": json(settingsAnswer(stricter)),
    "POST /approvals": json({ kind: "waiting" }),
  });
  const page = draw();
  await page.see("Marketing has not approved");
  await page.hasAsked(asked, "/versions");

  page.press("Approve for marketing");
  await page.hasAsked(asked, "/approvals");

  expect(asked.find(({ path }) => path === "/approvals")?.body).toEqual({
    side: "marketing",
    of: { kind: "draft", revision: 3 },
    key: expect.any(String),
  });
});

test("who may not edit reads what is in force, and is offered nothing else", async () => {
  const may = {
    edit: false,
    approve: { marketing: false, sales: false },
    publish: false,
    pause: false,
    disconnect: false,
    fix: false,
  };
  serve({ "GET ": json(settingsAnswer(stricter, { may })) });
  const page = draw();
  await page.see("Draft");
  page.open("fit");

  await page.see("Needed for MQL");

  expect(page.findAll(NumberInput)).toEqual([]);
  expect(page.findAll(LoadingButton).map(({ text, props }) => [text, props.disabled])).toEqual([
    ["Publish", true],
  ]);
  expect(page.find(StatusTag, { testId: "mode" }).text).toBe("Active");
});
