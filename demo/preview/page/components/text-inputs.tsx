import { controlProps, Field, isReadOnly } from "./Field.tsx";
import { useFormField } from "./form.tsx";
import { type Drawn, handlerOf, numberOf, testMark, textOf } from "./props.ts";
import { useTyped } from "./use-typed.ts";

export function Input(props: Drawn) {
  const text = useText(props);
  return (
    <Field of={props}>
      {(ids) => (
        <input
          {...controlProps(props, ids)}
          {...text.control}
          type={props["type"] === "password" ? "password" : "text"}
          onKeyDown={({ key }) => key === "Enter" && text.commit()}
        />
      )}
    </Field>
  );
}

export function TextArea(props: Drawn) {
  const text = useText(props);
  return (
    <Field of={props}>
      {(ids) => (
        <textarea
          {...controlProps(props, ids)}
          {...text.control}
          rows={numberOf(props["rows"]) ?? 3}
          maxLength={numberOf(props["maxLength"])}
        />
      )}
    </Field>
  );
}

export function SearchInput(props: Drawn) {
  const text = useText(props);
  return (
    <Field of={props}>
      {(ids) => (
        <input
          {...controlProps(props, ids)}
          {...text.control}
          type="search"
          onKeyDown={({ key }) => key === "Enter" && text.commit()}
        />
      )}
    </Field>
  );
}

function useText(props: Drawn) {
  const { value, defaultValue, name, onChange, onInput, onBlur, onFocus } = props;
  const { shown, type, commit } = useTyped({
    value: value === undefined || value === null ? undefined : textOf(value),
    first: textOf(defaultValue),
    onCommit: handlerOf(onChange),
  });
  useFormField(name, shown, commit);
  return {
    commit,
    control: {
      value: shown,
      placeholder: textOf(props["placeholder"]) || undefined,
      readOnly: isReadOnly(props),
      onChange: ({ target }: { readonly target: { readonly value: string } }) => {
        type(target.value);
        handlerOf(onInput)(target.value);
      },
      onFocus: () => handlerOf(onFocus)(shown),
      onBlur: () => {
        commit();
        handlerOf(onBlur)(shown);
      },
      ...testMark(props["testId"]),
    },
  } as const;
}
