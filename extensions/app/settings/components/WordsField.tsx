import { TextArea } from "@hubspot/ui-extensions";
import { useEditing, useProblem } from "../editing.tsx";
import { type Path, pathText } from "../path.ts";
import { linesOf } from "./fields.tsx";

type Props = {
  readonly label: string;
  readonly path: Path;
  readonly value: readonly (readonly string[])[];
};

/** Lists of words, one list a line: all words of a line must occur. */
export function WordsField({ label, path, value }: Props) {
  const { change } = useEditing();
  return (
    <TextArea
      label={label}
      name={pathText(path)}
      value={value.map((words) => words.join(" ")).join("\n")}
      rows={Math.min(6, Math.max(2, value.length + 1))}
      onChange={(text) =>
        change(
          path,
          linesOf(text).map((line) => line.split(/\s+/)),
        )
      }
      {...useProblem(path)}
    />
  );
}
