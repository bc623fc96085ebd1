import type { ReactNode } from "react";
import { type ChartData, chartData } from "./chart-data.ts";
import { type Drawn, testMark } from "./props.ts";

// The picture is for the eyes; the same figures stand in a table for assistive technology.

export function BarChart(props: Drawn) {
  const chart = chartData(props);
  return (
    <Chart chart={chart} testId={props["testId"]}>
      {chart.isHorizontal ? <Rows chart={chart} /> : <Columns chart={chart} />}
    </Chart>
  );
}

export function LineChart(props: Drawn) {
  const chart = chartData(props);
  return (
    <Chart chart={chart} testId={props["testId"]}>
      <Lines chart={chart} />
    </Chart>
  );
}

type Shown = { readonly chart: ChartData };

function Chart(props: Shown & { readonly testId: unknown; readonly children: ReactNode }) {
  const { chart, testId, children } = props;
  const { title, categories, series, categoryLabel } = chart;
  return (
    <figure className="chart" {...testMark(testId)}>
      {title === "" ? null : <figcaption>{title}</figcaption>}
      <div aria-hidden="true">{children}</div>
      {chart.showsLegend ? (
        <ul className="legend" aria-hidden="true">
          {series.map(({ name, color }) => (
            <li key={name}>
              <span style={{ background: color }} /> {name}
            </li>
          ))}
        </ul>
      ) : null}
      <table className="unseen">
        <caption>{title || chart.valueLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{categoryLabel}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, place) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{values[place] ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Rows({ chart }: Shown) {
  const { categories, series, most, isStacked, showsValues } = chart;
  return (
    <div className="bars">
      {categories.map((category, place) => (
        <div key={category}>
          <span className="name">{category}</span>
          <span className={isStacked ? "stack row" : "stack column"}>
            {series.map(({ name, color, values }) => {
              const value = values[place] ?? 0;
              return (
                <span key={name} style={{ width: `${(100 * value) / most}%` }}>
                  <span className="bar" style={{ background: color }} />
                  {showsValues && !isStacked ? <span className="value">{value}</span> : null}
                </span>
              );
            })}
          </span>
        </div>
      ))}
    </div>
  );
}

const width = 600;
const height = 200;

function Columns({ chart }: Shown) {
  const { categories, series, most, isStacked, showsValues } = chart;
  const slot = width / Math.max(1, categories.length);
  const bar = isStacked ? slot * 0.6 : (slot * 0.7) / series.length;
  return (
    <Axes chart={chart}>
      {categories.flatMap((category, place) => {
        let below = 0;
        return series.map(({ name, color, values }, at) => {
          const value = values[place] ?? 0;
          const tall = (height * value) / most;
          const left = slot * place + slot * 0.15 + (isStacked ? slot * 0.05 : bar * at);
          const top = height - tall - (isStacked ? below : 0);
          if (isStacked) below += tall;
          return (
            <g key={`${category} ${name}`}>
              <rect x={left} y={top} width={bar} height={tall} fill={color} />
              {showsValues && value > 0 ? (
                <text x={left + bar / 2} y={isStacked ? top + 12 : top - 3} textAnchor="middle">
                  {value}
                </text>
              ) : null}
            </g>
          );
        });
      })}
    </Axes>
  );
}

function Lines({ chart }: Shown) {
  const { categories, series, most } = chart;
  const slot = width / Math.max(1, categories.length);
  return (
    <Axes chart={chart}>
      {series.map(({ name, color, values }) => (
        <polyline
          key={name}
          fill="none"
          stroke={color}
          strokeWidth={2}
          points={values
            .flatMap((value, place) =>
              value === null ? [] : [`${slot * (place + 0.5)},${height * (1 - value / most)}`],
            )
            .join(" ")}
        />
      ))}
    </Axes>
  );
}

/** At most so many words fit below a chart. */
const mostWords = 12;

function Axes({ chart, children }: Shown & { readonly children: ReactNode }) {
  const { categories, most } = chart;
  const slot = width / Math.max(1, categories.length);
  const every = Math.ceil(categories.length / mostWords);
  return (
    <svg viewBox={`-46 -16 ${width + 50} ${height + 40}`} role="presentation">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line
            x1={0}
            x2={width}
            y1={height * (1 - share)}
            y2={height * (1 - share)}
            className="grid"
          />
          <text x={-6} y={height * (1 - share) + 4} textAnchor="end">
            {Math.round(most * share * 10) / 10}
          </text>
        </g>
      ))}
      {children}
      {categories.map((category, place) =>
        place % every === 0 ? (
          <text key={category} x={slot * (place + 0.5)} y={height + 16} textAnchor="middle">
            {category}
          </text>
        ) : null,
      )}
    </svg>
  );
}
