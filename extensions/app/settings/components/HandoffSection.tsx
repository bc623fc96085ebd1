import { Flex, Heading, Input, MultiSelect, Text, TimeInput } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { type SectionProps, useEditing, useProblem } from "../editing.tsx";
import { pathText } from "../path.ts";
import { settingsTexts } from "../texts.ts";
import { ClockFields } from "./ClockFields.tsx";
import { LinesField, NumberField, TextField } from "./fields.tsx";
import { ProjectionFields } from "./ProjectionFields.tsx";

type Route = keyof Playbook["handoff"]["queues"];
const routes: readonly Route[] = ["sales", "nurture", "syndication"];

/** Who gets which lead, how fast they have to be, and when they work. */
export function HandoffSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts).handoff;
  const { handoff } = useEditing().playbook;
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.what}</Text>
      <Heading>{texts.clock}</Heading>
      <ClockFields clock={handoff.clock} path={["handoff", "clock"]} />
      <Heading>{texts.syndication}</Heading>
      <ClockFields clock={handoff.syndicationClock} path={["handoff", "syndicationClock"]} />
      <NumberField
        label={texts.coolDown}
        path={["handoff", "coolDownDays"]}
        value={handoff.coolDownDays}
      />
      <Heading>{texts.hours}</Heading>
      <Hours />
      <Heading>{texts.queues}</Heading>
      {routes.map((route) => (
        <Queue key={route} route={route} />
      ))}
      <Heading>{texts.projection}</Heading>
      <ProjectionFields />
      {panel}
    </Flex>
  );
}

function Hours() {
  const texts = useTexts(settingsTexts).handoff;
  const { calendar } = useEditing().playbook.handoff;
  const { change } = useEditing();
  return (
    <>
      <Text>{texts.zone(calendar.zone.name)}</Text>
      <Flex direction="row" gap="small" wrap="wrap" align="end">
        <DayField />
        {(["startMinute", "endMinute"] as const).map((key) => (
          <TimeInput
            key={key}
            label={texts[key]}
            name={`handoff.calendar.${key}`}
            value={{ hours: Math.floor(calendar[key] / 60), minutes: calendar[key] % 60 }}
            interval={30}
            onChange={({ hours, minutes }) =>
              change(["handoff", "calendar", key], hours * 60 + minutes)
            }
          />
        ))}
      </Flex>
      <HoursProblem />
      <LinesField
        label={texts.holidays}
        path={["handoff", "calendar", "holidays"]}
        value={calendar.holidays}
        placeholder="YYYY-MM-DD"
      />
    </>
  );
}

function HoursProblem() {
  const { validationMessage } = useProblem(["handoff", "calendar"], false);
  return validationMessage === undefined ? null : <Text>{validationMessage}</Text>;
}

function DayField() {
  const texts = useTexts(settingsTexts).handoff;
  const { playbook, change } = useEditing();
  const path = ["handoff", "calendar", "workdays"] as const;
  return (
    <MultiSelect
      label={texts.workdays}
      name={pathText(path)}
      value={[...playbook.handoff.calendar.workdays]}
      options={texts.days.map((label, value) => ({ value, label }))}
      onChange={(days) =>
        change(
          path,
          days.map(Number).toSorted((a, b) => a - b),
        )
      }
      {...useProblem(path)}
    />
  );
}

/** A lead that nobody owns goes to the queue's owner. */
function Queue({ route }: { readonly route: Route }) {
  const texts = useTexts(settingsTexts).handoff;
  const { playbook, change } = useEditing();
  const queue = playbook.handoff.queues[route];
  const path = ["handoff", "queues", route] as const;
  const owner = [...path, "fallbackOwnerId"];
  return (
    <Flex direction="row" gap="small" wrap="wrap" align="end">
      <TextField label={texts.queue[route]} path={[...path, "label"]} value={queue.label} />
      <Input
        label={texts.owner(queue.label)}
        name={pathText(owner)}
        value={queue.fallbackOwnerId ?? ""}
        onChange={(next) => change(owner, next.trim() === "" ? null : next.trim())}
        {...useProblem(owner)}
      />
    </Flex>
  );
}
