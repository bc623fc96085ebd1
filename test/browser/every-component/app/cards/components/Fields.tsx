import {
  Button,
  Checkbox,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  Input,
  MultiSelect,
  NumberInput,
  RadioButton,
  SearchInput,
  Select,
  StepperInput,
  Text,
  TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
} from "@hubspot/ui-extensions";
import { useState } from "react";

const options = [
  { label: "Clinic", value: "clinic" },
  { label: "Hospital", value: "hospital" },
];

/** A form of all fields; what it heard is written below it. */
export function Fields() {
  const [threshold, setThreshold] = useState(60);
  const [heard, setHeard] = useState("nothing yet");
  const [submitted, setSubmitted] = useState("");
  return (
    <Form onSubmit={(event) => setSubmitted(JSON.stringify(event.targetValue))}>
      <Flex direction="column" gap="small">
        <Input
          label="Name"
          name="name"
          required
          onChange={(value) => setHeard(`name ${value}`)}
          onInput={(value) => setHeard(`typing ${value}`)}
          validationMessage="At least three letters."
          error
        />
        <TextArea label="Notes" name="notes" defaultValue="none" />
        <NumberInput
          label="Threshold"
          name="threshold"
          min={0}
          max={100}
          value={threshold}
          onChange={(value) => {
            setThreshold(value);
            setHeard(`threshold ${value}`);
          }}
        />
        <StepperInput label="Roles" name="roles" min={1} max={3} defaultValue={2} />
        <CurrencyInput label="Budget" name="budget" currency="EUR" />
        <Select label="Kind" name="kind" options={options} />
        <MultiSelect label="Kinds" name="kinds" options={options} />
        <DateInput label="Day" name="day" />
        <TimeInput label="Hour" name="hour" />
        <SearchInput label="Search" name="search" />
        <Checkbox name="sure">I am sure</Checkbox>
        <RadioButton name="one">Only this</RadioButton>
        <Toggle label="Observe" name="observe" />
        <ToggleGroup label="Channels" name="channels" toggleType="checkboxList" options={options} />
        <ToggleGroup label="Rule" name="rule" toggleType="radioButtonList" options={options} />
        <Button type="submit" variant="primary">
          Save
        </Button>
        <Text testId="heard">{heard}</Text>
        <Text testId="submitted">{submitted}</Text>
      </Flex>
    </Form>
  );
}
