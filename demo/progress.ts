import { MultiBar, Presets, type SingleBar } from "cli-progress";

export type Progress = {
  readonly listed: number;
  readonly step: string;
  readonly toDecide: number;
  readonly toWrite: number;
};

/** Bars on a terminal, a line every few seconds elsewhere. */
export function createProgress(out: NodeJS.WriteStream) {
  const bars = out.isTTY ? createBars(out) : null;
  let most = { toDecide: 0, toWrite: 0 };
  let lastLineAt = 0;

  return {
    show: (progress: Progress): void => {
      most = {
        toDecide: Math.max(most.toDecide, progress.toDecide),
        toWrite: Math.max(most.toWrite, progress.toWrite),
      };
      if (bars) bars.update(progress, most);
      else if (Date.now() - lastLineAt > 2000) {
        lastLineAt = Date.now();
        out.write(
          `  read ${progress.listed}, to decide ${progress.toDecide}, to write ${progress.toWrite}\n`,
        );
      }
    },
    end: (): void => bars?.stop(),
  };
}

function createBars(out: NodeJS.WriteStream) {
  const multi = new MultiBar(
    {
      stream: out,
      format: "  {name} {bar} {value}/{total}",
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  const bar = (name: string): SingleBar => multi.create(1, 0, { name: name.padEnd(9) });
  const [reading, deciding, writing] = [bar("Reading"), bar("Deciding"), bar("Writing")];
  return {
    update: (now: Progress, most: { readonly toDecide: number; readonly toWrite: number }) => {
      const isListed = now.step === "assess" || now.step === "done";
      reading?.setTotal(Math.max(1, isListed ? now.listed : now.listed + 100));
      reading?.update(now.listed);
      deciding?.setTotal(Math.max(1, most.toDecide));
      deciding?.update(isListed ? most.toDecide - now.toDecide : 0);
      writing?.setTotal(Math.max(1, most.toWrite));
      writing?.update(most.toWrite - now.toWrite);
    },
    stop: () => multi.stop(),
  };
}
