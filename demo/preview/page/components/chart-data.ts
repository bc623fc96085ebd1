import { type Drawn, isRow, numberOf, rowsOf, textOf } from "./props.ts";

export type Series = {
  readonly name: string;
  readonly color: string;
  /** One per category; null where the rows say nothing. */
  readonly values: readonly (number | null)[];
};

export type ChartData = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly categoryLabel: string;
  readonly valueLabel: string;
  readonly isHorizontal: boolean;
  readonly isStacked: boolean;
  readonly showsLegend: boolean;
  readonly showsValues: boolean;
  readonly most: number;
};

const colors: Readonly<Record<string, string>> = {
  orange: "#e5733d",
  aqua: "#1b94a8",
  purple: "#6a5acd",
  yellow: "#c79a1b",
  pink: "#d1477a",
  blue: "#2f7ed8",
  green: "#2e9b63",
  darkOrange: "#b3501f",
  darkAqua: "#0e6675",
  darkPurple: "#463a94",
  darkYellow: "#8a6a0d",
  darkPink: "#97294f",
  darkBlue: "#1c5595",
  darkGreen: "#1b6b42",
};
const inTurn = ["blue", "orange", "green", "purple", "aqua", "pink", "yellow"];

/** What a chart of HubSpot's is told, as categories and series. */
export function chartData({ data, axes, options }: Drawn): ChartData {
  const rows = rowsOf(isRow(data) ? data["data"] : data);
  const pair = isRow(axes) ? axes : {};
  const shown = isRow(options) ? options : {};
  const split = isRow(pair["options"]) ? pair["options"] : {};
  const x = axisOf(pair["x"]);
  const y = axisOf(pair["y"]);
  const isHorizontal = x.fieldType === "linear" && y.fieldType !== "linear";
  const [category, value] = isHorizontal ? [y, x] : [x, y];
  const words = wordsOf(data);
  const group = textOf(split["groupFieldByColor"]);
  const label = (field: string, raw: unknown) => words(field, textOf(raw));
  const categories = unique(rows.map((row) => label(category.field, row[category.field])));
  const names = group === "" ? [value.label] : unique(rows.map((row) => textOf(row[group])));
  const own = isRow(split["colors"]) ? split["colors"] : {};
  const listed = shown["colorList"] ?? shown["colors"];
  const list = Array.isArray(listed) && listed.length > 0 ? listed.map(textOf) : inTurn;
  const series = names.map((name, place): Series => {
    const mine = group === "" ? rows : rows.filter((row) => textOf(row[group]) === name);
    return {
      name: group === "" ? name : words(group, name),
      color: colors[textOf(own[name]) || (list[place % list.length] ?? "blue")] ?? "#2f7ed8",
      values: categories.map((each) => {
        const row = mine.find((one) => label(category.field, one[category.field]) === each);
        return numberOf(row?.[value.field]) ?? null;
      }),
    };
  });
  const isStacked = Boolean(split["stacking"]);
  const heights = categories.map((_, place) => {
    const all = series.map(({ values }) => values[place] ?? 0);
    return isStacked ? all.reduce((sum, each) => sum + each, 0) : Math.max(0, ...all);
  });
  return {
    title: textOf(shown["title"]),
    categories,
    series,
    categoryLabel: category.label,
    valueLabel: value.label,
    isHorizontal,
    isStacked,
    showsLegend: Boolean(shown["showLegend"]),
    showsValues: Boolean(shown["showDataLabels"]),
    most: Math.max(1, ...heights),
  };
}

function axisOf(axis: unknown) {
  const { field, fieldType, label } = isRow(axis) ? axis : {};
  return {
    field: textOf(field),
    fieldType: textOf(fieldType),
    label: textOf(label) || textOf(field),
  };
}

/** The words that an extension gave for raw values. */
function wordsOf(data: unknown): (field: string, value: string) => string {
  const options = isRow(data) && isRow(data["options"]) ? data["options"] : {};
  const labels = isRow(options["propertyLabels"]) ? options["propertyLabels"] : {};
  return (field, value) => {
    const known = labels[field];
    return (isRow(known) ? textOf(known[value]) : "") || value;
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
