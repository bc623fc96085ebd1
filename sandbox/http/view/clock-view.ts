import type { Clock } from "../../clock/clock.ts";
import type { Limits } from "../../limits/limits.ts";
import { viewPage, viewRoot } from "./layout.ts";
import { facts, table, time } from "./parts.ts";

const minute = 60_000;
const steps = [
  ["1 minute", minute],
  ["1 hour", 60 * minute],
  ["1 day", 24 * 60 * minute],
  ["30 days", 30 * 24 * 60 * minute],
] as const;

export function clockPage(clock: Clock): string {
  const { now, speed, frozen } = clock.state();
  const options = steps.map(([name, ms]) => `<option value="${ms}">${name}</option>`);
  return viewPage(
    "Clock",
    "Clock",
    `${facts([
      ["It is", time(now)],
      ["Pace", frozen ? "frozen" : `${speed} × the machine's`],
    ])}
<p class="soft">Tokens, retries, search, limits and histories go by this clock. It never runs backwards.</p>
<form method="post" action="${viewRoot}/clock">
<label>Move on by <select name="advanceMs">${options.join("")}</select></label>
<button type="submit">Move</button>
</form>
<form method="post" action="${viewRoot}/clock">
<label>Pace <input name="speed" type="number" min="0.01" step="any" value="${speed}" required></label>
<button type="submit">Set</button>
</form>
<form method="post" action="${viewRoot}/clock">
<input type="hidden" name="frozen" value="${String(!frozen)}">
<button type="submit">${frozen ? "Let it run" : "Freeze"}</button>
</form>`,
  );
}

export function limitPage(limits: Limits): string {
  const rows = limits
    .state()
    .map(({ name, limit, left, windowMs }) => [
      name,
      windowMs === undefined ? "a day" : `${windowMs / 1_000} s`,
      String(limit),
      String(left),
    ]);
  const columns = [
    { name: "Counter" },
    { name: "Window" },
    { name: "Limit", isNumber: true },
    { name: "Left", isNumber: true },
  ];
  const main = table("HubSpot's limits, as far as anybody has drawn on them", columns, rows);
  return viewPage("Limits", "Limits", main);
}
