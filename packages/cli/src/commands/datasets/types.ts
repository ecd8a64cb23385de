import { writeFile } from "node:fs/promises";
import { command } from "../../command.ts";
import { declarationOf } from "../../dataset-types.ts";
import { optional, text } from "../../fields.ts";
import { integer, nullable, objectOf, string } from "../../output/schema.ts";
import { plain } from "../../output/view.ts";

export default command({
  summary: "Write the TypeScript type of a dataset's rows",
  details: "With the file in your project, wizdata.data.rows and wizdata.data.query know the columns of this dataset.",
  args: { slug: text("the dataset") },
  flags: { out: optional(text("write it to this file", "file")) },
  examples: ["wizdata datasets types nse-kenya --out nse-kenya.d.ts"],
  output: objectOf({ dataset: string, version: nullable(integer), file: nullable(string), declaration: string }),
  run: async ({ wizdata, signal }, { slug, out }) => {
    const { version, definition } = await wizdata.datasets.schema(slug, { signal });
    const declaration = declarationOf(slug, version, definition);
    if (out !== undefined) await writeFile(out, declaration);
    return { dataset: slug, version, file: out ?? null, declaration };
  },
  view: ({ file, declaration }) => (file === null ? plain(declaration) : plain(file)),
});
