import { createContext, type SyntheticEvent, useContext, useLayoutEffect, useState } from "react";
import { type Drawn, handlerOf, testMark, textOf } from "./props.ts";
import { extensionEvent, useReactions } from "./surface.ts";

type FormField = { readonly value: unknown; readonly commit: () => void };

const FormContext = createContext<Map<string, FormField> | null>(null);

export function Form({ onSubmit, autoComplete, testId, children }: Drawn) {
  const [fields] = useState(() => new Map<string, FormField>());
  const reactions = useReactions();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form in an overlay of a button of this form is drawn elsewhere, yet its event bubbles here.
    if (event.target !== event.currentTarget) return;
    const entries = [...fields];
    for (const [, field] of entries) field.commit();
    const targetValue = Object.fromEntries(entries.map(([name, field]) => [name, field.value]));
    handlerOf(onSubmit)({ ...extensionEvent("submit"), targetValue }, reactions);
  };
  return (
    <FormContext.Provider value={fields}>
      <form
        noValidate
        autoComplete={textOf(autoComplete) || "off"}
        onSubmit={submit}
        {...testMark(testId)}
      >
        {children}
      </form>
    </FormContext.Provider>
  );
}

/** Makes a control's value part of what its form submits. */
export function useFormField(name: unknown, value: unknown, commit: () => void = () => {}): void {
  const fields = useContext(FormContext);
  const key = textOf(name);
  useLayoutEffect(() => {
    if (key !== "") fields?.set(key, { value, commit });
  });
  useLayoutEffect(() => () => void fields?.delete(key), [fields, key]);
}
