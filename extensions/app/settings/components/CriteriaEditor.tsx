import { Accordion, Button, Flex, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { useEditing, useProblem } from "../editing.tsx";
import { freeId } from "../free-id.ts";
import { setIn } from "../path.ts";
import { testedOf } from "../subjects.ts";
import { settingsTexts } from "../texts.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { NumberField, TextField } from "./fields.tsx";

type Criterion = Playbook["fit"]["criteria"][number];
type Props = { readonly dimension: "fit" | "intent" };

/** The criteria of one dimension, each with its points; what the editor can't show stays as it is. */
export function CriteriaEditor({ dimension }: Props) {
  const texts = useTexts(settingsTexts).criteria;
  const { playbook, change } = useEditing();
  const { criteria } = playbook[dimension];
  const path = [dimension, "criteria"] as const;
  const add = () => {
    const id = freeId(criteria, "criterion");
    const condition = { operator: "IN", values: [] };
    const fresh = { id, label: texts.fresh, fact: "organizationType", condition, points: 5 };
    change(path, [...criteria, fresh]);
  };
  const remove = (id: string) => {
    const rest = criteria.filter((each) => each.id !== id);
    change(path, rest);
    change(["properties"], testedOf(playbook.properties, setIn(playbook, path, rest)));
  };
  return (
    <Flex direction="column" gap="small">
      {criteria.map((criterion, i) => (
        <OneCriterion
          key={criterion.id}
          criterion={criterion}
          dimension={dimension}
          position={i}
          onRemove={() => remove(criterion.id)}
        />
      ))}
      <Flex>
        <Button size="sm" onClick={add}>
          {texts.add}
        </Button>
      </Flex>
    </Flex>
  );
}

type OneProps = {
  readonly criterion: Criterion;
  readonly dimension: "fit" | "intent";
  readonly position: number;
  readonly onRemove: () => void;
};

function OneCriterion({ criterion, dimension, position, onRemove }: OneProps) {
  const texts = useTexts(settingsTexts).criteria;
  const format = useFormat();
  const { draft } = useEditing();
  const path = [dimension, "criteria", position] as const;
  const { validationMessage, description } = useProblem(path);
  const problem = validationMessage ?? description;
  const late = draft.lateness.find(
    (each) => each.criterionId === criterion.id && each.dimension === dimension,
  );
  const mark = problem === undefined ? "" : ` · ${texts.problem}`;
  return (
    <Accordion
      size="sm"
      title={`${criterion.label} · ${texts.points(format.points(criterion.points))}${mark}`}
    >
      <Flex direction="column" gap="small">
        {problem === undefined ? null : <Text>{problem}</Text>}
        <Flex direction="row" gap="small" wrap="wrap">
          <TextField label={texts.label} path={[...path, "label"]} value={criterion.label} />
          <NumberField
            label={texts.pointsLabel}
            path={[...path, "points"]}
            value={criterion.points}
            min={-100}
          />
        </Flex>
        {"fact" in criterion ? (
          <ConditionEditor test={criterion} path={path} />
        ) : (
          <Text>{texts.group}</Text>
        )}
        {late === undefined ? null : <Text variant="microcopy">{late.sentence}</Text>}
        <Flex>
          <Button size="xs" variant="destructive" onClick={onRemove}>
            {texts.remove}
          </Button>
        </Flex>
      </Flex>
    </Accordion>
  );
}
