// What axe finds on a page.
import { AxeBuilder } from "@axe-core/playwright";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function find(page, choose) {
  // In legacy mode axe stays in this page; there are no frames whose findings would have to be put together. What passes
  // isn't collected: on a map of many cells that takes longer than finding what fails.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await choose(axe).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} (${any[0]?.message ?? help})`),
  );
}

/** The barriers of the page, a line each. */
export const findBarriers = (page) => find(page, (axe) => axe.withTags(tags));

/** The texts of the page that are hard to tell from what they stand on, a line each. */
export const findLowContrast = (page) => find(page, (axe) => axe.withRules(["color-contrast"]));
