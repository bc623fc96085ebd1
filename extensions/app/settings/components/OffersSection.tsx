import { Accordion, Button, Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { type SectionProps, useEditing, useProblem } from "../editing.tsx";
import { freeId } from "../free-id.ts";
import { settingsTexts } from "../texts.ts";
import { ClockFields } from "./ClockFields.tsx";
import { ChoiceField, ChoicesField, LinesField, TextField, ToggleField } from "./fields.tsx";
import { SourcesEditor } from "./SourcesEditor.tsx";
import { WordsField } from "./WordsField.tsx";

type Offer = Playbook["offers"][number];

/** What people ask for and respond to, and which forms and campaigns are which offer. */
export function OffersSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts).offers;
  const { playbook, change } = useEditing();
  const { offers } = playbook;
  const add = () => {
    const fresh: Offer = {
      id: freeId(offers, "offer"),
      label: texts.fresh,
      stage: "awareness",
      signal: "guide_download",
      forms: [],
      match: [],
      solution: null,
      own: true,
      route: "nurture",
      clock: playbook.handoff.clock,
      worth: null,
      extras: [],
      topic: null,
    };
    change(["offers"], [...offers, fresh]);
  };
  return (
    <Flex direction="column" gap="small">
      <Text>{texts.what}</Text>
      {offers.map((offer, i) => (
        <OneOffer
          key={offer.id}
          offer={offer}
          position={i}
          onRemove={() =>
            change(
              ["offers"],
              offers.filter(({ id }) => id !== offer.id),
            )
          }
        />
      ))}
      <Flex>
        <Button size="sm" onClick={add}>
          {texts.add}
        </Button>
      </Flex>
      <Heading>{texts.sources}</Heading>
      <SourcesEditor />
      {panel}
    </Flex>
  );
}

type OneProps = {
  readonly offer: Offer;
  readonly position: number;
  readonly onRemove: () => void;
};

function OneOffer({ offer, position, onRemove }: OneProps) {
  const all = useTexts(settingsTexts);
  const texts = all.offers;
  const { choices, playbook } = useEditing();
  const path = ["offers", position] as const;
  const { validationMessage, description } = useProblem(path);
  const problem = validationMessage ?? description;
  const { queues } = playbook.handoff;
  const routes = Object.entries(queues).map(([value, { label }]) => ({ value, label }));
  const stage = choices.stages.find(({ value }) => value === offer.stage)?.label ?? offer.stage;
  const mark = problem === undefined ? "" : ` · ${all.criteria.problem}`;
  return (
    <Accordion size="sm" title={`${offer.label} · ${stage}${mark}`}>
      <Flex direction="column" gap="small">
        {problem === undefined ? null : <Text>{problem}</Text>}
        <Flex direction="row" gap="small" wrap="wrap" align="end">
          <TextField label={texts.label} path={[...path, "label"]} value={offer.label} />
          <ChoiceField
            label={texts.stage}
            path={[...path, "stage"]}
            value={offer.stage}
            choices={choices.stages}
          />
          <ChoiceField
            label={texts.signal}
            path={[...path, "signal"]}
            value={offer.signal}
            choices={choices.signals}
          />
          <ChoiceField
            label={texts.route}
            path={[...path, "route"]}
            value={offer.route}
            choices={routes}
          />
        </Flex>
        <LinesField label={texts.forms} path={[...path, "forms"]} value={offer.forms} />
        <WordsField label={texts.match} path={[...path, "match"]} value={offer.match} />
        <ClockFields clock={offer.clock} path={[...path, "clock"]} />
        <Flex direction="row" gap="small" wrap="wrap" align="end">
          <ChoiceField
            label={texts.solution}
            path={[...path, "solution"]}
            value={offer.solution}
            choices={choices.solutions}
            none={texts.anySolution}
          />
          <ChoiceField
            label={texts.topic}
            path={[...path, "topic"]}
            value={offer.topic}
            choices={choices.facts.find(({ value }) => value === "serviceInterest")?.values ?? []}
            none={texts.noTopic}
          />
          <ChoicesField
            label={texts.extras}
            path={[...path, "extras"]}
            value={offer.extras}
            choices={choices.checklist}
          />
        </Flex>
        <ToggleField label={texts.own} path={[...path, "own"]} value={offer.own} />
        <Flex>
          <Button size="xs" variant="destructive" onClick={onRemove}>
            {texts.remove}
          </Button>
        </Flex>
      </Flex>
    </Accordion>
  );
}
