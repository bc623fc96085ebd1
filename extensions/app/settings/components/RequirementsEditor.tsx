import { Button, Flex, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { useEditing } from "../editing.tsx";
import { freeId } from "../free-id.ts";
import type { Path } from "../path.ts";
import { settingsTexts } from "../texts.ts";
import { ChoicesField, NumberField, TextField } from "./fields.tsx";

type Requirement = Playbook["committee"]["templates"][number]["atSql"][number];
type Props = {
  readonly title: string;
  readonly path: Path;
  readonly requirements: readonly Requirement[];
};

/** Whom a template asks for, in the order in which they are approached. */
export function RequirementsEditor({ title, path, requirements }: Props) {
  const texts = useTexts(settingsTexts).committee;
  const { change, choices } = useEditing();
  const add = () => {
    const id = freeId(requirements, "role");
    const fresh: Requirement = { id, label: texts.fresh, roles: [], people: 1, weight: 1 };
    change(path, [...requirements, fresh]);
  };
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: "demibold" }}>{title}</Text>
      {requirements.map((requirement, i) => (
        <Flex key={requirement.id} direction="row" gap="small" wrap="wrap" align="end">
          <TextField label={texts.label} path={[...path, i, "label"]} value={requirement.label} />
          <ChoicesField
            label={texts.roles}
            path={[...path, i, "roles"]}
            value={requirement.roles}
            choices={choices.roles}
          />
          <NumberField
            label={texts.people}
            path={[...path, i, "people"]}
            value={requirement.people}
            min={1}
          />
          <NumberField
            label={texts.weight}
            path={[...path, i, "weight"]}
            value={requirement.weight}
          />
          <Button
            size="xs"
            variant="destructive"
            onClick={() =>
              change(
                path,
                requirements.filter(({ id }) => id !== requirement.id),
              )
            }
          >
            {texts.remove}
          </Button>
        </Flex>
      ))}
      <Flex>
        <Button size="xs" onClick={add}>
          {texts.add}
        </Button>
      </Flex>
    </Flex>
  );
}
