import { chromium, type Page } from "playwright-core";

/** A headless browser that keeps what its pages complained about: errors, and failed requests. */
export async function openBrowser() {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const troubles: string[] = [];
  return {
    troubles: troubles as readonly string[],
    newPage: async (viewport = { width: 1400, height: 1000 }): Promise<Page> => {
      const page = await browser.newPage({ viewport, locale: "en-US" });
      page.on("pageerror", (error) => troubles.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") troubles.push(message.text());
      });
      return page;
    },
    close: () => browser.close(),
  };
}
