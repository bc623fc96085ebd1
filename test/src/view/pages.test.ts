import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { presets } from "../../../src/playbook/presets.ts";
import { homeView, type PortalCounts } from "../../../src/view/home.ts";
import type { CountView } from "../../../src/view/home-view.ts";
import { settingsView } from "../../../src/view/settings.ts";
import { day, now } from "../verdict/build-facts.ts";

describe("the settings page", () => {
  const portal = { playbook, mode: "observe", problems: [], approvals: [] } as const;
  const marketing = { side: "marketing", by: "71", at: now } as const;

  test("tells the playbook in a marketer's words", () => {
    const { sections } = settingsView(portal);
    const rowsOf = (id: string) => sections.find((each) => each.id === id)?.rows;

    expect(rowsOf("fit")?.[0]).toEqual({ label: "Needed for MQL", value: "50 points" });
    expect(rowsOf("intent")?.[1]).toEqual({
      label: "Demo request",
      value: "40 points, half of them after 30 days; 60 at most",
    });
    expect(rowsOf("offers")?.[0]).toEqual({
      label: "Scheduling demo",
      value:
        "decision; to Sales. First touch within 1 working hour, accepted or returned within 5 working days",
    });
    expect(rowsOf("handoff")?.[0]).toEqual({
      label: "Working hours",
      value: "Mon, Tue, Wed, Thu, Fri, 09:00 to 17:00, America/Chicago",
    });
  });

  test.each(Object.values(presets).map((each) => [each.name, each] as const))(
    "leaves nothing of %s without a word",
    (_, preset) => {
      const { sections } = settingsView({ ...portal, playbook: preset });

      for (const { rows } of sections)
        for (const { label, value } of rows) expect([label, value]).not.toContain("");
    },
  );

  test("shows each problem at its section, and lets nothing be published with one", () => {
    const problem = {
      path: "offers[3].clock",
      severity: "error",
      message: "No clock.",
      suggestion: null,
    } as const;

    const view = settingsView({ ...portal, problems: [problem] });

    const found = view.sections.filter(({ problems }) => problems.length > 0);
    expect(found.map(({ id }) => id)).toEqual(["offers"]);
    expect(view.blockedBecause).toBe("1 problem to solve first.");
  });

  test.each([
    ["nobody", [], "Waits for the approval of Marketing and Sales."],
    ["one side", [marketing], "Waits for the approval of Sales."],
    [
      "one person for both",
      [marketing, { ...marketing, side: "sales" }],
      "Marketing and sales must be different people.",
    ],
    ["both", [marketing, { side: "sales", by: "72", at: now }], null],
  ] as const)("approved by %s", (_, approvals, expected) => {
    expect(settingsView({ ...portal, approvals }).blockedBecause).toBe(expected);
  });
});

describe("the home page", () => {
  const counts: PortalCounts = {
    byStatus: { mql: 3, hold: 1, nurture: 40 },
    since: now - 7 * day,
    moves: [
      { from: "mql", to: "sql", count: 1 },
      { from: "nurture", to: "mql", count: 2 },
    ],
    mqlsByOffer: [
      { offerId: null, count: 1 },
      { offerId: "demo", count: 2 },
    ],
    mqlsBySource: [
      { source: "syndication", count: 1 },
      { source: null, count: 2 },
    ],
    mqlsByHandoff: { offered: 1, expired: 2 },
    overdue: [
      { contactId: "2", name: "Bo", route: "sales", step: 1, since: now - day },
      { contactId: "1", name: "Al", route: "syndication", step: 1, since: now - 2 * day },
    ],
    holdByField: { ehr: 1, organization_type: 5 },
  };

  test("keeps marketing's figures and sales' apart", () => {
    const { marketing, sales, contacts } = homeView(counts, playbook);
    const figures = (lines: readonly CountView[]) =>
      lines.map(({ label, count }) => [label, count]);

    expect(contacts).toBe(44);
    expect(marketing.headline).toBe("3 MQLs. 1 contact cannot be decided yet.");
    expect(figures(marketing.standing)).toEqual([
      ["Nurture", 40],
      ["On hold", 1],
      ["MQL", 3],
      ["Recycled", 0],
      ["Disqualified", 0],
    ]);
    expect(figures(marketing.mqlsByOffer)).toEqual([
      ["Demo", 2],
      ["No single offer", 1],
    ]);
    expect(figures(marketing.mqlsBySource)).toEqual([
      ["Source not known", 2],
      ["Syndication", 1],
    ]);
    expect(sales.headline).toBe("0 SQLs. 2 handoffs overdue.");
    expect(figures(sales.standing)).toEqual([
      ["SQL", 0],
      ["Customer", 0],
    ]);
    expect(figures(sales.handoffs)).toEqual([
      ["Offered, in time", 1],
      ["Overdue", 2],
      ["Accepted, being worked", 0],
    ]);
  });

  test("says who moved, what is overdue for longest, and what keeps contacts on hold", () => {
    const view = homeView(counts, playbook);

    expect(view.moves.lines.map(({ label, count }) => [label, count])).toEqual([
      ["Nurture → MQL", 2],
      ["MQL → SQL", 1],
    ]);
    expect(
      view.marketing.standing.map(({ id, entered, left }) => [id, entered, left]),
    ).toContainEqual(["mql", 2, 1]);
    expect(view.sales.overdue.map(({ name, queue }) => [name, queue])).toEqual([
      ["Al", "Syndicated leads"],
      ["Bo", "Sales"],
    ]);
    expect(view.holdByField.map(({ label }) => label)).toEqual(["Organization type", "EHR system"]);
  });

  test("of an empty portal is calm", () => {
    const none = { moves: [], mqlsByOffer: [], mqlsBySource: [], overdue: [], holdByField: {} };

    const view = homeView({ ...counts, ...none, byStatus: {}, mqlsByHandoff: {} }, playbook);

    expect([view.contacts, view.marketing.headline, view.sales.headline]).toEqual([
      0,
      "0 MQLs.",
      "0 SQLs. Nothing is overdue.",
    ]);
  });
});
