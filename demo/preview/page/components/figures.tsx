import { type Drawn, handlerOf, numberOf, testMark, textOf } from "./props.ts";

export function ProgressBar(props: Drawn) {
  const { title, value, maxValue, valueMax, valueDescription, showPercentage, testId } = props;
  const most = numberOf(maxValue) ?? numberOf(valueMax) ?? 100;
  const now = Math.min(numberOf(value) ?? 0, most);
  const share = most === 0 ? 0 : (100 * now) / most;
  const label = textOf(props["aria-label"]) || textOf(title);
  return (
    <div className="progress" {...testMark(testId)}>
      <div>
        <span>{textOf(title)}</span>
        <span>
          {textOf(valueDescription)}
          {showPercentage ? ` ${Math.round(share)}%` : null}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label || "Progress"}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={now}
        className={textOf(props["variant"])}
      >
        <div style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

export function StepIndicator({ stepNames, currentStep, direction, onClick, testId }: Drawn) {
  const names = Array.isArray(stepNames) ? stepNames.map(textOf) : [];
  const now = numberOf(currentStep) ?? 0;
  return (
    <ol
      className={direction === "vertical" ? "steps vertical" : "steps"}
      aria-label="Steps"
      {...testMark(testId)}
    >
      {names.map((name, place) => (
        <li
          key={name}
          className={place < now ? "done" : ""}
          aria-current={place === now ? "step" : undefined}
        >
          {typeof onClick === "function" ? (
            <button type="button" className="transparent" onClick={() => handlerOf(onClick)(place)}>
              {name}
            </button>
          ) : (
            name
          )}
        </li>
      ))}
    </ol>
  );
}

export function Statistics({ testId, children }: Drawn) {
  return (
    <dl className="statistics" {...testMark(testId)}>
      {children}
    </dl>
  );
}

export function StatisticsItem({ label, number, testId, children }: Drawn) {
  return (
    <div {...testMark(testId)}>
      <dt>{textOf(label)}</dt>
      <dd>
        <strong>{textOf(number)}</strong>
        {children}
      </dd>
    </div>
  );
}

export function StatisticsTrend({ value, direction, color, testId }: Drawn) {
  const isUp = direction === "increase";
  const tone = textOf(color) || (isUp ? "green" : "red");
  return (
    <span className={`trend ${tone}`} {...testMark(testId)}>
      <span aria-hidden="true">{isUp ? "▲" : "▼"} </span>
      <span className="unseen">{isUp ? "up " : "down "}</span>
      {textOf(value)}
    </span>
  );
}

export function ScoreCircle({ score, testId }: Drawn) {
  const value = numberOf(score) ?? 0;
  return (
    <span
      className="score-circle"
      role="img"
      aria-label={`Score ${value} of 100`}
      style={{ background: `conic-gradient(#0f9d7a ${3.6 * value}deg, #e4e9ef 0)` }}
      {...testMark(testId)}
    >
      <span>{value}</span>
    </span>
  );
}
