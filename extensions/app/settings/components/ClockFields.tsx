import { Flex, NumberInput, Select } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { useEditing, useProblem } from "../editing.tsx";
import { type Path, pathText } from "../path.ts";
import { settingsTexts } from "../texts.ts";

type Clock = Playbook["handoff"]["clock"];
type Duration = Clock["decision"];

/** How long sales has for the first touch, and for its decision. */
export function ClockFields({ clock, path }: { readonly clock: Clock; readonly path: Path }) {
  const texts = useTexts(settingsTexts).clock;
  return (
    <Flex direction="row" gap="small" wrap="wrap" align="end">
      <DurationField
        label={texts.firstTouch}
        duration={clock.firstTouch}
        path={[...path, "firstTouch"]}
      />
      <DurationField
        label={texts.decision}
        duration={clock.decision}
        path={[...path, "decision"]}
      />
    </Flex>
  );
}

type Props = { readonly label: string; readonly duration: Duration; readonly path: Path };

function DurationField({ label, duration, path }: Props) {
  const texts = useTexts(settingsTexts).clock;
  const { change } = useEditing();
  const count = duration.kind === "hours" ? duration.hours : duration.days;
  const set = (kind: Duration["kind"], next: number) =>
    change(path, kind === "hours" ? { kind, hours: next } : { kind, days: next });
  return (
    <>
      <NumberInput
        label={label}
        name={pathText(path)}
        value={count}
        min={0}
        onChange={(next) => {
          if (Number.isFinite(next)) set(duration.kind, next);
        }}
        {...useProblem(path)}
      />
      <Select
        label={texts.unit(label)}
        name={`${pathText(path)}.kind`}
        value={duration.kind}
        options={[
          { value: "hours", label: texts.hours },
          { value: "days", label: texts.days },
        ]}
        onChange={(kind) => set(kind === "hours" ? "hours" : "days", count)}
      />
    </>
  );
}
