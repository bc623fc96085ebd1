import {
  Alert,
  BarChart,
  Button,
  EmptyState,
  ErrorState,
  Link,
  LoadingSpinner,
  ProgressBar,
  Select,
  StatisticsItem,
  Table,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { createRenderer } from "@hubspot/ui-extensions/testing";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import { Pages } from "../../extensions/app/pages/components/Pages.tsx";
import { day, now } from "../src/verdict/build-facts.ts";
import { aHomeAnswer } from "./home-answer.ts";
import { enter, json, origin, Page, serve as serveAll } from "./draw-card.tsx";

const texts = homeTexts.en;
const serve = (...answers: (() => Response)[]) => serveAll({ card: answers });

function draw() {
  const renderer = createRenderer("pages");
  const { context } = renderer.mocks;
  renderer.render(
    <Page>
      <Pages
        context={{
          ...context,
          portal: { id: 42, timezone: "UTC" },
          variables: { API_ORIGIN: origin },
        }}
      />
    </Page>,
  );
  return renderer;
}

test("says that it counts, then keeps marketing's figures and sales' apart", async () => {
  const asked = serve(
    json(
      aHomeAnswer({
        byStatus: { mql: 1200, sql: 4, hold: 1 },
        moves: [{ from: "nurture", to: "mql", count: 7 }],
        mqlsByHandoff: { expired: 2 },
      }),
    ),
  );

  const { find, findAll, findByTestId, waitFor } = draw();
  const waiting = find(LoadingSpinner).props.label;
  await waitFor(() => findByTestId(Text, "marketing"));

  expect(waiting).toBe(texts.loading);
  expect(asked.map(({ url }) => url)).toEqual([`${origin}/api/home?days=30`]);
  expect(findByTestId(Text, "marketing").text).toBe("1200 MQLs. 1 contact cannot be decided yet.");
  expect(findByTestId(Text, "sales").text).toBe("4 SQLs. 2 handoffs overdue.");
  const mql = findAll(StatisticsItem).find(({ props }) => props.label === "MQL");
  expect([mql?.props.number, mql?.find(Text).text]).toEqual(["1,200", "7 came, 0 left"]);
});

test("charts what MQLs answer and what keeps contacts on hold, the rest in one line", async () => {
  const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`field_${i}`, 20 - i]));
  serve(
    json(
      aHomeAnswer({
        byStatus: { mql: 2, hold: 20 },
        mqlsByOffer: [{ offerId: "demo", count: 2 }],
        holdByField: many,
      }),
    ),
  );

  const { findAll, waitFor, find } = draw();
  await waitFor(() => find(BarChart));

  const [offers, fields] = findAll(BarChart).map(({ props }) => props.data);
  expect(offers).toEqual([{ label: "Demo", count: 2 }]);
  expect(fields).toHaveLength(12);
  expect(fields).toContainEqual({ label: "3 others", count: 9 + 8 + 7 });
});

test("lists overdue handoffs, each a way to its contact, ten on a page", async () => {
  const overdue = Array.from({ length: 12 }, (_, i) => {
    const contactId = String(100 + i);
    return { contactId, name: `Lead ${i}`, route: "sales", step: 1, since: now - i * day } as const;
  });
  serve(json(aHomeAnswer({ byStatus: { mql: 300 }, mqlsByHandoff: { expired: 250 }, overdue })));

  const { find, findAll, waitFor, getRootNode } = draw();
  await waitFor(() => find(Table));

  expect(findAll(TableRow)).toHaveLength(1 + 10);
  expect(find(Link).props.href).toBe("https://app.hubspot.com/contacts/42/record/0-1/111");
  expect(find(Link).text).toBe("Lead 11");
  expect(getRootNode().toString()).toContain(texts.sales.listed("12", "250"));
});

test("a portal without contacts says what will come", async () => {
  serve(json(aHomeAnswer()));

  const { find, waitFor } = draw();
  await waitFor(() => find(EmptyState));

  expect(find(EmptyState).props.title).toBe(texts.empty.title);
});

test("while records are read for the first time, it says how far that is and asks again", async () => {
  const half = { step: "assess", listed: 200, decided: 50 } as const;
  serve(json(aHomeAnswer({}, { backfill: half })), json(aHomeAnswer({ byStatus: { mql: 1 } })));

  const { find, findByTestId, maybeFind, waitFor } = draw();
  await waitFor(() => find(ProgressBar));
  const { value, maxValue, valueDescription } = find(ProgressBar).props;
  await waitFor(() => findByTestId(Text, "marketing"), { timeoutInMs: 4000 });

  expect([value, maxValue, valueDescription]).toEqual([50, 200, "50 of 200 records decided"]);
  expect(maybeFind(ProgressBar)).toBeNull();
});

test("a server that is away is said, and asked again at a press", async () => {
  serve(json({ title: "The database is away." }, 404), json(aHomeAnswer({ byStatus: { mql: 1 } })));

  const { find, findByTestId, waitFor, getRootNode } = draw();
  await waitFor(() => find(ErrorState));
  expect(getRootNode().toString()).toContain("The database is away.");
  find(Button).trigger("onClick");

  await waitFor(() => findByTestId(Text, "marketing"));
});

test("what keeps Medqual from working, and that it only observes, is said at the top", async () => {
  const problem = { what: "HubSpot refuses to show deals.", cure: "Install the app again." };
  serve(json(aHomeAnswer({ byStatus: { mql: 1 } }, { mode: "observe", problems: [problem] })));

  const { find, findAll, waitFor } = draw();
  await waitFor(() => find(Alert));

  const [first, second] = findAll(Alert);
  expect([first?.props.variant, first?.find(Text).text]).toEqual([
    "danger",
    `${problem.what} ${problem.cure}`,
  ]);
  expect(second?.props.title).toMatch(/^Observe mode/);
});

test("another period asks for its moves", async () => {
  const asked = serve(json(aHomeAnswer({ byStatus: { mql: 1 } })));

  const { find, findByTestId, waitFor } = draw();
  await waitFor(() => findByTestId(Text, "marketing"));
  enter(find(Select), 90);
  await waitFor(() => expect(asked).toHaveLength(2));

  expect(asked[1]?.url).toBe(`${origin}/api/home?days=90`);
});
