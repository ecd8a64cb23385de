import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer, arrayOf, named, nullable, withMembers } from "../../output/schema.ts";
import { record, sections, table } from "../../output/view.ts";
import { columnColumns, datasetView, licenseColumns } from "../../views/dataset.ts";
import { licenseView } from "../../views/license.ts";
import { qualityView } from "../../views/quality.ts";
import { termsColumns } from "../../views/terms.ts";
import { versionColumns } from "../../views/version.ts";

const versionsShown = 5;

export default command({
  summary: "Show a dataset: its source, columns, tiers, versions, terms and quality",
  args: { slug: text("the dataset") },
  examples: ["wizdata datasets show nse-kenya"],
  output: withMembers(answer("datasets.retrieve"), {
    definition: named("Definition"),
    licenses: arrayOf(named("License")),
    subscribed: nullable(named("Tier")),
    versions: arrayOf(named("Version")),
    terms: arrayOf(named("Terms")),
    quality: nullable(answer("datasets.quality")),
  }),
  run: async ({ wizdata, signal }, { slug }) => {
    const [dataset, { definition }, licenses, versions, terms] = await Promise.all([
      wizdata.datasets.retrieve(slug, { signal }),
      wizdata.datasets.schema(slug, { signal }),
      wizdata.datasets.licenses(slug, { signal }),
      wizdata.datasets.versions(slug, { limit: versionsShown }, { signal }),
      wizdata.terms.list(slug, { limit: versionsShown }, { signal }),
    ]);
    const quality = dataset.current_version === null ? null : await wizdata.datasets.quality(slug, { signal });
    const { data: tiers, subscribed } = licenses;
    return {
      ...dataset,
      definition,
      licenses: tiers,
      subscribed,
      versions: versions.data,
      terms: terms.data,
      quality,
    };
  },
  view: ({ definition, licenses, subscribed, versions, terms, quality, ...dataset }) => {
    const at = licenses.findIndex(({ tier }) => tier === subscribed);
    const [own, next] = at < 0 ? [] : licenses.slice(at, at + 2);
    return sections({
      dataset: datasetView(dataset),
      columns: table(definition.columns, columnColumns),
      tiers: table(licenses, licenseColumns),
      ...(own && { your_tier: licenseView(own) }),
      ...(next && { next_tier: record({ tier: next.tier, adds: next.adds.join("; ") }) }),
      versions: table(versions, versionColumns),
      ...(terms.length > 0 && { terms: table(terms, termsColumns) }),
      ...(quality && { quality: qualityView(quality) }),
    });
  },
});
