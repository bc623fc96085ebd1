import { roles, vocabularies, type VocabularyId, vocabularyIds } from "../../facts/vocabulary.ts";
import type { Playbook } from "../playbook.ts";
import { didYouMean } from "./nearest.ts";
import { error, type Path, type Problem } from "./problem.ts";

/** Problems of the words that a portal adds: values of its own, and further spellings. */
export function checkVocabulary(playbook: Playbook): readonly Problem[] {
  return [
    ...Object.keys(playbook.vocabulary)
      .filter((id) => !isVocabulary(id))
      .map((id) =>
        error(
          ["vocabulary", id],
          `“${id}” has no vocabulary that could be extended.`,
          didYouMean(id, vocabularyIds),
        ),
      ),
    ...vocabularyIds.flatMap((id) => checkOwnValues(playbook, id)),
    ...Object.entries(playbook.synonyms).flatMap(([fact, spellings]) =>
      Object.entries(spellings ?? {}).flatMap(([text, value]) =>
        checkSpelling(playbook, { fact, text, value }),
      ),
    ),
  ];
}

function checkOwnValues({ vocabulary }: Playbook, id: VocabularyId): readonly Problem[] {
  const own = Object.entries(vocabulary[id] ?? {});
  const shared = Object.values(vocabularies[id]);
  return own.flatMap(([value, label], i): readonly Problem[] => {
    const path: Path = ["vocabulary", id, value];
    if (!/^own_[a-z0-9_]+$/u.test(value))
      return [
        error(
          path,
          `“${value}” cannot be the id of a value of your own.`,
          "Begin it with own_ and go on with small letters, digits and underscores.",
        ),
      ];
    if (label.trim() === "")
      return [error(path, `“${value}” has no label.`, "Write what people should see.")];
    const earlier = own.slice(0, i).map(([, other]) => other);
    if (![...shared, ...earlier].some((other) => isSame(other, label))) return [];
    return [
      error(
        path,
        `There is a value “${label}” already.`,
        "Use that one, or give yours another label.",
      ),
    ];
  });
}

function checkSpelling(
  { vocabulary }: Playbook,
  { fact, text, value }: { readonly fact: string; readonly text: string; readonly value: string },
): readonly Problem[] {
  const path: Path = ["synonyms", fact, text];
  if (text.trim() === "" || value.trim() === "")
    return [
      error(
        path,
        "A spelling and what it stands for are both needed.",
        "Fill in both, or remove it.",
      ),
    ];
  const values = valuesOf(vocabulary, fact);
  if (values === null || values.includes(value)) return [];
  return [error(path, `“${value}” is not a value of this fact.`, didYouMean(value, values))];
}

/** `null` for a fact that has no vocabulary. */
function valuesOf(vocabulary: Playbook["vocabulary"], fact: string): readonly string[] | null {
  if (fact === "role") return Object.keys(roles);
  if (!isVocabulary(fact)) return null;
  return [...Object.keys(vocabularies[fact]), ...Object.keys(vocabulary[fact] ?? {})];
}

function isVocabulary(id: string): id is VocabularyId {
  return vocabularyIds.some((each) => each === id);
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
