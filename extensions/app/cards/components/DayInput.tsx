import { DateInput } from "@hubspot/ui-extensions";
import { type CivilDay, dayOf } from "@medqual/ui/civil-day.ts";
import { useNow } from "@medqual/ui/use-now.ts";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly value: CivilDay | null;
  readonly onChange: (day: CivilDay) => void;
};

/** A day from today on. */
export function DayInput({ name, label, description, value, onChange }: Props) {
  const today = dayOf(useNow(60_000));
  return (
    <DateInput
      name={name}
      label={label}
      min={today}
      timezone="userTz"
      onChange={(day) => onChange(day)}
      {...(description === undefined ? {} : { description })}
      {...(value === null ? {} : { value })}
    />
  );
}
