import { timeZone } from "../../../server/connect/time-zone.ts";
import { centralTime } from "../../../src/playbook/central-time.ts";

const now = Date.UTC(2026, 10, 25);

test("a zone's changes are found to the minute, as the playbook's own default has them", () => {
  const { offsets } = timeZone("America/Chicago", { now, fallbackMinutes: 0 });

  const changes = offsets.slice(1);
  expect(changes.length).toBeGreaterThan(18);
  expect(centralTime.offsets).toEqual(expect.arrayContaining(changes.slice(0, -2)));
});

test.each([
  ["Asia/Kolkata", [330]],
  ["UTC", [0]],
  ["Australia/Lord_Howe", [630, 660]],
  ["US/Eastern", [-300, -240]],
])("%s knows the offsets %j", (name, expected) => {
  const { offsets } = timeZone(name, { now, fallbackMinutes: 0 });

  const minutes = [...new Set(offsets.map((each) => each.minutes))];
  expect(minutes.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
});

test("a name nobody knows keeps the offset HubSpot told us", () => {
  expect(timeZone("Mars/Olympus", { now, fallbackMinutes: -90 })).toEqual({
    name: "Mars/Olympus",
    offsets: [{ from: 0, minutes: -90 }],
  });
});
